"""What the engine found, as rows of the database."""

from collections.abc import Iterator
from dataclasses import asdict
from decimal import Decimal
from functools import cache
from typing import Any, TypedDict, TypeVar

from django.db import models

from scoring.engine.results import Finding as Found
from scoring.engine.results import Scorecard as Scored
from scoring.engine.results import ScoredRow
from scoring.models import Finding, IndicatorScore, Scorecard

Row = TypeVar("Row", bound=models.Model)
Held = TypeVar("Held", Decimal, Decimal | None)

# Every column of figures has ten digits, two of them decimals.
FARTHEST = Decimal("99999999.99")


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
        "self_stated": _held(totals.self_stated),
        "self_sum": _held(totals.self_sum),
        "computed_points": _held(totals.points),
        "computed_weight": _held(totals.weight),
        "computed_low": _held(totals.low),
        "computed_high": _held(totals.high),
        "computed_total": _held(totals.total),
        "grade": totals.grade,
    }


def indicator_scores(scorecard: Scorecard, scored: Scored) -> Iterator[IndicatorScore]:
    """The rows of a scorecard in form order, not yet stored; the scorecard is."""
    for position, row in enumerate(scored.rows):
        yield _fitting(_indicator_score(scorecard, position, row))


def _indicator_score(scorecard: Scorecard, position: int, row: ScoredRow) -> IndicatorScore:
    given, outcome = row.filed.given, row.outcome
    return IndicatorScore(
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
        yield _fitting(
            Finding(
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
                quotation=_quotation(found),
            )
        )


def _quotation(found: Found) -> dict[str, Any] | None:
    if found.quote is None:
        return None
    fixed = found.correction
    return {"quote": asdict(found.quote), "correction": asdict(fixed) if fixed else None}


def _fitting(row: Row) -> Row:
    """Cuts what its columns can't hold: a scorecard that can't be stored would be tried again until it failed.

    The sealed content has it whole, and checks name what is out of its domain.
    """
    for name, longest in _texts_of(type(row)):
        text = getattr(row, name)
        if text is not None and len(text) > longest:
            setattr(row, name, f"{text[: longest - 1]}…")
    for name in _figures_of(type(row)):
        setattr(row, name, _held(getattr(row, name)))
    return row


@cache
def _texts_of(model: type[models.Model]) -> tuple[tuple[str, int], ...]:
    fields = (field for field in model._meta.concrete_fields if isinstance(field, models.CharField))
    return tuple((field.attname, field.max_length) for field in fields if field.max_length)


@cache
def _figures_of(model: type[models.Model]) -> tuple[str, ...]:
    fields = model._meta.concrete_fields
    return tuple(field.attname for field in fields if isinstance(field, models.DecimalField))


def _held(value: Held) -> Held:
    """The figure, or the farthest from zero that a column of figures holds."""
    return value if value is None else max(min(value, FARTHEST), -FARTHEST)
