"""Loading what a person may see, and asking what they may do. Views get objects only from here."""

from django.http import Http404

from reports import workflow
from reports.errors import RoleRefusedError
from reports.models import Report, Submission, User
from reports.workflow import Status

BUREAU_ACTIONS = frozenset({"hand_over", "take_back", "send_back", "sign", "withdraw"})


def get_report(user: User, pk: int) -> Report:
    """The report, if `user` may see it. Raises Http404 otherwise: an outsider learns nothing."""
    report = (
        Report.objects.visible_to(user)
        .select_related("campaign", "bureau__division", "scheme", "sealed", "filled_by")
        .filter(pk=pk)
        .first()
    )
    if report is None:
        raise Http404
    return report


def get_submission(user: User, pk: int) -> Submission:
    """The submission, if `user` may see its report. Raises Http404."""
    submission = (
        Submission.objects.filter(pk=pk, report__in=Report.objects.visible_to(user))
        .select_related(
            "report__campaign",
            "report__bureau__division",
            "report__scheme",
            "report__filled_by",
            "content",
            "scorecard",
        )
        .first()
    )
    if submission is None:
        raise Http404
    return submission


def actions_for(user: User, report: Report) -> tuple[str, ...]:
    """What `user` may do with `report` now, as machine codes; `edit` where the draft may be written."""
    if report.is_classified:
        return tuple(
            a for a in workflow.actions_for(report.status, user.role, report.campaign.stages) if a == "cancel"
        )
    actions = workflow.actions_for(report.status, user.role, report.campaign.stages)
    if not is_own(user, report):
        actions = tuple(action for action in actions if action not in BUREAU_ACTIONS)
    return (*actions, "edit") if may_edit(user, report) else actions


def is_own(user: User, report: Report) -> bool:
    """Whether `user` works at the very bureau that owes the report."""
    return user.bureau_id == report.bureau_id


def may_edit(user: User, report: Report) -> bool:
    return user.role == User.Role.FILER and is_own(user, report) and report.is_editable


def require_editor(user: User, report: Report) -> None:
    """Raises RoleRefusedError unless `user` is a filer of the report's bureau."""
    if user.role != User.Role.FILER or not is_own(user, report):
        raise RoleRefusedError("只有本单位的填报人可以填写。")


def sees_comments(user: User, report: Report) -> bool:
    """Whether comments of the current submission may be shown: the bureau sees them once it is returned."""
    return not user.is_bureau_user or report.status not in (Status.DIVISION_REVIEW, Status.OFFICE_REVIEW)
