"""The parts of the review page: a line of the table, a changed cell, a step of the way."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from reports.models import Report
from reports.outcomes import outcome_of
from reports.services.reviews import GivenScore, proposed_score
from reports.sheets import CommentLine, FindingLine, ScoreLine
from reports.views.history import steps_of
from scoring.engine.numbers import printed
from scoring.models import IndicatorScore, Scorecard

# The kind of rule that gives a verdict and no points.
JUDGED = "achievement"


@dataclass(frozen=True)
class ChangedCell:
    """A cell that differs from the last submission."""

    label: str
    before: str
    after: str
    url: str = ""


@dataclass(frozen=True)
class Line:
    """One indicator: self, computed and reviewed score with what belongs to them. Without points: the verdict."""

    row: IndicatorScore
    given: GivenScore
    score: ScoreLine
    score_text: str
    reason_text: str
    errors: tuple[str, ...]
    comment_text: str
    comments: tuple[CommentLine, ...]
    findings: tuple[FindingLine, ...]
    changes: tuple[ChangedCell, ...]
    is_again: bool
    is_shown: bool = True
    is_confirmed: bool = False

    @property
    def level(self) -> str:
        return self.row.level2 or self.row.level1

    @property
    def gap(self) -> str:
        """Computed less self with its sign, empty where equal or unknown."""
        return gap_text(self.row)

    @property
    def differs(self) -> bool:
        """Whether it needs a person's eye: another score, or none computed."""
        return differs(self.row)

    @property
    def stored_text(self) -> str:
        """The stored score where something else was typed over it and refused; else empty."""
        stored = printed(self.given.score).replace(",", "")
        return "" if stored == self.score_text else stored

    @property
    def is_idle(self) -> bool:
        """Whether the row doesn't apply: it gets no score, the form says what becomes of its weight."""
        return self.row.status == IndicatorScore.Status.NOT_APPLICABLE

    @property
    def proposal(self) -> Decimal:
        return proposed_score(self.row)


@dataclass(frozen=True)
class Event:
    """One step of the report's way."""

    at: datetime
    text: str | Promise
    by: str = ""
    note: str = ""


def differs(row: IndicatorScore) -> bool:
    """Whether the computed score is another one than the self score, or missing where there should be one.

    Without points: whether the target is missed or undecided.
    """
    if row.status == IndicatorScore.Status.NOT_APPLICABLE:
        return False
    if row.rule_kind == JUDGED:
        return row.achieved is not True
    return row.points is None or row.points != row.self_score


def gap_text(row: IndicatorScore) -> str:
    """Computed less self with its sign: −1.77, +2.00; empty where equal or unknown."""
    if row.points is None or row.self_score is None or row.points == row.self_score:
        return ""
    gap = row.points - row.self_score
    return f"{'+' if gap > 0 else '−'}{printed(abs(gap))}"


def events_of(report: Report, card: Scorecard | None = None) -> list[Event]:
    """A report's way, latest first; with a scorecard also when scoring ended."""
    steps = [Event(step.at, step.text, step.by, step.note) for step in steps_of(report)]
    if card and card.finished_at:
        steps.append(Event(card.finished_at, _finished(report, card)))
    return sorted(steps, key=lambda event: event.at, reverse=True)


def _finished(report: Report, card: Scorecard) -> str:
    if outcome_of(report.scheme.form) == "points":
        return _("系统评分完成") if card.is_done else _("系统评分失败")
    return _("系统核查完成") if card.is_done else _("系统核查失败")
