"""I_COST: a cost with a floor as its target, or above its target with full marks."""

from collections.abc import Iterator

from scoring.engine.checks.base import Check, CheckContext
from scoring.engine.checks.target_rows import TargetRow, target_rows
from scoring.engine.direction import point
from scoring.engine.numerals import quoted
from scoring.engine.results import Finding
from scoring.engine.text import normalise
from scoring.engine.units import dimension


def find(check: Check, context: CheckContext) -> Iterator[Finding]:
    """Costs are to stay below their target: “≥” turns that round, more money than planned isn't full marks."""
    for row in target_rows(context, "target"):
        if not is_cost(row):
            continue
        if sign_conflict(row):
            message = (
                f"{row.name}是成本，指标值“{quoted(row.target)}”却写成下限，花得越多越算完成。请改用“≤”。"
            )
            yield check.finding(row.at("target"), message, stated=row.target)
        elif _spent_more(row):
            message = (
                f"{row.name}完成值“{quoted(row.actual)}”高于指标值“{quoted(row.target)}”，成本超出却得满分，"
                "请说明原因或调整得分。"
            )
            yield check.finding(row.at("actual"), message, stated=row.actual, computed=row.target)


def is_cost(row: TargetRow) -> bool:
    """Whether the row stands under a cost (成本指标, 经济成本)."""
    return "成本" in row.levels


def sign_conflict(row: TargetRow) -> str:
    """Why the target's sign contradicts the indicator's name; empty where it doesn't."""
    return point(row.judged.target, row.given.level1, row.given.level2, normalise(row.given.name)).conflict


def _spent_more(row: TargetRow) -> bool:
    """More money than planned with full marks, where no score was computed to compare with."""
    judged = row.judged
    money = dimension(judged.target.unit) == "money" and judged.target.operator in ("", "=", "<=", "<", "~")
    over = money and judged.ratio is not None and judged.ratio > 1
    return over and row.is_full and not row.is_disputed and not row.has_reason


CHECK = Check("I_COST", "成本指标方向存疑", "information", find)
