"""W_SUM: the weights of all rows against the form's total."""

from collections.abc import Iterator
from decimal import Decimal

from scoring.engine.checks.base import Check, CheckContext, figure
from scoring.engine.checks.level_weights import misweighted
from scoring.engine.checks.told_once import speaks
from scoring.engine.results import Finding


def find(check: Check, context: CheckContext) -> Iterator[Finding]:
    """The weights of all rows don't add up to the form's total, beyond what W_LEVEL says of single levels."""
    typed = [row for row in context.rows if row.filed.typed and row.weight]
    if context.scheme.scoring == "none" or not typed:
        return
    own = sum((row.weight for row in context.rows), Decimal(0))
    due = context.scheme.total_weight
    known = sum(misweighted(context).values(), Decimal(0)) if speaks(context, "W_LEVEL") else Decimal(0)
    if own - due != known:
        listed = next(iter(context.scheme.indicator_lists))
        message = f"各项指标分值合计 {figure(own)}，应为 {figure(due)}，{_gap(own - due)}。"
        yield check.finding(context.scheme.anchor(f"list:{listed}"), message, stated=own, computed=due)


def _gap(gap: Decimal) -> str:
    return f"{'多' if gap > 0 else '少'} {figure(abs(gap))}"


CHECK = Check("W_SUM", "分值合计不等于总分值", "warning", find, touches_score=True)
