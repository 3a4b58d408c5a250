"""Plausible figures for the cells of a form: what was done a little below the plan, parts that add up to their sum."""

import ast
import re
from collections.abc import Iterator
from decimal import Decimal

from scoring.engine.facts import Cell, cells_of
from scoring.engine.formula import compile_formula
from scoring.engine.numbers import round_half_up
from scoring.engine.scheme import Scheme

# What was done is a little less than what was planned; what is small beside the rest is a twentieth of it,
# what is a chosen part of something a little less than half.
_PLANNED = re.compile(r"应|预算|计划|编制|满分|收入|下达")
_DONE = re.compile(r"执行|支出|实际|结算|在职|在用|得分|决算|完成|已|经费")
_SMALL = re.compile(r"结转|其他|出租|基金|专户|购置|出国|调整数|结余|自有|转移")
_HALF = re.compile(r"重点")
_BASE = {
    "money": Decimal(1000),
    "count": Decimal(50),
    "number": Decimal(20),
    "percent": Decimal(95),
    "score": Decimal(100),
}


def sample_figures(scheme: Scheme) -> dict[str, Decimal]:
    """A figure for every numeric cell by name, sums broken down into their parts. Formulas are left to the engine."""
    cells = cells_of(scheme)
    sums = {
        name: parts for name, cell in cells.items() if (parts := _parts(cell)) and set(parts) <= set(cells)
    }
    below = {part for parts in sums.values() for part in parts}
    figures = {name: plausible(cell.type, cell.label) for name, cell in cells.items() if name not in below}
    pending = [name for name in sums if name not in below]
    while pending:
        name = pending.pop(0)
        for part, share in _shared(figures[name], [cells[part] for part in sums[name]]):
            figures.setdefault(part, share)
            pending += [part] if part in sums and part not in pending else []
    return figures | {
        name: plausible(cell.type, cell.label) for name, cell in cells.items() if name not in figures
    }


def plausible(kind: str, label: str) -> Decimal:
    """A figure of this type for a cell with this label."""
    value = _BASE[kind]
    if kind in ("money", "count") and _SMALL.search(label):
        value /= 20
    if _HALF.search(label):
        return value * 45 / 100
    if _DONE.search(label) and not _PLANNED.search(label):
        value = value * 96 / 100
    return round_half_up(value, 0) if kind == "count" else value


def _parts(cell: Cell) -> tuple[str, ...]:
    """The addends of a cell that is a plain sum, empty for anything else."""
    tree = compile_formula(cell.derived).tree if cell.derived else None
    names = tuple(_addends(tree)) if tree else ()
    return names if "" not in names and len(set(names)) == len(names) > 1 else ()


def _addends(node: ast.expr) -> Iterator[str]:
    match node:
        case ast.BinOp(op=ast.Add()):
            yield from _addends(node.left)
            yield from _addends(node.right)
        case ast.Name(id=name):
            yield name
        case _:
            yield ""


def _shared(total: Decimal, parts: list[Cell]) -> Iterator[tuple[str, Decimal]]:
    """Small parts get a twentieth each, the others the rest in equal shares; what is left over goes to the last."""
    small = [part for part in parts if _SMALL.search(part.label)]
    large = [part for part in parts if part not in small] or [small.pop(0)]
    whole = all(part.type == "count" for part in parts)
    places = 0 if whole else 2
    given = dict.fromkeys((part.name for part in small), round_half_up(total / 20, places))
    rest = total - sum(given.values(), Decimal(0))
    each = round_half_up(rest / len(large), places)
    given |= dict.fromkeys((part.name for part in large), each)
    given[large[-1].name] = rest - each * (len(large) - 1)
    yield from given.items()
