"""I_NOTARGET: rows that were completed without a target."""

from collections.abc import Iterator

from scoring.engine.checks.base import Check, CheckContext
from scoring.engine.checks.target_rows import TargetRow, listed, one_for_all, target_rows
from scoring.engine.results import Finding


def find(check: Check, context: CheckContext) -> Iterator[Finding]:
    """The form has a cell for the target, the row has a completed value and no target; one finding for all."""
    rows = [row for row in target_rows(context, "target", "actual") if _lacks_target(row, context)]
    names = listed(row.name for row in rows)
    message = f"没有填写指标值，完成值无从比较：{names}。请按批复的绩效目标补填。"
    yield from one_for_all(check, rows, "target", message)


def _lacks_target(row: TargetRow, context: CheckContext) -> bool:
    counts = context.scheme.scoring == "none" or row.given.weight > 0
    return counts and row.judged.target.kind == "empty" and row.judged.actual.kind != "empty"


CHECK = Check("I_NOTARGET", "没有指标值", "information", find)
