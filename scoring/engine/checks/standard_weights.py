"""W_STD: weights of the first levels against the standard that the form should follow (财预〔2020〕10号: 10/50/30/10)."""

from collections.abc import Iterator
from decimal import Decimal

from scoring.engine.checks.base import Check, CheckContext, figure
from scoring.engine.checks.level_weights import misweighted
from scoring.engine.checks.told_once import speaks
from scoring.engine.results import Finding


def find(check: Check, context: CheckContext) -> Iterator[Finding]:
    """One finding for all levels, anchored at the first row of a level that differs, else at the typed rows."""
    standard = context.scheme.standards.level1_weights
    own = _weights(context)
    if not standard or not own:
        return
    names = [name for name, due in standard.items() if own.get(name, Decimal(0)) != due]
    names += [name for name in own if name not in standard]
    if not names or set(names) <= _said_already(context):
        return
    parts = [f"{name} {_shown(own.get(name))} 分（标准 {_shown(standard.get(name))} 分）" for name in names]
    rows = [row for row in context.rows if row.filed.given.level1 in names]
    place = rows[0].at("weight") if rows else context.rows[0].filed.anchor
    yield check.finding(
        place,
        f"一级指标分值与标准不一致：{'、'.join(parts)}。",
        stated="、".join(f"{name} {_shown(own.get(name))}" for name in names),
        computed="、".join(f"{name} {_shown(standard.get(name))}" for name in names),
    )


def _said_already(context: CheckContext) -> set[str]:
    """Levels that the form itself weighs as the standard does: that the rows don't is said by W_LEVEL."""
    standard, levels = context.scheme.standards.level1_weights, context.scheme.indicator_lists.values()
    by_standard = {
        level.name for each in levels for level in each.levels if level.weight == standard.get(level.name)
    }
    return by_standard & misweighted(context).keys() if speaks(context, "W_LEVEL") else set()


def _weights(context: CheckContext) -> dict[str, Decimal]:
    """Filed weight by first level; empty until the bureau has typed a weight where it types rows."""
    typed = [row for row in context.rows if row.filed.typed and row.weight]
    if context.scheme.scoring == "none" or (context.scheme.indicator_lists and not typed):
        return {}
    sums: dict[str, Decimal] = {}
    for row in context.rows:
        if row.weight:
            level = row.filed.given.level1
            sums[level] = sums.get(level, Decimal(0)) + row.weight
    return sums


def _shown(weight: Decimal | None) -> str:
    return figure(weight or Decimal(0)) or ""


CHECK = Check("W_STD", "一级指标分值与标准不一致", "warning", find)
