"""Points for a completed value against its target (财预〔2020〕10号: 未完成的按完成值与指标值的比例记分)."""

from decimal import Decimal
from typing import Literal

ReverseMode = Literal["linear", "inverse"]


def floor_points(weight: Decimal, actual: Decimal, target: Decimal) -> Decimal:
    """At least `target`: full points when reached, else in proportion, never below 0."""
    if actual >= target:
        return weight
    return weight * max(actual, Decimal(0)) / target if target > 0 else Decimal(0)


def ceiling_points(weight: Decimal, actual: Decimal, target: Decimal, mode: ReverseMode) -> Decimal:
    """At most `target`: full points when kept; above it linear (0 at twice the target) or inverse."""
    if actual <= target:
        return weight
    if target <= 0:
        return Decimal(0)
    if mode == "inverse":
        return weight * target / actual
    return max(weight * (1 - (actual - target) / target), Decimal(0))
