"""S_GT_W: a self score above its weight."""

from collections.abc import Iterator

from scoring.engine.checks.base import Check, CheckContext, figure
from scoring.engine.results import Finding


def find(check: Check, context: CheckContext) -> Iterator[Finding]:
    """A self score above its weight; the message names both. Rows of a group count once they have a weight."""
    for row in context.rows:
        section = row.filed.anchor.partition("/")[0]
        split = [(f"{section}/{child.id}", child) for child in row.filed.given.children if child.weight > 0]
        for anchor, given in [(row.filed.anchor, row.filed.given), *split]:
            if given.self_score is not None and given.self_score > given.weight:
                own, weight = figure(given.self_score), figure(given.weight)
                yield check.finding(
                    f"{anchor}/self_score",
                    f"{given.name}自评得分 {own} 高于分值 {weight}。",
                    stated=given.self_score,
                    computed=given.weight,
                )


CHECK = Check("S_GT_W", "得分高于分值", "error", find)
