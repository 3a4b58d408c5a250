"""The filed figures of one content by name, derived ones computed, with labels for explanations."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from scoring.engine.cells import number_or_none
from scoring.engine.content import Content
from scoring.engine.form_parts import Fact, Table
from scoring.engine.formula import ZeroDenominatorError, compile_formula
from scoring.engine.list_rows import picked, selection_label
from scoring.engine.numbers import separated
from scoring.engine.scheme import NUMERIC, TOTAL, Scheme
from scoring.engine.selections import Selection, read_selection


@dataclass(frozen=True)
class Cell:
    """A named cell of the scheme: its label, type, formula and check."""

    name: str
    label: str
    type: str
    unit: str
    derived: str | None
    stated: bool
    check: str
    tolerance: Decimal
    negative: bool
    required: bool


class FactBook:
    """Looks up figures by the names that formulas use: `staff.quota`, `funds.total.spent`, `self.sum`.

    A derived cell gives its formula's value where that can be computed, else what the bureau stated.
    """

    def __init__(
        self, scheme: Scheme, content: Content, extra: dict[str, Decimal | None] | None = None
    ) -> None:
        self.scheme = scheme
        self.content = content
        self.extra = extra or {}
        self._values: dict[str, Decimal | None] = {}
        self._stated: dict[str, Decimal | None] = {}

    @cached_property
    def cells(self) -> dict[str, Cell]:
        return cells_of(self.scheme)

    def stated(self, name: str) -> Decimal | None:
        """What the bureau wrote in this cell, None where blank or unreadable."""
        if name not in self._stated:
            self._stated[name] = number_or_none(self.stated_text(name))
        return self._stated[name]

    def stated_text(self, name: str) -> str | None:
        """The cell as written."""
        path = self.scheme.paths.get(name)
        if path is None:
            return None
        section = self.content.section(path[0])
        if len(path) == 2:
            return section.facts.get(path[1])
        _, table, row, column = path
        return section.tables.get(table, {}).get(row, {}).get(column)

    def derived(self, name: str) -> Decimal | None:
        """The formula's value, None without a formula, with blank facts or with a zero denominator."""
        cell = self.cells.get(name)
        if cell is None or cell.derived is None:
            return None
        try:
            return compile_formula(cell.derived).evaluate(self.value)
        except ZeroDenominatorError:
            return None

    def value(self, name: str) -> Decimal | None:
        """The figure the engine works with: derived, else stated."""
        if name in self.extra:
            return self.extra[name]
        if name not in self._values:
            selection = read_selection(name)
            self._values[name] = self._selected(selection) if selection else self._single(name)
        return self._values[name]

    def _single(self, name: str) -> Decimal | None:
        derived = self.derived(name)
        return derived if derived is not None else self.stated(name)

    def _selected(self, selection: Selection) -> Decimal | None:
        """The sum over the selected rows, None where nothing readable is filed in any of them."""
        spec = self.scheme.lists.get(selection.list)
        section = self.scheme.places.get(f"list:{selection.list}", "").partition("/")[0]
        if spec is None or not section:
            return None
        rows = picked(selection, spec, self.content.rows(section, selection.list))
        figures = [number_or_none(row.get(selection.column)) for row in rows]
        known = [figure for figure in figures if figure is not None]
        return sum(known, Decimal(0)) if known else None

    def label(self, name: str) -> str:
        cell = self.cells.get(name)
        if cell:
            return cell.label
        selection = read_selection(name)
        if selection and selection.list in self.scheme.lists:
            return selection_label(selection, self.scheme.lists[selection.list])
        if name.startswith("self."):
            own = self.scheme.indicators_by_id.get(name.removeprefix("self."))
            return own.name if own else "自评得分合计"
        return {"weight.sum": "分值合计"}.get(name, name)

    def written(self, name: str) -> str:
        """Label and figure as in a sentence: 编制53, 执行数87.7."""
        value = self.value(name)
        return f"{self.label(name)}{'（空）' if value is None else separated(value)}"


def cells_of(scheme: Scheme) -> dict[str, Cell]:
    """Every numeric cell of a scheme by name, computed once per scheme."""
    cached: dict[str, Cell] | None = scheme.__dict__.get("_cells")
    if cached is None:
        cached = dict(_cells(scheme))
        scheme.__dict__["_cells"] = cached
    return cached


def derived_cells(scheme: Scheme, code: str) -> list[tuple[str, Cell]]:
    """Cells that the bureau states and the form derives, by the check that compares them."""
    cached: dict[str, list[tuple[str, Cell]]] | None = scheme.__dict__.get("_derived_cells")
    if cached is None:
        cached = {}
        for name, cell in cells_of(scheme).items():
            if cell.derived is not None and cell.stated:
                cached.setdefault(cell.check, []).append((name, cell))
        scheme.__dict__["_derived_cells"] = cached
    return cached.get(code, [])


def _cells(scheme: Scheme) -> Iterator[tuple[str, Cell]]:
    yield from ((name, _fact(name, fact)) for name, fact in scheme.facts.items() if fact.is_numeric)
    for key, table in scheme.tables.items():
        for row, column in table.cells():
            if table.column(column).type in NUMERIC:
                yield f"{key}.{row}.{column}", _table_cell(key, table, row, column)
    yield from _totals(scheme)


def _fact(name: str, fact: Fact) -> Cell:
    return Cell(
        name,
        fact.label,
        fact.type,
        fact.unit,
        fact.derived,
        fact.stated,
        fact.check,
        fact.tolerance,
        fact.negative,
        fact.required,
    )


def _table_cell(key: str, table: Table, row: str, column: str) -> Cell:
    """A table of one row needs no more than the column's label."""
    spec, place = table.column(column), f"{row}.{column}"
    return Cell(
        f"{key}.{place}",
        spec.label if len(table.rows) == 1 else f"{table.rows[row]}{spec.label}",
        spec.type,
        table.unit,
        table.derived.get(place),
        True,
        "X_RATE" if spec.type == "percent" else table.check,
        table.tolerance,
        spec.negative or place in table.negative,
        spec.required or place in table.required,
    )


def _totals(scheme: Scheme) -> Iterator[tuple[str, Cell]]:
    """The line above an open list: each figure adds up the rows of the highest level."""
    for key, spec in scheme.lists.items():
        if not spec.total:
            continue
        which = f"level={min(spec.hierarchy.lengths)}" if spec.hierarchy else "all"
        for column in spec.sums():
            name, of = f"{key}.{TOTAL}.{column}", spec.columns[column]
            label = f"{spec.title}{spec.total}{of.label}"
            derived = f"sum({key}[{which}].{column})"
            yield (
                name,
                Cell(
                    name,
                    label,
                    of.type,
                    spec.unit,
                    derived,
                    True,
                    "N_SUM",
                    spec.tolerance,
                    of.negative,
                    False,
                ),
            )
