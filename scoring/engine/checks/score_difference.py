"""A row's self score against what its rule computed. Each row draws at most one of these findings."""

from collections.abc import Iterator
from dataclasses import replace

from scoring.engine.checks.base import Check, CheckContext, figure
from scoring.engine.checks.self_scored import disputed, self_scored
from scoring.engine.judge import judge
from scoring.engine.numbers import round_half_up
from scoring.engine.results import Finding, ScoredRow
from scoring.engine.units import dimension

EXECUTION, BY_TARGET = "exec_rate", "by_target"
UNMET_FULL = "I_UNMET_FULL"
# What a range limits on both sides; of anything else that is counted or measured out more may well be better.
_LIMITED = ("ratio", "money", "clock", "calendar", "摄氏度", "")

_WORDS = {
    "X_SCORE": "{name}自评 {own} 分，按执行率应为 {points} 分。",
    "S_DIFF": "{name}自评 {own} 分，按评分标准应为 {points} 分。",
    "I_MET_CUT": "{name}已完成指标值却扣分：自评 {own} 分，应为 {points} 分。",
    UNMET_FULL: "{name}未完成指标值却得满分：自评 {own} 分，应为 {points} 分。",
    "I_RATIO": "{name}自评 {own} 分，按完成比例应为 {points} 分。",
}


def difference_code(row: ScoredRow) -> str:
    """Which of the codes below a disputed row belongs to."""
    if row.filed.rule.kind == EXECUTION:
        return "X_SCORE"
    if row.filed.rule.kind != BY_TARGET:
        return "S_DIFF"
    if row.outcome.achieved:
        return "I_MET_CUT"
    return UNMET_FULL if row.self_score == row.weight else "I_RATIO"


def find(check: Check, context: CheckContext) -> Iterator[Finding]:
    """The self score isn't what the rule gives. One that is rounded to a tenth is information."""
    for row in disputed(context):
        if difference_code(row) == check.code:
            message = _WORDS[check.code].format(
                name=row.filed.given.name, own=figure(row.self_score), points=figure(row.points)
            )
            found = check.finding(
                row.at("self_score"),
                f"{message}{row.outcome.explanation}",
                stated=row.self_score,
                computed=row.points,
            )
            yield _mild(found) if _is_rounded(row) else found


def _is_rounded(row: ScoredRow) -> bool:
    """Whether the score is what the rule gives with one decimal: 7.2 for 7.23. Full marks claim more than that."""
    own, points = row.self_score, row.points
    return points is not None and own != row.weight and own == round_half_up(points, 1)


def _mild(found: Finding) -> Finding:
    message = f"{found.message}得分保留两位小数，不先四舍五入到一位。"
    return replace(found, severity="information", touches_score=False, message=message)


def find_unmet(check: Check, context: CheckContext) -> Iterator[Finding]:
    """The same for full marks; also where the target is plainly missed and a person has to say what that costs."""
    yield from find(check, context)
    for row in missed(context):
        what = "指标值" if "target" in row.filed.columns else "评分标准"
        message = f"{row.filed.given.name}与{what}不符却自评满分 {figure(row.self_score)} 分。"
        yield check.finding(
            row.at("self_score"), f"{message}{row.outcome.explanation}", stated=row.self_score
        )


def missed(context: CheckContext) -> Iterator[ScoredRow]:
    """Rows with full marks whose target is missed, without computed points."""
    for row in self_scored(context):
        full = row.self_score is not None and row.self_score == row.weight > 0
        if full and row.status == "judgement" and row.outcome.achieved is False and not _is_past(row):
            yield row


def _is_past(row: ScoredRow) -> bool:
    """Whether the figure is beyond its target, which may well be better: 600元/人 for =500元/人, 400批次 for 300-350批次."""
    given = row.filed.given
    judged = judge(given.target, given.actual, level1=given.level1, level2=given.level2, name=given.name)
    if judged.direction == "equal":
        return judged.ratio is not None and judged.ratio > 1
    low, actual = judged.target.number, judged.actual.number
    is_above = low is not None and actual is not None and actual > low
    return judged.direction == "range" and dimension(judged.target.unit) not in _LIMITED and is_above


CHECKS = (
    Check("X_SCORE", "预算执行得分与执行率不符", "warning", find, touches_score=True),
    Check("S_DIFF", "自评得分与评分标准不符", "warning", find, touches_score=True),
    Check("I_MET_CUT", "已完成指标值却扣分", "warning", find, touches_score=True),
    Check(UNMET_FULL, "未完成指标值却得满分", "warning", find_unmet, touches_score=True),
    Check("I_RATIO", "得分与完成比例不符", "warning", find, touches_score=True),
)
