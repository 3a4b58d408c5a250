"""Units in formulas: 元 and 万元 are never added up, compared or shown as each other, shares never as percentages."""

import ast
from collections.abc import Iterator

from pydantic import BaseModel

from scoring.engine.concepts import unit_of
from scoring.engine.facts import cells_of
from scoring.engine.formula import FormulaError, compile_formula, names_in
from scoring.engine.scheme import Scheme
from scoring.engine.selections import read_selection
from scoring.engine.units import dimension
from scoring.engine.yaml_lines import Path

Flaw = tuple[Path, str]

MONEY, PERCENT = "money", "%"
# Parameters of a rule that are figures in its `unit`.
IN_UNIT = ("value", "target", "actual", "reference")


def find_unit_flaws(scheme: Scheme) -> Iterator[Flaw]:
    """Formulas that mix units of money, and those that give another unit than the place they stand in.

    A formula that multiplies or divides may convert: nothing is said of it, unless it gives a share of one where a
    percentage is due.
    """
    units = Units(scheme)
    yield from _derived(scheme, units)
    yield from _columns(scheme, units)
    for number, indicator in enumerate(scheme.indicators):
        if indicator.rule:
            yield from _rule(indicator.rule, ("indicators", number, "rule"), units)
    for number, check in enumerate(scheme.checks):
        yield from units.flaws(f"({check.stated}) - ({check.computed})", "", ("checks", number))
    for key, chart in scheme.charts.items():
        for number, bar in enumerate(chart.bars):
            yield from units.flaws(bar.value, chart.unit, ("charts", key, "bars", number, "value"))


class Units:
    """The money units of the figures of a form."""

    def __init__(self, scheme: Scheme) -> None:
        self.scheme = scheme
        self.cells = cells_of(scheme)

    def of(self, name: str) -> str:
        """The unit of a figure that is money or a percentage, empty for anything else."""
        selection, cell = read_selection(name), self.cells.get(name)
        unit = ""
        if selection and selection.list in self.scheme.lists:
            spec = self.scheme.lists[selection.list]
            column = spec.columns.get(selection.column)
            unit = unit_of(column, spec.unit, self.scheme.money_unit) if column else ""
        elif cell:
            unit = unit_of(cell, cell.unit, self.scheme.money_unit)
        return unit if unit == PERCENT or dimension(unit) == MONEY else ""

    def flaws(self, formula: str, unit: str, path: Path) -> Iterator[Flaw]:
        """What is wrong with a formula that gives a figure in `unit`, empty where that is open."""
        if unit == PERCENT and self._is_share(formula):
            yield path, "两数之比要写上 * 100 才是百分数"
        named: dict[str, str] = {}
        for name in sorted(_summed(formula)):
            if dimension(of := self.of(name)) == MONEY:
                named.setdefault(of, name)
        said = "、".join(f"“{name}”是{of}" for of, name in named.items())
        if len(named) > 1:
            yield path, f"金额单位不一致：{said}，请先换算"
        elif named and dimension(unit) == MONEY and unit not in named:
            yield path, f"金额单位不一致：{said}，这里是{unit}"

    def _is_share(self, formula: str) -> bool:
        """Whether it divides one figure by another and leaves it at that; percentages divided are still some."""
        tree = _tree(formula)
        if not isinstance(tree, ast.BinOp) or not isinstance(tree.op, ast.Div) or not names_in(tree.right):
            return False
        hundreds = any(isinstance(node, ast.Constant) and node.value == "100" for node in ast.walk(tree))
        return not hundreds and all(self.of(name) != PERCENT for name in names_in(tree.left))


def _derived(scheme: Scheme, units: Units) -> Iterator[Flaw]:
    for name, cell in units.cells.items():
        if cell.derived and name in scheme.facts:
            yield from units.flaws(cell.derived, units.of(name), ("facts", name, "derived"))
    for key, table in scheme.tables.items():
        for place, formula in table.derived.items():
            yield from units.flaws(formula, units.of(f"{key}.{place}"), ("tables", key, "derived", place))


def _columns(scheme: Scheme, units: Units) -> Iterator[Flaw]:
    """Formulas over the columns of a row; they share its list's unit of money."""
    for key, spec in scheme.lists.items():
        for column, formula in spec.derived.items():
            of = spec.columns.get(column)
            if of is not None and of.type == "percent":
                yield from units.flaws(formula, PERCENT, ("lists", key, "derived", column))


def _rule(rule: BaseModel, path: Path, units: Units) -> Iterator[Flaw]:
    for name in IN_UNIT:
        formula = getattr(rule, name, None)
        if isinstance(formula, str):
            yield from units.flaws(formula, getattr(rule, "unit", ""), (*path, name))


def _summed(formula: str) -> frozenset[str]:
    """Names whose figures are added up, subtracted or chosen between; none where anything else is done with them."""
    tree = _tree(formula)
    changed = (ast.Mult, ast.Div, ast.Compare, ast.IfExp)
    if tree is None or any(isinstance(node, changed) for node in ast.walk(tree)):
        return frozenset()
    return names_in(tree)


def _tree(formula: str) -> ast.expr | None:
    """None for what is no formula; that is said elsewhere."""
    try:
        return compile_formula(formula).tree
    except FormulaError:
        return None
