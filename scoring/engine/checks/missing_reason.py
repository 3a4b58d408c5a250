"""I_REASON: points deducted without a reason."""

from collections.abc import Iterator

from scoring.engine.checks.base import Check, CheckContext, figure
from scoring.engine.results import Finding


def find(check: Check, context: CheckContext) -> Iterator[Finding]:
    """Points were deducted without a reason where the form asks for one."""
    for row in context.rows:
        cut = row.self_score is not None and row.self_score < row.weight
        if cut and "reason" in row.filed.columns and not row.filed.reason.strip():
            name = row.filed.given.name
            message = (
                f"{name}自评 {figure(row.self_score)} 分，低于分值 {figure(row.weight)} 分，请填写原因。"
            )
            yield check.finding(row.at("reason"), message)


CHECK = Check("I_REASON", "扣分未填写原因", "warning", find)
