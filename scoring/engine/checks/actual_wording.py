"""I_INEQ, I_ECHO: how completed values are written; one finding for all rows, so that the clerk isn't flooded."""

from collections.abc import Iterator

from scoring.engine.checks.base import Check, CheckContext
from scoring.engine.judge import Judgement, judge
from scoring.engine.results import Finding, ScoredRow

NAMES_SHOWN = 3


def _listed(rows: list[ScoredRow]) -> str:
    names = "、".join(row.filed.given.name for row in rows[:NAMES_SHOWN])
    return f"{names}等 {len(rows)} 项" if len(rows) > NAMES_SHOWN else names


def _one_for_all(check: Check, rows: list[ScoredRow], message: str) -> Iterator[Finding]:
    """One finding for several rows, so that the clerk isn't flooded; every row is linked."""
    if rows:
        first, *others = rows
        yield check.finding(first.at("actual"), message, also=tuple(row.at("actual") for row in others))


def find_bounds(check: Check, context: CheckContext) -> Iterator[Finding]:
    """A completed value is an inequality (≥95%); it should be the figure itself."""
    rows = [row for row in context.rows if row.filed.given.actual and _judged(row).actual_is_bound]
    yield from _one_for_all(check, rows, f"完成值应填写确数，不能写成“≥”“≤”：{_listed(rows)}。")


def find_echoes(check: Check, context: CheckContext) -> Iterator[Finding]:
    """A completed value merely repeats the target's words."""
    rows = [row for row in context.rows if row.filed.given.actual and _echoes(row)]
    yield from _one_for_all(check, rows, f"完成值照抄指标值，请写明实际完成情况：{_listed(rows)}。")


def _judged(row: ScoredRow) -> Judgement:
    given = row.filed.given
    return judge(given.target, given.actual, level1=given.level1, level2=given.level2, name=given.name)


def _echoes(row: ScoredRow) -> bool:
    judged = _judged(row)
    return bool(judged.echo and judged.direction == "qualitative")


CHECKS = (
    Check("I_INEQ", "完成值不是确数", "information", find_bounds),
    Check("I_ECHO", "完成值照抄指标值", "information", find_echoes),
)
