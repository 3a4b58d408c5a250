"""Dates and periods in a cell: "2022年11月底", "第四季度", "每月25日前"; a deadline is the end of its period."""

import calendar
import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass

_LAST_LEAP_YEAR = 2000  # a period without a year takes February's 29 days


@dataclass(frozen=True, slots=True)
class Span:
    """A named period. Without a year, `year` is None; a day of every month has `monthly` and only days.

    `start` and `end` are (month, day); `before` says that "前", "底", "内" or the like follows.
    """

    year: int | None
    start: tuple[int, int]
    end: tuple[int, int]
    before: bool = False
    monthly: bool = False

    @property
    def last_day(self) -> datetime.date | None:
        """The last day of the period, where the year is named."""
        return None if self.year is None else datetime.date(self.year, *self.end)

    @property
    def partial_text(self) -> str:
        """ISO 8601 form of an end without year ("--06-30") or without month ("---25"); "" for a full date."""
        if self.monthly:
            return f"---{self.end[1]:02d}"
        return "" if self.year is not None else f"--{self.end[0]:02d}-{self.end[1]:02d}"


@dataclass(frozen=True, slots=True)
class FoundDate:
    """Where a period stands in the text; `span` is None for a day that does not exist, e.g. 2月30日."""

    span: Span | None
    at: int
    to: int


def _days_in(year: int | None, month: int) -> int:
    return calendar.monthrange(year or _LAST_LEAP_YEAR, month)[1]


def _month_part(year: int | None, month: int, part: str) -> Span:
    last = _days_in(year, month)
    first_day, last_day = {"初": (1, 10), "上旬": (1, 10), "中旬": (11, 20), "下旬": (21, last)}.get(
        part, (1, last)
    )
    return Span(year, (month, first_day), (month, last_day), before=part in ("底", "末"))


def _day(year: int | None, month: int, day: int) -> Span:
    return Span(year, (month, day), (month, day))


def _months(year: int | None, first: int, last: int, before: bool = False) -> Span:
    return Span(year, (first, 1), (last, _days_in(year, last)), before)


def _year_of(match: re.Match[str]) -> int | None:
    text = match.groupdict().get("year")
    return int(text) if text else None


def _read_day(match: re.Match[str]) -> Span:
    return _day(_year_of(match), int(match["month"]), int(match["day"]))


def _read_day_range(match: re.Match[str]) -> Span:
    year = _year_of(match)
    to_year = int(match["to_year"]) if match["to_year"] else year
    start = (int(match["month"]), int(match["day"])) if to_year == year else (1, 1)
    datetime.date(year or _LAST_LEAP_YEAR, int(match["month"]), int(match["day"]))
    return Span(to_year, start, (int(match["to_month"]), int(match["to_day"])))


def _read_month(match: re.Match[str]) -> Span:
    return _month_part(_year_of(match), int(match["month"]), match["part"] or "")


def _read_month_range(match: re.Match[str]) -> Span:
    year = int(match["to_year"]) if match["to_year"] else _year_of(match)
    first, last = int(match["month"]), int(match["to_month"])
    return _months(year, min(first, last), last, bool(match["part"]))


def _read_quarter(match: re.Match[str]) -> Span:
    quarter = "一二三四".find(match["quarter"]) + 1 or int(match["quarter"])
    return _months(_year_of(match), quarter * 3 - 2, quarter * 3, bool(match["part"]))


def _read_half(match: re.Match[str]) -> Span:
    return _months(_year_of(match), *((1, 6) if match["half"] == "上" else (7, 12)), bool(match["part"]))


def _read_year_end(match: re.Match[str]) -> Span:
    return _months(_year_of(match), 1, 12, before=True)


def _read_year(match: re.Match[str]) -> Span:
    return _months(_year_of(match), 1, 12, bool(match["part"]))


def _read_monthly(match: re.Match[str]) -> Span:
    day = int(match["day"])
    datetime.date(_LAST_LEAP_YEAR, 1, day)
    return Span(None, (1, day), (1, day), monthly=True)


_YEAR = r"(?:(?P<year>(?:19|20)\d{2})年度?)"
_NOT_DIGIT = r"(?<![\d.])"
_READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Span]], ...] = (
    (
        re.compile(
            rf"{_NOT_DIGIT}{_YEAR}?(?P<month>\d{{1,2}})月(?P<day>\d{{1,2}})[日号]?(?:-|~|至|到)"
            r"(?:(?P<to_year>20\d{2})年)?(?P<to_month>\d{1,2})月(?P<to_day>\d{1,2})[日号]?(?!\d)"
        ),
        _read_day_range,
    ),
    (
        re.compile(
            rf"{_NOT_DIGIT}(?P<year>(?:19|20)\d{{2}})(?P<sep>[-./])(?P<month>\d{{1,2}})(?P=sep)(?P<day>\d{{1,2}})日?"
            r"(?:-|~|至|到)(?P<to_year>20\d{2})(?P=sep)(?P<to_month>\d{1,2})(?P=sep)(?P<to_day>\d{1,2})日?(?![\d.])"
        ),
        _read_day_range,
    ),
    (
        re.compile(
            rf"{_NOT_DIGIT}{_YEAR}?(?P<month>\d{{1,2}})月?(?:-|~|至|到)(?:(?P<to_year>20\d{{2}})年)?"
            r"(?P<to_month>\d{1,2})月(?!\d)(?P<part>底|末)?"
        ),
        _read_month_range,
    ),
    (
        re.compile(
            rf"{_NOT_DIGIT}(?P<year>20\d{{2}})(?P<sep>[./])(?P<month>\d{{1,2}})(?:-|~|至|到)(?P<to_year>20\d{{2}})(?P=sep)"
            r"(?P<to_month>\d{1,2})(?P<part>底|末)?(?![\d.])"
        ),
        _read_month_range,
    ),
    (re.compile(rf"{_NOT_DIGIT}{_YEAR}?(?P<month>\d{{1,2}})月(?P<day>\d{{1,2}})[日号]?(?!\d)"), _read_day),
    (
        re.compile(
            rf"{_NOT_DIGIT}(?P<year>(?:19|20)\d{{2}})(?P<sep>[-./])(?P<month>\d{{1,2}})(?P=sep)(?P<day>\d{{1,2}})日?"
            r"(?![\d.])"
        ),
        _read_day,
    ),
    (re.compile(r"每月(?:\d{1,2}[日号]?(?:-|~|至|到))?(?P<day>\d{1,2})[日号]"), _read_monthly),
    (
        re.compile(rf"{_NOT_DIGIT}{_YEAR}?(?P<month>\d{{1,2}})月份?(?P<part>初|上旬|中旬|下旬|底|末)?"),
        _read_month,
    ),
    (
        re.compile(
            rf"{_NOT_DIGIT}(?P<year>20\d{{2}})[-./](?P<month>\d{{1,2}})(?P<part>底|末|(?=前|之前|以前))(?!\d)"
        ),
        _read_month,
    ),
    (re.compile(rf"{_YEAR}?第?(?P<quarter>[一二三四1-4])季度(?P<part>底|末|内)?"), _read_quarter),
    (re.compile(rf"{_YEAR}?(?P<half>[上下])半年(?P<part>底|末|内)?"), _read_half),
    (
        re.compile(
            r"(?:(?P<year>(?:19|20)\d{2})年?|本|当|全)?(?<![\d.半几两一二三四五六七八九十])年(?:度)?(?:年?底|年?末|内|终)"
        ),
        _read_year_end,
    ),
    (re.compile(rf"{_NOT_DIGIT}{_YEAR}(?:全年)?(?P<part>年?底|末|内)?"), _read_year),
    (re.compile(r"(?<!\d)(?P<year>20\d{2})(?P<month>[01]\d)(?P<day>[0-3]\d)(?!\d)$"), _read_day),
)
_BEFORE = re.compile(r"以前|之前|前|以内|之内|内|止")


_YEAR_DOT_MONTH = re.compile(r"(20\d{2})[-./](0?[1-9]|1[0-2])")


def spelled_month(text: str) -> str:
    """ "2022.12" as "2022年12月"; any other normalised text as it is. By itself "2022.12" may be a number."""
    match = _YEAR_DOT_MONTH.fullmatch(text)
    return match.expand(r"\1年\2月") if match else text


def find_dates(text: str) -> list[FoundDate]:
    """Every period named in a normalised text, in the order written and never overlapping."""
    found: list[FoundDate] = []
    taken = [False] * len(text)
    for pattern, read in _READERS:
        for match in pattern.finditer(text):
            if any(taken[match.start() : match.end()]):
                continue
            taken[match.start() : match.end()] = [True] * (match.end() - match.start())
            found.append(_found(text, match, read))
    return sorted(found, key=lambda date: date.at)


def _found(text: str, match: re.Match[str], read: Callable[[re.Match[str]], Span]) -> FoundDate:
    after = _BEFORE.match(text, match.end())
    end = after.end() if after else match.end()
    try:
        span = read(match)
        datetime.date(span.year or _LAST_LEAP_YEAR, *span.end)
    except ValueError:
        return FoundDate(None, match.start(), end)
    if after and not span.before:
        span = Span(span.year, span.start, span.end, True, span.monthly)
    return FoundDate(span, match.start(), end)
