"""N_SHARE: stated shares of one base that don't make up the whole."""

from collections.abc import Iterator
from decimal import Decimal

from scoring.engine.checks.base import Check, CheckContext, figure
from scoring.engine.facts import FactBook
from scoring.engine.formula import Formula, ZeroDenominatorError, compile_formula
from scoring.engine.formula_shapes import Ratio, ratio_of, summands_of
from scoring.engine.numbers import CENT
from scoring.engine.precision import half_unit
from scoring.engine.results import Finding

WHOLE = Decimal(100)
TOLERANCE = Decimal("0.1")


def find(check: Check, context: CheckContext) -> Iterator[Finding]:
    """Percentages of one denominator whose numerators add up to it, and that don't add up to 100 ± 0.1.

    Where the amounts are filed, X_RATE says which share is wrong; the form may state shares without their amounts.
    """
    facts = context.facts
    for shares in _groups(facts):
        stated = {name: value for name in shares if (value := facts.stated(name)) is not None}
        if len(stated) < len(shares) or not _is_whole(shares, facts):
            continue
        total = sum(stated.values(), Decimal(0))
        rounding = min(half_unit(value) for value in stated.values()) * len(stated)
        if abs(total - WHOLE) <= max(TOLERANCE, rounding):
            continue
        first, *others = shares
        parts = " + ".join(f"{facts.label(name)}{figure(value)}%" for name, value in stated.items())
        yield check.finding(
            context.scheme.anchor(first),
            f"同一总额的各项比率合计应为 100%：{parts} = {figure(total)}%。",
            stated=total,
            computed=WHOLE,
            also=tuple(context.scheme.anchor(name) for name in others),
        )


def _groups(facts: FactBook) -> Iterator[dict[str, Ratio]]:
    """Two or more percent cells that are shares of the same denominator, in form order."""
    groups: dict[str, dict[str, Ratio]] = {}
    for name, cell in facts.cells.items():
        ratio = ratio_of(compile_formula(cell.derived)) if cell.type == "percent" and cell.derived else None
        if ratio and cell.stated:
            groups.setdefault(ratio.base, {})[name] = ratio
    yield from (group for group in groups.values() if len(group) > 1)


def _is_whole(shares: dict[str, Ratio], facts: FactBook) -> bool:
    """Whether the numerators add up to the denominator, give or take their rounding; by the form where they are blank."""
    whole = next(iter(shares.values())).denominator
    try:
        parts = [ratio.numerator.evaluate(facts.value) for ratio in shares.values()]
        base = whole.evaluate(facts.value)
    except ZeroDenominatorError:
        return False
    known = [part for part in parts if part is not None]
    if not known and base is None:
        return _is_sum_of(whole, [ratio.numerator for ratio in shares.values()], facts)
    if base is None or len(known) < len(parts):
        return False
    return abs(sum(known, Decimal(0)) - base) <= CENT * len(parts)


def _is_sum_of(whole: Formula, parts: list[Formula], facts: FactBook) -> bool:
    """Whether the form adds up just these parts to the whole."""
    cell = facts.cells.get(whole.text)
    summands = summands_of(compile_formula(cell.derived)) if cell and cell.derived else summands_of(whole)
    return sorted(summands) == sorted(part.text for part in parts)


CHECK = Check("N_SHARE", "占比合计不是100%", "warning", find)
