"""X_LOW: budget execution under 90 % asks for reasons (财预〔2020〕10号)."""

from collections.abc import Iterator
from decimal import Decimal

from scoring.engine.checks.base import Check, CheckContext, figure
from scoring.engine.checks.execution import execution_row, rate_of
from scoring.engine.results import Finding

LOW_EXECUTION = Decimal(90)
# Where finance offices cut the next budget.
VERY_LOW = Decimal(50)


def find(check: Check, context: CheckContext) -> Iterator[Finding]:
    """Execution under 90 % asks for reasons and measures, where the form has a cell for them there."""
    name = context.scheme.standards.execution
    stated = context.facts.value(name) if name and execution_row(context) is None else None
    if name and stated is not None and stated < LOW_EXECUTION:
        yield _low(check, context.scheme.anchor(name), context.facts.label(name), stated, "自评报告")
    for row in context.rows:
        rate = rate_of(row, context) if row.status == "scored" else None
        if rate is None or rate >= LOW_EXECUTION or row.filed.reason.strip():
            continue
        where = "偏差原因" if "reason" in row.filed.columns else "自评报告"
        yield _low(check, row.filed.anchor, "预算执行率", rate, where)


def _low(check: Check, anchor: str, label: str, rate: Decimal, where: str) -> Finding:
    said = f"{label} {figure(rate)}%，低于 {LOW_EXECUTION}%，请在{where}中说明原因和改进措施。"
    warned = f"低于 {VERY_LOW}% 的，可能影响下年预算安排。" if rate < VERY_LOW else ""
    return check.finding(anchor, f"{said}{warned}", stated=f"{figure(rate)}%")


CHECK = Check("X_LOW", "预算执行率偏低", "information", find)
