"""The slices of a pie."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.pies import FULL, INSIDE, angles_of, marks_of, slices_of


def test_slices_start_at_the_top_and_go_round() -> None:
    first, second = slices_of([75.0, 25.0])

    assert first.path == "M0 0L0.0 -100.0A100 100 0 1 1 -100.0 0.0Z"
    assert second.path == "M0 0L-100.0 0.0A100 100 0 0 1 0.0 -100.0Z"
    assert (first.line, second.line) == ("", "")


def test_one_slice_is_a_whole_circle() -> None:
    assert slices_of([100.0])[0].path.count("A100") == 2


def test_tiny_slices_can_be_seen_and_their_numbers_keep_apart() -> None:
    angles = angles_of([99.9996, 0.0001, 0.0001, 0.0001, 0.0001])
    middles = [sum(angles[:number]) + angle / 2 for number, angle in enumerate(angles)]

    marks = marks_of(middles, angles)

    assert angles[1:] == [3.0] * 4
    assert sum(angles) == pytest.approx(FULL)
    outside = [angle for angle, distance in marks if distance != INSIDE]
    assert [round(after - before, 6) for before, after in pairwise(outside)] == [11] * 3


@settings(max_examples=60, deadline=None)
@given(st.lists(st.floats(min_value=0.000001, max_value=1), min_size=1, max_size=150))
def test_slices_fill_the_circle(parts: list[float]) -> None:
    whole = sum(parts)

    angles = angles_of([part / whole * 100 for part in sorted(parts, reverse=True)])

    assert sum(angles) == pytest.approx(FULL)
    assert min(angles) > 0
