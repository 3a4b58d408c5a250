"""Tables that stand in a text, row by row: what each cell says, and the figure that it holds."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from scoring.engine.claims.tabular.table_places import Places, tables
from scoring.engine.claims.text.figures import Figure
from scoring.engine.claims.text.reading import Reading

# A cell that holds one figure and nothing else: 121.3, 10分, 72.3%, -5.00.
_FIGURE = re.compile(r"[-+¥]?\s?[\d,]+(?:\.\d+)?\s?(?:%|‰|分|万元|元|亿元|万|个|人|项)?")
_MOST_CELLS = 40
# What a cell begins with tells what it is.
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Cell:
    """`start`–`end` of the text; `words` without spaces; `figure` where it holds one figure alone."""

    start: int
    end: int
    words: str
    figure: Figure | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row, empty ones included."""

    cells: tuple[Cell, ...]

    @property
    def width(self) -> int:
        return len(self.cells)

    def figure(self, column: int) -> Figure | None:
        """The figure of a cell; None where there is no such cell or it holds none."""
        return self.cells[column].figure if 0 <= column < len(self.cells) else None

    def words(self, column: int) -> str:
        return self.cells[column].words if 0 <= column < len(self.cells) else ""

    @property
    def first(self) -> int:
        """The first cell that isn't empty; -1 where all are."""
        return next((at for at, cell in enumerate(self.cells) if cell.words), -1)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its rows, and the width that most of them have."""

    rows: tuple[Row, ...]
    width: int


def grids(reading: Reading) -> Iterator[Grid]:
    """Every table of a text, in order."""
    figures = {figure.start: figure for figure in reading.figures.all}
    for table in tables(reading.prose.source):
        written = [places for places in table if places]
        if not written or not reading.figures.between(written[0][0][0], written[-1][-1][1]):
            continue
        rows = [_row(reading, figures, places) for places in written]
        rows = [row for row in rows if not _is_numbering(row)]
        if len(rows) > 1:
            yield _grid(rows)


def _row(reading: Reading, figures: dict[int, Figure], places: Places) -> Row:
    return Row(tuple(_cell(reading, figures, start, end) for start, end in places[:_MOST_CELLS]))


def _cell(reading: Reading, figures: dict[int, Figure], start: int, end: int) -> Cell:
    written = reading.prose.text[start:end]
    words = "".join(written[:_LONGEST].split())
    figure = figures.get(start + len(written) - len(written.lstrip())) if words else None
    if figure is not None and (words[-1] in "、：" or not _FIGURE.fullmatch(written.strip())):
        figure = None
    return Cell(start, end, words, figure)


def _is_numbering(row: Row) -> bool:
    """Whether a row only numbers the columns: 栏次 1 2 3 4 …"""
    if row.words(max(row.first, 0)) == "栏次":
        return True
    values = [cell.figure.value for cell in row.cells if cell.figure is not None]
    return len(values) > 2 and values == list(range(1, len(values) + 1))


def _grid(rows: list[Row]) -> Grid:
    """The table with rows that were torn apart put together again, as far as their widths say so."""
    widths = Counter(row.width for row in rows if row.width > 2)
    width = max(widths, key=lambda one: (widths[one], one)) if widths else 0
    return Grid(tuple(_joined(rows, width)), width)


def _joined(rows: list[Row], width: int) -> Iterator[Row]:
    """Neighbouring rows whose cells together are just as many as those of the rows beside them, as one row."""
    at = 0
    while at < len(rows):
        if _is_torn(rows, at, width):
            yield Row(rows[at].cells + rows[at + 1].cells)
            at += 2
        else:
            yield rows[at]
            at += 1


def _is_torn(rows: list[Row], at: int, width: int) -> bool:
    """Whether a row broke off behind a name: figures stand in its second half alone."""
    if at + 1 >= len(rows) or rows[at].width + rows[at + 1].width != width:
        return False
    beside = [row.width for row in (*rows[max(0, at - 1) : at], *rows[at + 2 : at + 3])]
    no_figures = not any(cell.figure for cell in rows[at].cells)
    return width in beside and no_figures and bool(rows[at].cells[-1].words)
