"""A scheme as an xlsx workbook: texts as text, figures as numbers, nothing that calculates."""

import io
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from scoring.authoring.shapes import Choice, Plain, Shape, kind_of
from scoring.authoring.sheets.cells import NO, YES, CellValue
from scoring.authoring.sheets.columns import Cell
from scoring.authoring.sheets.fill import Row, basic_rows, rows_of
from scoring.authoring.sheets.guide import guide_lines
from scoring.authoring.sheets.layout import Sheet, basics
from scoring.authoring.sheets.titles import BASICS, BASICS_NAME, BASICS_VALUE, GUIDE, TITLES, is_left_out
from scoring.authoring.words import choice_word, kind_word
from scoring.engine.scheme import Scheme

SPARE_ROWS = 200
# What a spreadsheet takes as the list of a drop-down.
LONGEST_LIST = 255
WIDEST, NARROWEST = 46, 9
LINE_HEIGHT, MOST_LINES = 16, 20
A4 = 9
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def workbook_of(scheme: Scheme) -> bytes:
    """The workbook of a scheme; `read.read_workbook` gives the same scheme back."""
    from xlsxwriter import Workbook

    target = io.BytesIO()
    with Workbook(target, _OPTIONS) as book:
        writer = _Writer(book)
        writer.guide(guide_lines(scheme))
        writer.basics(basic_rows(scheme))
        filled = rows_of(scheme)
        for sheet in sorted(filled, key=_order):
            if filled[sheet] or not is_left_out(sheet.way):
                writer.sheet(sheet, filled[sheet])
    return target.getvalue()


def _order(sheet: Sheet) -> int:
    """The order of the titles; what has none stays behind, in the scheme's own order."""
    return list(TITLES).index(sheet.way) if sheet.way in TITLES else len(TITLES)


class _Writer:
    def __init__(self, book: Any) -> None:
        self.book = book
        base = {"valign": "top", "text_wrap": True, "font_size": 11}
        self.text = book.add_format(base | {"num_format": "@"})
        self.figure = book.add_format(base | {"align": "right"})
        self.head = book.add_format(base | {"bold": True, "bg_color": "#E9F0FA", "bottom": 1})
        self.plain = book.add_format(base)

    def guide(self, lines: Iterable[str]) -> None:
        page = self._page(GUIDE)
        page.set_column(0, 0, 100, self.plain)
        for number, line in enumerate(lines):
            page.write_string(number, 0, line, self.plain)

    def basics(self, rows: Sequence[Row]) -> None:
        page = self._page(BASICS)
        page.set_column(0, 0, 30, self.text)
        page.set_column(1, 1, 60, self.text)
        self._heads(page, (BASICS_NAME, BASICS_VALUE))
        for number, (row, cell) in enumerate(zip(rows, basics(), strict=True), start=1):
            self._cells(page, number, row, (30, 60))
            self._choices(page, (number, 1, number, 1), _words(cell))

    def sheet(self, sheet: Sheet, rows: Sequence[Row]) -> None:
        page = self._page(sheet.title)
        first = len(sheet.headings) - len(sheet.cells)
        widths: list[int] = []
        for column, heading in enumerate(sheet.headings):
            cell = sheet.cells[column - first] if column >= first else None
            values = [row[column] for row in rows]
            widths.append(_width(heading, values))
            page.set_column(column, column, widths[-1], self.text, _hidden(cell, values))
            if cell:
                self._choices(page, (1, column, len(rows) + SPARE_ROWS, column), _words(cell))
        self._heads(page, sheet.headings)
        page.freeze_panes(1, first + 1)
        for number, row in enumerate(rows, start=1):
            self._cells(page, number, row, widths)

    def _page(self, title: str) -> Any:
        page = self.book.add_worksheet(title)
        page.set_landscape()
        page.set_paper(A4)
        page.fit_to_pages(1, 0)
        page.repeat_rows(0)
        return page

    def _heads(self, page: Any, headings: Sequence[str]) -> None:
        for column, heading in enumerate(headings):
            page.write_string(0, column, heading, self.head)

    def _cells(self, page: Any, number: int, row: Row, widths: Sequence[int]) -> None:
        page.set_row(number, LINE_HEIGHT * min(max(map(_lines, row, widths)), MOST_LINES))
        for column, value in enumerate(row):
            if isinstance(value, Decimal):
                page.write_number(number, column, float(value), self.figure)
            elif value is not None:
                page.write_string(number, column, value, self.text)

    def _choices(self, page: Any, area: tuple[int, int, int, int], words: Sequence[str]) -> None:
        if words and len(",".join(words)) <= LONGEST_LIST:
            page.data_validation(*area, {"validate": "list", "source": list(words), "error_type": "warning"})


def _words(cell: Cell) -> list[str]:
    """What a drop-down offers for this column; empty where anything may stand there."""
    if cell.kinds:
        return [kind_word(kind_of(model)) for model in cell.kinds.models]
    offered = [_offered(slot.name, slot.shape) for slot in cell.slots.values()]
    return offered[0] if all(each == offered[0] for each in offered) else []


def _offered(name: str, shape: Shape) -> list[str]:
    if isinstance(shape, Choice):
        return [choice_word(name, value) for value in shape.values]
    return [YES, NO] if shape == Plain(bool) else []


def _hidden(cell: Cell | None, values: Sequence[CellValue]) -> dict[str, Any]:
    """Parameters of kinds that the form doesn't use are folded away, to be opened with the + above."""
    folded = cell is not None and bool(cell.kind_way) and not any(value is not None for value in values)
    return {"level": 1, "hidden": True} if folded else {}


def _lines(value: CellValue, width: int) -> int:
    """How many lines a value takes in its column."""
    return sum(-(-_columns(line) // width) or 1 for line in str(value or "").split("\n"))


def _columns(line: str) -> int:
    """A Chinese character is as wide as two others."""
    return sum(2 if ord(char) > 255 else 1 for char in line)


def _width(heading: str, values: Sequence[CellValue]) -> int:
    """Wide enough for most lines."""
    lines = [line for value in values for line in str(value if value is not None else "").split("\n")]
    longest = max(
        (sum(2 if ord(char) > 255 else 1 for char in line) for line in [heading, *lines]), default=0
    )
    return min(max(longest + 2, NARROWEST), WIDEST)
