"""Satisfaction between a floor and its target: below the floor nothing, between them in proportion."""

from decimal import Decimal
from typing import Literal

from scoring.engine.numbers import plain, printed
from scoring.engine.rules.base import (
    Outcome,
    PlainDecimal,
    RowInput,
    award_text,
    needs_data,
    points_text,
    scored,
)
from scoring.engine.rules.measure import figure
from scoring.engine.rules.targeted import Compared, Targeted


class SatisfactionScaled(Targeted):
    """weight × (satisfaction − `floor`) ÷ (target − `floor`), in percent.

    `sample` names the fact with the number of answers; without answers a satisfaction says nothing.
    """

    kind: Literal["satisfaction_scaled"]
    unit: str = "%"
    floor: PlainDecimal = Decimal(60)
    sample: str | None = None

    @property
    def variant(self) -> tuple[str, ...]:
        return (f"floor-{plain(self.floor)}", *self._zero_variant())

    @property
    def fact_names(self) -> tuple[str, ...]:
        return (self.sample,) if self.sample else ()

    def problems(self, weight: Decimal) -> list[str]:
        found = super().problems(weight)
        figure = self.fixed_target
        if figure is not None and figure <= self.floor:
            found.append(f"target {plain(figure)} 必须高于 floor {plain(self.floor)}")
        return found

    def wording(self, weight: Decimal) -> str:
        floor = f"{plain(self.floor)}{self.unit}"
        return (
            f"达到{self.limit}，得{points_text(weight)}；低于{floor}的不得分；其间按（满意度 − {floor}） ÷ "
            f"（{self.limit} − {floor}）的比例记分{self._zero_words()}。"
        )

    def score(self, row: RowInput) -> Outcome:
        found = self.compared(row, ">=")
        if isinstance(found, Outcome):
            return found
        answers = row.facts.value(self.sample) if self.sample else None
        if self.sample and (answers is None or answers <= 0):
            label = row.facts.label(self.sample)
            return needs_data(row, f"缺少数据：{label}。没有调查样本，满意度不能认定。", (self.sample,))
        sample = f"（{row.facts.written(self.sample)}）" if self.sample else ""
        actual, target = found.actual.value, found.goal.value
        if actual >= target:
            text = f"{found.against('≥')}{sample}，{award_text(row.weight, row.weight)}。"
            return scored(row.weight, row, text, achieved=True)
        if actual < self.floor:
            text = f"{found.actual.written}{sample}，低于{plain(self.floor)}{self.unit}，不得分。"
            return scored(Decimal(0), row, text, achieved=False)
        return self._between(row, found, sample)

    def _between(self, row: RowInput, found: Compared, sample: str) -> Outcome:
        actual, target = found.actual.value, found.goal.value
        points = row.weight * (actual - self.floor) / (target - self.floor)
        floor = plain(self.floor)
        share = f"（{figure(actual)} − {floor}） ÷ （{figure(target)} − {floor}）"
        product = f"{plain(row.weight)} × {share} = {printed(points)}"
        award = award_text(points, row.weight)
        text = f"{found.actual.written}{sample}，低于{found.goal.written}，{product}，{award}。"
        return scored(points, row, text, achieved=False)
