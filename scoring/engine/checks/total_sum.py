"""T_SUM: the total under the scored rows against their sum."""

from collections.abc import Iterator
from decimal import Decimal

from scoring.engine.checks.base import Check, CheckContext, figure
from scoring.engine.facts import derived_cells
from scoring.engine.results import Finding


def find(check: Check, context: CheckContext) -> Iterator[Finding]:
    """The total under the scored rows, or another cell that the scheme compares like it, differs from their sum."""
    for name, due in wrong_sums(context).items():
        stated, label = context.facts.stated(name), context.facts.label(name)
        message = f"{label}填写 {figure(stated)}，各行自评得分合计 {figure(due)}。"
        yield check.finding(context.scheme.anchor(name), message, stated=stated, computed=due)


def wrong_sums(context: CheckContext) -> dict[str, Decimal]:
    """By name what the cells should hold that add up self scores and hold another figure."""
    if all(row.self_score is None for row in context.rows):
        return {}
    facts, name = context.facts, context.scheme.totals.sum
    due = {name: context.totals.self_sum} if name else {}
    for each, _cell in derived_cells(context.scheme, "T_SUM"):
        if (computed := facts.derived(each)) is not None:
            due.setdefault(each, computed)
    return {each: value for each, value in due.items() if facts.stated(each) not in (None, value)}


CHECK = Check("T_SUM", "总分与各行得分合计不符", "warning", find, touches_score=True)
