"""S_GT_W: a self score above its weight."""

from collections.abc import Iterator

from scoring.engine.checks.base import Check, CheckContext, figure
from scoring.engine.results import Finding


def find(check: Check, context: CheckContext) -> Iterator[Finding]:
    """A self score above its weight; the message names both."""
    for row in context.rows:
        if row.self_score is not None and row.self_score > row.weight:
            name = row.filed.given.name
            message = f"{name}自评得分 {figure(row.self_score)} 高于分值 {figure(row.weight)}。"
            yield check.finding(row.at("self_score"), message, stated=row.self_score, computed=row.weight)


CHECK = Check("S_GT_W", "得分高于分值", "error", find)
