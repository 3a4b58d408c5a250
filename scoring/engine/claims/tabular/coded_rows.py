"""Tables by budget code: a code is the sum of the longer codes that begin with it, 合计 that of the shortest ones."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from scoring.engine.claims.claim import Claim
from scoring.engine.claims.tabular.grids import Cell, Grid, Row
from scoring.engine.claims.tabular.table_sums import Entry, TableReading, entry
from scoring.engine.claims.text.figures import Figure
from scoring.engine.claims.verdicts import sum_verdict

# 政府收支分类科目: 类 3 digits, 款 5, 项 7.
_CODE = re.compile(r"\d{3}(?:\d{2}){0,2}")
_WITH_NAME = re.compile(r"\(?(\d{3}(?:\d{2}){0,2})\)?(?=[\u4e00-\u9fff])")
_NAME = re.compile(r"[\u4e00-\u9fff]")
_TOTALS = frozenset("合计 总计".split())
_SIDES = frozenset("人员经费合计 公用经费合计".split())
_STAFF = ("301", "303")
_LEAST_ROWS = 2
_LEAST_SAME = 2
_MOSTLY = Decimal("0.8")


@dataclass(frozen=True, slots=True)
class Coded:
    """A row of a code, or 合计 with an empty one: its figures by their distance from the code's cell."""

    code: str
    cell: Cell
    figures: dict[int, Figure]

    def entry(self, column: int) -> Entry | None:
        figure = self.figures.get(column)
        return entry(self.cell, figure) if figure is not None else None


@dataclass(slots=True)
class _Part:
    """Rows between two totals, each code once."""

    rows: dict[str, Coded] = field(default_factory=dict)
    total: Coded | None = None
    sides: list[tuple[Cell, Figure]] = field(default_factory=list)


def coded_sums(table: TableReading, grid: Grid) -> Iterator[Claim]:
    """Every code with its sub-codes, every total with its codes, and rows whose first figure is the sum of the others."""
    for part in _parts(grid):
        if len(part.rows) < _LEAST_ROWS:
            continue
        below: dict[str, list[Coded]] = {}
        for code, row in part.rows.items():
            below.setdefault(code[:-2], []).append(row)
        firm = not _has_orphans(part)
        for code, row in part.rows.items():
            yield from _column_sums(table, row, below.get(code, []), firm=firm)
        if part.total is not None:
            tops = [row for code, row in part.rows.items() if not _has_above(part, code)]
            yield from _column_sums(table, part.total, tops, firm=firm)
        yield from _sides(table, part)
        yield from _across(table, part)


def _has_above(part: _Part, code: str) -> bool:
    return any(code[:size] in part.rows for size in (3, 5) if size < len(code))


def _has_orphans(part: _Part) -> bool:
    """Whether some code lacks the one above it that others of its length have."""
    lengths = {len(code) for code in part.rows if code[:-2] in part.rows}
    return any(len(code) in lengths and code[:-2] not in part.rows for code in part.rows)


def _parts(grid: Grid) -> Iterator[_Part]:
    part, total_first = _Part(), None
    for row in grid.rows:
        coded = list(_coded(row))
        total = None if coded else _total(row, part)
        if total is not None:
            total_first = not part.rows if total_first is None else total_first
            if total_first and (part.rows or part.total):
                yield part
                part = _Part()
            part.total = total
            if not total_first:
                yield part
                part = _Part()
        for one in coded:
            if one.code in part.rows:
                yield part
                part = _Part()
            part.rows[one.code] = one
        part.sides += _side_totals(row)
    yield part


def _coded(row: Row) -> Iterator[Coded]:
    """The codes of a row, each with the figures up to the next one."""
    at = 0
    found: list[tuple[str, Cell, int, int]] = []
    while at < row.width:
        words = row.words(at)
        if _CODE.fullmatch(words) and _NAME.search(row.words(at + 1)):
            found.append((words, row.cells[at + 1], at, at + 2))
        elif match := _WITH_NAME.match(words):
            found.append((match[1], row.cells[at], at - 1, at + 1))
        at += 1
    for number, (code, cell, base, start) in enumerate(found):
        end = found[number + 1][2] if number + 1 < len(found) else row.width
        figures = {column - base: figure for column in range(start, end) if (figure := _amount(row, column))}
        yield Coded(code, cell, figures)


def _amount(row: Row, column: int) -> Figure | None:
    figure = row.figure(column)
    return figure if figure is not None and not figure.is_percent else None


def _total(row: Row, part: _Part) -> Coded | None:
    at = row.first
    if at not in (0, 1) or row.words(at) not in _TOTALS:
        return None
    figures = {column: figure for column in range(at + 1, row.width) if (figure := _amount(row, column))}
    return Coded("", row.cells[at], figures) if figures else None


def _side_totals(row: Row) -> Iterator[tuple[Cell, Figure]]:
    """人员经费合计 and 公用经费合计 with the next figure of their row."""
    for at, cell in enumerate(row.cells):
        if cell.words in _SIDES:
            figure = next((other.figure for other in row.cells[at + 1 :] if other.words), None)
            if figure is not None:
                yield cell, figure


def _column_sums(table: TableReading, row: Coded, below: list[Coded], *, firm: bool) -> Iterator[Claim]:
    """The sums of a code, column by column; `firm` where no code is misread or missing."""
    if not below:
        return
    sums = [
        (stated, parts)
        for column in row.figures
        if (stated := row.entry(column)) and (parts := _column(below, column))
    ]
    sure = any(stated.value and _agrees(stated, parts) for stated, parts in sums)
    for stated, parts in sums:
        # Rows left out visibly leave nothing to add up.
        if any(part.value for part in parts) or not stated.value:
            claim = table.sum_claim(stated, parts, sure=sure)
            if claim is not None and (firm or claim.verdict in ("consistent", "rounding")):
                yield claim


def _several(parts: list[Entry]) -> bool:
    return sum(bool(part.value) for part in parts) > 1


def _column(rows: list[Coded], column: int) -> list[Entry]:
    return [found for row in rows if (found := row.entry(column))]


def _agrees(stated: Entry, parts: list[Entry]) -> bool:
    computed = sum((part.value for part in parts), Decimal(0))
    return sum_verdict(stated.figure, computed, [part.figure for part in parts])[0] != "inconsistent"


def _sides(table: TableReading, part: _Part) -> Iterator[Claim]:
    """人员经费合计 is 工资福利支出 and 对个人和家庭的补助, 公用经费合计 the other codes (公开06表)."""
    tops = [row for code, row in part.rows.items() if len(code) == 3 and code.startswith("3")]
    for cell, figure in part.sides:
        is_staff = cell.words.startswith("人员")
        rows = [row for row in tops if (row.code in _STAFF) == is_staff]
        parts = [entry(row.cell, next(iter(row.figures.values()))) for row in rows if row.figures]
        if len(parts) > 1:
            claim = table.sum_claim(entry(cell, figure), parts, sure=False)
            if claim is not None:
                yield claim


def _across(table: TableReading, part: _Part) -> Iterator[Claim]:
    """Rows whose first figure isn't the sum of the others, where that of most rows is."""
    rows = [row for row in (part.total, *part.rows.values()) if row is not None and len(row.figures) > 2]
    told = [(row, [row.entry(column) for column in sorted(row.figures)]) for row in rows]
    sums = [(entries[0], [one for one in entries[1:] if one]) for _, entries in told if entries[0]]
    agreeing = [(stated, parts) for stated, parts in sums if _agrees(stated, parts)]
    several = [parts for _, parts in agreeing if _several(parts)]
    if len(several) < _LEAST_SAME or len(agreeing) < _MOSTLY * len(sums):
        return
    for stated, parts in sums:
        if _several(parts) or not _agrees(stated, parts):
            claim = table.sum_claim(stated, parts, sure=True)
            if claim is not None:
                yield claim
