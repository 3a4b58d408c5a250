"""The build of a text: its amounts and shares with the brackets, stops and words between them."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from enum import IntEnum
from functools import cached_property, lru_cache
from typing import NamedTuple

from scoring.engine.claims.amounts import Amount, amount_of
from scoring.engine.claims.figures import Figure
from scoring.engine.claims.reading import Reading

# Words that announce the parts of the figure before them, from those that always do to those that often don't.
_SURE = r"其中|(?<!不)包括|包含|分别(?:为|是|用于|安排|投入|支出)?|分为|主要用于|用于以下|(?:具体|明细)(?:如下|为)"
_LOOSE = r"(?<!不)含(?![量税])|用于|主要(?:为|是)|(?<=[，。；\s])由"
_MARK = re.compile(
    rf"(?P<open>\()|(?P<close>\))|(?P<line>[ ]*[\n\t]\s*)|(?P<cell>\|)|(?P<stop>[。！？])"
    rf"|(?P<strong>；)|(?P<comma>[，,])|(?P<weak>、)"
    rf"|(?P<colon>：)|(?P<sure>{_SURE})|(?P<loose>{_LOOSE})"
)
# A line that a page or a narrow column broke off goes on in the next one.
_GOES_ON_AFTER = frozenset("，、；：（(和及与")
_ENDS = frozenset("。！？；：)")
_BROKEN_OFF = 18
_HEADING = re.compile(
    r"[一二三四五六七八九十]+、|\(|\d{1,2}[.、]|第[一二三四五六七八九十]|[#*|①-⑳]|注：|附件"
)


class Kind(IntEnum):
    """What stands at a place; the stops are ordered by how much they part."""

    AND = 0
    COMMA = 1
    SEMICOLON = 2
    STOP = 3
    LINE = 4
    CELL = 5
    COLON = 6
    OPEN = 7
    CLOSE = 8
    SURE = 9
    LOOSE = 10
    AMOUNT = 11
    SHARE = 12
    OTHER = 13


_KINDS = {
    "open": Kind.OPEN,
    "close": Kind.CLOSE,
    "cell": Kind.CELL,
    "stop": Kind.STOP,
    "strong": Kind.SEMICOLON,
    "comma": Kind.COMMA,
    "weak": Kind.AND,
    "colon": Kind.COLON,
    "sure": Kind.SURE,
    "loose": Kind.LOOSE,
}


class Token(NamedTuple):
    """A figure or mark at `start`–`end`."""

    kind: Kind
    start: int
    end: int
    figure: Figure | None = None
    amount: Amount | None = None


class Outline:
    """All tokens of a text in order; `pairs` has the number of the other half of each bracket's token."""

    def __init__(self, reading: Reading) -> None:
        self.text = reading.prose.text
        self.tokens = list(_tokens(reading))
        self.pairs = _pairs(self.tokens)

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    def pair(self, at: int) -> int:
        """The number of the token that closes or opens the bracket of a token; -1 where it has none."""
        return self.pairs.get(at, -1)

    def index_at(self, place: int) -> int:
        """The number of the first token at or behind a place."""
        return bisect_left(self._starts, place)


@lru_cache(maxsize=1)
def outline_of(reading: Reading) -> Outline:
    """The outline of a text; sums and balances read the same one, one after the other."""
    return Outline(reading)


def _tokens(reading: Reading) -> Iterator[Token]:
    """Figures and marks, merged in order; marks inside a figure (commas of thousands, brackets of a unit) are left out."""
    text = reading.prose.text
    at = 0
    for figure in _whole_figures(text, reading.figures.all):
        yield from _marks(text, at, figure.start)
        yield _of_figure(reading, figure)
        at = figure.end
    yield from _marks(text, at, len(text))


def _marks(text: str, start: int, end: int) -> Iterator[Token]:
    for mark in _MARK.finditer(text, start, end):
        group = mark.lastgroup or ""
        if group != "line":
            yield Token(_KINDS[group], mark.start(), mark.end())
        elif "\t" in mark[0]:
            yield Token(Kind.CELL, mark.start(), mark.end())
        elif not _goes_on(text, mark.start(), mark.end()):
            yield Token(Kind.LINE, mark.start(), mark.end())


def _whole_figures(text: str, figures: Iterable[Figure]) -> Iterator[Figure]:
    """The figures, with those put together again that the end of a page has torn: 29⏎346.06万元."""
    torn: Figure | None = None
    for figure in figures:
        if torn and figure.unit and not figure.head and _is_torn(text, torn, figure):
            value = Decimal(f"{torn.value}{figure.value}")
            yield replace(figure, start=torn.start, value=value, head=torn.head)
            torn = None
            continue
        if torn:
            yield torn
        torn = figure
    if torn:
        yield torn


def _is_torn(text: str, one: Figure, other: Figure) -> bool:
    between = text[one.end : other.start]
    are_digits = text[one.start : one.end].isdecimal() and text[other.start : other.start + 1].isdecimal()
    return not one.unit and are_digits and "\n" in between and not between.strip(" \n")


def _of_figure(reading: Reading, figure: Figure) -> Token:
    amount = amount_of(figure)
    if amount is not None:
        return Token(Kind.AMOUNT, figure.start, figure.end, figure, amount)
    is_share = figure.is_percent and reading.label(figure).role == "share"
    return Token(Kind.SHARE if is_share else Kind.OTHER, figure.start, figure.end, figure)


def _goes_on(text: str, end: int, after: int) -> bool:
    """Whether the line that ends at `end` goes on at `after`."""
    before, behind = text[end - 1 : end], text[after : after + 1]
    if before in _GOES_ON_AFTER and before != "：":
        return True
    if not behind or before in _ENDS or _HEADING.match(text, after):
        return bool(behind) and behind in "，、；)"
    return text.rfind("\n", max(0, end - _BROKEN_OFF), end) < 0 and end >= _BROKEN_OFF


def _pairs(tokens: list[Token]) -> dict[int, int]:
    """Brackets with their other half; none reaches over the end of a line."""
    opened: list[int] = []
    pairs: dict[int, int] = {}
    for at, token in enumerate(tokens):
        if token.kind == Kind.OPEN:
            opened.append(at)
        elif token.kind == Kind.CLOSE and opened:
            start = opened.pop()
            pairs[start], pairs[at] = at, start
        elif token.kind in (Kind.LINE, Kind.CELL):
            opened.clear()
    return pairs
