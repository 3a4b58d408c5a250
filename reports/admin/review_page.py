"""Everything that the review page shows of one submission, as plain parts."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from django.db.models import prefetch_related_objects
from django.utils.translation import gettext as _

from reports.admin.places import Place, offered_places, place_label, places_of
from reports.admin.review_forms import COMMENT, ELSEWHERE, ReviewForm
from reports.admin.review_head import ReviewHead
from reports.admin.review_lines import ChangedCell, Event, Line, differs, events_of
from reports.anchors import element_id, is_within, lines_above
from reports.columns import column_label
from reports.models import ReviewComment, Submission
from reports.sheets import (
    CommentLine,
    FindingGroup,
    FindingLine,
    Marks,
    ScoreLine,
    comment_lines,
    finding_lines,
    group_findings,
    scores_of_scorecard,
    sheets_of,
)
from reports.sheets.parts import Sheet
from scoring.engine.differences import Change, changes_between
from scoring.models import IndicatorScore

DIFFERING, CHANGED, ALL = "differing", "changed", "all"


@dataclass
class ReviewPage(ReviewHead):
    """Built for one reader; `form` carries what was typed where a save was refused."""

    data: Mapping[str, str] | None = None
    show: str = ALL
    form: ReviewForm = field(init=False)

    def __post_init__(self) -> None:
        prefetch_related_objects([self.submission], "scorecard__rows", "scorecard__findings", "reviews")
        rows = self.rows if self.is_scored else []
        self.form = ReviewForm(rows, self.given, revision=self.revision, data=self.data)

    @cached_property
    def places(self) -> dict[str, Place]:
        return places_of(self.report.scheme.form, self.content) if self.content else {}

    @cached_property
    def previous(self) -> Submission | None:
        return (
            self.report.submissions.select_related("content")
            .filter(number__lt=self.submission.number)
            .order_by("-number")
            .first()
        )

    @cached_property
    def changes(self) -> list[Change]:
        """Cells that differ from the last submission; none where either content can't be trusted."""
        if self.previous is None or self.content is None or not self.previous.content.is_intact:
            return []
        return changes_between(self.previous.content.read(), self.content, self.report.scheme.form)

    @cached_property
    def comments(self) -> tuple[CommentLine, ...]:
        """Comments on this and earlier submissions of the report, oldest first."""
        found = ReviewComment.objects.filter(
            submission__report=self.report, submission__number__lte=self.submission.number
        ).select_related("by", "replied_by")
        return comment_lines(found, may_reply=False)

    @cached_property
    def findings(self) -> list[FindingLine]:
        explanations = self.content.explanations if self.content else []
        texts = {key: item.text for item in explanations for key in item.findings}
        return finding_lines(self.card.findings.all(), self.link, texts)

    @cached_property
    def groups(self) -> list[FindingGroup]:
        return group_findings(self.findings, self.report.scheme.form)

    def link(self, anchor: str) -> str:
        """To the line of the table where there is one, else to the cell in the whole filing."""
        for row in self.rows:
            if is_within(anchor, row.anchor):
                return f"#line-{row.position}"
        return f"#{element_id(anchor)}"

    @cached_property
    def lines(self) -> list[Line]:
        lines: list[Line] = []
        above = ""
        for row in self.rows:
            line = self._line(row)
            again = line.level == above
            above = line.level
            lines.append(replace(line, is_again=again, is_shown=self._is_shown(line)))
        return lines

    def _is_shown(self, line: Line) -> bool:
        return {DIFFERING: line.differs, CHANGED: bool(line.changes)}.get(self.show, True)

    @cached_property
    def scores(self) -> dict[str, ScoreLine]:
        return scores_of_scorecard(self.card, self.report.scheme.form, self.link)

    def _line(self, row: IndicatorScore) -> Line:
        typed = [self.form[name] for name in self._names(row)]
        return Line(
            row=row,
            given=self.given[row.indicator_id],
            score=self.scores[row.anchor],
            score_text=str(typed[0].value() or "") if typed else "",
            reason_text=str(typed[1].value() or "") if typed else "",
            errors=tuple(str(error) for field in typed for error in field.errors),
            comment_text=self.typed_comment(row.anchor),
            comments=tuple(c for c in self.comments if is_within(c.anchor, row.anchor)),
            findings=tuple(f for f in self.findings if is_within(f.anchor, row.anchor)),
            changes=tuple(
                ChangedCell(column_label(change.anchor.rpartition("/")[2]), change.before, change.after)
                for change in self.changes
                if is_within(change.anchor, row.anchor)
            ),
            is_again=False,
            is_confirmed=row.indicator_id in self.confirmed,
        )

    def _names(self, row: IndicatorScore) -> list[str]:
        """The row's fields: its score and its reason, none where nothing is scored."""
        return [f"score-{row.position}", f"reason-{row.position}"] if self.is_scored else []

    def typed_comment(self, anchor: str) -> str:
        """What a refused page had in the comment box of this anchor."""
        return str((self.data or {}).get(f"{COMMENT}{anchor}", ""))

    @property
    def typed_elsewhere(self) -> str:
        return self.typed_comment(ELSEWHERE)

    @property
    def typed_place(self) -> str:
        return str((self.data or {}).get("place", ""))

    @property
    def is_confirming(self) -> bool:
        """Whether a refused page had the box ticked for every row that is listed now."""
        return self.form.confirmed.issuperset(row.indicator_id for row in self.to_confirm)

    @property
    def typed_note(self) -> str:
        return str((self.data or {}).get("note", ""))

    def _is_on_line(self, anchor: str) -> bool:
        return any(line in self._row_anchors for line in lines_above(anchor))

    @cached_property
    def _row_anchors(self) -> frozenset[str]:
        return frozenset(row.anchor for row in self.rows)

    @cached_property
    def other_comments(self) -> list[tuple[str, str, tuple[CommentLine]]]:
        """(label, link, the comment alone) of comments that belong to no line of the table."""
        return [
            (place_label(self.places, comment.anchor), self.link(comment.anchor), (comment,))
            for comment in self.comments
            if not self._is_on_line(comment.anchor)
        ]

    @cached_property
    def other_changes(self) -> list[ChangedCell]:
        return [
            ChangedCell(place_label(self.places, c.anchor), c.before, c.after, self.link(c.anchor))
            for c in self.changes
            if not self._is_on_line(c.anchor)
        ]

    @cached_property
    def other_places(self) -> dict[str, list[tuple[str, str]]]:
        """By page (anchor, label) of what a comment can be tied to outside the table."""
        return offered_places({key: of for key, of in self.places.items() if not self._is_on_line(key)})

    def is_place(self, anchor: str) -> bool:
        """Whether a comment may be tied here: a line, a cell, a page of the form, or a finding's place."""
        known = {*self.places, *(finding.anchor for finding in self.findings)}
        return anchor in known or self._is_on_line(anchor)

    @cached_property
    def open_comments(self) -> int:
        return sum(not comment.is_closed for comment in self.comments)

    @cached_property
    def sheets(self) -> tuple[Sheet, ...]:
        """The whole filing for reading."""
        if self.content is None:
            return ()
        marks = Marks(
            findings=tuple(self.findings), changed=frozenset(change.anchor for change in self.changes)
        )
        return sheets_of(self.report.scheme.form, self.content, marks)

    @cached_property
    def events(self) -> list[Event]:
        """The report's way, latest first."""
        return events_of(self.report, self.card)

    @property
    def tabs(self) -> list[tuple[str, str, int]]:
        """(key, label, number of lines) of the table's views."""
        differing = _("有差异或未核分") if self.is_scored else _("未完成或待判断")
        return [
            (ALL, _("全部"), len(self.rows)),
            (DIFFERING, differing, sum(differs(row) for row in self.rows)),
            (CHANGED, _("上次报送后有改动"), sum(bool(line.changes) for line in self.lines)),
        ]
