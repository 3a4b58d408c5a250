"""A measured target against whatever the completion cell says."""

from dataclasses import replace
from decimal import Decimal

from scoring.engine import wording
from scoring.engine.answers import choose_answer, label_conflict
from scoring.engine.compare import Comparison, compare
from scoring.engine.direction import is_unwanted
from scoring.engine.pair import Pair
from scoring.engine.quantity import Quantity
from scoring.engine.relative import change_sign

_RATES_TO_100 = (
    "满意度",
    "合格率",
    "达标率",
    "知晓率",
    "覆盖率",
    "及时率",
    "准确率",
    "优良率",
    "完好率",
    "通过率",
    "满意率",
)


def answer_of(row: Pair) -> Quantity | None:
    """The number that answers the target; None where there is none or it is not plain which."""
    if row.actual.kind in ("number", "range"):
        return row.actual
    return choose_answer(row.target, row.actual, row.label)


def compare_number(row: Pair) -> Comparison:
    """Judge a target that is a number or a range."""
    if _is_whole(row) and row.actual.unit != "%" and wording.claims_all_done(row.actual.raw):
        return Comparison(True, "完成值的文字说明全部达到，即100%")
    answer = answer_of(row)
    if answer is None or answer.kind not in ("number", "range"):
        return _number_from_words(row)
    if doubt := _doubt(row, answer):
        return Comparison(None, doubt)
    return compare(row.target, _signed(row, answer), row.direction)


def _doubt(row: Pair, answer: Quantity) -> str:
    """Why a number in the completed value may not be the one the target asks for; "" when it may."""
    if wording.denies(answer.words) or "没有" in answer.words:
        return "完成值的文字含否定，不能只看数字"
    if wording.severity(answer.words) - wording.severity(row.label):
        return "完成值所说的程度与目标不同，须人工判断"
    if wording.is_hedged(answer.words) and not wording.is_hedged(row.target.words):
        return f"完成值“{answer.raw}”措辞含糊"
    if label_conflict(answer.words, row.label):
        return f"完成值说的是“{answer.words}”，与指标不是一回事"
    if any(rate in row.name for rate in _RATES_TO_100) and any(
        q.unit == "%" and (q.number or 0) > 100 for q in (row.target, answer)
    ):
        return f"“{row.name}”超过100%，疑似笔误或符号误识"
    if change_sign(answer.words) and not change_sign(row.label):
        return "完成值写的是变动幅度，目标不是"
    return ""


def _signed(row: Pair, answer: Quantity) -> Quantity:
    """A change counted the target's way: "下降3%" against "-3.4%" is a fall of 3.4%."""
    if answer.number is None or answer.kind == "range":
        return answer
    asked = change_sign(row.target.words) or (change_sign(row.name) if row.target.unit == "%" else 0)
    said = change_sign(answer.words)
    if asked and said:
        return answer if asked == said else replace(answer, number=-abs(answer.number))
    return (
        replace(answer, number=-answer.number)
        if change_sign(row.target.words) < 0 and answer.number < 0
        else answer
    )


def _is_whole(row: Pair) -> bool:
    return (
        row.target.unit == "%"
        and row.target.number == 100
        and row.direction != "max"
        and "满意" not in row.name
    )


def _number_from_words(row: Pair) -> Comparison:
    words = row.actual.raw
    if row.actual.kind == "unclear":
        return Comparison(None, f"完成值读不准：{row.actual.reason}")
    if row.actual.kind == "date":
        return Comparison(None, "目标是数值，完成值写的是日期")
    if wording.denies(words):
        return Comparison(False, "完成值说明未完成")
    none_wanted = is_unwanted(row.name) or row.target.number == 0
    if row.direction == "max" and none_wanted and wording.says_nothing_happened(words):
        zero = Quantity(words, number=Decimal(0), unit=row.target.unit, kind="number")
        return compare(row.target, zero, row.direction)
    return Comparison(None, "目标是数值，完成值只有文字")
