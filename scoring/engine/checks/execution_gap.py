"""X_MISMATCH: indicators scored far better than the money was spent, an early warning (预警) of some finance offices."""

from collections.abc import Iterator
from decimal import Decimal

from scoring.engine.checks.base import Check, CheckContext, figure
from scoring.engine.checks.execution import execution_rate, execution_row
from scoring.engine.results import Finding


def find(check: Check, context: CheckContext) -> Iterator[Finding]:
    """(score rate − execution rate) ÷ score rate above the form's limit; the execution row itself doesn't count."""
    limit = context.scheme.standards.execution_gap
    rate = execution_rate(context) if limit is not None else None
    own = execution_row(context)
    rows = [row for row in context.rows if row is not own]
    points = sum((row.self_score for row in rows if row.self_score is not None), Decimal(0))
    weight = sum((row.weight for row in rows), Decimal(0))
    if limit is None or rate is None or points <= 0 or weight <= 0:
        return
    scored = points / weight * 100
    gap = (scored - rate) / scored * 100
    if gap > limit:
        message = (
            f"各项指标得分率 {figure(scored)}%（{figure(points)} ÷ {figure(weight)}），"
            f"预算执行率 {figure(rate)}%，偏差 {figure(gap)}%，超过 {figure(limit)}%，请核实得分或说明原因。"
        )
        yield check.finding(
            _place(context), message, stated=f"{figure(scored)}%", computed=f"{figure(rate)}%"
        )


def _place(context: CheckContext) -> str:
    """The total, else the execution rate, else the execution row."""
    own = execution_row(context)
    for name in (context.scheme.totals.official, context.scheme.standards.execution):
        if name in context.scheme.places:
            return context.scheme.places[name]
    return own.filed.anchor if own else context.rows[0].filed.anchor


CHECK = Check("X_MISMATCH", "得分率明显高于预算执行率", "warning", find, touches_score=True)
