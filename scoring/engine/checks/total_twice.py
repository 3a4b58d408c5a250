"""T_DUP: the same total stated in two places."""

from collections.abc import Iterator

from scoring.engine.checks.base import Check, CheckContext, figure
from scoring.engine.results import Finding


def find(check: Check, context: CheckContext) -> Iterator[Finding]:
    """The same total is stated in two places with different values."""
    names = [name for name in context.scheme.totals.stated if context.facts.stated(name) is not None]
    if len({context.facts.stated(name) for name in names}) < 2:
        return
    first, *others = names
    parts = "，".join(f"{context.facts.label(name)} {figure(context.facts.stated(name))}" for name in names)
    different = next(name for name in others if context.facts.stated(name) != context.facts.stated(first))
    yield check.finding(
        context.scheme.anchor(first),
        f"同一总分在表中有两个数：{parts}。",
        stated=context.facts.stated(first),
        computed=context.facts.stated(different),
        also=tuple(context.scheme.anchor(name) for name in others),
    )


CHECK = Check("T_DUP", "同一总分有两个数", "warning", find, touches_score=True)
