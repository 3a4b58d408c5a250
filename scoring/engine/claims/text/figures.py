"""Figures of a text: the number, its unit, how it is printed, and the words before it."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from scoring.engine.claims.text.prose import Prose
from scoring.engine.numbers import plain
from scoring.engine.numerals import CHINESE_NUMERAL, SIGNIFICANT_DIGITS, read_chinese, too_long
from scoring.engine.precision import half_digit
from scoring.engine.units import convert, match_unit

_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?"
# What looks like a figure and measures nothing: dates, document numbers, ordinals, names.
_NAMES = (
    r"(?:19|20)\d{2}\s?(?:[-./]\s?\d{1,2}\s?[-./]\s?\d{1,2}|\s?年\s?\d{1,2}\s?月(?:\s?\d{1,2}\s?[日号])?)(?!\d)"
    r"|\((?:19|20)\d{2}\)\s?(?:第\s?)?\d*\s?号?"
    r"|(?:19|20)\d{2}\s?(?:[-~至到]\s?(?:19|20)?\d{2}\s?)?(?:年|学年)"
    r"|\d{1,2}\s?月\s?\d{1,2}\s?[日号]|\d{1,2}\s?[-~至到]\s?\d{1,2}\s?月份?|\d{1,2}\s?月份?(?!\d)"
    r"|第\s?\d+(?:\.\d+)?|\d+\s?[号级届岁楼栋]|(?:(?<![A-Za-z])[A-Za-z]+|(?<![〇零一二三四五六七八九])[〇零一二三四五六七八九]{3,})[-.]?\d+(?:\.\d+)*"
    r"|\d+(?:\.\d+){2,}|\d{3,4}-\d{7,8}|\d{16,}"
    r"|(?:^|(?<=[\n。；：]))[ \t(]{0,4}\d{1,2}(?:[、)]|\.(?!\d))"
    r"|(?<=[标表图件])\s?\d+(?:-\d+)?(?=[：、 ：)])"
    r"|\d+\s?[:：]\s?\d+"
)
# Columns of bare numbers without a word between them: nothing says what any of them is.
_DUMP = r"(?:\d+(?:\.\d+)?[^\u4e00-\u9fff\d]{1,2}){200,}+"
# What any of them begins with: most characters of a text begin none.
_BEGINS = r"(?=[\d \t(A-Za-z〇零一二两三四五六七八九十百第±+-])"
_TOKEN = re.compile(
    rf"{_BEGINS}(?:(?P<name>{_DUMP}|{_NAMES})|(?:(?P<sign>(?<![\d%)A-Za-z元])(?<![\d%)A-Za-z元] )[-+±]) ?)?(?P<number>{_NUMBER})"
    rf"|百分之(?P<chinese>{CHINESE_NUMERAL})(?:点(?P<decimals>[零〇一二三四五六七八九]+))?)",
    re.MULTILINE,
)
_LONGEST_NUMBER = 40
_MOST_IN_SENTENCE = 400
_CHINESE_DIGITS = str.maketrans("零〇一二三四五六七八九", "00123456789")
_MORE = re.compile(r"(?:余|多(?!少)|来)")
_VAGUE_BEFORE = re.compile(
    r"(?:约|大约|约为|近|接近|将近|超|超过|突破|逾|不足|不到|不低于|不少于|不小于|至少|不超过|不高于|不大于|高于|低于"
    r"|大于|小于|[≥≤<>~])(?:为|了|达|达到|等于)?\s?$"
)
_LONGEST_VAGUE = 8
_VAGUE_AFTER = re.compile(r"\s?(?:左右|上下|以上|以下|以内|之内|及以上|余|多(?!少)|不等)")
_TIMES = re.compile(r"\s?\(次\)")
# Where the words before a figure end: they never reach over another sentence, clause or figure.
_CLAUSE = re.compile(r"[。；，,、！？\n\t：|]")
HEAD = 60
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?=\s?(?:年|学年))")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a text. `value` is in `unit` (canonical, "" where none is written), percentages as printed.

    `start`–`end` covers number and unit, `number_end` closes the number; `head` is what stands before it in its
    clause, `places` the printed decimals. `vague` figures (约 近 余 左右 以上 ≥) agree with anything near them.
    """

    start: int
    end: int
    number_end: int
    value: Decimal
    unit: str
    places: int
    head: str
    vague: bool = False

    @property
    def is_percent(self) -> bool:
        return self.unit == "%"

    @property
    def half(self) -> Decimal:
        """Half of the last printed digit, in `unit`."""
        return half_digit(self.places)

    def within(self, unit: str) -> Decimal | None:
        """The value in another unit; None where that measures something else."""
        return self.value if unit == self.unit else convert(self.value, self.unit, unit)

    def told(self, value: Decimal | None = None) -> str:
        """A value with this figure's unit: 890.89万元."""
        return f"{plain(self.value if value is None else value)}{self.unit}"


class Figures:
    """All figures of a text in order, and those of a stretch of it."""

    def __init__(self, prose: Prose) -> None:
        self.prose = prose
        self.all = tuple(_of_sentences(prose))

    @cached_property
    def _starts(self) -> list[int]:
        return [figure.start for figure in self.all]

    def around(self, figure: Figure, before: int, after: int) -> tuple[Figure, ...]:
        """At most so many figures before and after one, and the one itself."""
        at = bisect_left(self._starts, figure.start)
        return self.all[max(0, at - before) : at + after + 1]

    def between(self, start: int, end: int) -> tuple[Figure, ...]:
        """Figures that begin in the stretch."""
        return self.all[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


def _of_sentences(prose: Prose) -> Iterator[Figure]:
    """The figures of a text, of each sentence the first ones: what has more of them is no sentence."""
    sentences, at, kept = prose.sentences, 0, 0
    for figure in read_figures(prose.text):
        while figure.start >= sentences[at].end:
            at, kept = at + 1, 0
        kept += 1
        if kept <= _MOST_IN_SENTENCE:
            yield figure


def read_figures(text: str) -> Iterator[Figure]:
    """The figures of a reading (see Prose), in order."""
    floor = 0
    for match in _TOKEN.finditer(text):
        if match.lastgroup == "name":
            # A year is part of the words before a figure; what else has digits ends them.
            if not match[0].rstrip().endswith(("年", "月", "日")):
                floor = match.end()
            continue
        figure = _figure(text, match, floor)
        if figure is not None:
            yield figure
            floor = figure.end
        else:
            floor = match.end()


def _figure(text: str, match: re.Match[str], floor: int) -> Figure | None:
    start, end = match.span()
    if end - start > _LONGEST_NUMBER:
        return None
    value, places = _value(match)
    if value is None or (end - start > SIGNIFICANT_DIGITS and too_long(value)):
        return None
    head = _CLAUSE.split(text[max(floor, start - HEAD) : start])[-1].strip()
    if match["chinese"] is not None:
        return Figure(start, end, end, value, "%", places, head, vague=_is_vague(text, head, end))
    if text[end : end + 1].isascii() and text[end : end + 1].isalpha():
        return None
    vague = match["sign"] == "±"
    at = _past_gap(text, end)
    if more := _MORE.match(text, at):
        vague, at = True, _past_gap(text, more.end())
    unit, unit_end = match_unit(text, at)
    if not unit and more:
        return None
    unit_end = unit_end if unit else end
    if unit == "人" and (times := _TIMES.match(text, unit_end)):
        unit, unit_end = "人次", times.end()
    vague = vague or _is_vague(text, head, unit_end)
    return Figure(start, unit_end, end, value, unit, places, head, vague)


def _value(match: re.Match[str]) -> tuple[Decimal | None, int]:
    """The number and its printed decimals."""
    if match["chinese"] is None:
        number = match["number"].replace(",", "")
        value = Decimal(number)
        return -value if match["sign"] == "-" else value, len(number.partition(".")[2])
    whole, decimals = read_chinese(match["chinese"]), match["decimals"]
    if whole is None or decimals is None:
        return whole, 0
    return Decimal(f"{whole}.{decimals.translate(_CHINESE_DIGITS)}"), len(decimals)


def _past_gap(text: str, at: int) -> int:
    return at + 2 if text.startswith("  ", at) else at + text.startswith(" ", at)


def _is_vague(text: str, head: str, end: int) -> bool:
    before = _VAGUE_BEFORE.search(head, max(0, len(head) - _LONGEST_VAGUE))
    return bool(before or _VAGUE_AFTER.match(text, end))
