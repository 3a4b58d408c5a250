"""I_COMPOUND: a target of several things, a completed value that answers fewer of them."""

from collections.abc import Iterator

from scoring.engine.checks.base import Check, CheckContext
from scoring.engine.checks.target_rows import TargetRow, target_rows
from scoring.engine.numerals import quoted
from scoring.engine.results import Finding
from scoring.engine.wording import claims_all_done, claims_done, denies, is_not_applicable


def find(check: Check, context: CheckContext) -> Iterator[Finding]:
    """新增两病门诊，待遇提高到70%，起付线降低 answered by 待遇70%以上: two things are left open."""
    for row in target_rows(context, "target", "actual"):
        if _answered(row) < _wanted(row) and not _is_settled(row):
            message = (
                f"{row.name}的指标值“{quoted(row.target)}”有几项内容，完成值“{quoted(row.actual)}”没有逐项回答，"
                "其余是否完成无法核实。请逐项写明，或拆成几个指标。"
            )
            yield check.finding(row.at("actual"), message, stated=row.actual, computed=row.target)


def _wanted(row: TargetRow) -> int:
    """How many things are to be done; by when is not one of them."""
    return sum(part.kind != "date" for part in row.judged.target.parts)


def _answered(row: TargetRow) -> int:
    return len(row.judged.actual.parts) or 1


def _is_settled(row: TargetRow) -> bool:
    """Decided, blank, or answered for everything at once."""
    judged, actual = row.judged, row.actual
    return (
        judged.achieved is not None
        or judged.actual.kind == "empty"
        or claims_done(actual)
        or claims_all_done(actual)
        or "全部" in actual
        or denies(actual)
        or is_not_applicable(actual)
    )


CHECK = Check("I_COMPOUND", "指标值的多项内容未逐项回答", "information", find)
