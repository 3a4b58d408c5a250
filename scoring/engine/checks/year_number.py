"""I_YEARNUM: the only number in a quantity's target is a year, a month or part of a name."""

import re
from collections.abc import Iterator

from scoring.engine.checks.base import Check, CheckContext
from scoring.engine.checks.target_rows import TargetRow, target_rows
from scoring.engine.numerals import quoted
from scoring.engine.results import Finding
from scoring.engine.text import normalise


def find(check: Check, context: CheckContext) -> Iterator[Finding]:
    """发放 1-12 月医疗救助金, 拨付 2020 年度待遇: nothing says how much."""
    for row in target_rows(context, "target"):
        if names_a_period(row):
            message = (
                f"{row.name}的指标值“{quoted(row.target)}”里的数字是年份、月份或名称，不是目标数量，"
                "完成多少无法衡量。请写明数字和单位。"
            )
            yield check.finding(row.at("target"), message, stated=row.target)


def names_a_period(row: TargetRow) -> bool:
    """Whether a quantity's target has digits that measure nothing."""
    target = row.judged.target
    if "数量" not in row.given.level2 or target.kind not in ("words", "date"):
        return False
    return target.kind == "date" or bool(re.search(r"\d", normalise(row.target)))


CHECK = Check("I_YEARNUM", "指标值里的数字不是目标数量", "information", find)
