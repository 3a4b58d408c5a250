"""A measured target against whatever the completion cell says."""

from dataclasses import replace
from decimal import Decimal

from scoring.engine import wording
from scoring.engine.answers import choose_answer, label_conflict, names_another, rival_answers
from scoring.engine.compare import Comparison, compare
from scoring.engine.direction import DURATIONS, point
from scoring.engine.naming import is_unwanted
from scoring.engine.pair import Pair
from scoring.engine.quantity import Quantity
from scoring.engine.reading import is_share
from scoring.engine.relative import change_sign
from scoring.engine.units import dimension

_BOUGHT = ("台", "套", "台套", "辆", "架", "艘", "栋", "幢", "间", "块", "张", "money")


def answer_of(row: Pair) -> Quantity | None:
    """The number that answers the target; None where there is none or it is not plain which."""
    if row.actual.kind in ("number", "range"):
        return row.actual
    return choose_answer(row.target, row.actual, row.label)


def compare_number(row: Pair) -> Comparison:
    """Judge a target that is a number or a range."""
    if _may_be_whole(row) and row.actual.unit != "%" and wording.claims_all_done(row.actual.raw):
        return Comparison(True, "完成值的文字说明全部达到，即100%")
    answer = answer_of(row)
    if answer is None and (rivals := rival_answers(row.target, row.actual, row.label)):
        return _compare_all(row, rivals)
    if answer is None or answer.kind not in ("number", "range"):
        return _number_from_words(row)
    if doubt := _doubt(row, answer):
        return Comparison(None, doubt)
    return _compare_figure(row, _signed(row, answer))


def _compare_figure(row: Pair, answer: Quantity) -> Comparison:
    found = compare(row.target, answer, row.direction)
    if found.achieved is not False or row.target.operator != "=":
        return found
    return _beyond_equal(row, answer) or found


def _beyond_equal(row: Pair, answer: Quantity) -> Comparison | None:
    """A figure past a target written with "=", on its good side; None where it falls short.

    Many forms print "=" before every target: a rate may well be better, work may well be more; things bought may not.
    """
    target = replace(row.target, operator="")
    natural = point(target, row.level1, row.level2, row.name).direction
    found = compare(target, answer, natural)
    if natural not in ("min", "max") or not found.achieved:
        return None
    if dimension(target.unit) == "ratio":
        above_all = compare(replace(target, number=Decimal(100), unit="%"), answer, "max").achieved
        return (
            found
            if above_all
            else replace(found, achieved=None, reason=f"{found.reason}；但超过100%，须人工判断")
        )
    if natural == "min" and dimension(target.unit) in _BOUGHT:
        return None
    return replace(found, achieved=None, reason=f"{found.reason}；但目标写的是“=”，须人工判断")


def _compare_all(row: Pair, answers: list[Quantity]) -> Comparison:
    """Several figures answer the target: decided where they agree."""
    verdicts = {
        None if _doubt(row, answer) else _compare_figure(row, _signed(row, answer)).achieved
        for answer in answers
    }
    achieved = verdicts.pop() if len(verdicts) == 1 else None
    said = {True: "都达到目标", False: "都未达到目标", None: "结论不一"}[achieved]
    return Comparison(achieved, f"完成值写了{len(answers)}个数，{said}")


def _doubt(row: Pair, answer: Quantity) -> str:
    """Why a number in the completed value may not be the one the target asks for; "" when it may."""
    if wording.denies(answer.words) or "没有" in answer.words:
        return "完成值的文字含否定，不能只看数字"
    if wording.severity(answer.words) - wording.severity(row.label):
        return "完成值所说的程度与目标不同，须人工判断"
    if wording.is_hedged(answer.words) and not wording.is_hedged(row.target.words):
        return f"完成值“{answer.raw}”措辞含糊"
    if label_conflict(answer.words, row.label) or names_another(row.target, answer, row.label):
        return f"完成值说的是“{answer.words}”，与指标不是一回事"
    if is_share(row.name) and any(q.unit == "%" and (q.number or 0) > 100 for q in (row.target, answer)):
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


def _may_be_whole(row: Pair) -> bool:
    """Whether "全部达标" answers the target: a rate of 100%, or a lower floor of the very rate that the words name."""
    number = row.target.number
    if row.target.unit != "%" or row.direction == "max" or "满意" in row.name or number is None:
        return False
    return number == 100 or (
        row.direction == "min" and number < 100 and wording.names_all_of(row.actual.raw, row.name)
    )


def _number_from_words(row: Pair) -> Comparison:
    words = row.actual.raw
    if row.actual.kind == "unclear":
        return Comparison(None, f"完成值读不准：{row.actual.reason}")
    if row.actual.kind == "date":
        return Comparison(None, "目标是数值，完成值写的是日期")
    if wording.denies(words):
        undone = row.direction != "max" or dimension(row.target.unit) in DURATIONS
        return Comparison(
            False if undone else None, "完成值说明未完成" + ("" if undone else "，而目标是上限")
        )
    none_wanted = is_unwanted(row.name) or row.target.number == 0
    if row.direction == "max" and none_wanted and wording.says_nothing_happened(words):
        zero = Quantity(words, number=Decimal(0), unit=row.target.unit, kind="number")
        return compare(row.target, zero, row.direction)
    return Comparison(None, "目标是数值，完成值只有文字")
