"""At least the target, else in proportion (财预〔2020〕10号: 未完成的按完成值与指标值的比例记分)."""

from decimal import Decimal
from typing import Literal

from scoring.engine.numbers import plain, printed
from scoring.engine.rules.base import Outcome, RowInput, award_text, judgement, points_text, scored
from scoring.engine.rules.deviation import DeviationPenalty, reached
from scoring.engine.rules.measure import figure
from scoring.engine.rules.ratio import floor_points
from scoring.engine.rules.targeted import Targeted


class RatioMin(Targeted):
    """Full points from the target upwards (above it where `strict`), below it weight × figure ÷ target."""

    kind: Literal["ratio_min"]
    strict: bool = False
    deviation_penalty: DeviationPenalty | None = None

    @property
    def variant(self) -> tuple[str, ...]:
        strict = ("strict",) if self.strict else ()
        penalty = (self.deviation_penalty.variant,) if self.deviation_penalty else ()
        return (*strict, *penalty, *self._zero_variant())

    def problems(self, weight: Decimal) -> list[str]:
        found = self.deviation_penalty.problems(weight) if self.deviation_penalty else []
        return [*super().problems(weight), *found]

    def wording(self, weight: Decimal) -> str:
        reach = "超过" if self.strict else "达到"
        over = self.deviation_penalty.wording() if self.deviation_penalty else ""
        full = f"{reach}{self.limit}，得{points_text(weight)}"
        return f"{full}；未{reach}的按完成值与{self.limit}的比例记分{over}{self._zero_words()}。"

    def score(self, row: RowInput) -> Outcome:
        found = self.compared(row, ">=")
        if isinstance(found, Outcome):
            return found
        actual, goal = found.actual.value, found.goal
        strict = self.strict or goal.strict
        if strict and actual == goal.value:
            text = f"{found.against('=')}，应超过而没有超过，需人工评分。"
            return judgement(row, text, achieved=False)
        if actual >= goal.value:
            return reached(row, found.against(">" if strict else "≥"), found.ratio, self.deviation_penalty)
        points = floor_points(row.weight, actual, goal.value)
        product = (
            f"，{plain(row.weight)} × {figure(actual)} ÷ {figure(goal.value)} = {printed(points)}"
            if points
            else ""
        )
        text = f"{found.actual.written}，低于{goal.written}{product}，{award_text(points, row.weight)}。"
        return scored(points, row, text, achieved=False)
