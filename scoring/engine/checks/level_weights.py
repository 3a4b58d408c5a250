"""W_LEVEL: typed rows of a level against the level's weight."""

from collections.abc import Iterator
from decimal import Decimal

from scoring.engine.checks.base import Check, CheckContext, figure
from scoring.engine.form_parts import Level
from scoring.engine.results import Finding, ScoredRow


def find(check: Check, context: CheckContext) -> Iterator[Finding]:
    """Typed rows of a level don't add up to the level's weight, or a group's rows to the group's."""
    yield from _levels(check, context)
    for row in context.rows:
        own = sum((child.weight for child in row.filed.given.children), Decimal(0))
        if own > 0 and own != row.weight:
            names = "、".join(child.name for child in row.filed.given.children)
            message = f"{names}分值合计 {figure(own)}，应为 {figure(row.weight)}。"
            yield check.finding(row.filed.anchor, message, stated=own, computed=row.weight)


def misweighted(context: CheckContext) -> dict[str, Decimal]:
    """By first level how much its typed rows weigh too much, or too little; levels in order are left out."""
    gaps: dict[str, Decimal] = {}
    for _list, level, rows in _typed_levels(context):
        gap = sum((row.weight for row in rows), Decimal(0)) - level.weight
        if gap:
            gaps[level.name] = gaps.get(level.name, Decimal(0)) + gap
    return gaps


def _levels(check: Check, context: CheckContext) -> Iterator[Finding]:
    for anchor, level, rows in _typed_levels(context):
        own = sum((row.weight for row in rows), Decimal(0))
        if own != level.weight:
            place = rows[0].at("weight") if rows else anchor
            message = f"{level.name}各行分值合计 {figure(own)}，应为 {figure(level.weight)}。"
            yield check.finding(place, message, stated=own, computed=level.weight)


def _typed_levels(context: CheckContext) -> Iterator[tuple[str, Level, list[ScoredRow]]]:
    """(anchor of the list, level, its typed rows) of every level of every list."""
    scheme = context.scheme
    for key, indicator_list in scheme.indicator_lists.items():
        anchor = scheme.anchor(f"list:{key}")
        section = anchor.split("/")[0]
        typed = [
            row for row in context.rows if row.filed.typed and row.filed.anchor.startswith(f"{section}/")
        ]
        for level in indicator_list.levels:
            yield anchor, level, [row for row in typed if row.filed.given.level1 == level.name]


CHECK = Check("W_LEVEL", "指标分值合计不符", "warning", find, touches_score=True)
