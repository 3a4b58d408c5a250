"""T_DUP: the same total stated in two places."""

from collections.abc import Iterator
from decimal import Decimal

from scoring.engine.checks.base import Check, CheckContext, figure
from scoring.engine.checks.told_once import speaks
from scoring.engine.checks.total_sum import wrong_sums
from scoring.engine.results import Finding


def find(check: Check, context: CheckContext) -> Iterator[Finding]:
    """The same total is stated in two places with different values, and not only because T_SUM finds one wrong."""
    totals, facts = context.scheme.totals, context.facts
    named = [name for name in dict.fromkeys([*totals.stated, totals.official]) if name]
    stated = {name: value for name in named if (value := facts.stated(name)) is not None}
    if len(set(stated.values())) < 2 or len(set(_with_right_sums(context, stated).values())) < 2:
        return
    first, *others = stated
    parts = "，".join(f"{facts.label(name)} {figure(value)}" for name, value in stated.items())
    different = next(stated[name] for name in others if stated[name] != stated[first])
    yield check.finding(
        context.scheme.anchor(first),
        f"同一总分在表中有两个数：{parts}。",
        stated=stated[first],
        computed=different,
        also=tuple(context.scheme.anchor(name) for name in others),
    )


def _with_right_sums(context: CheckContext, stated: dict[str, Decimal]) -> dict[str, Decimal]:
    """The totals as they would stand once what T_SUM finds is put right."""
    right = wrong_sums(context) if speaks(context, "T_SUM") else {}
    return {name: right.get(name, value) for name, value in stated.items()}


CHECK = Check("T_DUP", "同一总分有两个数", "warning", find, touches_score=True)
