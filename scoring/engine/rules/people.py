"""Rows that no formula decides: a person scores, or the row doesn't apply."""

from decimal import Decimal
from typing import Literal

from scoring.engine.numbers import plain
from scoring.engine.rules.base import (
    Outcome,
    RowInput,
    RuleModel,
    award_text,
    judgement,
    not_applicable,
    points_text,
    scored,
)


class ReviewerJudgement(RuleModel):
    """A person scores between 0 and the weight, with a reason."""

    kind: Literal["reviewer_judgement"]

    def wording(self, weight: Decimal) -> str:
        return f"由复核人员在 0 到 {plain(weight)} 分之间评分并说明理由。"

    def score(self, row: RowInput) -> Outcome:
        return judgement(row, "由复核人员评分并说明理由。")


class NotApplicable(RuleModel):
    """The row doesn't apply this year, for `reason`. What its weight does is the scheme's `na_policy`, unless
    `policy` gives full points or none here.
    """

    kind: Literal["not_applicable"]
    reason: str = ""
    policy: Literal["scheme", "full", "zero"] = "scheme"

    @property
    def variant(self) -> tuple[str, ...]:
        return () if self.policy == "scheme" else (self.policy,)

    def wording(self, weight: Decimal) -> str:
        given = {"scheme": "", "full": f"，得{points_text(weight)}", "zero": "，不得分"}[self.policy]
        return f"本项不适用{given}。"

    def score(self, row: RowInput) -> Outcome:
        text = f"不适用：{self.reason}" if self.reason else "不适用"
        if self.policy == "scheme":
            return not_applicable(f"{text}。")
        points = row.weight if self.policy == "full" else Decimal(0)
        return scored(points, row, f"{text}，按方案{award_text(points, row.weight)}。")
