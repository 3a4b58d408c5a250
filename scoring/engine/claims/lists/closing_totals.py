"""Totals behind their parts: a A，b B，c C，合计X."""

import re
from collections.abc import Iterator
from decimal import Decimal

from scoring.engine.claims.lists.list_contradictions import cause_of
from scoring.engine.claims.lists.sum_judging import Sum, agrees, size_of, verdict_on
from scoring.engine.claims.text.amounts import Amount
from scoring.engine.claims.text.outline import Kind, Outline
from scoring.engine.likely_causes import likely_cause
from scoring.engine.precision import significant_digits

# 合计 alone, or 以上三项合计: the total of what was just said. 共支付 and 两级共资助 may be a total of it.
_CLOSING = re.compile(
    r"^(?:以上|上述|前述)?(?:[各两二三四五六七八九十\d]+(?:[项类笔者级]|部分|方面))?(?:合计|共计|总计|总共)"
    r"(?:金额|资金|人数|费用)?(?:为|约|达|：)?$"
)
_MAYBE = re.compile(r"共|合计|总")
_TOGETHER = re.compile(r"共|合计")
_MOST_PARTS = 24
_MOST_TOKENS = 90
_NEAR = Decimal("0.05")
_LONG = 5


def closing_totals(outline: Outline) -> Iterator[Sum]:
    """Totals of the amounts right before them."""
    for at, total in outline.amounts:
        if not _MAYBE.search(total.figure.head):
            continue
        surely = bool(_CLOSING.search(total.figure.head))
        parts, is_plain = _before(outline, at, total)
        found = _last_ones(total, parts) or _contradicted(outline, total, parts, surely and is_plain)
        if found is not None:
            yield found


def _before(outline: Outline, at: int, total: Amount) -> tuple[list[Amount], bool]:
    """The amounts before a total back to the last total or the sentence before, and whether they are one plain list."""
    parts: list[Amount] = []
    is_plain = True
    place, lowest = at - 1, max(0, at - _MOST_TOKENS)
    while place >= lowest and len(parts) < _MOST_PARTS:
        token = outline.tokens[place]
        if token.kind in (Kind.CELL, Kind.OPEN):
            break
        if token.kind in (Kind.STOP, Kind.LINE):
            if parts:
                break
            is_plain = False
        elif token.kind == Kind.CLOSE and outline.pair(place) >= 0:
            place = outline.pair(place)
        elif token.kind in (Kind.SURE, Kind.LOOSE):
            is_plain = False
        elif token.amount is not None:
            if _MAYBE.search(token.amount.figure.head):
                break
            if token.amount.thing == total.thing and token.amount.role == "amount":
                parts.append(token.amount)
        place -= 1
    return parts[::-1], is_plain


def _last_ones(total: Amount, parts: list[Amount]) -> Sum | None:
    """The last two or more amounts that add up to the total."""
    size = parts[-1].size if parts else Decimal(0)
    for start in range(len(parts) - 2, -1, -1):
        size += parts[start].size
        if abs(size - total.size) <= 3 * max(total.last_digit, parts[start].last_digit):
            chosen = tuple(parts[start:])
            if sum(bool(part.size) for part in chosen) > 1 and agrees(total, chosen):
                return Sum(total, chosen, verdict_on(total, chosen))
    return None


def _contradicted(outline: Outline, total: Amount, parts: list[Amount], surely: bool) -> Sum | None:
    if len(parts) < 2 or any(part.figure.vague or not part.name for part in parts) or total.figure.vague:
        return None
    size = size_of(parts)
    chosen = tuple(parts)
    if agrees(total, chosen):
        return None
    if not surely:
        digits = significant_digits(total.figure.value) >= _LONG and _TOGETHER.search(total.figure.head)
        cause = likely_cause(total.figure.value, size / total.scale) if digits else ""
        return Sum(total, chosen, "inconsistent", cause=cause) if cause else None
    cause = cause_of(outline, total, parts)
    if cause or abs(size - total.size) <= _NEAR * total.size:
        return Sum(total, chosen, "inconsistent", cause=cause)
    return Sum(total, chosen, "check", doubt="请核对合计包括哪些项")
