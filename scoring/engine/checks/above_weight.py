"""S_GT_W: a self score above its weight."""

from collections.abc import Iterator
from decimal import Decimal

from scoring.engine.checks.base import Check, CheckContext, figure
from scoring.engine.results import Finding, ScoredRow
from scoring.engine.rules.base import RowInput


def find(check: Check, context: CheckContext) -> Iterator[Finding]:
    """A self score above its weight; the message names both. Rows of a group count once they have a weight."""
    for row in context.rows:
        children = row.filed.given.children
        if not children:
            yield from _above(check, row.filed.anchor, row.filed.given)
            continue
        section = row.filed.anchor.partition("/")[0]
        above = [
            finding
            for child in children
            if child.weight > 0
            for finding in _above(check, f"{section}/{child.id}", child)
        ]
        yield from above or _group(check, section, row)


def _above(check: Check, anchor: str, given: RowInput) -> Iterator[Finding]:
    if given.self_score is not None and given.self_score > given.weight:
        own, weight = figure(given.self_score), figure(given.weight)
        yield check.finding(
            f"{anchor}/self_score",
            f"{given.name}自评得分 {own} 高于分值 {weight}。",
            stated=given.self_score,
            computed=given.weight,
        )


def _group(check: Check, section: str, row: ScoredRow) -> Iterator[Finding]:
    """The scores of a group's rows together: the group itself has no cell for one."""
    scored = [child for child in row.filed.given.children if child.self_score is not None]
    total = sum((child.self_score or Decimal(0) for child in scored), Decimal(0))
    if total > row.weight:
        names = "、".join(child.name for child in scored)
        first, *others = (f"{section}/{child.id}/self_score" for child in scored)
        yield check.finding(
            first,
            f"{names}自评得分{'合计' if others else ''} {figure(total)} 高于本组分值 {figure(row.weight)}。",
            stated=total,
            computed=row.weight,
            also=tuple(others),
        )


CHECK = Check("S_GT_W", "得分高于分值", "error", find)
