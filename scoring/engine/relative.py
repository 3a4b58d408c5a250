"""Targets set against another year: "较上年17216万增长", "不低于上年(94.8%)", "增长≥6%" with two years' figures."""

import re
from dataclasses import replace
from decimal import Decimal

from scoring.engine.full_marks import full_mark_condition
from scoring.engine.quantity import Operator, Quantity
from scoring.engine.text import normalise
from scoring.engine.tokens import Token, find_tokens
from scoring.engine.units import convert

_LAST_YEAR = re.compile(r"上年度?|去年|上一年度?|前一年|同比|往年")
_BASE = re.compile(r"(?:上年度?|去年|上一年度?|前一年)(?:同期|实际|完成|水平|的|数|为|是|：)*\(?$")
_NOW = re.compile(r"(?:本年度?|今年|当年)(?:实际|完成|水平|的|数|为|是|：)*\(?$")
_RELATIONS: tuple[tuple[re.Pattern[str], Operator], ...] = (
    (re.compile(r"不低于|不少于|不下降|不减少|只增不减|不降低"), ">="),
    (re.compile(r"不高于|不超过|不增加|不增长|不上升|只减不增"), "<="),
    (re.compile(r"稳定|持平"), "~"),
    (re.compile(r"增长|增加|提高|上升|提升"), ">"),
    (re.compile(r"下降|降低|减少|压减|缩减"), "<"),
)
_NEAR = 16  # characters before a number in which its year is named
_RISES = re.compile(r"增长|增加(?!值)|上升|提高|增幅|提升|增收")
_FALLS = re.compile(r"下降|降低|减少|压减|降幅|缩减|节约")
_TO_LEVEL = re.compile(r"[至到]$|(?:提高|提升|降低|下降|增加|减少|压减)[至到]")


def relation(text: str) -> Operator:
    """How a target wants this year to stand to last year's figure; "" where it doesn't say."""
    return next((operator for pattern, operator in _RELATIONS if pattern.search(text)), "")


def against_last_year(target: Quantity) -> Quantity | None:
    """The target as a plain comparison where it gives last year's figure: "较上年17216万增长" → >17216万."""
    text = full_mark_condition(normalise(target.raw))
    token = _after(_BASE, text)
    wanted = relation(text)
    if token is None or not wanted:
        return None
    return _plain(target.raw, replace(token, operator=wanted))


def two_years(text: str) -> tuple[Quantity, Quantity] | None:
    """Last year's and this year's figure where a cell gives both: "18652元(上年17438元)"."""
    plain = normalise(text)
    base = _after(_BASE, plain)
    if base is None:
        return None
    now = _after(_NOW, plain)
    if now is None and not _LAST_YEAR.search(first := re.split(r"[(，；。]", plain)[0]):
        main = find_tokens(first)
        now = main[0] if len(main) == 1 else None
    return (_plain(text, base), _plain(text, now)) if now else None


def wants_last_year(target: Quantity) -> bool:
    """Whether the target only says how to stand to last year, without a figure: "较上年下降"."""
    return target.kind == "words" and bool(_LAST_YEAR.search(target.words)) and relation(target.words) != ""


def growth(base: Quantity, now: Quantity) -> Decimal | None:
    """Percentage change from last year's figure to this year's; None when not computable."""
    if not base.number or base.number < 0 or now.number is None:
        return None
    this = now.number if base.unit == now.unit else convert(now.number, now.unit, base.unit)
    return None if this is None else (this - base.number) / base.number * 100


def change_sign(words: str) -> int:
    """1 for words of rise, -1 of fall, 0 for neither, both, or a level ("提高到70%")."""
    if _TO_LEVEL.search(words):
        return 0
    return bool(_RISES.search(words)) - bool(_FALLS.search(words))


def _after(marker: re.Pattern[str], text: str) -> Token | None:
    """The one number that directly follows the marker, which names a year."""
    if "年" not in text:
        return None
    found = [token for token in find_tokens(text) if marker.search(text[max(0, token.at - _NEAR) : token.at])]
    return found[0] if len(found) == 1 else None


def _plain(raw: str, token: Token) -> Quantity:
    return Quantity(raw, token.operator, token.number, unit=token.unit, kind="number")
