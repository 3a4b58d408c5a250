"""How often and for whom: the period or head that stands before a number, "每两月1期", "半年一次", "每人每年40元"."""

import re

from scoring.engine.numerals import read_chinese
from scoring.engine.periods import turns_a_year
from scoring.engine.units import match_unit

_NEAR = 12  # characters before a number in which "每…" belongs to it
_EVERY = r"(?P<every>\d{1,2}|[一两二三四五六双半])?"
_EACH = re.compile(rf"(?:平均)?每{_EVERY}个?(?P<what>[^每，；。\d]{{1,3}})$")
_DOING = re.compile(
    rf"每{_EVERY}个?(?P<what>年|月|季度|周|天|日|学期|旬)度?[\u4e00-\u9fff]{{1,6}}$"
)  # 每季度更新1次
# In "3月1次" and "一季度1次" the third month and the first quarter are named.
_ONCE_IN = re.compile(r"(?<![\d一二三四五六七八九十上下第])(?P<every>[一两半])个?(?P<what>年|月|周|星期|天)$")
_TURNS = ("次", "期", "场", "轮", "遍", "版")
_INTERVAL = re.compile(r"每\d{1,2}个?(?:年|月|季度|周|星期|天|日)\D*[\d一二三四五六两]")


def is_interval(text: str, at: int) -> bool:
    """Whether the number at `at` is the 2 of "每2个月1期", which measures nothing itself."""
    return bool(_INTERVAL.match(text, max(0, at - 1)))


def rate_before(text: str, at: int, unit: str) -> tuple[str, int]:
    """The unit of the number at `at` with the periods and heads written before it, and where they begin.

    ("每季度不少于1次", 3, "次") → ("次/季度", 0); the unit and place as given where none are written.
    """
    start, per = at, ""
    while (match := _EACH.search(text, max(0, start - _NEAR), start)) and (name := _period(match)):
        start, per = match.start(), f"/{name}{per}"
    if not per and unit in _TURNS and (match := _DOING.search(text, max(0, at - _NEAR), at)):
        start, per = match.start(), f"/{_period(match)}"
    if not per and unit in _TURNS and (match := _ONCE_IN.search(text, max(0, at - _NEAR), at)):
        start, per = match.start(), f"/{_period(match)}"
    return (unit + per, start) if unit else (unit, at)


def _period(match: re.Match[str]) -> str:
    """The unit that the words name, several periods with their number: "个月", "2个月", "半年"; "" where none."""
    name, end = match_unit(match["what"], 0)
    if end != len(match["what"]):
        name = match["what"] if turns_a_year(match["what"]) else ""
    every = match["every"] or "一"
    if not name or every in ("一", "1"):
        return name
    several = "2" if every == "双" else every if every == "半" else f"{read_chinese(every) or every}"
    return several + name if turns_a_year(several + name) else ""
