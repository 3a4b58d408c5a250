"""Judges a completed value against its target; a doubt is said with its reason, never decided."""

from dataclasses import dataclass, replace
from decimal import Decimal

from scoring.engine import wording
from scoring.engine.answers import choose_answer, pair_parts
from scoring.engine.compare import Comparison, compare, unanimous
from scoring.engine.deadline import compare_dates
from scoring.engine.direction import Direction, is_unwanted, point
from scoring.engine.measured import answer_of, compare_number
from scoring.engine.pair import Pair
from scoring.engine.quantity import Quantity, read_quantity
from scoring.engine.relative import (
    against_last_year,
    change_sign,
    growth,
    relation,
    two_years,
    wants_last_year,
)
from scoring.engine.text import normalise
from scoring.engine.worded import compare_words

__all__ = ["Direction", "Judgement", "judge"]

_BOUNDS = (">=", "<=", ">", "<")


@dataclass(frozen=True, slots=True)
class Judgement:
    """Actual against target.

    `achieved` is None when the cells do not decide it. `ratio` is actual ÷ target in the target's unit, whatever
    the direction; None for dates, ranges, words and a zero target. `actual_is_bound`: the completed value is an
    inequality itself ("≥95%"). `echo`: it merely repeats the target's words. `reason` is Chinese.
    """

    direction: Direction
    target: Quantity
    actual: Quantity
    achieved: bool | None
    ratio: Decimal | None
    actual_is_bound: bool
    echo: bool
    reason: str


def judge(
    target: str | None, actual: str | None, *, level1: str = "", level2: str = "", name: str = ""
) -> Judgement:
    """Judge one row from its two cells and the indicator's place and name; never raises."""
    goal, done = read_quantity(target), read_quantity(actual)
    pointing = point(goal, level1, level2, normalise(name))
    row = Pair(goal, done, pointing.direction, level1, level2, normalise(name))
    found = (
        Comparison(None, pointing.conflict) if pointing.conflict and done.kind != "empty" else _compare(row)
    )
    return Judgement(
        direction="unclear" if pointing.conflict else _direction(row),
        target=goal,
        actual=done,
        achieved=found.achieved,
        ratio=found.ratio,
        actual_is_bound=done.kind == "number" and done.operator in _BOUNDS,
        echo=_is_echo(goal, done),
        reason=found.reason,
    )


def _is_echo(target: Quantity, actual: Quantity) -> bool:
    """A bare figure may truly equal its target; words or a sign of comparison repeated are copied."""
    if target.kind == "empty" or not wording.same_words(target.raw, actual.raw):
        return False
    return target.kind in ("words", "unclear") or bool(target.operator and target.kind != "date")


def _direction(row: Pair) -> Direction:
    if row.target.kind == "unclear" and row.target.parts:
        first = next((part for part in row.target.parts if part.kind == "number"), None)
        return point(first, row.level1, row.level2, row.name).direction if first else "unclear"
    if against := against_last_year(row.target):
        return point(against, "", "", "").direction if against.operator != "~" else "range"
    return row.direction


def _compare(row: Pair) -> Comparison:
    if row.target.kind == "empty" or row.actual.kind == "empty":
        return Comparison(None, "没有目标值" if row.target.kind == "empty" else "没有填写完成值")
    if wording.is_not_applicable(row.target.raw) and not is_unwanted(row.name):
        return Comparison(None, "目标填“无”，可能不适用，须确认")
    if wording.is_forecast(row.actual.raw):
        return Comparison(None, "完成值写的是预计，不是实际完成情况")
    if wording.claims_all_done(row.actual.raw) and any(mark in row.target.raw for mark in ("每项", "①")):
        return Comparison(True, "清单各项均满足")
    if "应为" in row.actual.raw:
        return _compare_corrected(row)
    if row.target.kind != "words" or wants_last_year(row.target):
        return _compare_measured(row)
    return compare_words(row)


def _compare_corrected(row: Pair) -> Comparison:
    """A figure with its correction, "89.38%(应为-89.38%)": decided only if the figure and its correction agree."""
    stated, corrected = (
        _compare(replace(row, actual=read_quantity(text.strip(" （）()，,"))))
        for text in row.actual.raw.split("应为", 1)
    )
    if stated.achieved is corrected.achieved is not None:
        return replace(stated, ratio=None)
    return Comparison(None, "完成值写了更正，两个数的结论不同")


def _compare_measured(row: Pair) -> Comparison:
    if reference := against_last_year(row.target):
        return _compare_reference(row, reference)
    if pair := two_years(row.actual.raw):
        return _compare_years(row, *pair)
    if wants_last_year(row.target):
        return _compare_trend(row)
    if row.target.parts:
        return _compare_parts(row)
    if row.target.kind == "unclear":
        return Comparison(None, f"目标读不准：{row.target.reason}")
    if row.target.kind == "date":
        return _compare_deadline(row)
    return compare_number(row)


def _compare_reference(row: Pair, reference: Quantity) -> Comparison:
    answer = answer_of(row)
    if answer is None:
        return Comparison(None, "完成值没有可以与上年数比较的数字")
    direction: Direction = (
        "range" if reference.operator == "~" else "min" if reference.operator[0] == ">" else "max"
    )
    return compare(reference, answer, direction)


def _compare_years(row: Pair, base: Quantity, now: Quantity) -> Comparison:
    """The completed value gives last year's and this year's figure."""
    if wants_last_year(row.target):
        wanted = relation(row.target.words)
        direction: Direction = "range" if wanted == "~" else "min" if wanted[0] == ">" else "max"
        return replace(compare(replace(base, operator=wanted), now, direction), ratio=None)
    sign = change_sign(row.target.words) or change_sign(row.name)
    rate = growth(base, now)
    if row.target.unit != "%" or not sign or rate is None:
        return Comparison(None, "完成值写了两年的数，目标不是与上年相比，分不清以哪个为准")
    derived = replace(now, number=rate * sign, unit="%", raw=row.actual.raw)
    found = compare(row.target, derived, row.direction)
    return replace(found, reason=f"按两年数推算变动{rate.quantize(Decimal('0.01'))}%；{found.reason}")


def _compare_trend(row: Pair) -> Comparison:
    """A target such as "较上年下降" with no figure on either side, or only the change."""
    wanted = relation(row.target.words)
    sign = change_sign(row.actual.words)
    if row.actual.kind == "number" and row.actual.number and row.actual.unit in ("%", "百分点") and not sign:
        sign = 0 if row.actual.number > 0 else -1
    if sign and wanted in (">", "<") and not wording.is_hedged(row.actual.words):
        achieved = (sign > 0) == (wanted == ">")
        return Comparison(achieved, "完成值说明的变动方向与目标" + ("一致" if achieved else "相反"))
    return compare_words(row)


def _compare_parts(row: Pair) -> Comparison:
    if wording.same_words(row.target.raw, row.actual.raw):
        return Comparison(True, "完成值与目标文字相同")
    pairs = pair_parts(row.target, row.actual)
    verdicts = [_compare(_part_of(row, part, answer)).achieved for part, answer in pairs]
    achieved = unanimous(verdicts)
    if achieved is not False and len(pairs) < len(row.target.parts):
        missing = len(row.target.parts) - len(pairs)
        return Comparison(None, f"目标有{len(row.target.parts)}项内容，完成值有{missing}项没有对应回答")
    said = {True: "各项均达到目标", False: "有一项未达到目标", None: "有一项不能断定"}[achieved]
    return Comparison(achieved, f"目标有{len(row.target.parts)}项内容：{said}")


def _part_of(row: Pair, target: Quantity, actual: Quantity) -> Pair:
    direction = point(target, row.level1, row.level2, row.name).direction
    return replace(row, target=target, actual=actual, direction=direction)


def _compare_deadline(row: Pair) -> Comparison:
    if wording.denies(row.actual.raw):
        return Comparison(False, "完成值说明未完成")
    answer = row.actual if row.actual.kind == "date" else choose_answer(row.target, row.actual, row.label)
    if answer is None or answer.kind != "date":
        return Comparison(None, "目标是期限，完成值没有写日期")
    return Comparison(*compare_dates(row.target, answer))
