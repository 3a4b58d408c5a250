"""How far a filing's budget was executed, for the checks that look at it."""

from decimal import Decimal

from scoring.engine.checks.base import CheckContext
from scoring.engine.formula import ZeroDenominatorError, compile_formula
from scoring.engine.results import ScoredRow
from scoring.engine.rules.exec_rate import ExecRate


def execution_row(context: CheckContext) -> ScoredRow | None:
    """The row scored by budget execution, None where the form has none."""
    return next((row for row in context.rows if isinstance(row.filed.rule, ExecRate)), None)


def execution_rate(context: CheckContext) -> Decimal | None:
    """The rate in percent: the scheme's `standards.execution`, else by the rule of the execution row.

    None where it can't be computed or the form has no such thing.
    """
    if name := context.scheme.standards.execution:
        return context.facts.value(name)
    row = execution_row(context)
    return rate_of(row, context) if row else None


def rate_of(row: ScoredRow, context: CheckContext) -> Decimal | None:
    """The rate of an execution row in percent, None for other rows, without figures or without a budget."""
    rule = row.filed.rule
    if not isinstance(rule, ExecRate):
        return None
    try:
        return compile_formula(rule.rate).evaluate(context.facts.value)
    except ZeroDenominatorError:
        return None
