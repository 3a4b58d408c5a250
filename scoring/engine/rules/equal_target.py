"""The target itself: a bare figure read as a floor, an exact match, or as close as possible on both sides."""

from decimal import Decimal
from typing import Literal

from scoring.engine.numbers import plain, printed
from scoring.engine.rules.base import Outcome, RowInput, award_text, judgement, points_text, scored
from scoring.engine.rules.measure import figure
from scoring.engine.rules.ratio import floor_points
from scoring.engine.rules.targeted import Compared, Targeted
from scoring.engine.units import dimension

EqualMode = Literal["at_least", "strict", "two_sided"]


class EqualTarget(Targeted):
    """at_least: below the target in proportion; strict: the target or nothing; two_sided: off by the deviation.

    A target of 0 is kept at 0 or below and missed above. Money above its target is a person's to judge where the
    target is a floor: a dearer standard may be a better one or an overrun.
    """

    kind: Literal["equal_target"]
    mode: EqualMode = "at_least"

    @property
    def variant(self) -> tuple[str, ...]:
        return (self.mode, *self._zero_variant())

    def wording(self, weight: Decimal) -> str:
        full = f"得{points_text(weight)}"
        text = {
            "at_least": f"达到{self.limit}，{full}；未达到的按完成值与{self.limit}的比例记分",
            "strict": f"等于{self.limit}，{full}；否则不得分",
            "two_sided": f"等于{self.limit}，{full}；高于或低于的按偏离{self.limit}的比例扣分",
        }[self.mode]
        return f"{text}{self._zero_words()}。"

    def score(self, row: RowInput) -> Outcome:
        found = self.compared(row, ">=" if self.mode == "at_least" else "")
        if isinstance(found, Outcome):
            return found
        if self._is_met(found):
            sign = "=" if found.actual.value == found.goal.value else "≥" if self.mode == "at_least" else "≤"
            text = f"{found.against(sign)}，{award_text(row.weight, row.weight)}。"
            return scored(row.weight, row, text, achieved=True)
        if self.mode == "at_least" and found.goal.value != 0 and found.actual.value > found.goal.value:
            text = f"{found.against('>')}，金额高于指标值，是否超标需人工评分。"
            return judgement(row, text)
        return self._missed(row, found)

    def _is_met(self, found: Compared) -> bool:
        actual, target = found.actual.value, found.goal.value
        if target == 0:
            return actual <= 0
        if self.mode != "at_least" or dimension(found.goal.unit) == "money":
            return actual == target
        return actual >= target

    def _missed(self, row: RowInput, found: Compared) -> Outcome:
        actual, target = found.actual.value, found.goal.value
        points = self._points(row.weight, actual, target)
        word = "高于" if actual > target else "低于"
        product = ""
        if points:
            share = f"{figure(actual)} ÷ {figure(target)}"
            if self.mode == "two_sided":
                share = f"（1 − |{figure(actual)} − {figure(target)}| ÷ {figure(abs(target))}）"
            product = f"，{plain(row.weight)} × {share} = {printed(points)}"
        text = (
            f"{found.actual.written}，{word}{found.goal.written}{product}，{award_text(points, row.weight)}。"
        )
        return scored(points, row, text, achieved=False)

    def _points(self, weight: Decimal, actual: Decimal, target: Decimal) -> Decimal:
        if self.mode == "strict" or target == 0:
            return Decimal(0)
        if self.mode == "two_sided":
            return weight * max(1 - abs(actual - target) / abs(target), Decimal(0))
        return floor_points(weight, actual, target)
