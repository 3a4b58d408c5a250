"""X_OVER: execution above 100 % without a word on where the money came from."""

from collections.abc import Iterator

from scoring.engine.checks.base import Check, CheckContext, figure
from scoring.engine.checks.execution import execution_row, rate_of
from scoring.engine.formula import compile_formula
from scoring.engine.formula_shapes import subtracted_names
from scoring.engine.results import Finding, ScoredRow
from scoring.engine.rules.exec_rate import ExecRate


def find(check: Check, context: CheckContext) -> Iterator[Finding]:
    """More was spent than budgeted, and neither a reason nor the transfers taken off are filed."""
    yield from _stated_rate(check, context)
    for row in context.rows:
        rate = rate_of(row, context) if row.status == "scored" else None
        if rate is None or rate <= 100 or row.filed.reason.strip():
            continue
        transfers = _transfers(row, context)
        if any(context.facts.value(name) for name in transfers):
            continue
        asked = "或".join([f"填写{context.facts.label(name)}" for name in transfers] + ["说明追加预算等原因"])
        message = f"预算执行率 {figure(rate)}%，超过 100%，请{asked}。"
        yield check.finding(_place(row, context, transfers), message, stated=f"{figure(rate)}%")


def _stated_rate(check: Check, context: CheckContext) -> Iterator[Finding]:
    """The execution rate of a form that doesn't score it."""
    name = context.scheme.standards.execution
    rate = context.facts.value(name) if name else None
    if name and rate is not None and rate > 100 and execution_row(context) is None:
        message = f"{context.facts.label(name)} {figure(rate)}%，超过 100%，请在报告中说明追加预算等原因。"
        yield check.finding(context.scheme.anchor(name), message, stated=f"{figure(rate)}%")


def _transfers(row: ScoredRow, context: CheckContext) -> list[str]:
    """Cells that are taken off what was spent: transfers from above (上级转移支付, C in (B − C) ÷ A)."""
    rule = row.filed.rule
    assert isinstance(rule, ExecRate)
    taken_off = subtracted_names(compile_formula(rule.numerator))
    return sorted(name for name in taken_off if name in context.scheme.places)


def _place(row: ScoredRow, context: CheckContext, transfers: list[str]) -> str:
    if transfers:
        return context.scheme.anchor(transfers[0])
    return row.at("reason") if "reason" in row.filed.columns else row.filed.anchor


CHECK = Check("X_OVER", "预算执行率超过100%未说明", "warning", find)
