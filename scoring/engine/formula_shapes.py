"""What kind of figure a formula computes: a share of a base, a rate of change, a sum of parts."""

import ast
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from scoring.engine.formula import Formula, names_in

HUNDRED = "100"
# Formulas of forms whose shape is kept; a form has some hundreds.
_SHAPES_AT_HAND = 4096

Derived = Callable[[str], Formula | None]


@dataclass(frozen=True)
class Ratio:
    """`numerator ÷ denominator × 100`; `base` is the same text for the same denominator."""

    numerator: Formula
    denominator: Formula

    @cached_property
    def base(self) -> str:
        return ast.dump(self.denominator.tree)


@dataclass(frozen=True)
class Change:
    """`(now − base) ÷ base × 100`. With `falls` it is `(base − now) ÷ base × 100`, a decrease or what is saved."""

    now: Formula
    base: Formula
    falls: bool


@lru_cache(maxsize=_SHAPES_AT_HAND)
def ratio_of(formula: Formula) -> Ratio | None:
    """The formula as a percentage of something, None where it is no such thing."""
    divided = _fraction(formula)
    return Ratio(_part(divided.left), _part(divided.right)) if divided else None


def change_of(formula: Formula, derived: Derived = lambda name: None) -> Change | None:
    """The formula as a rate of change against a base, None where it is no such thing.

    The change may be a figure of its own: `derived` gives the formula behind a name.
    """
    divided = _fraction(formula)
    if divided is None:
        return None
    behind = derived(divided.left.id) if isinstance(divided.left, ast.Name) else None
    return _change(behind.tree if behind else divided.left, divided.right)


@lru_cache(maxsize=_SHAPES_AT_HAND)
def _change(change: ast.expr, below: ast.expr) -> Change | None:
    """What `change ÷ below × 100` is where `change` is a difference."""
    if not isinstance(change, ast.BinOp) or not isinstance(change.op, ast.Sub):
        return None
    base = ast.dump(below)
    if ast.dump(change.right) == base:
        return Change(_part(change.left), _part(change.right), falls=False)
    if ast.dump(change.left) == base:
        return Change(_part(change.right), _part(change.left), falls=True)
    return None


def summands_of(formula: Formula) -> tuple[str, ...]:
    """Names that a plain sum adds up, in their order; empty for anything else."""
    names: list[str] = []
    pending = [formula.tree]
    while pending:
        node = pending.pop()
        if isinstance(node, ast.Name):
            names.append(node.id)
        elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
            pending += [node.right, node.left]
        else:
            return ()
    return tuple(names) if len(names) > 1 else ()


def subtracted_names(formula: Formula) -> frozenset[str]:
    """Names that stand after a minus sign: C in B − C."""
    differences = (node for node in ast.walk(formula.tree) if isinstance(node, ast.BinOp))
    return frozenset[str]().union(*(names_in(node.right) for node in differences if _is(node, ast.Sub)))


@lru_cache(maxsize=_SHAPES_AT_HAND)
def _fraction(formula: Formula) -> ast.BinOp | None:
    """The division of `a / b * 100`, `100 * a / b` or `a * 100 / b`, without the hundred."""
    node = formula.tree
    if not isinstance(node, ast.BinOp):
        return None
    if isinstance(node.op, ast.Mult):
        inner = _without_hundred(node)
        return inner if isinstance(inner, ast.BinOp) and _is(inner, ast.Div) else None
    numerator = _without_hundred(node.left)
    if not isinstance(node.op, ast.Div) or numerator is None:
        return None
    return ast.BinOp(left=numerator, op=node.op, right=node.right)


def _without_hundred(node: ast.expr) -> ast.expr | None:
    if not isinstance(node, ast.BinOp) or not _is(node, ast.Mult):
        return None
    for hundred, rest in ((node.right, node.left), (node.left, node.right)):
        if isinstance(hundred, ast.Constant) and hundred.value == HUNDRED:
            return rest
    return None


def _is(node: ast.AST, operator: type[ast.operator]) -> bool:
    return isinstance(node, ast.BinOp) and isinstance(node.op, operator)


def _part(node: ast.expr) -> Formula:
    """A part of a formula as a formula of its own, written in its names."""
    names = names_in(node)
    return Formula(Formula("", names, node).written_out(str), names, node)
