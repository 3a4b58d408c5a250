"""The rows of an open list as figures: their own formulas, their level, and what adds up to what."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from scoring.engine.cells import number_or_none
from scoring.engine.content import Cells
from scoring.engine.form_parts import NUMERIC, RowList
from scoring.engine.numbers import separated
from scoring.engine.selections import Selection


def code_of(row: Cells, spec: RowList) -> str:
    """The classification code of a row, half-width; empty where the list has no codes."""
    if spec.hierarchy is None:
        return ""
    text = row.get(spec.hierarchy.column) or ""
    return (text if text.isascii() else unicodedata.normalize("NFKC", text)).strip()


def selection_label(selection: Selection, spec: RowList) -> str:
    """支出决算表 210 本年支出合计, in an explanation."""
    column = spec.columns.get(selection.column)
    which = {"level": f"各{selection.value}位科目", "code": selection.value, "all": "各行"}[selection.by]
    return f"{spec.title}{which}{column.label if column else selection.column}"


@dataclass(eq=False, slots=True)
class ListRow:
    """One filed row with its figures by column, each read once."""

    spec: RowList
    cells: Cells
    figures: dict[str, Decimal | None] = field(default_factory=dict)
    id: str = field(init=False)
    code: str = field(init=False)

    def __post_init__(self) -> None:
        self.id = self.cells.get("id") or ""
        self.code = code_of(self.cells, self.spec)

    @property
    def name(self) -> str:
        """What people call the row: its code with the first other text beside it."""
        texts = [self.cells.get(key) or "" for key, of in self.spec.columns.items() if of.type == "text"]
        return " ".join(text.strip() for text in texts if text.strip())

    def value(self, column: str) -> Decimal | None:
        """The figure in a column, None where blank or unreadable."""
        return self.figures.get(column)

    def label(self, column: str) -> str:
        return self.spec.columns[column].label

    def written(self, column: str) -> str:
        """Label and figure as in a sentence: 年初预算数0."""
        value = self.value(column)
        return f"{self.label(column)}{'（空）' if value is None else separated(value)}"


@dataclass(frozen=True)
class FiledList:
    """The rows of a list in filed order, found by code and by level."""

    rows: tuple[ListRow, ...] = ()

    def picked(self, selection: Selection) -> Sequence[ListRow]:
        """The rows that a formula selects, in filed order."""
        if selection.by == "all":
            return self.rows
        return (self._by_code if selection.by == "code" else self._by_length).get(selection.value, ())

    @cached_property
    def _by_code(self) -> dict[str, list[ListRow]]:
        found: dict[str, list[ListRow]] = {}
        for row in self.rows:
            found.setdefault(row.code, []).append(row)
        return found

    @cached_property
    def _by_length(self) -> dict[str, list[ListRow]]:
        found: dict[str, list[ListRow]] = {}
        for row in self.rows:
            found.setdefault(str(len(row.code)), []).append(row)
        return found


def list_rows(spec: RowList, rows: Iterable[Cells]) -> list[ListRow]:
    """The filed rows of a list, in filed order."""
    columns = [key for key, column in spec.columns.items() if column.type in NUMERIC]
    return [ListRow(spec, row, {key: number_or_none(row.get(key)) for key in columns}) for row in rows]


def parts_by_code(rows: Iterable[ListRow]) -> dict[str, list[ListRow]]:
    """By the code of a row the rows one level below: their codes begin with its code. Nothing for the lowest level."""
    parts: dict[str, list[ListRow]] = {}
    for row in rows:
        lengths = row.spec.hierarchy.lengths if row.spec.hierarchy else []
        level = lengths.index(len(row.code)) if len(row.code) in lengths else 0
        if level:
            parts.setdefault(row.code[: lengths[level - 1]], []).append(row)
    return parts
