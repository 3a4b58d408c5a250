"""The measured numbers in one clause: sign of comparison, number, unit, and the words around them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from scoring.engine.frequency import is_interval, rate_before
from scoring.engine.numerals import CHINESE_NUMERAL, read_chinese, too_long
from scoring.engine.units import dimension, match_unit

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


# 签约18个 signs eighteen, 节约5% saves five, 附近3处 are near by: nothing is about so much there.
_NOT_ABOUT = {"约": "(?<![签合预履续违节条公契邀制集])", "近": "(?<![附邻靠最])"}


def _any(words: dict[str, Operator]) -> str:
    return "|".join(
        _NOT_ABOUT.get(word[0], "") + re.escape(word) for word in sorted(words, key=len, reverse=True)
    )


_NUMBER = r"\d+(?:\.\d+)?"
_HALF = r"(?<![上下大过多一])半(?=个?(?:小时|钟头|天|月|年(?!度|报|终)))"
_TOKEN = re.compile(
    rf"(?P<before>(?:{_any(_BEFORE)})(?:为|到|达到|达)?)?(?P<sign>±|(?<![\d%A-Za-z)])[-+])?"
    rf"(?P<number>[百千万]分之(?:{CHINESE_NUMERAL}(?:点{CHINESE_NUMERAL})?|{_NUMBER})|{_NUMBER}|{_HALF}|{CHINESE_NUMERAL})(?P<half>个半(?=小时|钟头|月))?"
)
_EITHER_SIDE = re.compile(rf"±(?P<number>{_NUMBER})")
_HIGH = re.compile(rf"(?:-|~|至|到)(?P<number>-?{_NUMBER})")
_ALONE = {"半": Decimal("0.5"), "万余": Decimal(10000), "万多": Decimal(10000)}
_SHARES = {"百分之": "%", "千分之": "‰", "万分之": "‱"}
_MORE = re.compile(r"余|多(?!少)")
_AFTER_RE = re.compile(_any(_AFTER))
# A whole cell of so many years of age is a measure: "≥78.5岁".
_AGE = re.compile(rf"(?:平均|人均|达到?|{_any(_BEFORE)})*{_NUMBER}周?岁(?:{_any(_AFTER)})?")
# A Chinese numeral counts only where its unit closes the phrase: "十二座", not "一次办结" or "两病门诊".
_CLOSES = re.compile(r"$|[，；。、()]|及?以[上下内]|左右|之内|每")

# Numbers that belong to names, ages, versions, quotations or periods and measure nothing here.
_NAMES = re.compile(
    r"“[^”]*”|\"[^\"]*\"|《[^》]*》|第\d+|第[一二三四五六七八九十]+"
    r"|(?:19|20)\d{2}(?:[-~至]\d{2,4})?(?:年度?|学年)"
    r"|\d+(?:\.\d+)?(?:[-~至]\d+(?:\.\d+)?)?周?岁(?:\(?含?\)?(?:及)?以[上下])?|(?:近|过去|未来)\d{1,2}个?[年月]"
    r"|\d+(?:\.\d+)?[eE][+-]?\d+|[A-Za-z]+[-.]?\d+(?:\.\d+)?(?!\d)"
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
    masked = clause if _AGE.fullmatch(clause) else _NAMES.sub(lambda match: "□" * len(match[0]), clause)
    return list(_tokens(masked))


def _tokens(text: str) -> Iterator[Token]:
    position = 0
    while match := _TOKEN.search(text, position):
        token = _read(text, match)
        position = token.to if token else _past(match)
        if token and not is_interval(text, match.start("number")):
            yield token


def _past(match: re.Match[str]) -> int:
    return match.end("number")


def _read(text: str, match: re.Match[str]) -> Token | None:
    written = match["number"]
    more = _MORE.match(text, match.end())
    number, share = _value(written + more[0] if more and written == "万" else written)
    if number is None:
        return None
    if match["sign"] == "-":
        number = -number
    unit, end = match_unit(text, more.end() if more else match.end())
    if share:
        unit = share
    if match["half"] or (dimension(unit) in ("clock", "calendar") and text.startswith("半", end)):
        number, end = number + Decimal("0.5"), end + (not match["half"])
    if not written[0].isdigit() and not share and not (unit and _CLOSES.match(text, end)):
        return None
    high, unit, end = _range_end(text, end, unit) if written[0].isdigit() else (None, unit, end)
    if high is None and (either := _EITHER_SIDE.match(text, end)):
        later, end = match_unit(text, either.end())
        slack = Decimal(either["number"])
        if later == "%" != unit and unit:
            slack, later = number * slack / 100, unit
        unit = later or unit
        return Token("range", number - slack, number + slack, unit, match.start(), end)
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


def _value(written: str) -> tuple[Decimal | None, str]:
    """A written number, and the unit where it is a share of a hundred, a thousand or ten thousand."""
    if share := _SHARES.get(written[:3]):
        return _share(written[3:]), share
    if written[0].isdigit():
        return Decimal(written), ""
    if written in _ALONE:
        return _ALONE[written], ""
    return read_chinese(written), ""


def _share(written: str) -> Decimal | None:
    if written[0].isdigit():
        return Decimal(written)
    whole, _, decimals = written.partition("点")
    number, digits = read_chinese(whole), [read_chinese(digit) for digit in decimals]
    if number is None or any(digit is None or digit > 9 for digit in digits):
        return None
    return Decimal(f"{number}.{''.join(str(digit) for digit in digits) or 0}")


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
    unit, at = rate_before(text, token.at, token.unit)
    return Token(token.operator, token.number, token.high, unit, at, token.to, token.flaw)
