"""What a clerk may have done to state another figure than a cell's formula gives: other columns, other bases.

Hundreds of figures are looked at and one is told at most, so whatever can't give the stated figure is passed over
before it is put into words.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import partial
from itertools import chain

from scoring.engine.facts import Cell, FactBook
from scoring.engine.formula import Formula
from scoring.engine.formula_shapes import ratio_of, summands_of
from scoring.engine.likely_causes import Candidate, Size, likely_cause, size_of
from scoring.engine.numbers import printed
from scoring.engine.precision import significant_digits
from scoring.engine.substitution import SLACK, spans_for, value_with

# Significant digits of a stated figure for which the whole form is searched.
SEARCHED = 4
MOST_TRIED = 200

Figure = tuple[str, Decimal]


def cell_cause(facts: FactBook, name: str) -> str:
    """The likely cause of a cell's difference as a sentence, empty where none is known."""
    cell, stated, computed = facts.cells[name], facts.stated(name), facts.derived(name)
    if cell.formula is None or not stated or not computed:
        return ""
    size = size_of(stated)
    candidates = _nearby(facts, cell, cell.formula, size)
    # Figures from all over the form: one of many may fit by chance, so few digits tell nothing.
    if significant_digits(stated) >= SEARCHED:
        candidates = chain(
            candidates,
            _other_base(facts, cell.formula, size),
            _other_operand(facts, cell, cell.formula, size),
        )
    cause = likely_cause(stated, computed, candidates)
    return f"{cause}。" if cause else ""


def share_candidates(computed: Decimal) -> Iterator[Candidate]:
    """What is confused with a rate: what is left of a whole."""
    if 0 < computed < 100:
        rest = f"100% − {printed(computed)}%"
        yield Candidate(f"填成了与它互补的比率（{rest}）", 100 - computed)


def _nearby(facts: FactBook, cell: Cell, formula: Formula, size: Size) -> Iterator[Candidate]:
    computed = facts.derived(cell.name) or Decimal(0)
    if cell.type == "percent":
        yield from share_candidates(computed)
    yield from _misplaced(facts, cell)
    yield from _miscounted(facts, formula, computed, size)
    yield from _inverted(facts, formula)


def _misplaced(facts: FactBook, cell: Cell) -> Iterator[Candidate]:
    """The figure of a cell of the same kind that was left blank."""
    for other in facts.cells_of_kind(cell.kind):
        if other.formula is None or not other.stated or facts.stated(other.name) is not None:
            continue
        value = facts.derived(other.name)
        if value is not None:
            yield Candidate(f"填错了栏，这是{other.label}的数", value)


def _miscounted(facts: FactBook, formula: Formula, total: Decimal, size: Size) -> Iterator[Candidate]:
    """A part of a sum left out or counted twice."""
    for name in summands_of(formula):
        if not (part := facts.value(name)):
            continue
        for words, value in (("漏加了", total - part), ("重复加了", total + part)):
            if size.fits(value):
                yield Candidate(f"{words}{facts.written(name)}", value)


def _inverted(facts: FactBook, formula: Formula) -> Iterator[Candidate]:
    ratio = ratio_of(formula)
    part = value_with(ratio.numerator, facts.value, {}) if ratio else None
    whole = value_with(ratio.denominator, facts.value, {}) if ratio else None
    if part and whole:
        yield Candidate("把分子和分母写颠倒了", whole / part * 100)


def _other_base(facts: FactBook, formula: Formula, size: Size) -> Iterator[Candidate]:
    """A share or rate of change of another figure than the form asks for."""
    ratio = ratio_of(formula)
    part = value_with(ratio.numerator, facts.value, {}) if ratio else None
    if ratio is None or not part:
        return
    whole = abs(part) * 100
    base = Size(whole / size.high * (1 - SLACK), whole / size.low * (1 + SLACK))
    for name in sorted(ratio.denominator.names)[:1]:
        for other, value in _figures_like(facts, name):
            if base.fits(value):
                yield Candidate(partial(_other_base_words, facts, other), part / value * 100)


def _other_operand(facts: FactBook, cell: Cell, formula: Formula, size: Size) -> Iterator[Candidate]:
    """Another figure of the form in the place of one that the formula names."""
    left, own = MOST_TRIED, (cell.name, *formula.names)
    for name in sorted(formula.names):
        figures = [figure for figure in _figures_like(facts, name) if figure[0] not in own][:left]
        left -= len(figures)
        for other, value in _fitting(figures, facts, formula, name, size) if figures else ():
            swapped = value_with(formula, facts.value, {name: value})
            if swapped is not None:
                yield Candidate(partial(_other_operand_words, facts, name, other), swapped)


def _fitting(
    figures: Sequence[Figure], facts: FactBook, formula: Formula, name: str, size: Size
) -> Sequence[Figure]:
    """Those that may give the stated figure in the place of `name`."""
    spans = spans_for(formula, facts.value, name, size)
    if spans is None:
        return figures
    (low, high), (least, most) = spans
    return [figure for figure in figures if low <= figure[1] <= high or least <= figure[1] <= most]


def _other_base_words(facts: FactBook, base: str) -> str:
    return f"误以{facts.written(base)}为分母"


def _other_operand_words(facts: FactBook, wanted: str, taken: str) -> str:
    return f"把{facts.label(wanted)}取成了{facts.written(taken)}"


def _figures_like(facts: FactBook, name: str) -> Sequence[Figure]:
    """Filed figures of the same kind as the one named, with another value."""
    cell = facts.cells.get(name)
    if cell is None:
        return ()
    own = facts.value(name)
    return [figure for figure in facts.figures_of_kind(cell.kind) if figure[1] != own]
