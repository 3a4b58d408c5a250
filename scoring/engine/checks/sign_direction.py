"""I_DIR: a target whose sign is against what its indicator naturally wants (结转结余率≥, 投诉率≥, 满意度≤)."""

from collections.abc import Iterator

from scoring.engine.checks.base import Check, CheckContext
from scoring.engine.checks.cost_direction import is_cost, sign_conflict
from scoring.engine.checks.target_rows import TargetRow, target_rows
from scoring.engine.naming import is_to_be_high
from scoring.engine.numerals import quoted
from scoring.engine.results import Finding
from scoring.engine.text import normalise


def find(check: Check, context: CheckContext) -> Iterator[Finding]:
    """The sign says the more the better of something that should be low, or the other way round."""
    for row in target_rows(context, "target"):
        if is_cost(row):
            continue
        if sign_conflict(row) and row.judged.target.operator in (">=", ">"):
            wanted = "一般越低越好，指标值“{}”却写成下限，请核对是否应为“≤”"
        elif _is_capped(row):
            wanted = "一般越高越好，指标值“{}”却写成上限，请核对是否应为“≥”"
        elif sign_conflict(row):
            wanted = "多为工作量，指标值“{}”却写成上限，请核对是否应为“≥”"
        else:
            continue
        message = f"{row.name}{wanted.format(quoted(row.target))}；方向写反会颠倒得分。"
        yield check.finding(row.at("target"), message, stated=row.target)


def _is_capped(row: TargetRow) -> bool:
    return row.judged.target.operator in ("<=", "<") and is_to_be_high(normalise(row.given.name))


CHECK = Check("I_DIR", "指标值方向与指标不符", "information", find)
