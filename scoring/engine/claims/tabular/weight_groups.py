"""Groups of indicators: 过程（40分） is the sum of the 分值 of the rows beside it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal

from scoring.engine.claims.claim import Claim
from scoring.engine.claims.tabular.grids import Cell
from scoring.engine.claims.tabular.score_columns import Line, Sheet
from scoring.engine.claims.tabular.table_sums import Entry, TableReading, entry

_GROUP = re.compile(r"[^()]+\((\d+(?:\.\d+)?)分\)")
_LEAST_GROUPS = 2


@dataclass(slots=True)
class _Group:
    """`near` are the rows down to the next name of its column, `rows` those down to the next group."""

    cell: Cell
    points: Decimal
    rows: list[Entry] = field(default_factory=list)
    near: list[Entry] = field(default_factory=list)
    is_open: bool = True

    @property
    def agrees(self) -> bool:
        return self.points in (_size(self.rows), _size(self.near))


def weight_groups(table: TableReading, points: Iterable[Sheet]) -> Iterator[Claim]:
    """Every group with its rows. One is wrong only where all others of its column are right and the total isn't theirs."""
    for sheet in points:
        if any(line.shift for line in sheet.lines) or not sheet.lines:
            continue
        for column in range(min(sheet.lines[0].header.columns.values())):
            yield from _column(table, _groups(sheet.lines, column))


def _column(table: TableReading, groups: list[_Group]) -> Iterator[Claim]:
    if len(groups) < _LEAST_GROUPS:
        return
    wrong = [group for group in groups if not group.agrees]
    balanced = sum((group.points for group in groups), Decimal(0)) == sum(
        (_size(group.rows) for group in groups), Decimal(0)
    )
    for group in groups:
        if group.agrees or (len(wrong) == 1 and not balanced):
            yield from _claim(table, group)


def _claim(table: TableReading, group: _Group) -> Iterator[Claim]:
    rows = group.near if _size(group.near) == group.points else group.rows
    written = table.reading.figures.between(group.cell.start, group.cell.end)
    figure = next((one for one in written if one.unit == "分" and one.value == group.points), None)
    if figure is not None:
        stated = Entry(group.cell.words, group.cell.start, replace(figure, unit="分"))
        parts = [Entry(row.name, row.start, replace(row.figure, unit="分")) for row in rows]
        claim = table.sum_claim(stated, parts, sure=True, called=f"{len(parts)}行分值之和")
        if claim is not None:
            yield claim


def _groups(lines: list[Line], column: int) -> list[_Group]:
    groups: list[_Group] = []
    for line in lines:
        words = line.row.words(column)
        found = _GROUP.fullmatch(words)
        # A page repeats the name of a group that goes on.
        if found and not (groups and groups[-1].cell.words == words):
            groups.append(_Group(line.row.cells[column], Decimal(found[1])))
        elif groups and words and not found:
            groups[-1].is_open = False
        if groups and line.weight is not None:
            one = entry(line.row.cells[line.name], line.weight)
            groups[-1].rows.append(one)
            if groups[-1].is_open:
                groups[-1].near.append(one)
    return groups


def _size(entries: list[Entry]) -> Decimal:
    return sum((one.value for one in entries), Decimal(0))
