"""Budget execution: weight × (spent − transfers) ÷ budget (财预〔2020〕10号: 预算执行率 10 分)."""

from decimal import Decimal
from typing import Literal

from scoring.engine.numbers import plain, printed
from scoring.engine.rules.base import Outcome, RowInput, RuleModel, award_text, points_text, scored
from scoring.engine.rules.measure import Measured, measure


class ExecRate(RuleModel):
    """`numerator` ÷ `denominator`, formulas in the scheme's money unit. `over_100` says what above 100 % gets."""

    kind: Literal["exec_rate"]
    numerator: str
    denominator: str
    over_100: Literal["cap", "zero"] = "cap"

    @property
    def formula_texts(self) -> tuple[str, ...]:
        return (self.numerator, self.denominator, self.rate)

    @property
    def rate(self) -> str:
        """The formula of the execution rate in percent."""
        return f"({self.numerator}) / ({self.denominator}) * 100"

    def wording(self, weight: Decimal) -> str:
        over = "超过100%的按100%计" if self.over_100 == "cap" else "超过100%的不得分"
        return f"得分 = {points_text(weight)} × 预算执行率，{over}。"

    def score(self, row: RowInput) -> Outcome:
        measured = measure(row, self.rate, "%")
        if not isinstance(measured, Measured):
            return measured
        rate = measured.value
        if rate > 100 and self.over_100 == "zero":
            return scored(Decimal(0), row, f"{measured.written}，超过100%，按方案不得分。", achieved=False)
        points = row.weight * min(max(rate, Decimal(0)), Decimal(100)) / 100
        if rate >= 100:
            capped = "，超过100%按100%计" if rate > 100 else ""
            text = f"{measured.written}{capped}，{award_text(points, row.weight)}。"
            return scored(points, row, text, achieved=True)
        product = f"{plain(row.weight)} × {printed(rate)}% = {printed(points)}"
        return scored(points, row, f"{measured.written}；{product}。", achieved=False)
