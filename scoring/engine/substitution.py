"""Which figure in the place of one that a formula names would make it give another result.

Trying hundreds of figures one by one is slow, and most formulas can be turned round: in a sum, a product or a quotient
a name that stands once is found from two values of the formula.
"""

import ast
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Literal, NamedTuple

from scoring.engine.evaluation import Lookup
from scoring.engine.formula import Formula, ZeroDenominatorError
from scoring.engine.likely_causes import Size

# Of a formula in one of its names: `line` has the form p + q·x, `inverse` p ÷ (q + r·x), both with q or r not 0.
Shape = Literal["absent", "line", "inverse", "other"]

_SHAPES_AT_HAND = 4096
# How much wider than exact a span is: more than rounding to 28 digits can ever add up to.
SLACK = Decimal("1E-9")


class Span(NamedTuple):
    """Figures from `low` to `high`."""

    low: Decimal
    high: Decimal


def value_with(formula: Formula, lookup: Lookup, instead: Mapping[str, Decimal]) -> Decimal | None:
    """The formula's value with other figures for some names, None where it can't be computed."""
    try:
        return formula.evaluate(lambda name: instead[name] if name in instead else lookup(name))
    except ZeroDenominatorError:
        return None


def spans_for(formula: Formula, lookup: Lookup, name: str, size: Size) -> tuple[Span, ...] | None:
    """Where a figure lies that in the place of `name` gives `size`, with either sign, and a little around.

    None where only trying tells.
    """
    shape, start = shape_in(formula, name), lookup(name) or Decimal(0)
    here, beside = value_with(formula, lookup, {}), value_with(formula, lookup, {name: start + 1})
    if shape not in ("line", "inverse") or not here or not beside or here == beside:
        return None
    wanted = [*size, *(-end for end in size)]
    if shape == "inverse":
        here, beside, *wanted = (1 / each for each in (here, beside, *wanted))
    ends = [start + (end - here) / (beside - here) for end in wanted]
    return tuple(_span(start, *pair) for pair in (ends[:2], ends[2:]))


def _span(start: Decimal, one: Decimal, other: Decimal) -> Span:
    slack = (abs(start) + abs(one) + abs(other)) * SLACK
    return Span(min(one, other) - slack, max(one, other) + slack)


@lru_cache(maxsize=_SHAPES_AT_HAND)
def shape_in(formula: Formula, name: str) -> Shape:
    """How the value of a formula depends on one of its names."""
    return _shape(formula.tree, name)


def _shape(node: ast.expr, name: str) -> Shape:
    match node:
        case ast.Name():
            return "line" if node.id == name else "absent"
        case ast.UnaryOp():
            return _shape(node.operand, name)
        case ast.BinOp():
            return _of_two(_shape(node.left, name), node.op, _shape(node.right, name))
        case ast.Call(func=ast.Name(id="sum")):
            return _of_sum(*(_shape(part, name) for part in node.args))
    within = (part.id for part in ast.walk(node) if isinstance(part, ast.Name))
    return "other" if name in within else "absent"


def _of_two(left: Shape, op: ast.operator, right: Shape) -> Shape:
    """The shape of a sum, product or quotient of two such parts."""
    if isinstance(op, ast.Add | ast.Sub):
        return _of_sum(left, right)
    if "absent" not in (left, right):
        return "other"
    if isinstance(op, ast.Mult) or right == "absent":
        return right if left == "absent" else left
    turned: dict[Shape, Shape] = {"line": "inverse", "inverse": "line"}
    return turned.get(right, right)


def _of_sum(*parts: Shape) -> Shape:
    present = [part for part in parts if part != "absent"]
    if not present:
        return "absent"
    return "line" if present == ["line"] else "other"
