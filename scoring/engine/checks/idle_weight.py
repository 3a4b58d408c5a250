"""I_NA: an indicator that doesn't apply and takes points all the same."""

from collections.abc import Iterator

from scoring.engine.checks.base import Check, CheckContext, figure
from scoring.engine.checks.target_rows import TargetRow, target_rows
from scoring.engine.results import Finding
from scoring.engine.text import core
from scoring.engine.wording import is_not_applicable

_POLICY = {"redistribute": "不适用的指标不计分，分值由其他指标分担", "zero": "不适用的指标不得分"}


def find(check: Check, context: CheckContext) -> Iterator[Finding]:
    """Name or target say 无 or 不涉及, a self score is claimed; schemes that give such rows full marks don't mind."""
    policy = _POLICY.get(context.scheme.na_policy)
    for row in target_rows(context, "actual"):
        own = row.given.self_score
        if policy and own and _is_idle(row):
            message = (
                f"{row.name}填“{_said(row)}”，却自评 {figure(own)} 分；{policy}。"
                "请把达成程度选为“不适用”或调整分值；确有完成情况的，请写明。"
            )
            yield check.finding(row.at("self_score"), message, stated=own)


def _is_idle(row: TargetRow) -> bool:
    """Whether the row says that there is nothing to assess. 无 may be what is wanted (新增债务：无)."""
    if row.judged.achieved is not None:
        return False
    if is_not_applicable(row.given.name):
        return True
    plainly = (text for text in (row.target, row.actual) if core(text) not in ("无", "没有"))
    measured = row.judged.target.kind in ("number", "range")
    return any(is_not_applicable(text) for text in plainly) or (measured and is_not_applicable(row.actual))


def _said(row: TargetRow) -> str:
    texts = (row.given.name.strip(), row.target, row.actual)
    return next(text for text in texts if is_not_applicable(text))


CHECK = Check("I_NA", "不适用的指标仍然得分", "warning", find, touches_score=True)
