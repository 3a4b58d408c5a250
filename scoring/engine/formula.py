"""Arithmetic over named facts: a whitelist of Python's own grammar, evaluated with Decimal.

Names may be dotted and Chinese (`funds.total.spent`, `结余`) and may select coded rows (`t03[level=3].total`). Blank
counts as 0 in sums, never in products, ratios or comparisons. Attribute access, calls of anything but min, max, abs
and sum, powers and other subscripts are refused.
"""

import ast
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, lru_cache
from typing import TypeGuard

from scoring.engine.evaluation import (
    COMPARISONS,
    FUNCTIONS,
    Lookup,
    Truth,
    Value,
    ZeroDenominatorError,
    names_in,
    truth_of,
    value_of,
)
from scoring.engine.selections import with_stand_ins, without_stand_ins

__all__ = ["Formula", "FormulaError", "Lookup", "ZeroDenominatorError", "compile_formula", "names_in"]

Describe = Callable[[str], str]

MAX_LENGTH = 500
MAX_DEPTH = 30
_SIGNS = str.maketrans({"÷": "/", "×": "*", "（": "(", "）": ")", "−": "-"})
_PRINTED = {ast.Add: " + ", ast.Sub: " − ", ast.Mult: " × ", ast.Div: " ÷ "}
_COMPARED = {ast.Lt: " < ", ast.LtE: " ≤ ", ast.Gt: " > ", ast.GtE: " ≥ ", ast.Eq: " = ", ast.NotEq: " ≠ "}
_LEVEL = {ast.Add: 1, ast.Sub: 1, ast.Mult: 2, ast.Div: 2}
_DIGITS = re.compile(r"[0-9]+(\.[0-9]+)?")
# Stands around the names in a written formula; no formula has it.
_MARK = "\0"


class FormulaError(ValueError):
    """The text is not a formula of this language; the message says why, in Chinese."""


@dataclass(frozen=True)
class Formula:
    """A checked formula. `names` are the facts it reads, `tree` its shape."""

    text: str
    names: frozenset[str]
    tree: ast.expr

    @cached_property
    def _value(self) -> Value:
        return value_of(self.tree)

    @cached_property
    def _truth(self) -> Truth:
        return truth_of(self.tree)

    def evaluate(self, lookup: Lookup) -> Decimal | None:
        """The value, or None where a needed fact is blank. Raises ZeroDenominatorError."""
        return self._value(lookup)

    def holds(self, lookup: Lookup) -> bool | None:
        """The truth of a comparison (or chain), None where a fact is blank."""
        return self._truth(lookup)

    def written_out(self, describe: Describe, *, percent: bool = False) -> str:
        """The formula with `describe(name)` in place of each name; `percent` drops a final × 100."""
        pieces = self._written_percent if percent else self._written
        return "".join([describe(piece) if at % 2 else piece for at, piece in enumerate(pieces)])

    @cached_property
    def _written(self) -> tuple[str, ...]:
        """What stands between the names, and the names: every second piece is one."""
        return _pieces(self.tree)

    @cached_property
    def _written_percent(self) -> tuple[str, ...]:
        tree = self.tree
        return _pieces(tree.left) if _is_times_hundred(tree) else self._written


@lru_cache(maxsize=4096)
def compile_formula(text: str) -> Formula:
    """Parses and checks `text`. Raises FormulaError."""
    if len(text) > MAX_LENGTH:
        raise FormulaError(f"公式超过 {MAX_LENGTH} 个字符")
    source = with_stand_ins(unicodedata.normalize("NFKC", text).translate(_SIGNS).strip())
    try:
        tree = ast.parse(source, mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise FormulaError(f"公式“{text}”不能识别") from error
    names: set[str] = set()
    checked = _check(tree, source, names, 0)
    return Formula(text=text, names=frozenset(names), tree=checked)


def _check(node: ast.expr, source: str, names: set[str], depth: int) -> ast.expr:
    """Returns `node` rebuilt from allowed parts only: dotted names flattened, numbers as their digits."""
    if depth > MAX_DEPTH:
        raise FormulaError("公式嵌套过深")
    rebuilt = _leaf(node, source, names) or _compound(
        node, lambda child: _check(child, source, names, depth + 1)
    )
    if rebuilt is None:
        written = without_stand_ins(ast.get_source_segment(source, node) or type(node).__name__)
        raise FormulaError(f"公式中不能用“{written}”")
    return rebuilt


def _leaf(node: ast.expr, source: str, names: set[str]) -> ast.expr | None:
    match node:
        case ast.Name() | ast.Attribute():
            name = _dotted(node)
            names.add(name)
            return ast.Name(id=name)
        case ast.Constant(value=bool()):
            raise FormulaError("公式中只能用数字")
        case ast.Constant(value=int() | float()):
            return ast.Constant(value=_digits(ast.get_source_segment(source, node) or ""))
    return None


def _compound(node: ast.expr, down: Callable[[ast.expr], ast.expr]) -> ast.expr | None:
    match node:
        case ast.BinOp(op=ast.Add() | ast.Sub() | ast.Mult() | ast.Div()):
            return ast.BinOp(left=down(node.left), op=node.op, right=down(node.right))
        case ast.UnaryOp(op=ast.USub()):
            return ast.UnaryOp(op=node.op, operand=down(node.operand))
        case ast.UnaryOp(op=ast.UAdd()):
            return down(node.operand)
        case ast.Compare(ops=ops):
            if any(type(op) not in COMPARISONS for op in ops):
                raise FormulaError("公式中的比较符号不能识别")
            return ast.Compare(left=down(node.left), ops=ops, comparators=[down(c) for c in node.comparators])
        case ast.IfExp():
            return ast.IfExp(test=down(node.test), body=down(node.body), orelse=down(node.orelse))
        case ast.Call(func=ast.Name(id=function), args=[_, *rest], keywords=[]) if function in FUNCTIONS:
            if function == "abs" and rest:
                raise FormulaError("abs 只能有一个参数")
            return ast.Call(func=ast.Name(id=function), args=[down(a) for a in node.args], keywords=[])
    return None


def _digits(text: str) -> str:
    """Plain digits only: 0x1F, 1e9 and 1_000 are Python, not figures of a form."""
    if not _DIGITS.fullmatch(text):
        raise FormulaError(f"公式中的数字“{text}”不能识别")
    return text


def _dotted(node: ast.expr) -> str:
    parts: list[str] = []
    while isinstance(node, ast.Attribute):
        parts.append(node.attr)
        node = node.value
    if not isinstance(node, ast.Name):
        raise FormulaError("公式中的数据项名称不能识别")
    parts.append(node.id)
    return without_stand_ins(".".join(reversed(parts)))


def _is_times_hundred(node: ast.expr) -> TypeGuard[ast.BinOp]:
    return (
        isinstance(node, ast.BinOp)
        and isinstance(node.op, ast.Mult)
        and isinstance(node.right, ast.Constant)
        and node.right.value == "100"
    )


def _pieces(tree: ast.expr) -> tuple[str, ...]:
    return tuple(_write(tree, 0).split(_MARK))


def _write(node: ast.expr, level: int) -> str:
    match node:
        case ast.Constant(value=str() as digits):
            return digits
        case ast.Name(id=name):
            return f"{_MARK}{name}{_MARK}"
        case ast.UnaryOp(operand=operand):
            return f"−{_write(operand, 3)}"
        case ast.BinOp(left=left, op=op, right=right):
            own = _LEVEL[type(op)]
            needs_right = own + 1 if isinstance(op, ast.Sub | ast.Div) else own
            text = f"{_write(left, own)}{_PRINTED[type(op)]}{_write(right, needs_right)}"
            return f"（{text}）" if own < level else text
        case ast.Call(func=ast.Name(id="abs"), args=[only]):
            return f"|{_write(only, 0)}|"
        case ast.Call(func=ast.Name(id=function), args=args):
            if function == "sum" and len(args) == 1:
                return _write(args[0], level)
            label = {"min": "较小值", "max": "较大值", "sum": "合计"}[function]
            return f"{label}（{'，'.join(_write(arg, 0) for arg in args)}）"
    return f"（{_write_choice(node) if isinstance(node, ast.IfExp) else _write_test(node)}）"


def _write_choice(node: ast.IfExp) -> str:
    """甲 > 0 时取 甲，否则 乙 > 0 时取 乙，否则取 1."""
    other = node.orelse
    otherwise = f" {_write_choice(other)}" if isinstance(other, ast.IfExp) else f"取 {_write(other, 0)}"
    return f"{_write_test(node.test)} 时取 {_write(node.body, 0)}，否则{otherwise}"


def _write_test(node: ast.expr) -> str:
    """A comparison or chain; any other figure holds where it isn't 0."""
    if not isinstance(node, ast.Compare):
        return f"{_write(node, 0)} ≠ 0"
    signs = [_COMPARED[type(op)] for op in node.ops]
    rest = (f"{sign}{_write(part, 0)}" for sign, part in zip(signs, node.comparators, strict=True))
    return f"{_write(node.left, 0)}{''.join(rest)}"
