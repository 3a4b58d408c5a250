"""W_LEVEL: typed rows of a level against the level's weight."""

from collections.abc import Iterator
from decimal import Decimal

from scoring.engine.checks.base import Check, CheckContext, figure
from scoring.engine.results import Finding


def find(check: Check, context: CheckContext) -> Iterator[Finding]:
    """Typed rows of a level don't add up to the level's weight, or a group's rows to the group's."""
    yield from _levels(check, context)
    for row in context.rows:
        own = sum((child.weight for child in row.filed.given.children), Decimal(0))
        if own > 0 and own != row.weight:
            names = "、".join(child.name for child in row.filed.given.children)
            message = f"{names}分值合计 {figure(own)}，应为 {figure(row.weight)}。"
            yield check.finding(row.filed.anchor, message, stated=own, computed=row.weight)


def _levels(check: Check, context: CheckContext) -> Iterator[Finding]:
    scheme = context.scheme
    for key, indicator_list in scheme.indicator_lists.items():
        anchor = scheme.anchor(f"list:{key}")
        section = anchor.split("/")[0]
        typed = [
            row for row in context.rows if row.filed.typed and row.filed.anchor.startswith(f"{section}/")
        ]
        for level in indicator_list.levels:
            rows = [row for row in typed if row.filed.given.level1 == level.name]
            own = sum((row.weight for row in rows), Decimal(0))
            if own != level.weight:
                place = rows[0].at("weight") if rows else anchor
                message = f"{level.name}各行分值合计 {figure(own)}，应为 {figure(level.weight)}。"
                yield check.finding(place, message, stated=own, computed=level.weight)


CHECK = Check("W_LEVEL", "指标分值合计不符", "warning", find, touches_score=True)
