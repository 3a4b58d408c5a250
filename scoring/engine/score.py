"""Scores one filing: rows by their rules, totals, then every check. Plain data in, plain data out."""

from dataclasses import dataclass
from decimal import Decimal

from scoring.engine.checks.base import CheckContext
from scoring.engine.checks.registry import run_checks
from scoring.engine.content import Content
from scoring.engine.facts import FactBook
from scoring.engine.filing import Filing, read_filing
from scoring.engine.grade import grade_of
from scoring.engine.numbers import round_half_up
from scoring.engine.results import Scorecard, ScoredRow, Totals
from scoring.engine.scheme import Scheme


@dataclass(frozen=True)
class ScoreContext:
    """What a filing is compared with: the other filings of the bureau's dossier."""

    dossier: tuple[Filing, ...] = ()


NO_CONTEXT = ScoreContext()


def score(content: Content, scheme: Scheme, context: ScoreContext = NO_CONTEXT) -> Scorecard:
    """The scorecard of `content` under `scheme`. Never raises for any filed content."""
    facts, filed = read_filing(scheme, content)
    rows = tuple(ScoredRow(row, row.rule.score(row.given)) for row in filed)
    totals = _totals(scheme, facts, rows)
    findings = run_checks(CheckContext(scheme, content, facts, rows, totals, context.dossier))
    return Scorecard(rows, totals, tuple(findings))


def _totals(scheme: Scheme, facts: FactBook, rows: tuple[ScoredRow, ...]) -> Totals:
    computed = [row for row in rows if row.is_computed]
    idle = sum((row.weight for row in rows if row.status == "not_applicable"), Decimal(0))
    points = sum((row.points for row in computed if row.points is not None), Decimal(0))
    low = sum((round_half_up(row.outcome.low) for row in rows), Decimal(0))
    high = sum((round_half_up(row.outcome.high) for row in rows), Decimal(0))
    whole = (
        bool(rows)
        and scheme.scoring == "points"
        and all(row.is_computed or row.status == "not_applicable" for row in rows)
    )
    total = total_with_idle(scheme, points, idle) if whole else None
    official = scheme.totals.official
    return Totals(
        self_stated=facts.stated(official) if official else None,
        self_sum=facts.value("self.sum") or Decimal(0),
        points=points,
        weight=sum((row.weight for row in computed), Decimal(0)),
        low=total_with_idle(scheme, low, idle),
        high=total_with_idle(scheme, high, idle),
        total=total,
        grade=grade_of(total, scheme.grades),
    )


def total_with_idle(scheme: Scheme, points: Decimal, idle: Decimal) -> Decimal:
    """`points` with what the scheme's na_policy makes of the weight of rows that don't apply."""
    if idle == 0 or scheme.na_policy == "zero":
        return round_half_up(points)
    if scheme.na_policy == "full":
        return round_half_up(points + idle)
    rest = scheme.total_weight - idle
    return round_half_up(points * scheme.total_weight / rest) if rest > 0 else Decimal(0)
