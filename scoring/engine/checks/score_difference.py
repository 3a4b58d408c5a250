"""A row's self score against what its rule computed. Each row draws at most one of these findings."""

from collections.abc import Iterator

from scoring.engine.checks.base import Check, CheckContext, figure
from scoring.engine.results import Finding, ScoredRow

EXECUTION, BY_TARGET = "exec_rate", "by_target"


def _kind(row: ScoredRow) -> str:
    """Which of the codes below a disputed row belongs to."""
    if row.filed.rule.kind == EXECUTION:
        return "X_SCORE"
    if row.filed.rule.kind != BY_TARGET:
        return "S_DIFF"
    if row.outcome.achieved:
        return "I_MET_CUT"
    return "I_UNMET_FULL" if row.self_score == row.weight else "I_RATIO"


_WORDS = {
    "X_SCORE": "{name}自评 {own} 分，按执行率应为 {points} 分。",
    "S_DIFF": "{name}自评 {own} 分，按评分标准应为 {points} 分。",
    "I_MET_CUT": "{name}已完成指标值却扣分：自评 {own} 分，应为 {points} 分。",
    "I_UNMET_FULL": "{name}未完成指标值却得满分：自评 {own} 分，应为 {points} 分。",
    "I_RATIO": "{name}自评 {own} 分，按完成比例应为 {points} 分。",
}


def find(check: Check, context: CheckContext) -> Iterator[Finding]:
    """The self score isn't what the rule gives."""
    for row in context.disputed:
        if _kind(row) == check.code:
            message = _WORDS[check.code].format(
                name=row.filed.given.name, own=figure(row.self_score), points=figure(row.points)
            )
            yield check.finding(
                row.at("self_score"),
                f"{message}{row.outcome.explanation}",
                stated=row.self_score,
                computed=row.points,
            )


CHECKS = (
    Check("X_SCORE", "预算执行得分与执行率不符", "warning", find, touches_score=True),
    Check("S_DIFF", "自评得分与评分标准不符", "warning", find, touches_score=True),
    Check("I_MET_CUT", "已完成指标值却扣分", "warning", find, touches_score=True),
    Check("I_UNMET_FULL", "未完成指标值却得满分", "warning", find, touches_score=True),
    Check("I_RATIO", "得分与完成比例不符", "warning", find, touches_score=True),
)
