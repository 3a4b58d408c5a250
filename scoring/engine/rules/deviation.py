"""A target exceeded by far (财预〔2020〕10号: 完成值高于指标值较多的要分析原因，可按偏离度适度调减分值)."""

from decimal import Decimal
from typing import Literal

from pydantic import BaseModel, ConfigDict

from scoring.engine.numbers import plain, printed
from scoring.engine.rules.base import (
    NEEDS_REASON,
    OVER_TARGET,
    Outcome,
    PlainDecimal,
    RowInput,
    award_text,
    points_text,
    scored,
)


class DeviationPenalty(BaseModel):
    """What happens from `threshold` percent of the target upwards; below it nothing does.

    flag marks the row, reason also asks why, fixed takes `points` off, scale takes `factor` of the weight off for
    every 100 % of the target beyond the threshold.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    threshold: PlainDecimal
    inclusive: bool = True
    action: Literal["flag", "reason", "fixed", "scale"]
    points: PlainDecimal | None = None
    factor: PlainDecimal | None = None

    @property
    def variant(self) -> str:
        """The part of a rule's `variant` that this adds."""
        return f"deviation-{self.action}-{plain(self.threshold)}"

    def problems(self, weight: Decimal) -> list[str]:
        """What is wrong with these parameters, in Chinese."""
        found = [] if self.threshold > 100 else ["超额完成的界限（threshold）必须大于 100"]
        for name, action, value in (("points", "fixed", self.points), ("factor", "scale", self.factor)):
            if (self.action == action) != (value is not None and value > 0):
                found.append(f"action 为 {action} 时才写 {name}，且必须大于 0")
        return found

    def wording(self) -> str:
        """What the standard says about it, to follow other clauses."""
        start = f"；完成值{'达到' if self.inclusive else '超过'}指标值{plain(self.threshold)}%的"
        match self.action:
            case "flag":
                return f"{start}予以标注"
            case "reason":
                return f"{start}须说明原因"
            case "fixed":
                return f"{start}扣{points_text(self.points or Decimal(0))}"
        return f"{start}按超出部分的比例扣分（每超出指标值100%扣分值的{plain((self.factor or Decimal(0)) * 100)}%）"

    def reaches(self, ratio: Decimal | None) -> bool:
        """Whether completed value ÷ target is far enough beyond the target."""
        if ratio is None:
            return False
        return ratio * 100 > self.threshold or (self.inclusive and ratio * 100 == self.threshold)

    def cut(self, weight: Decimal, ratio: Decimal) -> Decimal:
        """Points off for a completed value of `ratio` × target."""
        if self.action == "fixed":
            return self.points or Decimal(0)
        if self.action == "scale":
            return weight * (self.factor or Decimal(0)) * (ratio - self.threshold / 100)
        return Decimal(0)


def reached(
    row: RowInput, comparison: str, ratio: Decimal | None, penalty: DeviationPenalty | None
) -> Outcome:
    """A target that was reached: full points, less what the scheme takes off where it was exceeded by far."""
    if penalty is None or ratio is None or not penalty.reaches(ratio):
        text = f"{comparison}，{award_text(row.weight, row.weight)}。"
        return scored(row.weight, row, text, achieved=True)
    flags = (OVER_TARGET,) if penalty.action == "flag" else (OVER_TARGET, NEEDS_REASON)
    cut = penalty.cut(row.weight, ratio)
    points = row.weight - cut
    over = f"{comparison}，达到指标值的{printed(ratio * 100)}%"
    product = f"，{plain(row.weight)} − {printed(cut)}" if cut else ""
    asked = "，须说明原因" if NEEDS_REASON in flags else ""
    text = f"{over}{product}，{award_text(points, row.weight)}{asked}。"
    return scored(points, row, text, achieved=True, flags=flags)
