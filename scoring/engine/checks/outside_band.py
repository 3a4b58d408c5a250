"""I_QBAND: a qualitative self score against the band of its level."""

from collections.abc import Iterator

from scoring.engine.checks.base import Check, CheckContext, figure
from scoring.engine.results import Finding


def find(check: Check, context: CheckContext) -> Iterator[Finding]:
    """A qualitative self score lies outside the band of the level that was chosen."""
    for row in context.rows:
        low, high = row.outcome.low, row.outcome.high
        narrowed = (
            row.status == "judgement" and (low > 0 or high < row.weight) and not row.filed.given.children
        )
        if narrowed and row.self_score is not None and not low <= row.self_score <= high:
            yield check.finding(
                row.at("self_score"),
                f"{row.filed.given.name}：{row.outcome.explanation}",
                stated=row.self_score,
                computed=f"{figure(low)}–{figure(high)}",
            )


CHECK = Check("I_QBAND", "定性得分不在所选档次区间内", "warning", find, touches_score=True)
