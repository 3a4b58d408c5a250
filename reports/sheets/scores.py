"""What stands in the 系统 column of a row, from a stored scorecard or from a draft's."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from reports.anchors import Link
from scoring.engine.results import Scorecard as Scored
from scoring.engine.results import ScoredRow
from scoring.engine.rules.base import RowStatus
from scoring.engine.scheme import Scheme
from scoring.models import IndicatorScore, Scorecard


@dataclass(frozen=True)
class MissingFact:
    """A figure that a row waits for, with the address of its cell (empty where the form has none)."""

    label: str
    url: str


@dataclass(frozen=True)
class ScoreLine:
    """A row's computed side. `reviewed` is the reviewed score where it may be shown.

    `achieved` is the verdict on the target; where `is_judged`, it is all that there is.
    """

    status: RowStatus | str
    weight: Decimal
    self_score: Decimal | None
    points: Decimal | None
    explanation: str
    wording: str
    published_text: str
    missing: tuple[MissingFact, ...] = ()
    achieved: bool | None = None
    is_judged: bool = False
    reviewed: Decimal | None = None
    review_reason: str = ""

    @property
    def trend(self) -> str:
        """`up` where the computed score is above the self score, `down` where it is below."""
        if self.points is None or self.self_score is None or self.points == self.self_score:
            return ""
        return "up" if self.points > self.self_score else "down"


def scores_of_draft(scored: Scored, scheme: Scheme, link: Link) -> dict[str, ScoreLine]:
    """By row anchor, from a scorecard that isn't stored."""
    return {row.filed.anchor: _drafted(row, scheme, link) for row in scored.rows}


def scores_of_scorecard(
    scorecard: Scorecard | None,
    scheme: Scheme,
    link: Link,
    reviewed: Mapping[str, tuple[Decimal, str]] | None = None,
) -> dict[str, ScoreLine]:
    """By row anchor, from a stored scorecard; `reviewed` gives (score, reason) by indicator id."""
    rows: Iterable[IndicatorScore] = scorecard.rows.all() if scorecard else ()
    given = reviewed or {}
    return {row.anchor: _stored(row, scheme, link, given.get(row.indicator_id)) for row in rows}


def _drafted(row: ScoredRow, scheme: Scheme, link: Link) -> ScoreLine:
    return ScoreLine(
        status=row.status,
        weight=row.weight,
        self_score=row.self_score,
        points=row.points,
        explanation=row.outcome.explanation,
        wording=row.filed.rule.wording(row.weight),
        published_text=row.filed.published_text,
        missing=_missing(row.outcome.missing, scheme, link),
        achieved=row.outcome.achieved,
        is_judged=scheme.scoring == "none",
    )


def _stored(
    row: IndicatorScore, scheme: Scheme, link: Link, reviewed: tuple[Decimal, str] | None
) -> ScoreLine:
    return ScoreLine(
        status=row.status,
        weight=row.weight,
        self_score=row.self_score,
        points=row.points,
        explanation=row.explanation,
        wording=row.wording,
        published_text=row.published_text,
        missing=_missing(row.missing, scheme, link),
        achieved=row.achieved,
        is_judged=scheme.scoring == "none",
        reviewed=reviewed[0] if reviewed else None,
        review_reason=reviewed[1] if reviewed else "",
    )


def _missing(names: Iterable[str], scheme: Scheme, link: Link) -> tuple[MissingFact, ...]:
    return tuple(
        MissingFact(_label(name, scheme), link(scheme.places[name]) if name in scheme.places else "")
        for name in names
    )


def _label(name: str, scheme: Scheme) -> str:
    if name in scheme.facts:
        return scheme.facts[name].label
    table, _dot, place = name.partition(".")
    row, _dot, column = place.partition(".")
    if table in scheme.tables and column in scheme.tables[table].columns:
        return f"{scheme.tables[table].rows.get(row, '')}{scheme.tables[table].columns[column].label}"
    return name
