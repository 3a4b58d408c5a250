"""I_UNIT: a completed value that can't be set against its target: another unit, no unit, or no number at all."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from scoring.engine.checks.base import Check, CheckContext
from scoring.engine.checks.shifted_value import swapped_anchors
from scoring.engine.checks.target_rows import TargetRow, target_rows
from scoring.engine.numerals import quoted
from scoring.engine.quantity import Quantity
from scoring.engine.results import Finding
from scoring.engine.text import normalise
from scoring.engine.units import bounds, dimension, same_count
from scoring.engine.wording import is_not_applicable

_FIGURES = ("number", "range")
_THINGS = frozenset("份 本 篇 条 册 期 套 个 项 件 处 座 台 部 块 张 幅 种 支".split())


def find(check: Check, context: CheckContext) -> Iterator[Finding]:
    """≥85% answered by 年末结余6万, by 无投诉, or by 1500. Values in the wrong row are said by I_SHIFT."""
    elsewhere = swapped_anchors(context)
    for row in target_rows(context, "target", "actual"):
        fault = "" if row.judged.achieved is not None or row.anchor in elsewhere else _fault(row)
        if fault:
            message = (
                f"{row.name}的指标值是“{quoted(row.target)}”，完成值“{quoted(row.actual)}”{fault}，无法对照。"
            )
            found = check.finding(
                row.at("actual"),
                f"{message}请按指标值的单位填写实际数。",
                stated=row.actual,
                computed=row.target,
            )
            yield replace(found, severity="information") if _counts_things(row) else found


def _fault(row: TargetRow) -> str:
    target, actual = row.judged.target, row.judged.actual
    if target.kind not in _FIGURES or is_not_applicable(row.actual):
        return ""
    if actual.kind == "date":
        return "是日期"
    if actual.kind == "words":
        return "" if re.search(r"\d", normalise(row.actual)) else "里没有数字"
    answers = [part for part in (actual.parts or (actual,)) if part.kind in _FIGURES]
    if not answers or not target.unit:
        return ""
    if all(_incomparable(answer, target) for answer in answers):
        return "的单位不同，不能换算"
    bare = len(answers) == 1 and not answers[0].unit and dimension(target.unit) == "ratio"
    return "没有写单位，分不清是数量还是比率" if bare else ""


def _counts_things(row: TargetRow) -> bool:
    """3篇 for 3份: measure words that may well be of the same things."""
    return {row.judged.target.unit, row.judged.actual.unit} <= _THINGS


def _incomparable(answer: Quantity, target: Quantity) -> bool:
    if not answer.unit:
        return False
    heads = (answer.unit.partition("/")[0], target.unit.partition("/")[0])  # 48次 and 1次/周: only the period
    pairs = ((answer.unit, target.unit), heads)
    return not any(same_count(*pair) or bounds(Decimal(1), *pair) is not None for pair in pairs)


CHECK = Check("I_UNIT", "完成值与指标值单位不符", "warning", find)
