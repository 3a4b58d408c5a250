"""Points in proportion to the target: floors and ceilings."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.engine.rules.measure import figure
from scoring.engine.rules.ratio import ReverseMode, ceiling_points, floor_points

FLOORS = [("100", "100", "10"), ("150", "100", "10"), ("50", "100", "5"), ("0", "100", "0"), ("-5", "100", "0"),
          ("0", "0", "10"), ("-1", "0", "0"), ("-3", "-2", "0")]  # fmt: skip
CEILINGS = [
    ("100", "100", "linear", "10"),
    ("50", "100", "linear", "10"),
    ("150", "100", "linear", "5"),
    ("200", "100", "linear", "0"),
    ("300", "100", "linear", "0"),
    ("200", "100", "inverse", "5"),
    ("1", "0", "linear", "0"),
    ("1", "0", "inverse", "0"),
    ("0", "0", "inverse", "10"),
]
FIGURES = st.decimals(min_value=-(10**9), max_value=10**9, places=2)


@pytest.mark.parametrize(("actual", "target", "points"), FLOORS)
def test_floor_points(actual: str, target: str, points: str) -> None:
    assert floor_points(Decimal(10), Decimal(actual), Decimal(target)) == Decimal(points)


@pytest.mark.parametrize(("actual", "target", "mode", "points"), CEILINGS)
def test_ceiling_points(actual: str, target: str, mode: ReverseMode, points: str) -> None:
    assert ceiling_points(Decimal(10), Decimal(actual), Decimal(target), mode) == Decimal(points)


@given(actual=FIGURES, target=FIGURES)
def test_points_stay_between_zero_and_the_weight(actual: Decimal, target: Decimal) -> None:
    modes: list[ReverseMode] = ["linear", "inverse"]
    points = [ceiling_points(Decimal(10), actual, target, mode) for mode in modes]

    assert all(0 <= each <= 10 for each in [*points, floor_points(Decimal(10), actual, target)])


@pytest.mark.parametrize(
    ("value", "text"),
    [("88.33333333", "88.3333"), ("5", "5"), ("0", "0"), ("0.00001", "0.00001"), ("-2.50", "-2.5")],
)
def test_figure_is_short_unless_that_would_make_it_nothing(value: str, text: str) -> None:
    assert figure(Decimal(value)) == text
