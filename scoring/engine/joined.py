"""Several numbers that make one: "≥90%且≤100%", "4场+10场", "1小时20分钟"."""

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from scoring.engine.tokens import Token
from scoring.engine.units import convert, dimension

_LENGTHS = ("clock", "calendar", "length", "money", "mass")


def the_one(tokens: list[Token], rest: str) -> Token | None:
    """The one number that a clause measures; None where it is not plain which."""
    if len(tokens) == 1:
        return tokens[0]
    for join in (_between, _spelled_out, _summed):
        if joined := join(tokens, rest):
            return joined
    compared = [token for token in tokens if token.operator]
    # "10个村覆盖率≥95%" asks for one thing, "≥560户1800人" for two.
    alone = len(compared) == 1 and not any(token.unit and token.at > compared[0].at for token in tokens)
    return compared[0] if alone else None


def _between(tokens: list[Token], _rest: str) -> Token | None:
    """One range of "≥90%且≤100%"."""
    if [token.operator for token in tokens] != [">=", "<="] or {t.unit for t in tokens} - {
        tokens[1].unit,
        "",
    }:
        return None
    low, high = tokens
    if low.number >= high.number:
        return None
    return Token("range", low.number, high.number, high.unit, low.at, high.to, low.flaw or high.flaw)


def _spelled_out(tokens: list[Token], _rest: str) -> Token | None:
    """One length of "1小时20分钟", in its smallest unit; its sign stands before the first or after the last number."""
    first, last = tokens[0], tokens[-1]
    if any(one.to != two.at or two.flaw for one, two in pairwise(tokens)) or any(
        t.operator for t in tokens[1:-1]
    ):
        return None
    units = [token.unit for token in tokens]
    if "秒" in units or "小时" in units:
        units = ["分钟" if unit == "分" else unit for unit in units]
    sizes = [convert(Decimal(1), unit, units[-1]) for unit in units]
    falling = all(one and two and one > two for one, two in pairwise(sizes))
    if not falling or dimension(units[-1]) not in _LENGTHS or (first.operator and last.operator):
        return None
    total = sum((token.number * (size or 0) for token, size in zip(tokens, sizes, strict=True)), Decimal(0))
    return replace(first, operator=first.operator or last.operator, number=total, unit=units[-1], to=last.to)


def _summed(tokens: list[Token], rest: str) -> Token | None:
    """The sum of "4场+10场"."""
    joined = all(
        rest[one.to : two.at].strip() == "" and rest[two.at : two.at + 1] == "+"
        for one, two in pairwise(tokens)
    )
    if not joined or len({token.unit for token in tokens}) != 1 or any(token.operator for token in tokens):
        return None
    first, last = tokens[0], tokens[-1]
    return Token("", sum((t.number for t in tokens), Decimal(0)), None, first.unit, first.at, last.to)
