"""What every page of a draft shows: the checked draft with its findings, comments and totals."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from reports.anchors import element_id, section_of
from reports.errors import StatusRefusedError
from reports.models import Report, Submission, User
from reports.outcomes import achievement_of, outcome_of
from reports.permissions import may_edit, require_editor
from reports.services import drafts
from reports.sheets import CommentLine, FindingLine, Marks, comment_lines, finding_lines, scores_of_draft
from reports.standing import Standing, standing_of
from scoring.engine.content import Content
from scoring.engine.results import Scorecard


@dataclass
class Draft:
    """One editor's view of one draft."""

    report: Report
    user: User

    @cached_property
    def content(self) -> Content:
        return drafts.draft_content(self.report)

    @cached_property
    def scorecard(self) -> Scorecard:
        return drafts.check_draft(self.report)

    @cached_property
    def explanations(self) -> dict[str, str]:
        """The bureau's text by finding key."""
        return {key: item.text for item in self.content.explanations for key in item.findings}

    @cached_property
    def findings(self) -> list[FindingLine]:
        return finding_lines(self.scorecard.findings, self.link, self.explanations)

    @cached_property
    def comments(self) -> tuple[CommentLine, ...]:
        """What the finance side wrote on the newest submission."""
        latest = Submission.objects.latest_of(self.report)
        return comment_lines(
            latest.comments.select_related("by", "replied_by") if latest else (), may_reply=True
        )

    @cached_property
    def marks(self) -> Marks:
        scores = scores_of_draft(self.scorecard, self.report.scheme.form, self.link)
        return Marks(scores, tuple(self.findings), self.comments)

    @cached_property
    def standing(self) -> Standing:
        return standing_of(self.report, self.user, timezone.localdate())

    @property
    def head(self) -> dict[str, Any]:
        """What the head of every page shows."""
        counted = (row.outcome.achieved for row in self.scorecard.rows if row.status != "not_applicable")
        return {
            "report": self.report,
            "standing": self.standing,
            "totals": self.scorecard.totals,
            "outcome": outcome_of(self.report.scheme.form),
            "achievement": achievement_of(counted),
        }

    def link(self, anchor: str) -> str:
        """The address of a cell; the list of findings for what has no cell."""
        key = section_of(anchor)
        if key not in {section.key for section in self.report.scheme.form.sections}:
            return reverse("check_report", args=[self.report.pk])
        return f"{reverse('section', args=[self.report.pk, key])}#{element_id(anchor)}"

    def revision(self, key: str) -> int:
        """The stored revision of a page, 0 where it was never saved."""
        return next((section.revision for section in self.report.sections.all() if section.key == key), 0)


def require_open_draft(user: User, report: Report) -> Draft:
    """The draft for writing. Raises RoleRefusedError for anybody but the bureau's filer, else StatusRefusedError."""
    require_editor(user, report)
    if report.is_classified:
        raise StatusRefusedError(_("涉密报告不在本系统填报，请按保密规定线下报送。"))
    if not may_edit(user, report):
        raise StatusRefusedError(
            _("报告当前状态是“%(status)s”，不能修改。") % {"status": report.get_status_display()}
        )
    return Draft(report, user)
