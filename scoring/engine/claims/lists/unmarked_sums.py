"""Totals whose parts follow without a word that says so: 支出合计X，基本支出a，项目支出b; 救助1682人次，发放596.5万元。…"""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from scoring.engine.claims.lists.list_contradictions import cause_of
from scoring.engine.claims.lists.part_lists import Part
from scoring.engine.claims.lists.sum_judging import Sum, verdict_on
from scoring.engine.claims.lists.whole_lists import splits_of, whole_by_names
from scoring.engine.claims.text.amounts import Amount
from scoring.engine.claims.text.outline import Kind, Outline
from scoring.engine.precision import significant_digits

_MOST_PARTS = 8
_MOST_TOKENS = 40
_LEAST_DIGITS = 4
# What is left of a total, or taken from it, is no part of it: balances read these.
_BALANCES = re.compile(r"折旧|净值|余额|结余|结转|扣除|减")
# Those who are helped once are counted as persons and as times.
_ALIKE = {"人次": "人"}


def following_parts(outline: Outline) -> Iterator[Sum]:
    """Totals that the amounts right behind them add up to exactly, or that parts of known names contradict."""
    for at, total in outline.amounts:
        if not total.size or total.figure.vague:
            continue
        is_long = significant_digits(total.figure.value) >= _LEAST_DIGITS
        is_split = any(split.total.pattern for split in splits_of(total.name))
        parts = _behind(outline, at, total) if is_long or is_split else []
        found = (_exactly(total, parts) if is_long else None) or (
            _by_names(outline, total, parts) if is_split else None
        )
        if found is not None:
            yield found


def _behind(outline: Outline, at: int, total: Amount) -> list[Amount]:
    """The next amounts of the sentence that count the same, as far as none is larger than the total."""
    parts: list[Amount] = []
    for token in outline.tokens[at + 1 : at + _MOST_TOKENS]:
        if Kind.STOP <= token.kind <= Kind.CELL or len(parts) == _MOST_PARTS:
            break
        amount = token.amount
        if amount is None or amount.thing != total.thing or amount.role != "amount":
            continue
        if amount.size > total.size or _BALANCES.search(amount.name):
            break
        if amount.last_year and not total.last_year:
            break
        parts.append(amount)
    return parts


def _exactly(total: Amount, parts: list[Amount]) -> Sum | None:
    size = Decimal(0)
    for number, part in enumerate(parts, start=1):
        size += part.size
        if size == total.size and sum(bool(one.size) for one in parts[:number]) > 1:
            return Sum(total, tuple(parts[:number]), "consistent")
        if size > total.size:
            break
    return None


def _by_names(outline: Outline, total: Amount, parts: list[Amount]) -> Sum | None:
    """Parts that by their names leave nothing out, right behind the total."""
    listed = tuple(Part(part, Kind.COMMA) for part in parts)
    named = whole_by_names(total.name, listed)
    if not named or named != listed[: len(named)]:
        return None
    amounts = tuple(part.amount for part in named)
    if total.last_year or any(
        part.stage != total.stage or part.year not in (None, total.year) for part in amounts
    ):
        return None
    verdict = verdict_on(total, amounts)
    cause = cause_of(outline, total, amounts)
    if verdict == "inconsistent" and total.thing != "money":
        # Who or what is counted may be counted under both names.
        return Sum(total, amounts, "check", cause=cause, doubt="请核对两类是否有重复")
    return Sum(total, amounts, verdict, cause=cause)


def next_sentences(outline: Outline) -> Iterator[Sum]:
    """Totals in two units whose parts fill the next sentence pair by pair: …958人，金额419.1万元，…714人，金额136.4万元."""
    sentences = [sentence for sentence in _sentences(outline) if sentence]
    for one, other in pairwise(sentences):
        yield from _columns(outline, one, other)


def _sentences(outline: Outline) -> Iterator[list[Amount]]:
    """The amounts of each sentence; an empty list where a line or cell ends."""
    amounts: list[Amount] = []
    for token in outline.tokens:
        if Kind.STOP <= token.kind <= Kind.CELL:
            yield amounts
            amounts = []
        elif token.amount is not None and token.amount.role == "amount":
            amounts.append(token.amount)
    yield amounts


def _columns(outline: Outline, before: list[Amount], amounts: list[Amount]) -> Iterator[Sum]:
    """The columns of a sentence with their totals, if one of them agrees and all are as long."""
    if not 4 <= len(amounts) <= 2 * _MOST_PARTS:
        return
    totals = {_thing(amount): amount for amount in before}
    columns: dict[str, list[Amount]] = {}
    for amount in amounts:
        columns.setdefault(_thing(amount), []).append(amount)
    if (
        len(columns) < 2
        or len({len(column) for column in columns.values()}) > 1
        or not set(columns) <= set(totals)
    ):
        return
    pairs = [(totals[thing], tuple(column)) for thing, column in columns.items()]
    sure = [
        total
        for total, column in pairs
        if len(column) > 1
        and verdict_on(total, column) in ("consistent", "rounding")
        and significant_digits(total.figure.value) > 2
    ]
    for total, column in pairs if sure else ():
        verdict = verdict_on(total, column)
        yield Sum(total, column, verdict, cause=cause_of(outline, total, list(column)))


def _thing(amount: Amount) -> str:
    return _ALIKE.get(amount.thing, amount.thing)
