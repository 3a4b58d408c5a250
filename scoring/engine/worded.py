"""A target in words against whatever the completion cell says."""

from scoring.engine import wording
from scoring.engine.compare import Comparison
from scoring.engine.pair import Pair
from scoring.engine.text import full_mark_condition, normalise

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
    target, words = full_mark_condition(normalise(row.target.raw)), row.actual.raw
    if wording.same_words(row.target.raw, words):
        return Comparison(True, "完成值与目标文字相同，没有另外的佐证")
    if wording.says_nothing_happened(target):
        return _compare_absence(row, target)
    if wording.claims_all_done(words) and wording.claims_all_done(target):
        return Comparison(True, "完成值的文字说明全部达到")
    if row.actual.kind == "number":
        full = row.actual.number == 100 and row.actual.unit == "%" and not row.actual.words
        reason = "定性目标，完成值填100%，视为达到" if full else "目标是文字，完成值是数字，无法对照"
        return Comparison(True if full else None, reason)
    achieved = wording.judge_words(target, words)
    return Comparison(achieved, _SAID[achieved])


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
