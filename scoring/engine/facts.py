"""The filed figures of one content by name, derived ones computed, with labels for explanations."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from scoring.engine.cells import CellError, read_number
from scoring.engine.content import Content
from scoring.engine.formula import ZeroDenominatorError, compile_formula
from scoring.engine.numbers import separated
from scoring.engine.scheme import NUMERIC, Scheme


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

    @cached_property
    def cells(self) -> dict[str, Cell]:
        return cells_of(self.scheme)

    def stated(self, name: str) -> Decimal | None:
        """What the bureau wrote in this cell, None where blank or unreadable."""
        try:
            return read_number(self.stated_text(name))
        except CellError:
            return None

    def stated_text(self, name: str) -> str | None:
        """The cell as written."""
        anchor = self.scheme.places.get(name)
        if anchor is None:
            return None
        section_key, *path = anchor.split("/")
        section = self.content.section(section_key)
        if len(path) == 1:
            return section.facts.get(path[0])
        table, row, column = path
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
            derived = self.derived(name)
            self._values[name] = derived if derived is not None else self.stated(name)
        return self._values[name]

    def label(self, name: str) -> str:
        cell = self.cells.get(name)
        return cell.label if cell else {"self.sum": "自评得分合计", "weight.sum": "分值合计"}.get(name, name)

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


def _cells(scheme: Scheme) -> Iterator[tuple[str, Cell]]:
    for name, fact in scheme.facts.items():
        if fact.is_numeric:
            yield (
                name,
                Cell(
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
                ),
            )
    for key, table in scheme.tables.items():
        for row, column in table.cells():
            spec = table.column(column)
            if spec.type not in NUMERIC:
                continue
            place = f"{row}.{column}"
            single = len(table.rows) == 1
            label = spec.label if single else f"{table.rows[row]}{spec.label}"
            yield (
                f"{key}.{place}",
                Cell(
                    f"{key}.{place}",
                    label,
                    spec.type,
                    table.unit,
                    table.derived.get(place),
                    True,
                    table.check,
                    table.tolerance,
                    spec.negative or place in table.negative,
                    spec.required or place in table.required,
                ),
            )
