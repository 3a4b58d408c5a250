"""N_YOY, N_SIGN: stated rates of change that can't be, or that point the other way than the figures."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from scoring.engine.checks.base import Check, CheckContext
from scoring.engine.checks.cell_causes import cell_cause
from scoring.engine.checks.told_once import speaks
from scoring.engine.facts import Cell, FactBook, cells_of
from scoring.engine.form_parts import Column
from scoring.engine.formula import Formula, Lookup, ZeroDenominatorError, compile_formula
from scoring.engine.formula_shapes import Change, change_of
from scoring.engine.likely_causes import likely_cause
from scoring.engine.list_rows import ListRow
from scoring.engine.numbers import round_half_up, separated
from scoring.engine.results import Finding
from scoring.engine.scheme import Scheme

MOST = Decimal(100)
IMPOSSIBLE = "N_YOY"


@dataclass(frozen=True)
class _Rate:
    """A stated rate of change in percent; `specs` are the figures that it may be computed from, by name."""

    anchor: str
    label: str
    stated: Decimal
    tolerance: Decimal
    formula: Formula
    change: Change
    specs: dict[str, Cell] | dict[str, Column]
    value: Lookup
    label_of: Callable[[str], str]
    written: Callable[[str], str]
    cause: Callable[[Decimal], str]

    @property
    def computed(self) -> Decimal | None:
        return self.of(self.formula)

    def of(self, part: Formula) -> Decimal | None:
        """A part of the formula as a figure, None where it can't be computed."""
        try:
            return part.evaluate(self.value)
        except ZeroDenominatorError:
            return None

    @property
    def should_be(self) -> str:
        """应为 （本年 − 上年） ÷ 上年 = -53.95%, with the likely cause; without figures what it is divided by."""
        if self.computed is None:
            return f"分母应是{self.change.base.written_out(self.label_of)}。"
        sum_text = self.formula.written_out(self.written, percent=True)
        return f"应为 {sum_text} = {_shown(self.computed)}%。{self.cause(self.computed)}"

    @property
    def is_impossible(self) -> bool:
        """A decrease of more than everything, of figures that can't be below zero."""
        fallen = self.stated if self.change.falls else -self.stated
        return fallen > MOST and not any(map(self._may_be_negative, (self.change.now, self.change.base)))

    def _may_be_negative(self, part: Formula) -> bool:
        """Whether a figure is below zero, or isn't filed and may be."""
        value, specs = self.of(part), (self.specs.get(name) for name in part.names)
        return value < 0 if value is not None else any(spec and spec.negative for spec in specs)


def find_impossible(check: Check, context: CheckContext) -> Iterator[Finding]:
    """A decrease of more than 100 % of a figure that can't be negative (减少率117.17%)."""
    for rate in _rates(context):
        if rate.is_impossible:
            message = f"{rate.label}填写 {_shown(rate.stated)}%，减少的幅度不可能超过 100%，{rate.should_be}"
            yield check.finding(rate.anchor, message, stated=rate.stated, computed=rate.computed)


def find_signs(check: Check, context: CheckContext) -> Iterator[Finding]:
    """The stated rate says that a figure grew while it fell, or the other way round."""
    for rate in _rates(context):
        computed = rate.computed
        if computed is None or rate.of(rate.change.now) is None:
            continue
        if rate.stated * computed >= 0 or abs(computed) <= rate.tolerance:
            continue
        if rate.is_impossible and speaks(context, IMPOSSIBLE):
            continue
        said, found = ("减少", "增加") if (rate.stated > 0) == rate.change.falls else ("增加", "减少")
        message = f"{rate.label}填写 {_shown(rate.stated)}%，表示{said}，按数据是{found}，{rate.should_be}"
        yield check.finding(rate.anchor, message, stated=rate.stated, computed=computed)


def _rates(context: CheckContext) -> Iterator[_Rate]:
    """Stated percent cells that are a rate of change: facts and cells of tables, then rows of open lists."""
    facts, scheme = context.facts, context.scheme
    shapes = _shapes(scheme)
    for cell, change in shapes.cells:
        stated = facts.stated(cell.name)
        if stated is not None:
            yield _cell(facts, scheme.anchor(cell.name), cell, change, stated)
    for place, name, column, change in shapes.columns:
        for row in facts.filed_list(name).rows:
            yield from _in_row(f"{place}/{row.id}/{column}", row, column, change)


class _Shapes(NamedTuple):
    """The rates of change of a form: its cells, and the columns of its lists as (place, list, column, change)."""

    cells: tuple[tuple[Cell, Change], ...]
    columns: tuple[tuple[str, str, str, Change], ...]


def _shapes(scheme: Scheme) -> _Shapes:
    """Worked out once per form."""
    cached: _Shapes | None = scheme.__dict__.get("_change_shapes")
    if cached is None:
        cached = _Shapes(tuple(_changing_cells(scheme)), tuple(_changing_columns(scheme)))
        scheme.__dict__["_change_shapes"] = cached
    return cached


def _changing_cells(scheme: Scheme) -> Iterator[tuple[Cell, Change]]:
    known = cells_of(scheme)

    def derived(name: str) -> Formula | None:
        cell = known.get(name)
        return cell.formula if cell else None

    for cell in known.values():
        change = change_of(cell.formula, derived) if cell.formula and cell.type == "percent" else None
        if change and cell.stated:
            yield cell, change


def _changing_columns(scheme: Scheme) -> Iterator[tuple[str, str, str, Change]]:
    for name, spec in scheme.lists.items():
        formulas = {column: compile_formula(text) for column, text in spec.derived.items()}
        for column, formula in formulas.items():
            change = change_of(formula, formulas.get) if spec.columns[column].type == "percent" else None
            if change:
                yield scheme.anchor(f"list:{name}"), name, column, change


def _cell(facts: FactBook, anchor: str, cell: Cell, change: Change, stated: Decimal) -> _Rate:
    assert cell.formula is not None
    return _Rate(
        anchor=anchor,
        label=cell.label,
        stated=stated,
        tolerance=cell.tolerance,
        formula=cell.formula,
        change=change,
        specs=facts.cells,
        value=facts.value,
        label_of=facts.label,
        written=facts.written,
        cause=lambda computed: cell_cause(facts, cell.name),
    )


def _in_row(anchor: str, row: ListRow, column: str, change: Change) -> Iterator[_Rate]:
    stated = row.value(column)
    if stated is not None:
        yield _Rate(
            anchor=anchor,
            label=f"{row.name}{row.spec.columns[column].label}",
            stated=stated,
            tolerance=row.spec.tolerance,
            formula=compile_formula(row.spec.derived[column]),
            change=change,
            specs=row.spec.columns,
            value=row.value,
            label_of=lambda name: row.spec.columns[name].label,
            written=row.written,
            cause=lambda computed: _sentence(likely_cause(stated, computed)),
        )


def _sentence(cause: str) -> str:
    return f"{cause}。" if cause else ""


def _shown(value: Decimal) -> str:
    return separated(round_half_up(value))


CHECKS = (
    Check(IMPOSSIBLE, "减少幅度超过100%", "warning", find_impossible),
    Check("N_SIGN", "增减方向与数据相反", "warning", find_signs),
)
