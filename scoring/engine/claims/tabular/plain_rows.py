"""Tables without codes: 合计 and 小计 are the sums of the rows above (or below) them, column by column."""

import re
from collections.abc import Iterator
from decimal import Decimal

from scoring.engine.claims.claim import Claim
from scoring.engine.claims.tabular.grids import Grid, Row
from scoring.engine.claims.tabular.score_columns import names_points
from scoring.engine.claims.tabular.table_sums import Entry, TableReading, entry

_TOTAL = re.compile(r"合计|总计|共计|总合计")
_SUBTOTAL = re.compile(r"小计|.{1,12}小计")
_DETAIL = re.compile(r"其中|其它?中|#")
_CODE = re.compile(r"\d{3}(?:\d{2}){0,2}")
# Columns that nobody adds up.
_NOT_ADDED = re.compile(r"率|均|比|单价|标准|序号|编号|编码|年度|年份|时间|电话|得分|分值|权重|行次|%")
_MOST_HEADERS = 4
_LEAST_ROWS = 2
_NEAR = Decimal("0.02")


def plain_sums(table: TableReading, grid: Grid) -> Iterator[Claim]:
    """Every total of a plain table."""
    if any(_is_special(row) for row in grid.rows):
        return
    names = _names(grid)
    above: list[Row] = []
    since: list[Row] = []
    subtotals: list[Row] = []
    for at, row in enumerate(grid.rows):
        words = row.words(max(row.first, 0))
        if _SUBTOTAL.fullmatch(words):
            yield from _columns(table, names, row, since)
            subtotals.append(row)
            since = []
        elif _TOTAL.fullmatch(words):
            below = [] if above else _below(grid, at)
            yield from _columns(table, names, row, subtotals if subtotals and not since else above or below)
            above, since, subtotals = [], [], []
        elif _has_figures(row) and not _DETAIL.match(words):
            above.append(row)
            since.append(row)


def _is_special(row: Row) -> bool:
    """Whether a table goes by codes, line numbers or points, which have rules of their own."""
    return names_points(row) or any(
        cell.words == "行次"
        or (_CODE.fullmatch(cell.words) and row.words(at + 1) and row.figure(at + 1) is None)
        for at, cell in enumerate(row.cells)
    )


def _names(grid: Grid) -> list[str]:
    """What the head of the table says of each column."""
    names = [""] * grid.width
    for row in grid.rows[:_MOST_HEADERS]:
        if _has_figures(row):
            break
        for at, cell in enumerate(row.cells[: grid.width]):
            names[at] += cell.words
    return names


def _has_figures(row: Row) -> bool:
    return any(cell.figure is not None for cell in row.cells[1:])


def _below(grid: Grid, at: int) -> list[Row]:
    """The rows below a total at the top of its table."""
    rows: list[Row] = []
    for row in grid.rows[at + 1 :]:
        words = row.words(max(row.first, 0))
        if _TOTAL.fullmatch(words) or _SUBTOTAL.fullmatch(words):
            break
        if _has_figures(row) and not _DETAIL.match(words):
            rows.append(row)
    return rows


def _columns(table: TableReading, names: list[str], total: Row, rows: list[Row]) -> Iterator[Claim]:
    if len(rows) < _LEAST_ROWS or any(row.width != total.width for row in rows):
        return
    sums: list[tuple[Entry, list[Entry]]] = []
    for column in range(max(total.first, 0) + 1, total.width):
        figure = total.figure(column)
        if figure is None or figure.is_percent or (column < len(names) and _NOT_ADDED.search(names[column])):
            continue
        written = [(row, one) for row in rows if (one := row.figure(column))]
        if len(written) >= _LEAST_ROWS and {one.unit for _, one in written} == {figure.unit}:
            parts = [entry(row.cells[max(row.first, 0)], one) for row, one in written]
            sums.append((entry(total.cells[max(total.first, 0)], figure), parts))
    yield from _judged(table, sums)


def _judged(table: TableReading, sums: list[tuple[Entry, list[Entry]]]) -> Iterator[Claim]:
    """A total that doesn't agree is wrong where another column shows that no row is missing, or the gap is a slip."""
    exact = any(stated.value and _size(parts) == stated.value for stated, parts in sums)
    for stated, parts in sums:
        is_near = abs(_size(parts) - stated.value) <= _NEAR * abs(stated.value)
        claim = table.sum_claim(stated, parts, sure=exact and is_near, over=False)
        if claim is not None:
            yield claim


def _size(parts: list[Entry]) -> Decimal:
    return sum((part.value for part in parts), Decimal(0))
