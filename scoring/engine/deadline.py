"""Completion dates against deadlines, both taken as periods."""

import re

from scoring.engine.dates import Span, find_dates, spelled_month
from scoring.engine.quantity import Quantity
from scoring.engine.text import normalise, split_notes

_LATE_IN_THE_YEAR, _EARLY_IN_THE_YEAR = 10, 2  # months
_DAY = re.compile(r"^(\d{1,2})[./](\d{1,2})$")
_Day = tuple[int, int, int]


def compare_dates(target: Quantity, actual: Quantity) -> tuple[bool | None, str]:
    """Whether the completed date keeps the deadline, and why. A deadline is the last day of its period.

    A year that only one side names is taken for both: such forms speak of their own budget year.
    """
    due, done = _span(target), _span(actual)
    if due is None or done is None or due.monthly != done.monthly:
        return None, "日期的写法不同，无法比较"
    for said, name in ((actual, "完成日期"), (target, "期限")):
        if any(word in said.raw for word in ("次年", "翌年", "下一年", "第二年")):
            return None, f"{name}写的是次年，另一方的年度不明"
    if not (due.year and done.year) and due.end[0] >= _LATE_IN_THE_YEAR and done.end[0] <= _EARLY_IN_THE_YEAR:
        return None, "没有写明年份，年初的日期可能属于次年"
    year = due.year or done.year or 0
    deadline = _day(due.year or year, due.end)
    first, last = _day(done.year or year, done.start), _day(done.year or year, done.end)
    pair = f"期限{_said(due)}，完成{_said(done)}"
    if last <= deadline:
        return True, f"{pair}：按期完成"
    if first > deadline:
        return False, f"{pair}：晚于期限"
    return None, f"{pair}：完成日期不够具体，不能断定是否按期"


def _span(quantity: Quantity) -> Span | None:
    text = normalise(quantity.raw)
    main = spelled_month(split_notes(text)[0])
    dates = find_dates(main) or find_dates(text) or find_dates(_DAY.sub(r"\1月\2日", main))
    return dates[0].span if len(dates) == 1 else None


def _day(year: int, month_and_day: tuple[int, int]) -> _Day:
    return year, *month_and_day


def _said(span: Span) -> str:
    return span.partial_text.lstrip("-") if span.last_day is None else span.last_day.isoformat()
