"""The one place where a report's status changes."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from reports import workflow
from reports.errors import RoleRefusedError, StatusRefusedError
from reports.models import Report, StatusChange, User
from reports.permissions import BUREAU_ACTIONS, is_own


@transaction.atomic
def change_status(report: Report, action: str, *, by: User, note: str = "", **fields: Any) -> StatusChange:
    """Compares and sets the status, writes the history row, and stores `fields` on the report with it.

    Raises RoleRefusedError or StatusRefusedError; then nothing is written.
    """
    transition = require_action(report, action, by=by)
    stages = report.campaign.stages
    was_returned = report.status_changes.filter(action="return_for_correction").exists()
    before = report.status
    target = workflow.target_of(transition, before, stages, was_returned=was_returned)
    now = timezone.now()
    changed = Report.objects.filter(pk=report.pk, status=before).update(
        status=target, status_changed_at=now, **fields
    )
    if not changed:
        report.refresh_from_db(fields=["status"])
        raise _moved(report)
    for name, value in {"status": target, "status_changed_at": now, **fields}.items():
        setattr(report, name, value)
    return StatusChange.objects.create(
        report=report, action=action, from_status=before, to_status=target, by=by, at=now, note=note
    )


def require_action(report: Report, action: str, *, by: User) -> workflow.Transition:
    """The transition that `by` may take now. Raises RoleRefusedError or StatusRefusedError."""
    try:
        transition = workflow.transition_for(action, report.status, by.role, report.campaign.stages)
    except workflow.WrongRoleError as error:
        raise RoleRefusedError(_("您的角色不能执行这项操作。")) from error
    except workflow.WrongStatusError as error:
        raise _moved(report) from error
    if action in BUREAU_ACTIONS and not is_own(by, report):
        raise RoleRefusedError(_("只有本单位的人员可以执行这项操作。"))
    return transition


def _moved(report: Report) -> StatusRefusedError:
    return StatusRefusedError(
        _("报告当前状态是“%(status)s”，不能执行这项操作。") % {"status": report.get_status_display()}
    )
