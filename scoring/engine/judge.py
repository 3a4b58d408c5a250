"""Judges a completed value against its target; a doubt is said with its reason, never decided."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from scoring.engine import wording
from scoring.engine.answers import choose_answer, pair_parts
from scoring.engine.compare import Comparison, unanimous
from scoring.engine.deadline import compare_dates
from scoring.engine.direction import Direction, point
from scoring.engine.full_marks import full_mark_condition
from scoring.engine.measured import compare_number
from scoring.engine.naming import is_spent, is_unwanted
from scoring.engine.pair import Pair
from scoring.engine.proportion import compare_proportion
from scoring.engine.quantity import Quantity, read_quantity
from scoring.engine.reading import read_pair
from scoring.engine.relative import against_last_year, relation, wants_last_year
from scoring.engine.standing import judge_class
from scoring.engine.text import LONGEST, core, normalise
from scoring.engine.timeliness import keeps_deadline
from scoring.engine.worded import compare_words
from scoring.engine.yearly import compare_with_last_year, towards

__all__ = ["Direction", "Judgement", "judge"]

_CHECKLIST = re.compile(r"①|每项(?!目)")
_BEGUN, _ENDED = re.compile(r"开工|启动|动工|开始|立项|招标"), re.compile(r"完成|完工|竣工|结束|验收|交付")
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


# A rule and the checks ask about the same row.
@lru_cache(maxsize=1024)
def judge(
    target: str | None, actual: str | None, *, level1: str = "", level2: str = "", name: str = ""
) -> Judgement:
    """Judge one row from its two cells and the indicator's place and name; never raises."""
    plain_name = normalise(name)
    goal, done = read_pair(target, actual, plain_name)
    pointing = point(goal, level1, level2, plain_name)
    row = Pair(goal, done, pointing.direction, level1, level2, plain_name)
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
    if _is_checklist(row.target.raw):
        return "qualitative"
    if row.target.kind == "unclear" and row.target.parts:
        first = next((part for part in row.target.parts if part.kind == "number"), None)
        return point(first, row.level1, row.level2, row.name).direction if first else "unclear"
    if against := against_last_year(row.target):
        return point(against, "", "", "").direction if against.operator != "~" else "range"
    if wants_last_year(row.target):
        return towards(relation(row.target.words))
    if row.target.kind == "words":
        return _worded_direction(row)
    return row.direction


def _may_not_apply(row: Pair) -> bool:
    """Whether a target of 无 says that there is none to set; for accidents and complaints it is nought."""
    return wording.is_not_applicable(row.target.raw) and (not is_unwanted(row.name) or is_spent(row.name))


def _is_checklist(target: str) -> bool:
    return bool(_CHECKLIST.search(target))


def _worded_direction(row: Pair) -> Direction:
    """That something does not happen is a ceiling of nought: "零发生", "每发现1处扣1分"."""
    if _may_not_apply(row):
        return "unclear"
    absent = wording.says_nothing_happened(full_mark_condition(normalise(row.target.raw)))
    return "max" if absent else row.direction


def _compare(row: Pair) -> Comparison:
    if (found := _set_aside(row)) is not None:
        return found
    if _is_checklist(row.target.raw) and (
        wording.claims_all_done(row.actual.raw) or wording.answers_each(row.target.raw, row.actual.raw)
    ):
        return Comparison(True, "清单各项均满足")
    if row.actual.raw.count("应为") == 1:
        return _compare_corrected(row)
    if (stands := judge_class(core(row.target.raw), core(row.actual.raw))) is not None:
        return Comparison(stands, f"完成值的等级或名次{'达到' if stands else '未达到'}目标")
    if row.target.kind != "words" or wants_last_year(row.target):
        return _compare_measured(row)
    return compare_words(row)


def _set_aside(row: Pair) -> Comparison | None:
    """A row that is not to be compared: a cell is blank, a whole page, "无", or speaks of what is still to come."""
    if row.target.kind == "empty" or row.actual.kind == "empty":
        return Comparison(None, "没有目标值" if row.target.kind == "empty" else "没有填写完成值")
    if max(len(row.target.raw), len(row.actual.raw)) > LONGEST:
        same = wording.same_words(row.target.raw, row.actual.raw)
        return Comparison(same or None, "完成值与目标文字相同" if same else "文字太长，须人工阅读")
    if _may_not_apply(row):
        return Comparison(None, "目标填“无”，可能不适用，须确认")
    if wording.is_forecast(row.actual.raw):
        late = row.target.kind == "date" and _compare_deadline(row).achieved is False
        reason = "完成值预计的日期已晚于期限" if late else "完成值写的是预计，不是实际完成情况"
        return Comparison(False if late else None, reason)
    return None


def _compare_corrected(row: Pair) -> Comparison:
    """A figure with its correction.

    "89.38%(应为-89.38%)" puts right how the same digits were written. With other digits 应为 may also mean what
    ought to have been, so the figure and its correction must agree.
    """
    texts = [text.strip(" （）()，,。") for text in row.actual.raw.split("应为", 1)]
    stated, corrected = (_compare(replace(row, actual=read_quantity(text))) for text in texts)
    if _digits(texts[0]) == _digits(texts[1]) != "":
        return replace(corrected, reason=f"按更正后的数：{corrected.reason}")
    if stated.achieved is corrected.achieved is not None:
        return replace(stated, ratio=None)
    return Comparison(None, "完成值写了更正，两个数的结论不同")


def _digits(text: str) -> str:
    return re.sub(r"\D", "", normalise(text))


def _compare_measured(row: Pair) -> Comparison:
    if (yearly := compare_with_last_year(row)) is not None:
        return yearly
    if row.target.parts:
        return _compare_by_then(row) or _compare_parts(row)
    if row.target.kind == "unclear":
        return _compare_unread(row)
    if row.target.kind == "date":
        return _compare_deadline(row)
    return compare_number(row)


def _compare_unread(row: Pair) -> Comparison:
    """A target that is no single figure, "1:5", is met by the same one; a misread sign stays in doubt."""
    if wording.same_words(row.target.raw, row.actual.raw) and "误识" not in row.target.reason:
        return Comparison(True, "完成值与目标文字相同")
    if (found := compare_proportion(row.target.raw, row.actual.raw, row.name)) is not None:
        return found
    return Comparison(None, f"目标读不准：{row.target.reason}")


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


def _compare_by_then(row: Pair) -> Comparison | None:
    """How much by when, "6月底前50%", against how much at a date; None where either cell is nothing of the kind."""
    if (
        not [part.kind for part in row.target.parts]
        == [part.kind for part in row.actual.parts]
        == ["date", "number"]
    ):
        return None
    (due, goal), (when, done) = row.target.parts, row.actual.parts
    in_time, _ = compare_dates(due, when)
    enough = _compare(_part_of(row, goal, done)).achieved
    if in_time and enough:
        return Comparison(True, "在期限内达到目标")
    at_the_end = in_time is False or (due.words, due.date) == (when.words, when.date)
    if enough is False and at_the_end:
        return Comparison(False, "到期限时未达到目标")
    return Comparison(None, "完成值的时点与目标不同，不能断定期限内是否达到")


def _part_of(row: Pair, target: Quantity, actual: Quantity) -> Pair:
    direction = point(target, row.level1, row.level2, row.name).direction
    return replace(row, target=target, actual=actual, direction=direction)


def _compare_deadline(row: Pair) -> Comparison:
    if wording.denies(row.actual.raw):
        return Comparison(False, "完成值说明未完成")
    answer = row.actual if row.actual.kind == "date" else choose_answer(row.target, row.actual, row.label)
    if answer is None and keeps_deadline(core(row.actual.raw)):
        return Comparison(True, "完成值的文字说明按期完成")
    if answer is None or answer.kind != "date":
        return Comparison(None, "目标是期限，完成值没有写日期")
    if _BEGUN.search(answer.raw) and not _BEGUN.search(row.label) and not _ENDED.search(answer.raw):
        return Comparison(None, "完成值写的是开始的时间，目标是完成的期限")
    return Comparison(*compare_dates(row.target, answer))
