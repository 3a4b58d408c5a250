"""At most the target, above it linear or inverse; the published forms know both."""

from decimal import Decimal
from typing import Literal

from scoring.engine.numbers import plain, printed
from scoring.engine.rules.base import Outcome, RowInput, award_text, judgement, points_text, scored
from scoring.engine.rules.measure import figure
from scoring.engine.rules.ratio import ReverseMode, ceiling_points
from scoring.engine.rules.targeted import Compared, Targeted


class RatioMax(Targeted):
    """Full points up to the target (below it where `strict`).

    Above it `linear` takes off in proportion and gives 0 from twice the target, `inverse` gives weight × target ÷
    figure. A target of 0 is kept or missed.
    """

    kind: Literal["ratio_max"]
    mode: ReverseMode = "linear"
    strict: bool = False

    @property
    def variant(self) -> tuple[str, ...]:
        return (self.mode, *(("strict",) if self.strict else ()), *self._zero_variant())

    def wording(self, weight: Decimal) -> str:
        keep = f"低于{self.limit}" if self.strict else f"不超过{self.limit}"
        above = (
            f"按超出{self.limit}的比例扣分，达到两倍的不得分"
            if self.mode == "linear"
            else f"按{self.limit}与完成值的比例记分"
        )
        return f"{keep}，得{points_text(weight)}；超过的{above}{self._zero_words()}。"

    def score(self, row: RowInput) -> Outcome:
        found = self.compared(row, "<=")
        if isinstance(found, Outcome):
            return found
        actual, goal = found.actual.value, found.goal
        strict = self.strict or goal.strict
        if strict and actual == goal.value:
            text = f"{found.against('=')}，应低于而没有低于，需人工评分。"
            return judgement(row, text, achieved=False)
        if actual <= goal.value:
            text = f"{found.against('<' if strict else '≤')}，{award_text(row.weight, row.weight)}。"
            return scored(row.weight, row, text, achieved=True)
        points = ceiling_points(row.weight, actual, goal.value, self.mode)
        product = self._product(row.weight, found, points) if points else ""
        text = f"{found.actual.written}，超过{goal.written}{product}，{award_text(points, row.weight)}。"
        return scored(points, row, text, achieved=False)

    def _product(self, weight: Decimal, found: Compared, points: Decimal) -> str:
        actual, goal = figure(found.actual.value), figure(found.goal.value)
        share = f"{goal} ÷ {actual}" if self.mode == "inverse" else f"（1 − （{actual} − {goal}） ÷ {goal}）"
        return f"，{plain(weight)} × {share} = {printed(points)}"
