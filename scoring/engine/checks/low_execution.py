"""X_LOW: budget execution under 90 % asks for reasons (财预〔2020〕10号)."""

from collections.abc import Iterator
from decimal import Decimal

from scoring.engine.checks.base import Check, CheckContext, figure
from scoring.engine.checks.execution import rate_of
from scoring.engine.results import Finding

LOW_EXECUTION = Decimal(90)


def find(check: Check, context: CheckContext) -> Iterator[Finding]:
    """Execution under 90 % asks for reasons and measures (财预〔2020〕10号)."""
    for row in context.rows:
        rate = rate_of(row, context) if row.status == "scored" else None
        if rate is not None and rate < LOW_EXECUTION:
            message = f"预算执行率 {figure(rate)}%，低于 {LOW_EXECUTION}%，请在报告中说明原因和改进措施。"
            yield check.finding(row.filed.anchor, message, stated=f"{figure(rate)}%")


CHECK = Check("X_LOW", "预算执行率偏低", "information", find)
