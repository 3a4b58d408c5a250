"""Levels that public standards and rankings name: water classes, discharge grades, A grades, places."""

import re
from decimal import Decimal

from scoring.engine.numerals import CHINESE_NUMERAL, read_chinese

_SAID = r"(?:达到|稳定|保持|水质|水体|断面|优于|不低于|不劣于|均|为|在|获评?|评[为定]|标准|[≥=])*"
_MORE = r"(?:及以上|以上|及?优于\S*|水质|水体|标准|排放|要求|企业|景区|等级)*"
_WATER = re.compile(rf"{_SAID}(?P<worst>劣?)(?P<class>V|IV|I{{1,3}})类{_MORE}")
_DISCHARGE = re.compile(rf"{_SAID}(?P<grade>[一二三])级(?P<part>[AB]?){_MORE}")
_LETTERS = re.compile(rf"{_SAID}(?P<letters>A{{1,5}}|B{{1,3}}|C|D)级?{_MORE}")
_STARS = re.compile(rf"{_SAID}(?P<count>[1-5])A级{_MORE}")
_COUNT = rf"(?:\d{{1,3}}|{CHINESE_NUMERAL})"
_TOP = re.compile(
    rf"(?:全[国省市区县州]|排名|位居|位列|进入|第|≤)*前(?P<place>{_COUNT})[名位]?(?:以内|之内|内)?"
)
_PLACE = re.compile(
    rf"(?:全[国省市区县州]|排名|位居|位列|并列)*(?:第|(?={_COUNT}[名位]))(?P<place>{_COUNT})[名位]?"
)
_LEVEL = re.compile("[类级前A-D]")
_WORSE = ("I", "II", "III", "IV", "V")


def judge_class(wanted: str, said: str) -> bool | None:
    """Whether the level reached is at least the one wanted; None where either names none of the same kind."""
    if not _LEVEL.search(wanted):
        return None
    for level in (_water, _discharge, _letters, _stars, _place):
        goal, got = level(wanted, True), level(said, False)
        if goal is not None and got is not None:
            return got <= goal
    return None


def _water(text: str, _wanted: bool) -> int | None:
    """Surface water is classed I to V and worse (GB 3838)."""
    match = _WATER.fullmatch(text)
    return _WORSE.index(match["class"]) + len(match["worst"]) * len(_WORSE) if match else None


def _discharge(text: str, _wanted: bool) -> int | None:
    """Treated water is graded 一级A, 一级B, 二级, 三级 (GB 18918). Other things are best in the first or in the third."""
    match = _DISCHARGE.fullmatch(text)
    if match is None or not (match["part"] or "排放" in text):
        return None
    return "一二三".index(match["grade"]) * 10 + ord(match["part"] or "A")


def _letters(text: str, _wanted: bool) -> int | None:
    """AAA before AA before A before B before C."""
    match = _LETTERS.fullmatch(text)
    if match is None:
        return None
    letters = match["letters"]
    return -len(letters) if letters[0] == "A" else ord(letters[0]) * 10 - len(letters)


def _stars(text: str, _wanted: bool) -> int | None:
    match = _STARS.fullmatch(text)
    return -int(match["count"]) if match else None


def _place(text: str, wanted: bool) -> int | None:
    match = (_TOP if wanted else _PLACE).fullmatch(text)
    if match is None:
        return None
    place = Decimal(match["place"]) if match["place"].isdigit() else read_chinese(match["place"])
    return None if place is None else int(place)
