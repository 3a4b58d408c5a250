"""X_PARTS, X_RATE, X_BALANCE: stated figures against what they derive from."""

from collections.abc import Iterator
from decimal import Decimal

from scoring.engine.checks.base import Check, CheckContext
from scoring.engine.formula import compile_formula
from scoring.engine.numbers import round_half_up, separated
from scoring.engine.results import Finding


def find(check: Check, context: CheckContext) -> Iterator[Finding]:
    """A cell that derives from others is stated with another value."""
    for name, cell in context.facts.cells.items():
        if cell.derived is None or not cell.stated or cell.check != check.code:
            continue
        stated, computed = context.facts.stated(name), context.facts.derived(name)
        if stated is None or computed is None or abs(stated - computed) <= cell.tolerance:
            continue
        sum_text = compile_formula(cell.derived).written_out(
            context.facts.written, percent=cell.type == "percent"
        )
        unit = "%" if cell.type == "percent" else cell.unit
        message = f"{cell.label}填写 {_shown(stated)}{unit}，应为 {sum_text} = {_shown(computed)}{unit}。"
        yield check.finding(context.scheme.anchor(name), message, stated=stated, computed=computed)


def _shown(value: Decimal) -> str:
    return separated(round_half_up(value))


CHECKS = (
    Check("X_PARTS", "合计与各分项不符", "warning", find),
    Check("X_RATE", "填写的比率与数据不符", "warning", find),
    Check("X_BALANCE", "结余与收支不符", "warning", find),
)
