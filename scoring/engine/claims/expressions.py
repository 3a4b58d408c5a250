"""Arithmetic as people write it into a sentence: (300000-89842)/300000×100%."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from scoring.engine.units import convert, match_unit

_TOKEN = re.compile(
    r"\s*(?:(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?)|(?P<sign>[-+*/×÷()])|(?P<word>[^-+*/×÷()=\s\d][^-+*/×÷()=，。；]*))"
)
_OPERATORS = {"×": "*", "÷": "/"}
# A formula of a report has a handful of operands; anything longer is something else.
MOST_TOKENS = 40
MOST_DEPTH = 8

Named = Callable[[str], Decimal | None]


class ExpressionError(ValueError):
    """What stands there is no arithmetic, or names a figure that nobody knows."""


class ZeroDivisorError(ExpressionError):
    """The arithmetic divides by zero."""


@dataclass(frozen=True, slots=True)
class Token:
    """A number, an operator or bracket, or the name of a figure."""

    kind: str
    text: str
    value: Decimal = Decimal(0)


def read_expression(text: str) -> list[Token]:
    """The tokens of an arithmetic expression; raises ExpressionError where it is none.

    Percentages are hundredths; money keeps its unit only where all numbers have one (it is converted to 元).
    """
    tokens: list[Token] = []
    at = 0
    while at < len(text.rstrip()):
        match = _TOKEN.match(text, at)
        if match is None or len(tokens) >= MOST_TOKENS:
            raise ExpressionError(text[:MOST_TOKENS])
        at = match.end()
        if match["number"]:
            value, at = _measured(text, Decimal(match["number"].replace(",", "")), at)
            tokens.append(Token("number", match["number"], value))
        elif match["sign"]:
            tokens.append(Token("sign", _OPERATORS.get(match["sign"], match["sign"])))
        else:
            tokens.append(Token("word", match["word"].strip()))
    return tokens


def _measured(text: str, value: Decimal, at: int) -> tuple[Decimal, int]:
    gap = len(text) - len(text[at:].lstrip(" "))
    unit, end = match_unit(text, gap)
    if any(char.isdigit() for char in unit):  # 17人/17人 is a division, no unit
        unit, end = match_unit(text[: text.index("/", gap)], gap)
    if not unit:
        return value, at
    if unit == "%":
        return value / 100, end
    money = convert(value, unit, "元")
    return (value if money is None else money), end


def evaluate(tokens: list[Token], named: Named = lambda name: None) -> Decimal:
    """The value of an expression; a bracket left open is closed where the expression ends.

    Raises ZeroDivisorError for a division by zero, ExpressionError for anything that isn't arithmetic.
    """
    parser = _Parser(tokens, named)
    value = parser.sum(0)
    if parser.at < len(tokens):
        raise ExpressionError(tokens[parser.at].text)
    return value


class _Parser:
    def __init__(self, tokens: list[Token], named: Named) -> None:
        self.tokens, self.named, self.at = tokens, named, 0

    def sum(self, depth: int) -> Decimal:
        value = self.product(depth)
        while (sign := self.next_sign("+", "-")) is not None:
            other = self.product(depth)
            value = value + other if sign == "+" else value - other
        return value

    def product(self, depth: int) -> Decimal:
        value = self.operand(depth)
        while (sign := self.next_sign("*", "/")) is not None:
            other = self.operand(depth)
            if sign == "/" and not other:
                raise ZeroDivisorError
            value = value * other if sign == "*" else value / other
        return value

    def operand(self, depth: int) -> Decimal:
        if depth > MOST_DEPTH or self.at >= len(self.tokens):
            raise ExpressionError
        token = self.tokens[self.at]
        self.at += 1
        if token.kind == "number":
            return token.value
        if token.kind == "word":
            value = self.named(token.text)
            if value is None:
                raise ExpressionError(token.text)
            return value
        if token.text == "-":
            return -self.operand(depth + 1)
        if token.text != "(":
            raise ExpressionError(token.text)
        value = self.sum(depth + 1)
        if self.at < len(self.tokens) and self.next_sign(")") is None:
            raise ExpressionError(self.tokens[self.at].text)
        return value

    def next_sign(self, *signs: str) -> str | None:
        if self.at < len(self.tokens) and self.tokens[self.at].kind == "sign":
            text = self.tokens[self.at].text
            if text in signs:
                self.at += 1
                return text
        return None
