"""So much off per violation found (每出现一例不符合要求的扣1分，扣完为止)."""

from decimal import Decimal
from typing import Literal

from scoring.engine.numbers import plain
from scoring.engine.rules.base import (
    Outcome,
    PlainDecimal,
    RowInput,
    RuleModel,
    award_text,
    judgement,
    needs_data,
    points_text,
    scored,
    steps_down,
)

COUNT = "count"


class ViolationDeduct(RuleModel):
    """`per` points (or share of the weight) off per case; `items` are what is looked for."""

    kind: Literal["violation_deduct"]
    per: PlainDecimal
    per_mode: Literal["points", "share"] = "points"
    unit: str = "例"
    items: list[str]
    answered_by: Literal["filer", "reviewer"] = "reviewer"

    @property
    def needs_own_row(self) -> bool:
        return True

    def problems(self, weight: Decimal) -> list[str]:
        return ["per 必须大于 0"] if self.per <= 0 else []

    @property
    def variant(self) -> tuple[str, ...]:
        return (self.per_mode,)

    def reachable(self, weight: Decimal) -> frozenset[Decimal] | None:
        return steps_down(weight, self._per(weight))

    def wording(self, weight: Decimal) -> str:
        items = "；".join(self.items)
        return f"{items}。每出现一{self.unit}不符合要求的扣{points_text(self._per(weight))}，扣完为止。"

    def score(self, row: RowInput) -> Outcome:
        count = _whole_number(row.items.get(COUNT, ""))
        if count is None:
            if self.answered_by == "reviewer":
                return judgement(row, "不符合要求的例数由复核人员核实后评分。")
            return needs_data(row, f"请填写不符合要求的数量（{self.unit}），没有的填 0。")
        points = row.weight - self._per(row.weight) * count
        award = award_text(points, row.weight)
        if count == 0:
            return scored(points, row, f"未发现不符合要求的情况，{award}。", achieved=True)
        cost = f"{plain(row.weight)} − {plain(self._per(row.weight))} × {plain(count)}"
        return scored(
            points, row, f"不符合要求 {plain(count)} {self.unit}，{cost}，{award}。", achieved=False
        )

    def _per(self, weight: Decimal) -> Decimal:
        return self.per if self.per_mode == "points" else weight * self.per


def _whole_number(text: str) -> Decimal | None:
    """The count as filed, None where blank or not a count; a check names what can't be read."""
    return Decimal(text) if text.isascii() and text.isdigit() else None
