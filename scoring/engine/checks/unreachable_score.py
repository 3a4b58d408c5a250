"""I_REACH: a self score that no combination of a rubric's items gives (1.6 of 2 where items are worth 20 and 40 %)."""

from collections.abc import Iterator
from decimal import Decimal

from scoring.engine.checks.base import Check, CheckContext, figure
from scoring.engine.results import Finding, ScoredRow


def find(check: Check, context: CheckContext) -> Iterator[Finding]:
    """Rows that nothing was computed for yet: a computed one is compared with its score itself (S_DIFF)."""
    for row in context.rows:
        own = row.self_score
        if row.status not in ("needs_data", "judgement") or own is None or not 0 <= own <= row.weight:
            continue
        nearest = _nearest(row, own)
        if nearest:
            said = " 或 ".join(str(figure(each)) for each in nearest)
            message = (
                f"{row.filed.given.name}自评 {figure(own)} 分，按评分标准各项怎样组合都得不出，"
                f"最接近的是 {said} 分。请按评分项逐项核对后改正。"
            )
            yield check.finding(row.at("self_score"), message, stated=own, computed=said)


def _nearest(row: ScoredRow, own: Decimal) -> list[Decimal]:
    """The possible scores on both sides of `own`; none where `own` is possible or anything is."""
    possible = row.filed.rule.reachable(row.weight)
    if possible is None or own in possible:
        return []
    below = max((each for each in possible if each < own), default=None)
    above = min((each for each in possible if each > own), default=None)
    return [each for each in (below, above) if each is not None]


CHECK = Check("I_REACH", "自评得分不是评分标准可能给出的分数", "warning", find, touches_score=True)
