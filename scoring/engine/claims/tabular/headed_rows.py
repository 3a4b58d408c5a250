"""Rows under a header that splits a total: 收入合计 | 其中：…, and the twelve columns of 三公经费."""

import re
from collections.abc import Iterator

from scoring.engine.claims.claim import Claim
from scoring.engine.claims.tabular.grids import Grid, Row
from scoring.engine.claims.tabular.table_sums import Entry, TableReading, entry
from scoring.engine.claims.text.figures import Figure

_WHOLE = re.compile(r"(?:合计|总额|总计|小计)(?:\(.*\))?$")
_OF_WHICH = re.compile(r"其中：?$")
_MOST_BELOW = 4
# 公开07表: 合计, 因公出国(境)费, 公务用车小计, 购置费, 运行费, 公务接待费; planned figures first, then those carried out.
_PUBLIC = ("因公出国", "购置", "运行", "公务接待")
_PUBLIC_COLUMNS = 6


def headed_sums(table: TableReading, grid: Grid) -> Iterator[Claim]:
    """Totals of the cells beside them."""
    for at, row in enumerate(grid.rows):
        for column in range(1, row.width):
            if _OF_WHICH.fullmatch(row.words(column)) and _WHOLE.search(row.words(column - 1)):
                yield from _below(table, grid, at, column)
    yield from _public_expenses(table, grid)


def _below(table: TableReading, grid: Grid, at: int, column: int) -> Iterator[Claim]:
    """The first row of figures below the header."""
    header = grid.rows[at]
    between: list[Row] = []
    for row in grid.rows[at + 1 : at + 1 + _MOST_BELOW]:
        stated = row.figure(column - 1)
        if stated is not None:
            split_again = any(_OF_WHICH.fullmatch(cell.words) for other in between for cell in other.cells)
            rest = {header.words(place) for place in range(column + 1, header.width)}
            yield from _row(table, header, row, column, sure=rest <= {"", "其他"} and not split_again)
            return
        between.append(row)


def _row(table: TableReading, header: Row, row: Row, column: int, *, sure: bool) -> Iterator[Claim]:
    figure = row.figure(column - 1)
    assert figure is not None
    stated = entry(header.cells[column - 1], figure)
    stated = Entry(stated.name, row.cells[max(row.first, 0)].start, stated.figure)
    parts = [entry(cell, cell.figure) for cell in row.cells[column:] if cell.figure is not None]
    exact = _beginning(stated, parts)
    claim = table.sum_claim(stated, exact or parts, sure=True) if exact or (sure and parts) else None
    if claim is not None:
        yield claim


def _beginning(stated: Entry, parts: list[Entry]) -> list[Entry]:
    """The first parts that make up the total; what follows them splits one of them further."""
    size = stated.value * 0
    for number, part in enumerate(parts, start=1):
        size += part.value
        if size == stated.value:
            return parts[:number]
    return []


def _public_expenses(table: TableReading, grid: Grid) -> Iterator[Claim]:
    heads: set[str] = set()
    for row in grid.rows:
        figures = [cell.figure for cell in row.cells if cell.figure is not None]
        is_numbers = len(figures) == row.width and row.width in (_PUBLIC_COLUMNS, 2 * _PUBLIC_COLUMNS)
        if is_numbers and heads >= set(_PUBLIC):
            for start in range(0, row.width, _PUBLIC_COLUMNS):
                yield from _public(table, row, figures[start : start + _PUBLIC_COLUMNS])
        for cell in row.cells:
            heads.update(word for word in _PUBLIC if word in cell.words)


def _public(table: TableReading, row: Row, figures: list[Figure]) -> Iterator[Claim]:
    names = (
        "三公经费合计",
        "因公出国(境)费",
        "公务用车小计",
        "公务用车购置费",
        "公务用车运行费",
        "公务接待费",
    )
    start = row.cells[0].start
    whole, abroad, cars, bought, run, guests = (
        Entry(name, max(start, figure.start), figure) for name, figure in zip(names, figures, strict=True)
    )
    for stated, parts in ((whole, [abroad, cars, guests]), (cars, [bought, run])):
        claim = table.sum_claim(stated, parts, sure=True)
        if claim is not None:
            yield claim
