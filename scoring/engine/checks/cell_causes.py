"""What a clerk may have done to state another figure than a cell's formula gives: other columns, other bases."""

from collections.abc import Iterator
from decimal import Decimal
from functools import partial
from itertools import chain, islice

from scoring.engine.facts import Cell, FactBook
from scoring.engine.formula import Formula, ZeroDenominatorError, compile_formula
from scoring.engine.formula_shapes import ratio_of, summands_of
from scoring.engine.likely_causes import Candidate, likely_cause
from scoring.engine.numbers import printed
from scoring.engine.precision import significant_digits

# Significant digits of a stated figure for which the whole form is searched.
SEARCHED = 4
MOST_TRIED = 200


def cell_cause(facts: FactBook, name: str) -> str:
    """The likely cause of a cell's difference as a sentence, empty where none is known."""
    cell, stated, computed = facts.cells[name], facts.stated(name), facts.derived(name)
    if cell.derived is None or stated is None or computed is None:
        return ""
    formula = compile_formula(cell.derived)
    candidates = chain(_nearby(facts, cell, formula, computed), _searched(facts, cell, formula, stated))
    cause = likely_cause(stated, computed, candidates)
    return f"{cause}。" if cause else ""


def share_candidates(computed: Decimal) -> Iterator[Candidate]:
    """What is confused with a rate: what is left of a whole."""
    if 0 < computed < 100:
        rest = f"100% − {printed(computed)}%"
        yield Candidate(f"填成了与它互补的比率（{rest}）", 100 - computed)


def _nearby(facts: FactBook, cell: Cell, formula: Formula, computed: Decimal) -> Iterator[Candidate]:
    if cell.type == "percent":
        yield from share_candidates(computed)
    yield from _misplaced(facts, cell)
    yield from _miscounted(facts, formula, computed)
    yield from _inverted(facts, formula)


def _searched(facts: FactBook, cell: Cell, formula: Formula, stated: Decimal) -> Iterator[Candidate]:
    """Figures from all over the form; one of many may fit by chance, so few digits tell nothing."""
    if significant_digits(stated) >= SEARCHED:
        yield from _other_base(facts, formula)
        yield from islice(_other_operand(facts, cell, formula), MOST_TRIED)


def _misplaced(facts: FactBook, cell: Cell) -> Iterator[Candidate]:
    """The figure of a cell of the same kind that was left blank."""
    for name, other in facts.cells.items():
        value = facts.derived(name) if _is_alike(cell, other) and facts.stated(name) is None else None
        if value is not None and other.stated:
            yield Candidate(f"填错了栏，这是{other.label}的数", value)


def _miscounted(facts: FactBook, formula: Formula, total: Decimal) -> Iterator[Candidate]:
    """A part of a sum left out or counted twice."""
    for name in summands_of(formula):
        if part := facts.value(name):
            yield Candidate(f"漏加了{facts.written(name)}", total - part)
            yield Candidate(f"重复加了{facts.written(name)}", total + part)


def _inverted(facts: FactBook, formula: Formula) -> Iterator[Candidate]:
    ratio = ratio_of(formula)
    part, whole = (
        (_value(ratio.numerator, facts), _value(ratio.denominator, facts)) if ratio else (None, None)
    )
    if part and whole:
        yield Candidate("把分子和分母写颠倒了", whole / part * 100)


def _other_base(facts: FactBook, formula: Formula) -> Iterator[Candidate]:
    """A share or rate of change of another figure than the form asks for."""
    ratio = ratio_of(formula)
    part = _value(ratio.numerator, facts) if ratio else None
    if ratio is None or part is None:
        return
    for name in sorted(ratio.denominator.names)[:1]:
        for other, value in _figures_like(facts, name):
            yield Candidate(partial(_other_base_words, facts, other), part / value * 100)


def _other_operand(facts: FactBook, cell: Cell, formula: Formula) -> Iterator[Candidate]:
    """Another figure of the form in the place of one that the formula names."""
    for name in sorted(formula.names):
        for other, value in _figures_like(facts, name):
            if other in (cell.name, *formula.names):
                continue
            swapped = _value(formula, facts, {name: value})
            if swapped is not None:
                yield Candidate(partial(_other_operand_words, facts, name, other), swapped)


def _other_base_words(facts: FactBook, base: str) -> str:
    return f"误以{facts.written(base)}为分母"


def _other_operand_words(facts: FactBook, wanted: str, taken: str) -> str:
    return f"把{facts.label(wanted)}取成了{facts.written(taken)}"


def _figures_like(facts: FactBook, name: str) -> Iterator[tuple[str, Decimal]]:
    """Filed figures of the same kind as the one named, with another value."""
    cell = facts.cells.get(name)
    for other, of in facts.cells.items() if cell else ():
        if cell and _is_alike(cell, of) and (value := facts.value(other)) and value != facts.value(name):
            yield other, value


def _is_alike(one: Cell, other: Cell) -> bool:
    return one.name != other.name and (one.type, one.unit) == (other.type, other.unit)


def _value(formula: Formula, facts: FactBook, instead: dict[str, Decimal] | None = None) -> Decimal | None:
    given = instead or {}
    try:
        return formula.evaluate(lambda name: given[name] if name in given else facts.value(name))
    except ZeroDenominatorError:
        return None
