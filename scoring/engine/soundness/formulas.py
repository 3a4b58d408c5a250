"""Formulas of a scheme: they parse, name figures that exist, and don't run in circles."""

import ast
from collections.abc import Iterable, Iterator

from pydantic import BaseModel

from scoring.engine.facts import cells_of
from scoring.engine.formula import Formula, FormulaError, compile_formula
from scoring.engine.scheme import NUMERIC, Scheme
from scoring.engine.selections import read_selection
from scoring.engine.yaml_lines import Path

Flaw = tuple[Path, str]

# Figures are computed by going down from formula to formula, each as deep as it is nested; forms have a handful.
MOST_STEPS = 20


def find_formula_flaws(scheme: Scheme) -> Iterator[Flaw]:
    """Every formula and every figure named outside one."""
    known = Known(scheme)
    yield from _derived(scheme, known)
    yield from _circles(scheme)
    for number, indicator in enumerate(scheme.indicators):
        if indicator.rule:
            yield from _rule(indicator.rule, ("indicators", number, "rule"), known)
    for key, rows in scheme.indicator_lists.items():
        yield from _rule(rows.default_rule, ("indicator_lists", key, "default_rule"), known)
    yield from _lists(scheme)
    yield from _charts_and_concepts(scheme, known)
    for number, check in enumerate(scheme.checks):
        yield from formula_flaws(check.stated, ("checks", number, "stated"), known)
        yield from formula_flaws(check.computed, ("checks", number, "computed"), known)


class Known:
    """Names that a formula may use: numeric facts and cells, self scores and sums, columns of coded rows."""

    def __init__(self, scheme: Scheme) -> None:
        own = (f"self.{indicator.id}" for indicator in scheme.scored_indicators)
        self.lists = scheme.lists
        self.names = frozenset([*cells_of(scheme), *own, "self.sum", "weight.sum"])

    def __contains__(self, name: str) -> bool:
        return name in self.names or self._selects(name)

    def _selects(self, name: str) -> bool:
        selection = read_selection(name)
        spec = self.lists.get(selection.list) if selection else None
        if selection is None or spec is None or selection.column not in spec.sums():
            return False
        if selection.by == "level":
            return spec.hierarchy is not None and selection.value in map(str, spec.hierarchy.lengths)
        return selection.by == "all" or bool(spec.hierarchy)


class Columns:
    """Names that a row's own formula may use: the numeric columns of its list."""

    def __init__(self, names: Iterable[str]) -> None:
        self.names = frozenset(names)

    def __contains__(self, name: str) -> bool:
        return name in self.names


def formula_flaws(text: str, path: Path, known: Known | Columns) -> Iterator[Flaw]:
    """What is wrong with one formula."""
    try:
        names = compile_formula(text).names
    except FormulaError as error:
        yield path, str(error)
        return
    for name in sorted(name for name in names if name not in known):
        yield path, f"公式中的“{name}”不是本方案的数值数据项或表格单元"


def _lists(scheme: Scheme) -> Iterator[Flaw]:
    for key, spec in scheme.lists.items():
        numeric = [name for name, column in spec.columns.items() if column.type in NUMERIC]
        for column, formula in spec.derived.items():
            path: Path = ("lists", key, "derived", column)
            if column not in numeric:
                yield path, f"列表“{key}”没有数值列“{column}”"
            yield from formula_flaws(formula, path, Columns(name for name in numeric if name != column))


def _charts_and_concepts(scheme: Scheme, known: Known) -> Iterator[Flaw]:
    for key, chart in scheme.charts.items():
        for number, bar in enumerate(chart.bars):
            yield from formula_flaws(bar.value, ("charts", key, "bars", number, "value"), known)
    for name, concept in scheme.concepts.items():
        if concept.value:
            yield from formula_flaws(concept.value, ("concepts", name, "value"), known)
    for key in ("execution", "sample", "projects"):
        named = getattr(scheme.standards, key)
        if named and named not in known:
            yield ("standards", key), f"“{named}”不是本方案的数值数据项或表格单元"


def _derived(scheme: Scheme, known: Known) -> Iterator[Flaw]:
    for name, fact in scheme.facts.items():
        if fact.derived is None:
            continue
        path: Path = ("facts", name, "derived")
        if not fact.is_numeric:
            yield path, f"“{name}”不是数值，不能有公式"
        yield from formula_flaws(fact.derived, path, known)
    for key, table in scheme.tables.items():
        for cell, formula in table.derived.items():
            yield from formula_flaws(formula, ("tables", key, "derived", cell), known)


def _circles(scheme: Scheme) -> Iterator[Flaw]:
    """A derived figure that derives from itself, once per circle, and one that takes too many steps to compute."""
    formulas = {name: cell.derived for name, cell in cells_of(scheme).items() if cell.derived}
    needs = {name: sorted(_names(formula) & formulas.keys()) for name, formula in formulas.items()}
    steps: dict[str, int] = {}
    for start in needs:
        if circle := _circle(start, needs, steps):
            yield _place(scheme, circle[0]), f"公式互相循环：{' → '.join([*circle, circle[0]])}"
    for name, count in steps.items():
        if count == MOST_STEPS + 1:
            yield _place(scheme, name), f"“{name}”要经过 {MOST_STEPS} 层以上的公式才能算出，请直接用前面的数"


def _circle(start: str, needs: dict[str, list[str]], steps: dict[str, int]) -> list[str]:
    """The first circle reached from `start`, empty without one. Counts the formulas behind what it has seen."""
    trail: dict[str, None] = {}
    pending = [(start, False)]
    while pending:
        name, leaving = pending.pop()
        if leaving:
            trail.popitem()
            steps[name] = 1 + max((steps.get(needed, 0) for needed in needs[name]), default=0)
        elif name in trail:
            steps.update(dict.fromkeys(trail, 0))
            names = list(trail)
            return names[names.index(name) :]
        elif name not in steps:
            trail[name] = None
            pending.append((name, True))
            pending += [(needed, False) for needed in needs[name]]
    return []


def _names(formula: str) -> frozenset[str]:
    compiled = _compiled(formula)
    return compiled.names if compiled else frozenset()


def _compiled(formula: str) -> Formula | None:
    """None for what is no formula; that is said elsewhere."""
    try:
        return compile_formula(formula)
    except FormulaError:
        return None


def _place(scheme: Scheme, name: str) -> Path:
    if name in scheme.facts:
        return "facts", name, "derived"
    table, cell = name.split(".", 1)
    return "tables", table, "derived", cell


def _rule(rule: BaseModel, path: Path, known: Known) -> Iterator[Flaw]:
    """Formulas a rule builds from broken ones are not reported again."""
    broken: list[str] = []
    for text in getattr(rule, "formula_texts", ()):
        if any(part in text for part in broken):
            continue
        found = list(formula_flaws(text, (*path, *_where(rule.model_dump(), text)), known))
        broken += [text] if found else []
        yield from found
    if getattr(rule, "zero_denominator", "needs_data") != "needs_data" and not _divides(rule):
        yield (*path, "zero_denominator"), "公式里没有除法，分母为 0 的办法不起作用；比率请直接写成公式"
    for name in getattr(rule, "fact_names", ()):
        if name not in known:
            yield (*path, *_where(rule.model_dump(), name)), f"“{name}”不是本方案的数值数据项或表格单元"


def _divides(rule: BaseModel) -> bool:
    compiled = (_compiled(text) for text in getattr(rule, "formula_texts", ()))
    return any(isinstance(node, ast.Div) for each in compiled if each for node in ast.walk(each.tree))


def _where(data: object, text: str) -> Path:
    """Path inside a rule's parameters of the value `text`; empty where the rule made it up."""
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in items:
        if value == text:
            return (key,)
        if below := _where(value, text):
            return (key, *below)
    return ()
