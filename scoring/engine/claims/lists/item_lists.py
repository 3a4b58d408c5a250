"""Totals of lists over several lines: …支出决算数为X万元，其中： and below it 1、…支出决算为40.18万元 2、…"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from scoring.engine.claims.lists.list_contradictions import cause_of
from scoring.engine.claims.lists.part_lists import Part
from scoring.engine.claims.lists.sum_judging import Sum, agrees, size_of, verdict_on
from scoring.engine.claims.lists.whole_lists import whole_by_names
from scoring.engine.claims.text.amounts import Amount
from scoring.engine.claims.text.outline import Kind, Outline

_LINE = re.compile(r"[^\n\t]+")
# Numbered headings from the widest to the narrowest.
_HEADING = re.compile(
    r"[ *]*(?:(?P<part>#|第[一二三四五六七八九十\d]+[部章条]|附件)|(?P<chapter>[一二三四五六七八九十]+)、"
    r"|\((?P<section>[一二三四五六七八九十]+)\)|(?P<item>\d{1,2})(?:、|\.(?!\d)|\s(?=[\u4e00-\u9fff]))"
    r"|\((?P<bracketed>\d{1,2})\)|(?P<circled>[①-⑳])|(?P<counted>[一二三四五六七八九十])是)"
)
_LEVELS = {
    name: level for level, name in enumerate("part chapter section item bracketed circled counted".split())
}
_CHINESE = "一二三四五六七八九十"
_ANNOUNCES = re.compile(r"(?:其中|如下|包括|具体|明细|分别)[^。]{0,16}：?\s*$|：\s*$")
_SUB_ITEM = re.compile(r"\([项款]\)")
_MOST_WORDS = 30
_MOST_ITEMS = 40
_MOST_LINES = 160
_MOST_TOTALS = 4
_MOST_AMOUNTS = 80
# How many items must name the total's own stage where no word says that they are its parts.
_MOSTLY = Decimal("0.6")
_SLIP, _QUESTION = Decimal("0.99"), Decimal("0.9")


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    level: int
    number: int
    announces: bool


@dataclass(frozen=True, slots=True)
class _Column:
    """The figures of one stage, one or more for each item; `is_full` where no item lacks one."""

    total: Amount
    parts: tuple[Amount, ...]
    is_full: bool


def item_lists(outline: Outline) -> Iterator[Sum]:
    """Totals with the items on the lines below them."""
    if not outline.amounts:
        return
    lines = [_line(outline.text, match) for match in _LINE.finditer(outline.text) if not match[0].isspace()]
    for at, line in enumerate(lines[:-1]):
        if not line.announces and lines[at + 1].number != 1:
            continue
        totals = _totals(outline, line)
        items = _items(lines, at + 1, line.level) if totals else []
        if len(items) > 1:
            columns = [_column(outline, total, items) for total in totals]
            yield from _judged(outline, columns, line.announces or _is_title(outline, line, totals))


def _line(text: str, match: re.Match[str]) -> _Line:
    start, end = match.span()
    announces = bool(_ANNOUNCES.search(text, max(start, end - _MOST_WORDS), end))
    found = _HEADING.match(text, start, end)
    if found is None or found.lastgroup is None:
        return _Line(start, end, len(_LEVELS), 0, announces)
    return _Line(start, end, _LEVELS[found.lastgroup], _number(found[found.lastgroup]), announces)


def _number(written: str) -> int:
    if written.isdecimal():
        return int(written)
    if "①" <= written[:1] <= "⑳":
        return ord(written) - ord("①") + 1
    return _CHINESE.find(written) + 1 if len(written) == 1 else 0


def _totals(outline: Outline, line: _Line) -> list[Amount]:
    """The amounts of the last sentence of a line that has any, the last ones first: items may be parts of them."""
    found: list[Amount] = []
    is_over = False
    for token in outline.tokens[outline.index_at(line.start) : outline.index_at(line.end)]:
        amount = token.amount
        if token.kind == Kind.STOP:
            is_over = True
        elif amount is not None and amount.role == "amount" and amount.thing in ("money", ""):
            if is_over:
                found.clear()
            is_over = False
            found.append(amount)
    return found[: -_MOST_TOTALS - 1 : -1]


def _is_title(outline: Outline, line: _Line, totals: list[Amount]) -> bool:
    """Whether a line is a heading that ends with the amount of what it heads: 一、中央资金（5273万元）."""
    behind = outline.text[totals[0].figure.end : line.end]
    return len(totals) == 1 and line.level < len(_LEVELS) and not behind.strip(" )。：")


def _items(lines: list[_Line], at: int, level: int) -> list[_Line]:
    """The items below a line, each with the lines that belong to it."""
    first = lines[at]
    numbered = first.number == 1
    items: list[_Line] = []
    for line in lines[at : at + _MOST_LINES]:
        if len(items) == _MOST_ITEMS or line.level < first.level:
            break
        if not numbered and (line.level < len(_LEVELS) or line.announces):
            break
        if line.level == first.level and (not numbered or line.number == len(items) + 1):
            items.append(line)
        elif line.level == first.level:
            break
        elif items:
            items[-1] = replace(items[-1], end=line.end)
    return items if first.level > level or level == len(_LEVELS) else []


def _column(outline: Outline, total: Amount, items: list[_Line]) -> _Column:
    found = [_of_item(outline, total, item) for item in items]
    parts = tuple(amount for amounts in found for amount in amounts)
    return _Column(_with_unit(total, parts), parts, all(found))


def _of_item(outline: Outline, total: Amount, item: _Line) -> list[Amount]:
    """The first amount of an item at the total's stage, and those of its further 项 or 款."""
    kept: list[Amount] = []
    last = item.start
    tokens = outline.tokens[outline.index_at(item.start) : outline.index_at(item.end)]
    for token in tokens[:_MOST_AMOUNTS]:
        amount = token.amount
        if token.kind == Kind.SURE and kept:
            break
        if amount is None or amount.role != "amount" or amount.thing not in ("money", total.thing):
            continue
        if (amount.stage == "planned") != (total.stage == "planned"):
            continue
        if not kept or _SUB_ITEM.search(outline.text, last, amount.start):
            kept.append(amount)
        last = amount.figure.end
    return kept


def _with_unit(total: Amount, parts: tuple[Amount, ...]) -> Amount:
    """A total without a unit in that of its parts: 支出决算数为747.1."""
    units = {part.figure.unit for part in parts}
    if total.thing or len(units) != 1:
        return total
    part = parts[0]
    figure = replace(total.figure, unit=part.figure.unit)
    return replace(total, figure=figure, thing=part.thing, scale=part.scale, size=figure.value * part.scale)


def _judged(outline: Outline, columns: list[_Column], announced: bool) -> Iterator[Sum]:
    usable = [
        column
        for column in columns
        if len(column.parts) > 1
        and column.total.thing == "money"
        and (column.total.size or size_of(column.parts))
    ]
    agreeing = [column for column in usable if agrees(column.total, column.parts)]
    for column in agreeing:
        yield Sum(column.total, column.parts, verdict_on(column.total, column.parts))
    stages = [column.total.stage for column in usable]
    for column in usable:
        # Of several figures of one stage any may be the total.
        if column in agreeing or stages.count(column.total.stage) > 1 or not column.is_full:
            continue
        if not any(part.figure.vague for part in (column.total, *column.parts)):
            yield from _contradicted(outline, column, sure=bool(agreeing), announced=announced)


def _contradicted(outline: Outline, column: _Column, *, sure: bool, announced: bool) -> Iterator[Sum]:
    total, parts = column.total, column.parts
    size = size_of(parts)
    like = [part for part in parts if total.stage and part.stage == total.stage]
    same_words = len(like) >= _MOSTLY * len(parts)
    cause = cause_of(outline, total, list(parts))
    named = whole_by_names(total.name, tuple(Part(part, Kind.SEMICOLON) for part in parts))
    is_whole = sure or len(named) == len(parts)
    against = (
        is_whole
        or (size > total.size and (announced or same_words))
        or (announced and size >= _SLIP * total.size)
    )
    if against or (announced and cause):
        yield Sum(total, parts, "inconsistent", cause=cause)
    elif announced and size >= _QUESTION * total.size:
        yield Sum(total, parts, "check", doubt="请核对各项是否列全")
