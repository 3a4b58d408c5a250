"""Where a report stands: who must act next and what, how long there is, what is filled."""

import datetime
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from reports import workflow
from reports.models import Report, User
from reports.permissions import actions_for
from reports.services.drafts import completeness, days_left
from reports.workflow import Status

_NEXT = {
    Status.DRAFT: (gettext_lazy("填报人"), gettext_lazy("填写各页，核对后提交单位负责人")),
    Status.RETURNED: (gettext_lazy("填报人"), gettext_lazy("按复核意见修改后重新提交")),
    Status.AWAITING_SIGNATURE: (
        gettext_lazy("单位负责人"),
        gettext_lazy("查看封存内容，签章报送或退回填报人"),
    ),
    Status.PARENT_REVIEW: (gettext_lazy("主管部门"), gettext_lazy("审核")),
    Status.DIVISION_REVIEW: (gettext_lazy("归口业务科室"), gettext_lazy("复核")),
    Status.OFFICE_REVIEW: (gettext_lazy("绩效科"), gettext_lazy("复核")),
    Status.APPROVED: ("", gettext_lazy("已通过，无需再办")),
    Status.CANCELLED: ("", gettext_lazy("绩效科已确认无需自评")),
}
_OWED = (*workflow.EDITABLE, Status.AWAITING_SIGNATURE)
_MINE = ("edit", "hand_over", "sign")


@dataclass(frozen=True)
class Standing:
    """One report for one reader on one day. `is_mine`: this reader must act next."""

    report: Report
    actions: tuple[str, ...]
    actor: str
    task: str
    due: str
    due_tone: str
    completeness: int
    is_owed: bool
    is_mine: bool

    @property
    def rank(self) -> tuple[bool, bool, datetime.date]:
        """What needs this reader first, then what is still owed, the nearest due day first."""
        return (not self.is_mine, not self.is_owed, self.report.due_on)


def standing_of(report: Report, user: User, today: datetime.date) -> Standing:
    """How `report` stands for `user`; needs campaign, bureau and sections loaded to ask nothing more."""
    actions = actions_for(user, report)
    actor, task = next_step(report)
    owed = report.status in _OWED
    due, tone = due_text(report, today) if owed else ("", "")
    return Standing(
        report, actions, actor, task, due, tone, completeness(report), owed, any(a in actions for a in _MINE)
    )


def next_step(report: Report) -> tuple[str, str]:
    """Who must act next, and what is to be done; nobody (empty) once the report is settled."""
    if report.is_classified:
        return _("单位"), _("涉密报告不在本系统填报，请按保密规定线下报送")
    if report.status == Status.SUBMITTED:
        first = workflow.next_stage(report.status, report.campaign.stages)
        return str(_NEXT[first][0]), _("开始复核")
    actor, task = _NEXT[report.status]
    return str(actor), str(task)


def due_text(report: Report, today: datetime.date) -> tuple[str, str]:
    """Days left, late or closed, in words, with a chip's tone."""
    left = days_left(report, today)
    if report.is_closed_on(today):
        return (_("尚未开放") if today < report.campaign.opens_on else _("已关闭")), "bad"
    if left < 0:
        return _("逾期 %(days)d 天") % {"days": -left}, "bad"
    if left == 0:
        return _("今天截止"), "warn"
    return _("还有 %(days)d 天") % {"days": left}, "warn" if left <= 7 else ""
