"""N_DEC: the same figure stated in two places a power of ten apart (8984.20元 and 89842元)."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from scoring.engine.checks.base import Check, CheckContext
from scoring.engine.concepts import unit_of
from scoring.engine.facts import Cell, cells_of
from scoring.engine.likely_causes import LEAST_DIGITS, power_of_ten
from scoring.engine.numbers import separated
from scoring.engine.precision import significant_digits
from scoring.engine.results import Finding
from scoring.engine.scheme import Scheme
from scoring.engine.text import core
from scoring.engine.units import convert

COMPARED = ("money", "count", "number")


def find(check: Check, context: CheckContext) -> Iterator[Finding]:
    """Cells of one label with the same digits at another place; round figures say nothing."""
    first: dict[str, tuple[str, Decimal, str]] = {}
    for label, name, cell in _namesakes(context.scheme):
        stated = context.facts.stated(name)
        if not stated or significant_digits(stated) < LEAST_DIGITS:
            continue
        unit = unit_of(cell, cell.unit, context.scheme.money_unit)
        before, value, of = first.setdefault(label, (name, stated, unit))
        same = convert(stated, unit, of)
        words = power_of_ten(value, same) if same is not None and same != value else ""
        if not words or same is None or same.normalize().as_tuple()[:2] != value.normalize().as_tuple()[:2]:
            continue
        said = f"{separated(value)}{of}和{separated(stated)}{unit}"
        yield check.finding(
            context.scheme.anchor(before),
            f"“{cell.label}”有两个数：{said}，可能{words}。",
            stated=value,
            computed=same,
            also=(context.scheme.anchor(name),),
        )


def _namesakes(scheme: Scheme) -> list[tuple[str, str, Cell]]:
    """(label, name, cell) of the figures whose label stands at two cells or more, worked out once per form."""
    cached: list[tuple[str, str, Cell]] | None = scheme.__dict__.get("_namesakes")
    if cached is None:
        compared = [(core(cell.label), name, cell) for name, cell in cells_of(scheme).items()]
        compared = [each for each in compared if each[2].type in COMPARED]
        times = Counter(label for label, _, _ in compared)
        cached = [each for each in compared if times[each[0]] > 1]
        scheme.__dict__["_namesakes"] = cached
    return cached


CHECK = Check("N_DEC", "同一数据相差10的整数次方", "warning", find)
