"""A target in words against whatever the completion cell says."""

import re

from scoring.engine import wording
from scoring.engine.compare import Comparison
from scoring.engine.degrees import degree, same_change
from scoring.engine.full_marks import asks_only_whether, full_mark_condition
from scoring.engine.pair import Pair
from scoring.engine.qualities import judge_words
from scoring.engine.quantity import Quantity
from scoring.engine.relative import change_sign
from scoring.engine.text import normalise

_SAID = {
    True: "完成值的文字说明已达到目标",
    False: "完成值的文字说明未达到目标",
    None: "文字不足以断定是否达到目标，须人工判断",
}
_SAID_OF_ABSENCE = {
    True: "完成值说明没有发生",
    False: "完成值说明发生了",
    None: "文字不足以断定是否为零，须人工判断",
}


def compare_words(row: Pair) -> Comparison:
    """Judge a qualitative target, or one that something does not happen."""
    target, words = _asked(row.target.raw), row.actual.raw
    if wording.same_words(row.target.raw, words):
        return Comparison(True, "完成值与目标文字相同，没有另外的佐证")
    if wording.says_nothing_happened(target):
        return _compare_absence(row, target)
    if wording.claims_all_done(words) and wording.claims_all_done(target):
        return Comparison(True, "完成值的文字说明全部达到")
    if row.actual.kind == "number":
        if (changed := _changed(target, row.actual)) is not None:
            return Comparison(changed, "完成值说明的变动方向与目标" + ("一致" if changed else "相反"))
        full = row.actual.number == 100 and row.actual.unit == "%" and not row.actual.words
        reason = "定性目标，完成值填100%，视为达到" if full else "目标是文字，完成值是数字，无法对照"
        return Comparison(True if full else None, reason)
    if asks_only_whether(row.target.raw) and wording.tells_what_was_done(words):
        return Comparison(True, "评分标准只问是否做到，完成值写了所做工作，没有提到不足")
    achieved = judge_words(target, words)
    return Comparison(achieved, _SAID[achieved])


def _changed(target: str, actual: Quantity) -> bool | None:
    """A target of mere change against one with a figure: "提升" and "提升5%"."""
    wanted, said = change_sign(target), change_sign(actual.words)
    plain = (
        same_change(target, target) and degree(target) < 2 and actual.number is not None and actual.number > 0
    )
    return wanted == said if plain and wanted and said else None


def _asked(target: str) -> str:
    """What the target asks for, without the sign that some forms print before words: "=达标", "≥良"."""
    return re.sub(r"^(?:定性：?)?[=≥>]?(?=[^\d])", "", full_mark_condition(normalise(target)))


def _compare_absence(row: Pair, target: str) -> Comparison:
    """The target is that something does not happen."""
    count = row.actual
    if count.kind == "number" and count.number is not None:
        degree = wording.severity(count.words) - wording.severity(target + row.name)
        if degree and count.number:
            return Comparison(None, "完成值所说的程度与目标不同，须人工判断")
        if count.unit in ("%", "‰") and count.number:
            return Comparison(None, "目标是零发生，完成值是比率，无法对照")
        return Comparison(count.number == 0, f"目标为零，完成值为{count.number}{count.unit}")
    achieved = wording.judge_absence(target, count.raw, row.name)
    return Comparison(achieved, _SAID_OF_ABSENCE[achieved])
