"""A report's way so far, in words."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from reports.models import Report

ACTIONS = {
    "hand_over": _("提交单位负责人"),
    "take_back": _("填报人取回"),
    "send_back": _("单位负责人退回填报人"),
    "sign": _("单位负责人签章报送"),
    "withdraw": _("单位负责人撤回"),
    "start_review": _("开始复核"),
    "approve": _("复核通过"),
    "return_for_correction": _("退回修改"),
    "cancel": _("无需自评"),
    "reinstate": _("恢复填报"),
}


def action_label(action: str) -> str:
    """What was done."""
    return str(ACTIONS.get(action, action))


@dataclass(frozen=True)
class Step:
    """One entry of the timeline."""

    at: datetime
    text: str
    by: str
    note: str


def steps_of(report: Report) -> list[Step]:
    """Newest first."""
    changes = report.status_changes.select_related("by").order_by("-at", "-pk")
    return [
        Step(change.at, action_label(change.action), change.by.display_name, change.note)
        for change in changes
    ]


def returned_note(report: Report) -> str:
    """The words with which the report last came back to the filer, empty where it didn't."""
    last = report.status_changes.order_by("-at", "-pk").first()
    return last.note if last and last.action in ("return_for_correction", "send_back") else ""
