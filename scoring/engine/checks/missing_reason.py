"""I_REASON: points deducted without a reason."""

from collections.abc import Iterator

from scoring.engine.checks.base import Check, CheckContext, figure
from scoring.engine.checks.score_difference import difference_code
from scoring.engine.checks.self_scored import disputed, self_scored
from scoring.engine.checks.told_once import speaks
from scoring.engine.results import Finding, ScoredRow


def find(check: Check, context: CheckContext) -> Iterator[Finding]:
    """Points were deducted without a reason where the form asks for one."""
    for row in unexplained_cuts(context):
        own, weight = figure(row.self_score), figure(row.weight)
        message = f"{row.filed.given.name.strip()}自评 {own} 分，低于分值 {weight} 分，请填写原因。"
        yield check.finding(row.at("reason"), message)


def unexplained_cuts(context: CheckContext) -> Iterator[ScoredRow]:
    """Rows below their weight with an empty cell for the reason; a deduction that was none is said as such."""
    unfounded = {
        row.filed.anchor
        for row in disputed(context)
        if row.points == row.weight and speaks(context, difference_code(row))
    }
    for row in self_scored(context):
        cut = row.self_score is not None and 0 <= row.self_score < row.weight
        asked = "reason" in row.filed.columns and not row.filed.reason.strip()
        if cut and asked and row.status != "not_applicable" and row.filed.anchor not in unfounded:
            yield row


CHECK = Check("I_REASON", "扣分未填写原因", "warning", find)
