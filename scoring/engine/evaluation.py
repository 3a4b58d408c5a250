"""Checked expressions turned into functions of the filed figures: each node is worked out once, then only called."""

import ast
import operator
from collections.abc import Callable
from decimal import Decimal

Lookup = Callable[[str], Decimal | None]
Value = Callable[[Lookup], Decimal | None]
Truth = Callable[[Lookup], bool | None]

FUNCTIONS = ("min", "max", "abs", "sum")
COMPARISONS: dict[type[ast.cmpop], Callable[[Decimal, Decimal], bool]] = {
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
}
ZERO = Decimal(0)


class ZeroDenominatorError(ArithmeticError):
    """A divisor is zero; `names` are the facts it is made of."""

    def __init__(self, names: frozenset[str]) -> None:
        super().__init__("、".join(sorted(names)))
        self.names = names


def value_of(node: ast.expr) -> Value:
    """The figure of an expression, None where a needed fact is blank."""
    match node:
        case ast.Constant(value=str() as digits):
            number = Decimal(digits)
            return lambda lookup: number
        case ast.Name(id=name):
            return lambda lookup: lookup(name)
        case ast.UnaryOp(operand=operand):
            return _negative(value_of(operand))
        case ast.BinOp():
            return _binary(node)
        case ast.IfExp(test=test, body=body, orelse=orelse):
            return _choice(truth_of(test), value_of(body), value_of(orelse))
        case ast.Call(func=ast.Name(id=function), args=args):
            return _call(function, [value_of(arg) for arg in args])
    truth = truth_of(node)

    def number_of_truth(lookup: Lookup) -> Decimal | None:
        found = truth(lookup)
        return None if found is None else Decimal(int(found))

    return number_of_truth


def truth_of(node: ast.expr) -> Truth:
    """The truth of a comparison or chain, of any other figure that it isn't 0; None where a fact is blank."""
    if not isinstance(node, ast.Compare):
        return _is_not_zero(value_of(node))
    parts = [value_of(part) for part in (node.left, *node.comparators)]
    compare = [COMPARISONS[type(op)] for op in node.ops]

    def holds(lookup: Lookup) -> bool | None:
        known = [value for part in parts if (value := part(lookup)) is not None]
        if len(known) < len(parts):
            return None
        return all(op(a, b) for op, a, b in zip(compare, known, known[1:], strict=False))

    return holds


def names_in(node: ast.expr) -> frozenset[str]:
    """The facts that a checked expression reads."""
    return frozenset(
        part.id for part in ast.walk(node) if isinstance(part, ast.Name) and part.id not in FUNCTIONS
    )


def _is_not_zero(value: Value) -> Truth:
    def holds(lookup: Lookup) -> bool | None:
        found = value(lookup)
        return None if found is None else found != 0

    return holds


def _negative(value: Value) -> Value:
    def negative(lookup: Lookup) -> Decimal | None:
        found = value(lookup)
        return None if found is None else -found

    return negative


def _choice(test: Truth, body: Value, orelse: Value) -> Value:
    def choice(lookup: Lookup) -> Decimal | None:
        found = test(lookup)
        return None if found is None else (body if found else orelse)(lookup)

    return choice


def _binary(node: ast.BinOp) -> Value:
    if isinstance(node.op, ast.Add | ast.Sub):
        return _sum(node)
    left, right = value_of(node.left), value_of(node.right)
    return (
        _product(left, right) if isinstance(node.op, ast.Mult) else _ratio(left, right, names_in(node.right))
    )


def _sum(node: ast.BinOp) -> Value:
    """A chain of additions and subtractions. Blank counts as 0 beside something filled."""
    parts: list[tuple[Callable[[Decimal, Decimal], Decimal], Value]] = []
    first: ast.expr = node
    while isinstance(first, ast.BinOp) and isinstance(first.op, ast.Add | ast.Sub):
        parts.append((operator.add if isinstance(first.op, ast.Add) else operator.sub, value_of(first.right)))
        first = first.left
    start, rest = value_of(first), tuple(reversed(parts))

    def added(lookup: Lookup) -> Decimal | None:
        total = start(lookup)
        for op, part in rest:
            value = part(lookup)
            if total is not None or value is not None:
                total = op(total or ZERO, value or ZERO)
        return total

    return added


def _product(left: Value, right: Value) -> Value:
    def multiplied(lookup: Lookup) -> Decimal | None:
        a, b = left(lookup), right(lookup)
        return None if a is None or b is None else a * b

    return multiplied


def _ratio(left: Value, right: Value, below: frozenset[str]) -> Value:
    def divided(lookup: Lookup) -> Decimal | None:
        a, b = left(lookup), right(lookup)
        if a is None or b is None:
            return None
        if b == 0:
            raise ZeroDenominatorError(below)
        return a / b

    return divided


def _call(function: str, parts: list[Value]) -> Value:
    if function == "sum":
        return _added_up(parts)

    def called(lookup: Lookup) -> Decimal | None:
        known = [value for part in parts if (value := part(lookup)) is not None]
        if len(known) < len(parts):
            return None
        if function == "abs":
            return abs(known[0])
        return min(known) if function == "min" else max(known)

    return called


def _added_up(parts: list[Value]) -> Value:
    def added_up(lookup: Lookup) -> Decimal | None:
        known = [value for part in parts if (value := part(lookup)) is not None]
        return sum(known, ZERO) if known else None

    return added_up
