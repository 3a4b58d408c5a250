"""The build of a text: its amounts and shares with the brackets, stops and words between them."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from enum import IntEnum
from functools import cached_property, lru_cache
from typing import NamedTuple

from scoring.engine.claims.text.amounts import Amount, amount_of
from scoring.engine.claims.text.figures import Figure
from scoring.engine.claims.text.reading import Reading

# Words that announce the parts of the figure before them, from those that always do to those that often don't.
_SURE = r"其中|(?<!不)包括|包含|分别(?:为|是|用于|安排|投入|支出)?|分为|主要用于|用于以下|(?:具体|明细)(?:如下|为)"
_LOOSE = r"(?<!不)含(?![量税])|用于|主要(?:为|是)|(?<=[，。；\s])由"
# Every mark begins with one of the first characters: most characters of a text begin none.
_MARK = re.compile(
    rf"(?=[()\n\t |。！？；，,、：其包分主用具明含由])(?:(?P<open>\()|(?P<close>\))"
    rf"|(?P<line>(?:(?<! ) +)?[\n\t]\s*)|(?P<cell>\|)|(?P<stop>[。！？])|(?P<strong>；)|(?P<comma>[，,])|(?P<weak>、)"
    rf"|(?P<colon>：)|(?P<sure>{_SURE})|(?P<loose>{_LOOSE}))"
)
# A line that a page or a narrow column broke off goes on in the next one.
_GOES_ON_AFTER = frozenset("，、；：（(和及与")
_ENDS = frozenset("。！？；：)")
_BROKEN_OFF = 18
# Empty lines in a row that are told apart.
_MOST_LINES = 3
# Marks behind a figure that a list or an account reaches over.
_MOST_MARKS = 400
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
        self.tokens = list(_without_gaps(_tokens(reading)))
        self.pairs = _pairs(self.tokens)

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    @cached_property
    def amounts(self) -> list[tuple[int, Amount]]:
        """The amounts that are no changes or shares, each with the number of its token."""
        tokens = enumerate(self.tokens)
        return [(at, token.amount) for at, token in tokens if token.amount and token.amount.role == "amount"]

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
    figures = _whole_figures(text, reading.figures.all)
    figure = next(figures, None)
    passed, marks = 0, 0
    for mark in _MARK.finditer(text):
        start = mark.start()
        while figure is not None and figure.start < start:
            yield _of_figure(reading, figure)
            passed, marks = figure.end, 0
            figure = next(figures, None)
        marks += 1
        if start >= passed and marks <= _MOST_MARKS:
            yield from _of_mark(text, mark)
    while figure is not None:
        yield _of_figure(reading, figure)
        figure = next(figures, None)


def _without_gaps(tokens: Iterable[Token]) -> Iterator[Token]:
    """The tokens without ends of cells and lines that nothing stands between."""
    before, lines = None, 0
    for token in tokens:
        kind = token.kind
        lines = lines + 1 if kind == Kind.LINE else 0
        if (before == Kind.CELL and Kind.LINE <= kind <= Kind.CELL) or lines > _MOST_LINES:
            continue
        before = kind
        yield token


def _of_mark(text: str, mark: re.Match[str]) -> Iterable[Token]:
    """The mark's token; none for the end of a line that goes on in the next one."""
    start, end = mark.span()
    kind = _KINDS.get(mark.lastgroup or "")
    if kind is None:
        is_cell = "\t" in mark[0]
        if not is_cell and _goes_on(text, start, end):
            return ()
        kind = Kind.CELL if is_cell else Kind.LINE
    return (Token(kind, start, end),)


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
