"""The figures that a form's rules look at, back to the cells that somebody fills."""

from collections.abc import Iterator

from scoring.engine.facts import cells_of
from scoring.engine.formula import FormulaError, compile_formula
from scoring.engine.rules.base import RuleModel
from scoring.engine.scheme import Scheme


def used_figures(form: Scheme) -> frozenset[str]:
    """Names of the filled cells that a rule uses, by itself or through other figures."""
    cells = cells_of(form)
    used: set[str] = set()
    pending = [name for rule in _rules(form) for name in _names(rule)]
    while pending:
        name = pending.pop()
        if name in used:
            continue
        used.add(name)
        derived = cells[name].derived if name in cells else None
        pending += [part for part in _named(derived) if part in cells] if derived else []
    return frozenset(name for name in used if name in form.places and not _is_worked_out(form, name))


def _rules(form: Scheme) -> Iterator[RuleModel]:
    yield from (indicator.rule for indicator in form.indicators if indicator.rule)
    yield from (typed.default_rule for typed in form.indicator_lists.values())


def _names(rule: RuleModel) -> Iterator[str]:
    yield from rule.fact_names
    for text in rule.formula_texts:
        yield from _named(text)


def _named(formula: str) -> frozenset[str]:
    try:
        return compile_formula(formula).names
    except FormulaError:
        return frozenset()


def _is_worked_out(form: Scheme, name: str) -> bool:
    """Whether other cells of the form give this figure."""
    cells = cells_of(form)
    derived = cells[name].derived if name in cells else None
    return derived is not None and any(part in form.places for part in _named(derived))
