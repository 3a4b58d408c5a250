"""The measured numbers in one clause: sign of comparison, number, unit, and the words around them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from scoring.engine.numerals import CHINESE_NUMERAL, read_chinese, too_long
from scoring.engine.units import match_unit

Operator = Literal["", ">=", "<=", ">", "<", "=", "~", "range"]

_OPERATOR_WORDS: dict[Operator, str] = {
    ">=": "≥ 大于或等于 大于等于 不低于 不少于 不小于 不得低于 不得少于 至少 最低 最少",
    "<=": "≤ 小于或等于 小于等于 不超过 不高于 不大于 不多于 不得超过 不得高于 不晚于 控制在 至多 最多 最高",
    ">": "> 大于 超过 高于 多于 突破 超",
    "<": "< 小于 低于 少于 不足 不到 未超 未满 未达到 未达 没达到 没有达到 达不到",
    "=": "= 等于",
    "~": "约 大约 近 接近 将近 约为",
}
_BEFORE: dict[str, Operator] = {word: op for op, words in _OPERATOR_WORDS.items() for word in words.split()}
_AFTER_WORDS: dict[Operator, str] = {
    ">=": "及以上 含以上 以上",
    "<=": "及以下 以下 以内 之内 内",
    "~": "左右 上下",
}
_AFTER: dict[str, Operator] = {word: op for op, words in _AFTER_WORDS.items() for word in words.split()}


def _any(words: dict[str, Operator]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_NUMBER = r"\d+(?:\.\d+)?"
_TOKEN = re.compile(
    rf"(?P<before>(?:{_any(_BEFORE)})(?:为|到|达到|达)?)?(?P<sign>±|(?<![\d%A-Za-z)])[-+])?"
    rf"(?P<number>百分之(?:{CHINESE_NUMERAL})|{_NUMBER}|{CHINESE_NUMERAL})"
)
_HIGH = re.compile(rf"(?:-|~|至|到)(?P<number>-?{_NUMBER})")
_MORE = re.compile(r"余|多(?!少)")
_AFTER_RE = re.compile(_any(_AFTER))
_NEAR = 8  # characters before a number in which "每…" belongs to it
# A Chinese numeral counts only where its unit closes the phrase: "十二座", not "一次办结" or "两病门诊".
_CLOSES = re.compile(r"$|[，；。、()]|及?以[上下内]|左右|之内|每")

# Numbers that belong to names, ages, versions, quotations or periods and measure nothing here.
_NAMES = re.compile(
    r"“[^”]*”|\"[^\"]*\"|《[^》]*》|第\d+|第[一二三四五六七八九十]+"
    r"|(?:19|20)\d{2}(?:[-~至]\d{2,4})?(?:年度?|学年)"
    r"|\d+(?:[-~至]\d+)?周?岁(?:\(?含?\)?(?:及)?以[上下])?"
    r"|[A-Za-z]+[-.]?\d+(?:\.\d+)?(?!\d)"
    r"|\d+(?:年级|届|级|类|号|股|千伏|[kK][vV](?![A-Za-z])|[GKAD](?![A-Za-z])|热线)"
    r"|^\(?\d{1,2}(?:[.、](?!\d)|\))|[×*]100%|\d+(?:\.\d+)?：\d+(?:\.\d+)?"
)


@dataclass(frozen=True, slots=True)
class Token:
    """One measured number: `high` closes a range, `at` and `to` are its place in the clause."""

    operator: Operator
    number: Decimal
    high: Decimal | None
    unit: str
    at: int
    to: int
    flaw: str = ""


def find_tokens(clause: str) -> list[Token]:
    """The measured numbers of a normalised clause, in the order written."""
    masked = _NAMES.sub(lambda match: "□" * len(match[0]), clause)
    return list(_tokens(masked))


def _tokens(text: str) -> Iterator[Token]:
    position = 0
    while match := _TOKEN.search(text, position):
        token = _read(text, match)
        position = token.to if token else _past(match)
        if token:
            yield token


def _past(match: re.Match[str]) -> int:
    return match.end("number")


def _read(text: str, match: re.Match[str]) -> Token | None:
    written = match["number"]
    number, percent = _value(written)
    if number is None:
        return None
    if match["sign"] == "-":
        number = -number
    more = _MORE.match(text, match.end())
    unit, end = match_unit(text, more.end() if more else match.end())
    if percent:
        unit = "%"
    if not written[0].isdigit() and not percent and not (unit and _CLOSES.match(text, end)):
        return None
    high, unit, end = _range_end(text, end, unit) if written[0].isdigit() else (None, unit, end)
    after = _AFTER_RE.match(text, end)
    end = after.end() if after else end
    operators = _operators(match["before"], after[0] if after else None, more=bool(more))
    token = Token(_combine(operators), number, high, unit, match.start(), end, _flaw(operators, number, high))
    if match["sign"] == "±":
        token = Token("range", -number, number, unit, match.start(), end, token.flaw)
    elif high is not None:
        token = Token("range", number, high, unit, match.start(), end, token.flaw)
    return _per_each(text, token)


def _operators(before: str | None, after: str | None, *, more: bool) -> set[Operator]:
    found: set[Operator] = {">="} if more else set()
    if before:
        found.add(_BEFORE[_operator_word(before)])
    if after:
        found.add(_AFTER[after])
    return found


def _value(written: str) -> tuple[Decimal | None, bool]:
    if written.startswith("百分之"):
        return read_chinese(written[3:]), True
    if written[0].isdigit():
        return Decimal(written), False
    return read_chinese(written), False


def _operator_word(before: str) -> str:
    return max((word for word in _BEFORE if before.startswith(word)), key=len)


def _range_end(text: str, end: int, unit: str) -> tuple[Decimal | None, str, int]:
    match = _HIGH.match(text, end)
    if match is None:
        return None, unit, end
    later, after = match_unit(text, match.end())
    return Decimal(match["number"]), later or unit, after


def _combine(operators: set[Operator]) -> Operator:
    if operators <= {">=", ">"} and operators:
        return ">=" if ">=" in operators else ">"
    if operators <= {"<=", "<"} and operators:  # 控制在…以内, 低于…以下
        return "<=" if "<=" in operators else "<"
    return next(iter(sorted(operators)), "")


def _flaw(operators: set[Operator], number: Decimal, high: Decimal | None) -> str:
    if too_long(number):
        return "数字超过15位有效数字"
    if high is not None and high <= number:
        return "区间的上限不大于下限"
    up, down = operators & {">=", ">"}, operators & {"<=", "<"}
    return "前后两个比较词方向相反" if up and down else ""


def _per_each(text: str, token: Token) -> Token:
    """In "每人每年40元", "每季度不少于1次" the period or head before the number belongs to its unit."""
    start, per = token.at, ""
    while match := re.search(r"(?:平均)?每个?([^每，；。]{1,3})$", text[max(0, start - _NEAR) : start]):
        name, end = match_unit(match[1], 0)
        if end != len(match[1]) or not name:
            break
        start, per = start - len(match[0]), f"/{name}{per}"
    if not per or not token.unit:
        return token
    return Token(token.operator, token.number, token.high, token.unit + per, start, token.to, token.flaw)
