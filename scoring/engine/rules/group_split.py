"""A group whose weight the bureau splits among its rows; the rows carry no weight of their own."""

from dataclasses import replace
from decimal import Decimal
from typing import Literal

from pydantic import Field

from scoring.engine.numbers import plain
from scoring.engine.rules.base import (
    Outcome,
    RowInput,
    RuleModel,
    judgement,
    not_applicable,
    points_text,
    scored,
)
from scoring.engine.rules.by_target import ByTarget


class GroupSplit(RuleModel):
    """Each child is scored by its own target once the bureau's weights add up to the group's weight."""

    kind: Literal["group_split"]
    child_rule: ByTarget = Field(default_factory=lambda: ByTarget(kind="by_target"))

    @property
    def variant(self) -> tuple[str, ...]:
        return (self.child_rule.kind, *self.child_rule.variant)

    @property
    def needs_own_row(self) -> bool:
        return True

    def problems(self, weight: Decimal) -> list[str]:
        return self.child_rule.problems(weight)

    def wording(self, weight: Decimal) -> str:
        return f"本组共{points_text(weight)}，由单位拆分到各项个性化指标；{self.child_rule.wording(weight)}"

    def score(self, row: RowInput) -> Outcome:
        given = [child for child in row.children if child.weight > 0]
        total = sum((child.weight for child in given), Decimal(0))
        if not given:
            text = f"本组 {points_text(row.weight)} 未拆分到各项指标，{_own_scores(row)}，需人工评分。"
            return judgement(row, text)
        if total != row.weight:
            text = f"各项分值合计 {plain(total)}，与本组分值 {plain(row.weight)} 不一致，需人工评分。"
            return judgement(row, text)
        outcomes = [self.child_rule.score(replace(child, facts=row.facts)) for child in given]
        text = "　".join(
            f"{child.name}：{outcome.explanation}" for child, outcome in zip(given, outcomes, strict=True)
        )
        return _together(row, given, outcomes, text)


def _own_scores(row: RowInput) -> str:
    scores = [(c.name, c.self_score) for c in row.children if c.self_score is not None]
    if not scores:
        return "没有自评"
    parts = " + ".join(f"{name}{plain(score)}" for name, score in scores)
    return f"自评 {parts} = {plain(sum((score for _, score in scores), Decimal(0)))}"


def _together(row: RowInput, given: list[RowInput], outcomes: list[Outcome], text: str) -> Outcome:
    """The group's outcome: scored where every child is. A person decides what an idle child's weight does."""
    points = [outcome.points for outcome in outcomes]
    if all(point is not None for point in points):
        achieved = all(outcome.achieved for outcome in outcomes)
        return scored(sum((p for p in points if p is not None), Decimal(0)), row, text, achieved=achieved)
    idle = [outcome.status == "not_applicable" for outcome in outcomes]
    if all(idle):
        return not_applicable(text)
    low = sum((outcome.low for outcome in outcomes), Decimal(0))
    high = sum((outcome.high for outcome in outcomes), Decimal(0))
    high += sum((child.weight for child, is_idle in zip(given, idle, strict=True) if is_idle), Decimal(0))
    return Outcome("judgement", None, low, high, text)
