"""I_DIR: a target whose sign is against what its indicator naturally wants (结转结余率≥, 投诉率≥, 满意度≤)."""

import re
from collections.abc import Iterator

from scoring.engine.checks.base import Check, CheckContext
from scoring.engine.checks.cost_direction import is_cost, sign_conflict
from scoring.engine.checks.target_rows import TargetRow, target_rows
from scoring.engine.naming import named_direction
from scoring.engine.numerals import quoted
from scoring.engine.results import Finding
from scoring.engine.text import normalise

_TO_BE_HIGH = re.compile(
    r"满意[率度]|合格率|达标率|覆盖率|知晓[率度]|及时率|参保率|准确率|优良率|成活率|入学率|就业率|完好率|通过率"
    r"|办结率|处理率|整改率|普及率|巩固率|治愈率|破案率|化解率|兑现率|落实率|清运率|保障率|参与率|回访率"
)


def find(check: Check, context: CheckContext) -> Iterator[Finding]:
    """The sign says the more the better of something that should be low, or the other way round."""
    for row in target_rows(context, "target"):
        if is_cost(row):
            continue
        if sign_conflict(row) and row.judged.target.operator in (">=", ">"):
            wanted = "一般越低越好，指标值“{}”却写成下限，请核对是否应为“≤”"
        elif sign_conflict(row):
            wanted = "多为工作量，指标值“{}”却写成上限，请核对是否应为“≥”"
        elif _capped(row):
            wanted = "一般越高越好，指标值“{}”却写成上限，请核对是否应为“≥”"
        else:
            continue
        message = f"{row.name}{wanted.format(quoted(row.target))}；方向写反会颠倒得分。"
        yield check.finding(row.at("target"), message, stated=row.target)


def _capped(row: TargetRow) -> bool:
    name = normalise(row.given.name)
    capped = row.judged.target.operator in ("<=", "<")
    return capped and bool(_TO_BE_HIGH.search(name)) and named_direction(name) == "min"


CHECK = Check("I_DIR", "指标值方向与指标不符", "information", find)
