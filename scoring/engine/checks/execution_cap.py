"""X_CAP: a total above what the execution rate allows, where a form caps it."""

from collections.abc import Iterator

from scoring.engine.checks.base import Check, CheckContext, figure
from scoring.engine.checks.execution import execution_rate
from scoring.engine.results import Finding


def find(check: Check, context: CheckContext) -> Iterator[Finding]:
    """The stated total exceeds the cap of the lowest step that the execution rate falls into."""
    name, total = context.scheme.totals.official, context.totals.self_stated
    caps = context.scheme.standards.execution_caps
    rate = execution_rate(context) if caps else None
    if name is None or total is None or rate is None:
        return
    reached = [cap for cap in caps if rate < cap.below]
    if not reached:
        return
    cap = min(reached, key=lambda step: step.below)
    if total > cap.most:
        message = (
            f"预算执行率 {figure(rate)}%，低于 {figure(cap.below)}%，总分最高 {figure(cap.most)} 分，"
            f"填写 {figure(total)} 分。"
        )
        yield check.finding(context.scheme.anchor(name), message, stated=total, computed=cap.most)


CHECK = Check("X_CAP", "总分超过执行率对应的上限", "warning", find, touches_score=True)
