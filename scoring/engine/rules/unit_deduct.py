"""Full points up to a threshold, then so much off per step beyond it (每超过一个百分点扣0.5分，扣完为止)."""

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Literal

from scoring.engine.numbers import plain, printed
from scoring.engine.rules.base import (
    Outcome,
    PlainDecimal,
    RowInput,
    RuleModel,
    award_text,
    points_text,
    scored,
    steps_down,
)
from scoring.engine.rules.measure import (
    Measured,
    ZeroPolicy,
    measure,
    measure_actual,
    zero_variant,
    zero_words,
)


class UnitDeduct(RuleModel):
    """`direction` max: above the threshold is worse; min: below. `partial` says what a started step costs.

    `value` is a formula in `unit`; without one the row's own completed value is read. `per` is points, or a share of
    the weight.
    """

    kind: Literal["unit_deduct"]
    value: str | None = None
    unit: str = "%"
    threshold: PlainDecimal
    direction: Literal["max", "min"]
    step: PlainDecimal = Decimal(1)
    per: PlainDecimal
    per_mode: Literal["points", "share"] = "points"
    partial: Literal["linear", "ceil", "floor"] = "linear"
    zero_denominator: ZeroPolicy = "needs_data"

    @property
    def variant(self) -> tuple[str, ...]:
        return (self.direction, self.partial, *zero_variant(self.zero_denominator))

    @property
    def cells(self) -> tuple[str, ...]:
        return () if self.value else ("actual",)

    @property
    def formula_texts(self) -> tuple[str, ...]:
        return (self.value,) if self.value else ()

    def problems(self, weight: Decimal) -> list[str]:
        return ["step 和 per 必须大于 0"] if self.step <= 0 or self.per <= 0 else []

    def reachable(self, weight: Decimal) -> frozenset[Decimal] | None:
        return None if self.partial == "linear" else steps_down(weight, self._per(weight))

    def wording(self, weight: Decimal) -> str:
        sign, verb = ("≤", "超过") if self.direction == "max" else ("≥", "低于")
        partial = {"linear": "不足一档按比例", "ceil": "不足一档按一档", "floor": "不足一档不扣"}[
            self.partial
        ]
        return (
            f"{sign}{plain(self.threshold)}{self.unit}，得{points_text(weight)}；每{verb}{self._one_step}"
            f"扣{points_text(self._per(weight))}（{partial}），扣完为止"
            f"{zero_words(self.zero_denominator)}。"
        )

    def score(self, row: RowInput) -> Outcome:
        measured = self._measured(row)
        if not isinstance(measured, Measured):
            return measured
        above = measured.value - self.threshold
        gap = above if self.direction == "max" else -above
        limit = f"{plain(self.threshold)}{self.unit}"
        if gap <= 0:
            sign = "≤" if self.direction == "max" else "≥"
            return scored(
                row.weight,
                row,
                f"{measured.written} {sign} {limit}，得满分{points_text(row.weight)}。",
                achieved=True,
            )
        return self._beyond(row, measured, gap)

    def _beyond(self, row: RowInput, measured: Measured, gap: Decimal) -> Outcome:
        steps, per = self._steps(gap), self._per(row.weight)
        points = row.weight - per * steps
        verb = "超过" if self.direction == "max" else "低于"
        over = f"{verb}{plain(self.threshold)}{self.unit} {printed(gap)}{self._step_unit}"
        counted = "" if steps == gap else f"，每{self._one_step}一档，计{printed(steps)}档"
        cost = f"{plain(row.weight)} − {plain(per)} × {printed(steps)}"
        text = f"{measured.written}，{over}{counted}，{cost}，{award_text(points, row.weight)}。"
        return scored(points, row, text, achieved=False)

    @property
    def _step_unit(self) -> str:
        return "个百分点" if self.unit == "%" else self.unit

    @property
    def _one_step(self) -> str:
        """一个百分点 / 5个百分点 / 5天."""
        count = "一" if self.unit == "%" and self.step == 1 else plain(self.step)
        return f"{count}{self._step_unit}"

    def _measured(self, row: RowInput) -> Measured | Outcome:
        if self.value:
            return measure(row, self.value, self.unit, self.zero_denominator)
        return measure_actual(row, self.unit, "<=" if self.direction == "max" else ">=")

    def _per(self, weight: Decimal) -> Decimal:
        return self.per if self.per_mode == "points" else weight * self.per

    def _steps(self, gap: Decimal) -> Decimal:
        steps = gap / self.step
        if self.partial == "linear":
            return steps
        return steps.to_integral_value(ROUND_CEILING if self.partial == "ceil" else ROUND_FLOOR)
