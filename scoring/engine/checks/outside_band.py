"""I_QBAND: a qualitative self score against the band of its level."""

from collections.abc import Iterator

from scoring.engine.checks.base import Check, CheckContext, figure
from scoring.engine.checks.self_scored import self_scored
from scoring.engine.results import Finding


def find(check: Check, context: CheckContext) -> Iterator[Finding]:
    """A qualitative self score lies outside the band of the level that was chosen; above the weight is S_GT_W."""
    for row in self_scored(context):
        low, high, own = row.outcome.low, row.outcome.high, row.self_score
        narrowed = row.status == "judgement" and (low > 0 or high < row.weight)
        if narrowed and own is not None and own <= row.weight and not low <= own <= high:
            yield check.finding(
                row.at("self_score"),
                f"{row.filed.given.name}：{row.outcome.explanation}",
                stated=own,
                computed=f"{figure(low)}–{figure(high)}",
            )


CHECK = Check("I_QBAND", "定性得分不在所选档次区间内", "warning", find, touches_score=True)
