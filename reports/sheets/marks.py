"""What stands beside the cells of a page: scores, findings, comments, changes, by anchor."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from reports.anchors import is_within
from reports.models import ReviewComment
from reports.sheets.findings import FindingLine
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
        found = [line.severity for line in self.findings if line.anchor == anchor]
        return min(found, key=lambda code: _RANK[code], default="")

    def comments_on(self, line: str) -> list[CommentLine]:
        """Comments tied to a line or to one of its cells."""
        return [comment for comment in self.comments if is_within(comment.anchor, line)]

    def has_changed(self, line: str) -> bool:
        return any(is_within(anchor, line) for anchor in self.changed)


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
