"""What stands beside the cells of a page: scores, findings, comments, changes, by anchor."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from reports.anchors import lines_above
from reports.models import ReviewComment
from reports.sheets.findings import FindingLine
from reports.sheets.quotations import Piece, Quotation, pieces
from reports.sheets.scores import ScoreLine

_RANK = {"error": 0, "warning": 1, "information": 2}


@dataclass(frozen=True)
class CommentLine:
    """A reviewer's comment with the bureau's answer; `may_reply` where this reader may answer now."""

    pk: int
    anchor: str
    text: str
    by: str
    at: datetime
    reply: str
    replied_by: str
    is_closed: bool
    may_reply: bool


@dataclass(frozen=True)
class Marks:
    """Looked up by the anchor of a cell or of a line."""

    scores: Mapping[str, ScoreLine] = field(default_factory=dict)
    findings: tuple[FindingLine, ...] = ()
    comments: tuple[CommentLine, ...] = ()
    changed: frozenset[str] = frozenset()

    def severity(self, anchor: str) -> str:
        """The gravest finding on exactly this cell, empty without one."""
        return self._severities.get(anchor, "")

    def pieces(self, anchor: str, text: str) -> tuple[Piece, ...]:
        """The text of a cell cut where findings quote it; empty where none does."""
        found = self._quotations.get(anchor)
        return tuple(pieces(text, found)) if found else ()

    def comments_on(self, line: str) -> list[CommentLine]:
        """Comments tied to a line or to one of its cells."""
        return self._comments.get(line, [])

    def has_changed(self, line: str) -> bool:
        return line in self._changed

    @cached_property
    def _severities(self) -> dict[str, str]:
        grave = sorted(self.findings, key=lambda line: _RANK[line.severity], reverse=True)
        return {line.anchor: line.severity for line in grave}

    @cached_property
    def _quotations(self) -> dict[str, list[Quotation]]:
        found: dict[str, list[Quotation]] = defaultdict(list)
        for line in self.findings:
            if line.quote:
                found[line.anchor].append(
                    Quotation(line.quote.start, line.quote.end, line.quote_id, line.severity)
                )
        return dict(found)

    @cached_property
    def _comments(self) -> dict[str, list[CommentLine]]:
        found: dict[str, list[CommentLine]] = defaultdict(list)
        for comment in self.comments:
            for line in lines_above(comment.anchor):
                found[line].append(comment)
        return dict(found)

    @cached_property
    def _changed(self) -> frozenset[str]:
        return frozenset(line for anchor in self.changed for line in lines_above(anchor))


def comment_lines(comments: Iterable[ReviewComment], *, may_reply: bool) -> tuple[CommentLine, ...]:
    """Comments of one submission, oldest first; needs `by` and `replied_by` loaded."""
    return tuple(
        CommentLine(
            pk=comment.pk,
            anchor=comment.anchor,
            text=comment.text,
            by=comment.by.display_name,
            at=comment.at,
            reply=comment.reply,
            replied_by=comment.replied_by.display_name if comment.replied_by else "",
            is_closed=comment.closed_at is not None,
            may_reply=may_reply and comment.closed_at is None,
        )
        for comment in comments
    )
