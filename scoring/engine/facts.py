"""The filed figures of one content by name, derived ones computed, with labels for explanations."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from scoring.engine.content import Content
from scoring.engine.form_parts import Fact, Table
from scoring.engine.formula import Formula, ZeroDenominatorError, compile_formula
from scoring.engine.list_rows import FiledList, list_rows, selection_label
from scoring.engine.numbers import separated
from scoring.engine.scheme import NUMERIC, TOTAL, Scheme
from scoring.engine.selections import read_selection
from scoring.engine.stated import stated_figures

# Type and unit: figures of one kind may be taken for each other.
Kind = tuple[str, str]


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

    @property
    def kind(self) -> Kind:
        return self.type, self.unit

    @cached_property
    def formula(self) -> Formula | None:
        return compile_formula(self.derived) if self.derived is not None else None


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
        self._derived: dict[str, Decimal | None] = {}
        self._lists: dict[str, FiledList] = {}
        self._of_kind: dict[Kind, list[tuple[str, Decimal]]] = {}

    @cached_property
    def cells(self) -> dict[str, Cell]:
        return cells_of(self.scheme)

    @cached_property
    def _stated(self) -> dict[str, Decimal | None]:
        return stated_figures(self.scheme, self.content, self.cells)

    def stated(self, name: str) -> Decimal | None:
        """What the bureau wrote in this cell, None where blank or unreadable."""
        return self._stated.get(name)

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
        if name not in self._derived:
            cell = self.cells.get(name)
            try:
                self._derived[name] = cell.formula.evaluate(self.value) if cell and cell.formula else None
            except ZeroDenominatorError:
                self._derived[name] = None
        return self._derived[name]

    def value(self, name: str) -> Decimal | None:
        """The figure the engine works with: derived, else stated."""
        if name in self._values:
            return self._values[name]
        if name in self.extra:
            return self.extra[name]
        cell = self.cells.get(name)
        value = self._selected(name) if cell is None else self.derived(name) if cell.formula else None
        if value is None and cell is not None:
            value = self._stated[name]
        self._values[name] = value
        return value

    def _selected(self, name: str) -> Decimal | None:
        """The sum over the selected rows, None where nothing readable is filed in any of them."""
        selection = read_selection(name)
        if selection is None:
            return None
        rows = self.filed_list(selection.list).picked(selection)
        known = [figure for row in rows if (figure := row.value(selection.column)) is not None]
        return sum(known, Decimal(0)) if known else None

    def filed_list(self, name: str) -> FiledList:
        """The rows of an open list, read once; none where the form has no such list."""
        if name not in self._lists:
            spec, place = self.scheme.lists.get(name), self.scheme.places.get(f"list:{name}", "")
            filed = self.content.section(place.partition("/")[0]).lists.get(name, ())
            self._lists[name] = FiledList(tuple(list_rows(spec, filed)) if spec else ())
        return self._lists[name]

    def cells_of_kind(self, kind: Kind) -> list[Cell]:
        """The form's cells of one type and unit, in form order."""
        return _cells_by_kind(self.scheme).get(kind, [])

    def figures_of_kind(self, kind: Kind) -> list[tuple[str, Decimal]]:
        """Name and value of the figures of one type and unit that are neither blank nor 0, in form order."""
        if kind not in self._of_kind:
            names = [cell.name for cell in self.cells_of_kind(kind)]
            self._of_kind[kind] = [(name, value) for name in names if (value := self.value(name))]
        return self._of_kind[kind]

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


def _cells_by_kind(scheme: Scheme) -> dict[Kind, list[Cell]]:
    cached: dict[Kind, list[Cell]] | None = scheme.__dict__.get("_cells_by_kind")
    if cached is None:
        cached = {}
        for cell in cells_of(scheme).values():
            cached.setdefault(cell.kind, []).append(cell)
        scheme.__dict__["_cells_by_kind"] = cached
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
