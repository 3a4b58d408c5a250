"""I_OVER: a target exceeded by far asks why (财预〔2020〕10号: 完成值高于指标值较多的要分析原因)."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from scoring.engine.checks.base import Check, CheckContext, figure
from scoring.engine.checks.self_scored import self_scored
from scoring.engine.checks.target_rows import TargetRow, target_rows
from scoring.engine.judge import Judgement, judge
from scoring.engine.numerals import quoted
from scoring.engine.results import Finding, ScoredRow
from scoring.engine.rules.all_or_nothing import AllOrNothing
from scoring.engine.rules.base import OVER_TARGET
from scoring.engine.rules.equal_target import EqualTarget
from scoring.engine.rules.ratio_min import RatioMin
from scoring.engine.rules.targeted import Compared


@dataclass(frozen=True)
class _Reached:
    """A target that was reached: what was done and what was asked, as written; `share` in percent of it."""

    actual: str
    target: str
    share: Decimal


def find(check: Check, context: CheckContext) -> Iterator[Finding]:
    """A completed value reaches the scheme's share of its target, and nobody said why."""
    limit = context.scheme.standards.over_achievement
    if limit is None:
        return
    for row in target_rows(context, "target", "actual"):
        share = _share(row.judged)
        marked = row.outcome is not None and OVER_TARGET in row.outcome.flags
        if share is not None and (share >= limit or marked) and not row.has_reason:
            yield _own_target(check, row, share, limit)
    for scored in self_scored(context):
        asks = scored.outcome.achieved and not scored.filed.reason.strip()
        reached = _by_rule(scored) if asks and "target" not in scored.filed.columns else None
        if reached and (reached.share >= limit or OVER_TARGET in scored.outcome.flags):
            yield _rule_target(check, scored, reached, limit)


def _own_target(check: Check, row: TargetRow, share: Decimal, limit: Decimal) -> Finding:
    message = (
        f"{row.name}完成值“{quoted(row.actual)}”是指标值“{quoted(row.target)}”的 {figure(share)}%"
        f"（达到 {figure(limit)}% 的要分析原因），请在{_where(row.columns)}中说明，并核实指标值是否偏低。"
    )
    return check.finding(row.at("actual"), message, stated=row.actual, computed=row.target)


def _rule_target(check: Check, row: ScoredRow, reached: _Reached, limit: Decimal) -> Finding:
    """The bureau can't change a target of the scoring standard; it can say how it came to so much."""
    filed = row.filed
    message = (
        f"{filed.given.name}完成值“{reached.actual}”是评分标准所定目标“{reached.target}”的 {figure(reached.share)}%"
        f"（达到 {figure(limit)}% 的要分析原因），请在{_where(filed.columns)}中说明。"
    )
    place = row.at("actual") if "actual" in filed.columns else filed.anchor
    return check.finding(place, message, stated=reached.actual, computed=reached.target)


def _where(columns: tuple[str, ...]) -> str:
    return "偏差原因" if "reason" in columns else "自评报告"


def _share(judged: Judgement) -> Decimal | None:
    """Completed value in percent of a target that was reached; above 100 only where more is better."""
    if not judged.achieved or judged.ratio is None or "每" in judged.target.words:
        return None  # 每两月1期 is a rate that isn't read as one
    return judged.ratio * 100


def _by_rule(row: ScoredRow) -> _Reached | None:
    """Against the target that the rule itself carries; None where the row has its own or more isn't better."""
    rule, given = row.filed.rule, row.filed.given
    if isinstance(rule, AllOrNothing) and rule.target:
        share = _share(
            judge(rule.target, given.actual, level1=given.level1, level2=given.level2, name=given.name)
        )
        return None if share is None else _Reached(quoted(given.actual.strip()), rule.target, share)
    if not isinstance(rule, RatioMin | EqualTarget) or rule.target is None:
        return None
    found = rule.compared(given, ">=")
    if not isinstance(found, Compared) or found.ratio is None:
        return None
    unit = found.goal.unit
    actual, target = (f"{figure(value)}{unit}" for value in (found.actual.value, found.goal.value))
    return _Reached(actual, target, found.ratio * 100)


CHECK = Check("I_OVER", "完成值远高于指标值", "information", find)
