"""Counts that a table of indicators and the text both give: 参保人数 424047, 城乡居民医保参保423730人."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from scoring.engine.claims.claim import Claim, Verdict
from scoring.engine.claims.tabular.grids import Grid, Row
from scoring.engine.claims.text.figures import Figure
from scoring.engine.claims.text.naming import key_of
from scoring.engine.claims.text.reading import Judged, Reading
from scoring.engine.claims.verdicts import exactly
from scoring.engine.precision import significant_digits
from scoring.engine.units import dimension

_NAME = re.compile(r"三级指标|指标名称|绩效指标|指标")
_ACTUAL = re.compile(r"(?:全年|年度|实际)*完成值|(?:全年)?实际值|实际完成(?:情况|指标值)?|完成情况")
# What is counted, by the end of the indicator's name.
_COUNTED = re.compile(r"(?P<what>[\u4e00-\u9fff]{2,}?)(?P<of>人次|人|户|家|次|场|件|个)?数量?$")
# Two counts of so many digits, so near each other, are counts of one thing.
_LEAST_DIGITS = 5
_NEAR = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Count:
    """A row's completed value: how many of `what`, in `unit`, under the indicator's `name`."""

    name: str
    what: str
    unit: str
    figure: Figure


def counts(grid: Grid) -> Iterator[Count]:
    """The long counts of a table of indicators."""
    columns: tuple[int, int, int] | None = None
    for row in grid.rows:
        columns = _columns(row) or columns
        if columns is None or row.width != columns[2]:
            continue
        name, figure = row.words(columns[0]), row.figure(columns[1])
        counted = _COUNTED.search(name) if figure is not None else None
        if figure is not None and counted is not None and _is_long(figure):
            yield Count(name, counted["what"], figure.unit or counted["of"] or "", figure)


def _columns(row: Row) -> tuple[int, int, int] | None:
    """Where names and completed values stand, and how many cells a row has."""
    names = [at for at, cell in enumerate(row.cells) if _NAME.fullmatch(cell.words)]
    actuals = [at for at, cell in enumerate(row.cells) if _ACTUAL.fullmatch(cell.words)]
    return (names[-1], actuals[0], row.width) if names and len(actuals) == 1 else None


def repeated_counts(reading: Reading, found: list[Count]) -> Iterator[Claim]:
    """The counts of the text that a table gives as well, or nearly so."""
    own = {count.figure.start for count in found}
    for stated in reading.figures.all if found else ():
        if stated.start in own or stated.vague or not stated.unit or not _is_long(stated):
            continue
        alike = [count for count in found if _is_of(stated, count)]
        if alike and all(count.figure.value == alike[0].figure.value for count in alike):
            yield _judged(reading, stated, alike[0])


def _is_long(figure: Figure) -> bool:
    return (
        figure.value == figure.value.to_integral_value() and significant_digits(figure.value) >= _LEAST_DIGITS
    )


def _is_of(stated: Figure, count: Count) -> bool:
    """Whether a figure of the text counts the same thing and is as large, give or take a hundredth."""
    same = dimension(stated.unit) == dimension(count.unit) and key_of(stated.head).endswith(count.what)
    value = stated.within(count.unit)
    return same and value is not None and abs(value - count.figure.value) <= _NEAR * count.figure.value


def _judged(reading: Reading, stated: Figure, count: Count) -> Claim:
    value = replace(count.figure, unit=count.unit).within(stated.unit)
    assert value is not None
    apart = abs(value - stated.value)
    verdict: Verdict = "check" if apart else "consistent"
    told = f"指标“{count.name}”的完成值为{exactly(value)}{stated.unit}，此处写{stated.told()}"
    reason = (
        f"{told}，相差{exactly(apart)}{stated.unit}；时点或口径如有不同，请说明。" if apart else f"{told}。"
    )
    claim = reading.claim("restated", stated, Judged(verdict, value, reason))
    place = count.figure.start, count.figure.end
    return replace(claim, against=place, against_name=reading.prose.name)
