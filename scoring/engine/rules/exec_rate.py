"""Budget execution: weight × (spent − transfers) ÷ budget (财预〔2020〕10号: 预算执行率 10 分)."""

from decimal import Decimal
from typing import Literal

from pydantic import Field

from scoring.engine.formula import FormulaError, compile_formula
from scoring.engine.numbers import plain, printed
from scoring.engine.rules.bands import Band, band_problems, bands_text, score_in_bands
from scoring.engine.rules.base import (
    Expression,
    Outcome,
    PlainDecimal,
    RowInput,
    RuleModel,
    award_text,
    needs_data,
    points_text,
    scored,
)
from scoring.engine.rules.measure import Measured, ZeroPolicy, measure, zero_variant, zero_words


class ExecRate(RuleModel):
    """`numerator` ÷ `denominator`, formulas in the scheme's money unit. `over_100` says what above 100 % gets.

    With `bands` the rate in percent falls into a band instead of giving points in proportion.
    """

    kind: Literal["exec_rate"]
    numerator: Expression
    denominator: Expression
    over_100: Literal["cap", "zero"] = "cap"
    bands: list[Band] = Field(default_factory=list)
    else_points: PlainDecimal = Decimal(0)
    zero_denominator: ZeroPolicy = "needs_data"

    @property
    def variant(self) -> tuple[str, ...]:
        """`(B-C)/A/cap`: A is the budget, B and C what was spent and what is taken off it."""
        bands = ("bands",) if self.bands else ()
        shape = (_shape(self.numerator, "BCDEFG"), _shape(self.denominator, "AXYZ"))
        return (*shape, self.over_100, *bands, *zero_variant(self.zero_denominator))

    @property
    def formula_texts(self) -> tuple[str, ...]:
        return (self.numerator, self.denominator, self.rate)

    @property
    def rate(self) -> str:
        """The formula of the execution rate in percent."""
        return f"({self.numerator}) / ({self.denominator}) * 100"

    def problems(self, weight: Decimal) -> list[str]:
        if self.bands:
            return band_problems(self.bands, self.else_points, weight, "%")
        return ["没有 bands 时不写 else_points"] if self.else_points else []

    def wording(self, weight: Decimal) -> str:
        over = "超过100%的按100%计" if self.over_100 == "cap" else "超过100%的不得分"
        zero = zero_words(self.zero_denominator)
        if self.bands:
            return f"预算执行率{bands_text(self.bands, self.else_points, '%')}；{over}{zero}。"
        return f"得分 = {points_text(weight)} × 预算执行率，{over}{zero}。"

    def score(self, row: RowInput) -> Outcome:
        budget = measure(row, self.denominator, "")
        if isinstance(budget, Measured) and budget.value < 0:
            text = f"{budget.written}是负数，无法计算预算执行率，需补充数据。"
            return needs_data(row, text, tuple(sorted(compile_formula(self.denominator).names)))
        measured = measure(row, self.rate, "%", self.zero_denominator)
        if not isinstance(measured, Measured):
            return measured
        if measured.value > 100 and self.over_100 == "zero":
            text = f"{measured.written}，超过100%，按方案不得分。"
            return scored(Decimal(0), row, text, achieved=False)
        return self._in_bands(row, measured) if self.bands else self._in_proportion(row, measured)

    def _in_proportion(self, row: RowInput, measured: Measured) -> Outcome:
        rate = measured.value
        points = row.weight * min(max(rate, Decimal(0)), Decimal(100)) / 100
        if rate >= 100:
            text = f"{self._capped(measured)}，{award_text(points, row.weight)}。"
            return scored(points, row, text, achieved=True)
        product = f"{plain(row.weight)} × {printed(rate)}% = {printed(points)}"
        return scored(points, row, f"{measured.written}；{product}。", achieved=False)

    def _in_bands(self, row: RowInput, measured: Measured) -> Outcome:
        capped = Measured(min(measured.value, Decimal(100)), self._capped(measured))
        return score_in_bands(row, capped, self.bands, self.else_points, "%")

    @staticmethod
    def _capped(measured: Measured) -> str:
        return f"{measured.written}，超过100%按100%计" if measured.value > 100 else measured.written


def _shape(text: str, letters: str) -> str:
    """A formula with a letter for each name, the order being that in which they are written: `(B-C)`."""
    try:
        formula = compile_formula(text)
    except FormulaError:
        return "?"
    order = sorted(formula.names, key=text.find)
    named = dict(zip(order, letters, strict=False))
    shape = formula.written_out(lambda name: named.get(name, "?")).replace(" ", "").replace("−", "-")
    return f"({shape})" if len(order) > 1 else shape
