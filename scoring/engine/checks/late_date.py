"""I_DATE: a deadline that was missed without a word, or a completion without a date."""

from collections.abc import Iterator

from scoring.engine.checks.base import Check, CheckContext
from scoring.engine.checks.target_rows import TargetRow, target_rows
from scoring.engine.numerals import quoted
from scoring.engine.results import Finding


def find(check: Check, context: CheckContext) -> Iterator[Finding]:
    """The target is a date. A score above what the rule gives is said by the checks of scores."""
    for row in target_rows(context, "target", "actual"):
        judged = row.judged
        if judged.direction != "date" or judged.actual.kind == "empty" or judged.achieved:
            continue
        if advice := _advice(row):
            message = (
                f"{row.name}的指标值是期限“{quoted(row.target)}”，完成值“{quoted(row.actual)}”{advice}。"
            )
            yield check.finding(row.at("actual"), message, stated=row.actual, computed=row.target)


def _advice(row: TargetRow) -> str:
    """What is wrong with the date and what to do about it; empty where the bureau has said why."""
    dated = row.judged.actual.kind == "date"
    if row.judged.achieved is None:
        said = "不是确切的日期" if dated else "没有写明完成日期"
        return f"{said}，不能判断是否按期，请写明实际完成日期"
    said = "晚于期限" if dated else "说明没有按期完成"
    if not row.has_reason:
        return f"{said}，请说明原因"
    return f"{said}，却得满分，请调整得分" if row.is_full and not row.is_disputed else ""


CHECK = Check("I_DATE", "完成日期晚于期限或没有写明", "information", find)
