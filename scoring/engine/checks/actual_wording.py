"""I_INEQ, I_ECHO: how completed values are written; one finding for all rows, so that the clerk isn't flooded."""

from collections.abc import Iterator

from scoring.engine.checks.base import Check, CheckContext
from scoring.engine.checks.target_rows import TargetRow, listed, one_for_all, target_rows
from scoring.engine.results import Finding


def find_bounds(check: Check, context: CheckContext) -> Iterator[Finding]:
    """A completed value is an inequality (≥95%) or only about right (约95%); it should be the figure itself."""
    rows = [row for row in target_rows(context, "actual") if _is_inexact(row)]
    names = listed(row.name for row in rows)
    message = f"完成值应填写确数，不能写成“≥”“≤”“以上”“约”：{names}。"
    yield from one_for_all(check, rows, "actual", message)


def find_echoes(check: Check, context: CheckContext) -> Iterator[Finding]:
    """A completed value merely repeats the target's words."""
    rows = [row for row in target_rows(context, "actual") if _echoes(row)]
    names = listed(row.name for row in rows)
    yield from one_for_all(check, rows, "actual", f"完成值照抄指标值，请写明实际完成情况：{names}。")


def _is_inexact(row: TargetRow) -> bool:
    return row.judged.actual_is_bound or row.judged.actual.operator == "~"


def _echoes(row: TargetRow) -> bool:
    return bool(row.judged.echo and row.judged.direction == "qualitative")


CHECKS = (
    Check("I_INEQ", "完成值不是确数", "information", find_bounds),
    Check("I_ECHO", "完成值照抄指标值", "information", find_echoes),
)
