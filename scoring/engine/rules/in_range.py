"""A figure inside a range (±20%以内, 18—22℃)."""

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from scoring.engine.numbers import plain, printed
from scoring.engine.numerals import quoted
from scoring.engine.quantity import Quantity, convert, read_quantity
from scoring.engine.rules.base import (
    Expression,
    Outcome,
    PlainDecimal,
    RowInput,
    RuleModel,
    award_text,
    judgement,
    needs_data,
    points_text,
    scored,
)
from scoring.engine.rules.measure import (
    Measured,
    ZeroPolicy,
    figure,
    measure,
    measure_actual,
    zero_variant,
    zero_words,
)


@dataclass(frozen=True)
class Ends:
    """The range in `unit`; an end that is None is open."""

    low: Decimal | None
    high: Decimal | None
    unit: str
    low_in: bool = True
    high_in: bool = True

    def holds(self, value: Decimal) -> bool:
        on_end = (value == self.low and not self.low_in) or (value == self.high and not self.high_in)
        return not on_end and self.beyond(value) == 0

    def beyond(self, value: Decimal) -> Decimal:
        """How far `value` lies outside, 0 inside and on an end."""
        below = self.low - value if self.low is not None else Decimal(0)
        above = value - self.high if self.high is not None else Decimal(0)
        return max(below, above, Decimal(0))

    @property
    def written(self) -> str:
        """18摄氏度至22摄氏度 / 5%以下 / 10%（不含）以上."""
        low = "" if self.low is None else f"{figure(self.low)}{self.unit}{'' if self.low_in else '（不含）'}"
        high = (
            "" if self.high is None else f"{figure(self.high)}{self.unit}{'' if self.high_in else '（不含）'}"
        )
        if not low:
            return f"{high}以下"
        return f"{low}至{high}" if high else f"{low}以上"


class InRange(RuleModel):
    """Full points between `low` and `high` (an end left out is open; without both the row's own target is read).

    Outside `person` leaves it to a reviewer, `zero` gives nothing, `linear` falls to 0 at a distance of `reach`.
    Without `value` the row's completed value is read in `unit`.
    """

    kind: Literal["in_range"]
    value: Expression | None = None
    unit: str = ""
    low: PlainDecimal | None = None
    high: PlainDecimal | None = None
    low_in: bool = True
    high_in: bool = True
    outside: Literal["person", "zero", "linear"] = "person"
    reach: PlainDecimal | None = None
    zero_denominator: ZeroPolicy = "needs_data"

    @property
    def variant(self) -> tuple[str, ...]:
        return (self.outside, *zero_variant(self.zero_denominator))

    @property
    def is_typed(self) -> bool:
        """Whether the row's own target gives the range."""
        return self.low is None and self.high is None

    @property
    def cells(self) -> tuple[str, ...]:
        given = (("target", self.is_typed), ("actual", self.value is None))
        return tuple(cell for cell, is_read in given if is_read)

    @property
    def formula_texts(self) -> tuple[str, ...]:
        return (self.value,) if self.value is not None else ()

    def problems(self, weight: Decimal) -> list[str]:
        found = []
        if self.low is not None and self.high is not None and self.low > self.high:
            found.append(f"下限 {plain(self.low)} 高于上限 {plain(self.high)}")
        if self.low is not None and self.low == self.high and not (self.low_in and self.high_in):
            found.append(f"上下限都是 {plain(self.low)}，却不含界限")
        if (self.outside == "linear") != (self.reach is not None and self.reach > 0):
            found.append("outside 为 linear 时才写 reach，且必须大于 0")
        if len(self.cells) == 1 and not self.unit:
            found.append("指标值和完成值只有一个由单位填写时，必须写 unit")
        return found

    def wording(self, weight: Decimal) -> str:
        outside = {
            "person": "不在区间内的由复核人员评分",
            "zero": "不在区间内的不得分",
            "linear": f"不在区间内的按偏离的比例扣分，偏离{plain(self.reach or Decimal(0))}{self.unit}的不得分",
        }[self.outside]
        full = f"在{'指标值的' if self.is_typed else self._own_ends.written}范围内，得{points_text(weight)}"
        return f"{full}；{outside}{zero_words(self.zero_denominator)}。"

    def score(self, row: RowInput) -> Outcome:
        ends = row_range(row, self.unit) if self.is_typed else self._own_ends
        if isinstance(ends, Outcome):
            return ends
        measured = (
            measure_actual(row, ends.unit, "")
            if self.value is None
            else measure(row, self.value, ends.unit, self.zero_denominator)
        )
        if not isinstance(measured, Measured):
            return measured
        if ends.holds(measured.value):
            text = f"{measured.written}，在{ends.written}范围内，{award_text(row.weight, row.weight)}。"
            return scored(row.weight, row, text, achieved=True)
        return self._missed(row, ends, measured)

    def _missed(self, row: RowInput, ends: Ends, measured: Measured) -> Outcome:
        text = f"{measured.written}，不在{ends.written}范围内"
        distance = ends.beyond(measured.value)
        if self.outside == "zero":
            return scored(Decimal(0), row, f"{text}，不得分。", achieved=False)
        if self.outside == "person" or not self.reach or not distance:
            return judgement(row, f"{text}，需人工评分。", achieved=False)
        points = row.weight * max(1 - distance / self.reach, Decimal(0))
        gap = f"，偏离{figure(distance)}{ends.unit}"
        share = f"（1 − {figure(distance)} ÷ {plain(self.reach)}）"
        product = f"，{plain(row.weight)} × {share} = {printed(points)}" if points else ""
        text = f"{text}{gap}{product}，{award_text(points, row.weight)}。"
        return scored(points, row, text, achieved=False)

    @property
    def _own_ends(self) -> Ends:
        return Ends(self.low, self.high, self.unit, self.low_in, self.high_in)


def row_range(row: RowInput, unit: str) -> Ends | Outcome:
    """The range that the row's own target names, in `unit` or its own; a bound has one open end."""
    quantity = read_quantity(row.target)
    written = f"指标值“{quoted(row.target)}”"
    if quantity.kind == "empty":
        return needs_data(row, "尚未填写指标值。")
    ends = _ends(quantity)
    if ends is None:
        return judgement(row, f"{written}不是一个区间，需人工评分。")
    own = unit or quantity.unit
    low, high = (
        end if end is None or not quantity.unit else convert(end, quantity.unit, own)
        for end in (ends.low, ends.high)
    )
    if (low is None) != (ends.low is None) or (high is None) != (ends.high is None):
        return judgement(row, f"{written}的单位与标准的单位“{unit}”不一致，需人工评分。")
    return replace(ends, low=low, high=high, unit=own)


def _ends(quantity: Quantity) -> Ends | None:
    """The range as written, None where the target isn't one."""
    low, high = quantity.number, quantity.high
    if quantity.kind == "range":
        return Ends(low, high, quantity.unit)
    if quantity.kind != "number":
        return None
    match quantity.operator:
        case "<=" | "<":
            return Ends(None, low, quantity.unit, high_in=quantity.operator == "<=")
        case ">=" | ">":
            return Ends(low, None, quantity.unit, low_in=quantity.operator == ">=")
    return None
