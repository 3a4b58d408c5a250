"""Rows that no formula decides: a person scores, or the row doesn't apply."""

from decimal import Decimal
from typing import Literal

from scoring.engine.numbers import plain
from scoring.engine.rules.base import Outcome, RowInput, RuleModel, judgement


class ReviewerJudgement(RuleModel):
    """A person scores between 0 and the weight, with a reason."""

    kind: Literal["reviewer_judgement"]

    def wording(self, weight: Decimal) -> str:
        return f"由复核人员在 0 到 {plain(weight)} 分之间评分并说明理由。"

    def score(self, row: RowInput) -> Outcome:
        return judgement(row, "由复核人员评分并说明理由。")


class NotApplicable(RuleModel):
    """The row doesn't apply this year; what its weight does is the scheme's `na_policy`."""

    kind: Literal["not_applicable"]
    reason: str = ""

    def wording(self, weight: Decimal) -> str:
        return "本项不适用。"

    def score(self, row: RowInput) -> Outcome:
        text = f"不适用：{self.reason}。" if self.reason else "不适用。"
        return Outcome("not_applicable", None, Decimal(0), Decimal(0), text)
