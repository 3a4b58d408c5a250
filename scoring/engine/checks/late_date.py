"""I_DATE: a deadline that was missed without a word, or a completion without a date."""

from collections.abc import Iterator

from scoring.engine.checks.base import Check, CheckContext
from scoring.engine.checks.missing_reason import unexplained_cuts
from scoring.engine.checks.score_difference import UNMET_FULL, difference_code, missed
from scoring.engine.checks.self_scored import disputed
from scoring.engine.checks.target_rows import TargetRow, target_rows
from scoring.engine.checks.told_once import speaks
from scoring.engine.numerals import quoted
from scoring.engine.results import Finding


def find(check: Check, context: CheckContext) -> Iterator[Finding]:
    """The target is a date. That a late row has too high a score, or no reason for a lower one, is said as such."""
    dated = [row for row in target_rows(context, "target", "actual") if _is_doubtful(row)]
    said = _said_already(context) if dated else set()
    for row in dated:
        if row.judged.achieved is False and row.anchor in said:
            continue
        if advice := _advice(row):
            message = (
                f"{row.name}的指标值是期限“{quoted(row.target)}”，完成值“{quoted(row.actual)}”{advice}。"
            )
            yield check.finding(row.at("actual"), message, stated=row.actual, computed=row.target)


def _said_already(context: CheckContext) -> set[str]:
    """Rows of which the checks of scores or of reasons speak."""
    said = [row for row in disputed(context) if speaks(context, difference_code(row))]
    said += missed(context) if speaks(context, UNMET_FULL) else ()
    said += unexplained_cuts(context) if speaks(context, "I_REASON") else ()
    return {row.filed.anchor for row in said}


def _is_doubtful(row: TargetRow) -> bool:
    """A deadline that isn't shown to be kept: done by a date that can be looked up, not only 按期完成."""
    judged = row.judged
    if judged.direction != "date" or judged.actual.kind == "empty":
        return False
    return judged.achieved is not True or judged.actual.kind == "words"


def _advice(row: TargetRow) -> str:
    """What is wrong with the date and what to do about it; empty where the bureau has said why."""
    dated = row.judged.actual.kind == "date"
    if row.judged.achieved is not False:
        said = "不是确切的日期" if dated else "没有写明完成日期"
        return f"{said}，不能核实是否按期，请写明实际完成日期"
    said = "晚于期限" if dated else "说明没有按期完成"
    if row.is_full:
        return f"{said}，却得满分，请调整得分{'' if row.has_reason else '或说明原因'}"
    return "" if row.has_reason else f"{said}，请说明原因"


CHECK = Check("I_DATE", "完成日期晚于期限或没有写明", "information", find)
