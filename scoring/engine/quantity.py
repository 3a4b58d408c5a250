"""Reads what people type into a target or completion cell; what it cannot read it says it cannot read."""

import datetime
import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from scoring.engine.dates import FoundDate, find_dates, spelled_month
from scoring.engine.full_marks import full_mark_condition
from scoring.engine.joined import the_one
from scoring.engine.numerals import NumberError, read_decimal
from scoring.engine.text import LONGEST, normalise, split_notes
from scoring.engine.tokens import Operator, Token, find_tokens
from scoring.engine.units import convert, match_unit

__all__ = ["NumberError", "Operator", "Quantity", "convert", "normalise", "read_decimal", "read_quantity"]

Kind = Literal["number", "range", "date", "words", "empty", "unclear"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """One cell as read.

    `number` (and `high`, the upper end of a range) are in `unit`, as written: 42.37 with "万人".
    `date` is the last day of a named period; where the cell names no year it is None and `words` holds the
    ISO 8601 truncated form ("--06-30", "---25" for a day of every month).
    Several quantities in one cell stand in `parts`; the whole is then "unclear" on its own.
    """

    raw: str
    operator: Operator = ""
    number: Decimal | None = None
    high: Decimal | None = None
    unit: str = ""
    date: datetime.date | None = None
    words: str = ""
    kind: Kind = "words"
    reason: str = ""
    parts: tuple["Quantity", ...] = ()


_BLANK = re.compile(r"[-/\\_.、，。\s]*|(?i:null|none|nan|n/a)")
_CLAUSE = re.compile(r"[，；。、]")
_SENTENCE = re.compile(r"[，；。]")
_LISTED = re.compile(r"(?:[\u4e00-\u9fff]{1,3}、)+[^、\d各]+\d[^、]*")
_MOST_IN_A_CLAUSE = 12
_WORKED_OUT = re.compile(r"^[\d.\s()+*×÷/%A-Za-z-]*[/÷+*×-][\d.\s()+*×÷/%]*=(?=-?\d)")
# A quotient with its words: 实际到位360万元 over 预算360万元.
_QUOTIENT = re.compile(r"^[^=，；。]*\d[^=，；。]*[/÷][^=，；。]*=(?=-?\d+(?:\.\d+)?%$)")
_FORMULA = re.compile(r"/[^/\d]+[×*]100%|[×*]100%$")
_PROPORTION = re.compile(r"\d+(?:\.\d+)?：\d+(?:\.\d+)?")
_ZERO_DIVISOR = re.compile(r"/0(?![.\d])")
# What may stand around a date that sets a deadline; with other words a bare period is part of a name.
_DEADLINE_WORDS = re.compile(
    r"完成|竣工|完工|验收|开工|发放|拨付|支付|下达|到位|投入使用|交付|实施|建成|通过|提交|上报|报送|公开|结束|启用"
    r"|≤|<|不晚于|不迟于|早于|截至|截止|次年|翌年|第二年|下一年|按时|按期|如期|全部|全面|项目|工程|资金|时间|日期|计划|实际|自评|预计|于|在|至|到|并|及|已|的|了|日|：|，|。|-|当年|本年度?|今年|全年|推迟|延期|延迟|顺延|提前"
)


def read_quantity(text: str | None) -> Quantity:
    """Read one cell; never raises. A rule that grants marks is read as what it asks for the full mark."""
    raw = text or ""
    plain = normalise(raw)
    if _BLANK.fullmatch(plain):
        return Quantity(raw, kind="empty", reason="没有填写")
    if len(plain) > LONGEST:
        return Quantity(raw, words=plain)
    main, notes = split_notes(full_mark_condition(_with_unit_notes(plain)))
    if not main and len(notes) == 1 and not _CLAUSE.search(notes[0]):
        main = notes[0]  # the whole cell stands in brackets
    if not main and not any(notes):
        return Quantity(raw, kind="empty", reason="没有填写")
    if _ZERO_DIVISOR.search(plain) and "=" in plain:
        return _unclear(raw, "算式的分母为0，结果没有意义")
    main = _WORKED_OUT.sub("", _QUOTIENT.sub("", main))
    if _FORMULA.search(main):
        return _unclear(raw, "写的是计算公式，没有具体数值")
    if spelled_month(main) != main:
        return _unclear(raw, f"“{main}”可以是数字，也可以是年月")
    quantity = _read_main(raw, main)
    if quantity.kind == "words" and len(notes) == 1 and (noted := _read_main(raw, notes[0])).kind == "date":
        return noted  # "汛前(4月30日前)"
    return _with_score_scale(quantity, notes)


def _unclear(raw: str, reason: str, words: str = "") -> Quantity:
    return Quantity(raw, kind="unclear", reason=reason, words=words)


def _with_unit_notes(text: str) -> str:
    """A bracket that only names the unit belongs to the number: "90(%)" → "90%", "10台(套)" → "10台套"."""

    def unwrap(match: re.Match[str]) -> str:
        name, end = match_unit(match[1], 0)
        return match[1] if name and end == len(match[1]) else match[0]

    return re.sub(r"(?<=[\d台])\(([^()]{1,6})\)", unwrap, text)


def _with_score_scale(quantity: Quantity, notes: tuple[str, ...]) -> Quantity:
    """A score with its scale: "4.8分(5分制)" is counted in "5分制", "91.2分(百分制)" in "100分制"."""
    scale = next(
        (match for note in notes if (match := re.fullmatch(r"(?:满分)?(\d+|百|十|五)分制?", note))), None
    )
    if quantity.unit != "分" or scale is None:
        return quantity
    full = {"百": "100", "十": "10", "五": "5"}.get(scale[1], scale[1])
    return quantity if full.strip("0") == "" else replace(quantity, unit=f"{full}分制")


def _read_main(raw: str, main: str) -> Quantity:
    clauses = [clause for clause in _clauses(main) if clause.strip()]
    parts = [_read_clause(clause) for clause in clauses]
    measured = [part for part in parts if part.kind != "words"]
    if not measured:
        return Quantity(raw, words=main)
    if len(parts) == 1:
        return replace(parts[0], raw=raw)
    if len(measured) == 1 and _idle(parts, measured[0]):
        return replace(measured[0], raw=raw)
    return Quantity(
        raw, kind="unclear", words=main, parts=tuple(parts), reason=f"写了{len(parts)}项内容，须逐项对照"
    )


def _clauses(main: str) -> list[str]:
    """What the cell says, one thing each; nouns listed before one number belong to it: "春节、八一慰问2次"."""
    return [
        part
        for clause in _SENTENCE.split(main)
        for part in ([clause] if _LISTED.fullmatch(clause) else clause.split("、"))
    ]


# A unit that is not in the table still counts as one: "3棚", compared only with itself.
_MEASURE_WORD = re.compile(r"[\u4e00-\u9fff]{1,2}")
_STRAY = re.compile(
    r"(?!到位|完成|全部|均|已|及|和|且|并|或|的|为|合格|达标|发放|支付|拨付|满意|按|覆盖|至|到)[\u4e00-\u9fff]+"
)
_IDLE_WORDS = re.compile(r"到位|完成|及时|长期坚持|其中|合格|全部完成|已完成|达标|按时|按要求|按时完成")


def _idle(parts: list[Quantity], measured: Quantity) -> bool:
    return all(part is measured or _IDLE_WORDS.fullmatch(part.words) for part in parts)


def _read_clause(clause: str) -> Quantity:
    dates = find_dates(clause)
    rest = _without(clause, dates)
    tokens = find_tokens(rest)
    deadline = _deadline(clause, dates, rest)
    if deadline is not None and tokens:
        number = _number(clause, rest, tokens)
        return Quantity(
            clause,
            kind="unclear",
            words=clause,
            parts=(deadline, number),
            reason="既有期限又有数量，须逐项对照",
        )
    if deadline is not None:
        return deadline
    if not tokens and (proportion := _PROPORTION.search(rest)):
        return _unclear(clause, f"写的是比例“{proportion[0]}”，须人工对照", clause)
    if not tokens:
        return Quantity(clause, words=clause)
    return _number(clause, rest, tokens)


def _without(clause: str, dates: list[FoundDate]) -> str:
    for date in dates:
        clause = clause[: date.at] + "□" * (date.to - date.at) + clause[date.to :]
    return clause


def _deadline(clause: str, dates: list[FoundDate], rest: str) -> Quantity | None:
    if not dates:
        return None
    marked = any(date.span is None or date.span.before for date in dates)
    if not marked and _DEADLINE_WORDS.sub("", rest.replace("□", "")):
        return None
    if len(dates) > 1:
        return _unclear(clause, "写了几个日期，分不清以哪个为准", clause)
    span = dates[0].span
    if span is None:
        return _unclear(clause, f"“{clause[dates[0].at : dates[0].to]}”不是有效日期", clause)
    operator: Operator = "<=" if span.before else ""
    return Quantity(clause, operator, date=span.last_day, words=span.partial_text, kind="date")


def _number(clause: str, rest: str, tokens: list[Token]) -> Quantity:
    token = the_one(tokens, rest)
    if token is None and len(tokens) > _MOST_IN_A_CLAUSE:
        return _unclear(clause, "一句里数字太多，须人工阅读", clause)
    if token is None:
        ends = [0, *(each.to for each in tokens[:-1]), len(rest)]
        parts = tuple(_quantity(clause, rest, each, *ends[i : i + 2]) for i, each in enumerate(tokens))
        return Quantity(
            clause, kind="unclear", words=clause, parts=parts, reason="一句里有几个数字，分不清以哪个为准"
        )
    return _quantity(clause, rest, token)


def _quantity(clause: str, rest: str, token: Token, start: int = 0, end: int | None = None) -> Quantity:
    """A number with the words between `start` and `end` beside it."""
    words = (rest[start : token.at] + rest[token.to : end]).replace("□", "").strip("，：: /")
    if token.flaw:
        return _unclear(clause, token.flaw, words)
    if token.unit and words == token.unit and rest.startswith(token.unit):
        return _unclear(clause, f"单位“{token.unit}”写在数字前后各一次，疑似符号误识", words)
    stray = None if token.unit else _STRAY.match(rest, token.to)
    if stray and not _MEASURE_WORD.fullmatch(rest, token.to):
        return _unclear(clause, f"数字后面的“{stray[0]}”不是认得的单位", words)
    unit = rest[token.to :]
    if (
        not token.unit
        and _MEASURE_WORD.fullmatch(unit)
        and (stray or words == unit)
        and not _IDLE_WORDS.fullmatch(unit)
    ):
        token, words = replace(token, unit=unit), words.removesuffix(unit)
    return Quantity(
        clause,
        token.operator,
        token.number,
        token.high,
        token.unit,
        words=words,
        kind="range" if token.operator == "range" else "number",
    )
