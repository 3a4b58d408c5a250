"""Columns of points in a table: 分值, 得分, 得分率, and where the amounts and the rate of execution stand."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from scoring.engine.claims.tabular.grids import Grid, Row
from scoring.engine.claims.text.figures import Figure

# 分值(10分), 执行率((B-C)/A): the words before the bracket name the column.
_UNIT = re.compile(r"\(.*")
_COLUMNS = {
    "weight": re.compile(r"分值|权重|权重分|标准分|标准分值|满分|指标分值|分值权重|权重分值"),
    "score": re.compile(
        r"得分|自评得分|评价得分|自评分|自评分数|自评分值|实际得分|考核得分|指标得分|单位自评得分"
    ),
    "score_rate": re.compile(r"得分率"),
    "rate": re.compile(r"执行率|预算执行率|资金执行率"),
    "budget": re.compile(r"全年预算数|全年预算|预算数|调整后预算数|全年预算金额"),
    "spent": re.compile(r"全年执行数|全年执行|执行数|实际执行数|全年执行金额|全年支出数"),
    "transfer": re.compile(r"上级(?:专项|财政)?(?:移动|转移)支付"),
}
_TOTALS = re.compile(r"总分|合计|总计|总得分|得分合计|合计得分|分数合计|自评总分|总分合计")
_SUB = re.compile(r"小计")
_MOST_SHIFT = 3
_LONGEST_NAME = 24


@dataclass(frozen=True, slots=True)
class Header:
    """The columns that a header row names."""

    columns: dict[str, int]
    width: int


@dataclass(frozen=True, slots=True)
class Line:
    """A row's figures under its header; None where a cell is empty or holds something else."""

    row: Row
    weight: Figure | None
    score: Figure | None
    shift: int
    header: Header

    @property
    def is_fund(self) -> bool:
        return "rate" in self.header.columns

    def figure(self, column: str) -> Figure | None:
        at = self.header.columns.get(column)
        return None if at is None else self.row.figure(at + self.shift)

    @property
    def name(self) -> int:
        """The cell that names the row: the last one with words before the figures."""
        end = min(self.header.columns.values()) + self.shift
        named = [at for at in range(max(end, 1)) if self.row.words(at) and self.row.figure(at) is None]
        return named[-1] if named else max(self.row.first, 0)


@dataclass(slots=True)
class Sheet:
    """The rows of points down to a total. `skipped` are rows with figures that don't fit their header."""

    lines: list[Line] = field(default_factory=list)
    total: Row | None = None
    header: Header | None = None
    skipped: int = 0

    @property
    def all_lines(self) -> list[Line]:
        """The rows and, where it fits the header, the total."""
        if self.total is None or self.header is None or self.total.width != self.header.width:
            return self.lines
        total = _fitted(self.total, self.header, 0)
        return self.lines if total is None else [*self.lines, total]


def sheets(grid: Grid) -> Iterator[Sheet]:
    """The tables of points of a grid, each with its total where it has one."""
    sheet, header = Sheet(), None
    for row in grid.rows:
        found = _header(row)
        if found is not None:
            header = found
        elif header is None:
            continue
        elif _TOTALS.fullmatch(row.words(row.first)):
            sheet.total, sheet.header = row, header
            yield sheet
            sheet, header = Sheet(), None
        elif not _SUB.fullmatch(row.words(row.first)):
            line = _line(row, header)
            if line is not None:
                sheet.lines.append(line)
            elif any(cell.figure is not None and not cell.figure.is_percent for cell in row.cells):
                sheet.skipped += 1
    yield sheet


def _header(row: Row) -> Header | None:
    columns: dict[str, int] = {}
    for at, cell in enumerate(row.cells):
        kind = _column_of(cell.words) if cell.figure is None and len(cell.words) <= _LONGEST_NAME else None
        if kind is not None:
            columns.setdefault(kind, at)
    is_header = "score" in columns or {"budget", "spent", "rate"} <= set(columns)
    return Header(columns, row.width) if is_header and len(columns) > 1 else None


def names_points(row: Row) -> bool:
    """Whether a row is the header of a table of points."""
    header = _header(row)
    return header is not None and "score" in header.columns


@lru_cache(maxsize=2048)
def _column_of(words: str) -> str | None:
    """What a header cell says of its column."""
    bare = _UNIT.sub("", words)
    return next((kind for kind, pattern in _COLUMNS.items() if pattern.fullmatch(bare)), None)


def _line(row: Row, header: Header) -> Line | None:
    """The row's points; a row that lost its first cells is moved along, one that doesn't fit either way is left out."""
    lost = row.width - header.width
    if abs(lost) > _MOST_SHIFT:
        return None
    fitting = [line for shift in dict.fromkeys((0, lost)) if (line := _fitted(row, header, shift))]
    full = [line for line in fitting if line.weight is not None and line.score is not None]
    return next(iter(full or fitting), None)


def _fitted(row: Row, header: Header, shift: int) -> Line | None:
    found: dict[str, Figure | None] = {}
    for kind in ("weight", "score"):
        at = header.columns.get(kind)
        words = "" if at is None else row.words(at + shift)
        figure = None if at is None else row.figure(at + shift)
        if (figure is not None and figure.is_percent) or (figure is None and words.strip("-/—")):
            return None
        found[kind] = figure
    if not any(found.values()) and "rate" not in header.columns:
        return None
    return Line(row, found["weight"], found["score"], shift, header)
