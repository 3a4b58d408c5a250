"""The rows of an open list as figures: their own formulas, their level, and what adds up to what."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from scoring.engine.cells import number_or_none
from scoring.engine.content import Cells
from scoring.engine.form_parts import RowList
from scoring.engine.numbers import separated
from scoring.engine.selections import Selection


def code_of(row: Cells, spec: RowList) -> str:
    """The classification code of a row, half-width; empty where the list has no codes."""
    if spec.hierarchy is None:
        return ""
    return unicodedata.normalize("NFKC", row.get(spec.hierarchy.column) or "").strip()


def picked(selection: Selection, spec: RowList, rows: Iterator[Cells]) -> Iterator[Cells]:
    """The rows that a formula selects, in filed order."""
    for row in rows:
        code = code_of(row, spec)
        wanted = {
            "all": True,
            "level": str(len(code)) == selection.value,
            "code": code == selection.value,
        }
        if wanted[selection.by]:
            yield row


def selection_label(selection: Selection, spec: RowList) -> str:
    """支出决算表 210 本年支出合计, in an explanation."""
    column = spec.columns.get(selection.column)
    which = {"level": f"各{selection.value}位科目", "code": selection.value, "all": "各行"}[selection.by]
    return f"{spec.title}{which}{column.label if column else selection.column}"


@dataclass(frozen=True)
class ListRow:
    """One filed row with its figures by column."""

    spec: RowList
    cells: Cells

    @property
    def id(self) -> str:
        return self.cells.get("id") or ""

    @cached_property
    def code(self) -> str:
        return code_of(self.cells, self.spec)

    @property
    def name(self) -> str:
        """What people call the row: its code with the first other text beside it."""
        texts = [self.cells.get(key) or "" for key, of in self.spec.columns.items() if of.type == "text"]
        return " ".join(text.strip() for text in texts if text.strip())

    def value(self, column: str) -> Decimal | None:
        return number_or_none(self.cells.get(column))

    def written(self, column: str) -> str:
        """Label and figure as in a sentence: 年初预算数0."""
        value = self.value(column)
        return f"{self.spec.columns[column].label}{'（空）' if value is None else separated(value)}"


def list_rows(spec: RowList, rows: Iterator[Cells]) -> list[ListRow]:
    """The filed rows of a list, in filed order."""
    return [ListRow(spec, cells) for cells in rows]


def parts_by_code(rows: list[ListRow]) -> dict[str, list[ListRow]]:
    """By the code of a row the rows one level below: their codes begin with its code. Nothing for the lowest level."""
    parts: dict[str, list[ListRow]] = {}
    for row in rows:
        lengths = row.spec.hierarchy.lengths if row.spec.hierarchy else []
        level = lengths.index(len(row.code)) if len(row.code) in lengths else 0
        if level:
            parts.setdefault(row.code[: lengths[level - 1]], []).append(row)
    return parts
