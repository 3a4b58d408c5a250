"""T_SUM: the total under the scored rows against their sum."""

from collections.abc import Iterator

from scoring.engine.checks.base import Check, CheckContext, figure
from scoring.engine.results import Finding


def find(check: Check, context: CheckContext) -> Iterator[Finding]:
    """The total under the scored rows differs from their sum."""
    name = context.scheme.totals.sum
    stated = context.facts.stated(name) if name else None
    own = context.totals.self_sum
    if (
        name
        and stated is not None
        and stated != own
        and any(row.self_score is not None for row in context.rows)
    ):
        label = context.facts.label(name)
        message = f"{label}填写 {figure(stated)}，各行自评得分合计 {figure(own)}。"
        yield check.finding(context.scheme.anchor(name), message, stated=stated, computed=own)


CHECK = Check("T_SUM", "总分与各行得分合计不符", "warning", find, touches_score=True)
