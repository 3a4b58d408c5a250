"""What the engine found, as rows of the database."""

from collections.abc import Iterator
from decimal import Decimal
from typing import TypedDict

from scoring.engine.results import Scorecard as Scored
from scoring.models import Finding, IndicatorScore, Scorecard


class TotalFields(TypedDict):
    """A scorecard's figures by the names of its columns."""

    self_stated: Decimal | None
    self_sum: Decimal
    computed_points: Decimal
    computed_weight: Decimal
    computed_low: Decimal
    computed_high: Decimal
    computed_total: Decimal | None
    grade: str


def total_fields(scored: Scored) -> TotalFields:
    totals = scored.totals
    return {
        "self_stated": totals.self_stated,
        "self_sum": totals.self_sum,
        "computed_points": totals.points,
        "computed_weight": totals.weight,
        "computed_low": totals.low,
        "computed_high": totals.high,
        "computed_total": totals.total,
        "grade": totals.grade,
    }


def indicator_scores(scorecard: Scorecard, scored: Scored) -> Iterator[IndicatorScore]:
    """The rows of a scorecard in form order, not yet stored; the scorecard is."""
    for position, row in enumerate(scored.rows):
        given, outcome = row.filed.given, row.outcome
        yield IndicatorScore(
            scorecard_id=scorecard.pk,
            position=position,
            indicator_id=row.filed.id,
            anchor=row.filed.anchor,
            rule_kind=row.filed.rule.kind,
            formula_id=row.filed.rule.formula_id,
            achieved=outcome.achieved,
            level1=given.level1,
            level2=given.level2,
            name=given.name,
            target=given.target,
            actual=given.actual,
            reason=row.filed.reason,
            weight=row.weight,
            self_score=row.self_score,
            status=row.status,
            points=row.points,
            low=outcome.low,
            high=outcome.high,
            explanation=outcome.explanation,
            wording=row.filed.rule.wording(row.weight),
            published_text=row.filed.published_text,
            missing=list(outcome.missing),
        )


def findings(scorecard: Scorecard, scored: Scored) -> Iterator[Finding]:
    """The findings of a scorecard in the order in which they are shown, not yet stored; the scorecard is."""
    for position, found in enumerate(scored.findings):
        yield Finding(
            scorecard_id=scorecard.pk,
            position=position,
            code=found.code,
            severity=found.severity,
            anchor=found.anchor,
            also=list(found.also),
            message=found.message,
            stated=found.stated,
            computed=found.computed,
            difference=found.difference,
            touches_score=found.touches_score,
        )
