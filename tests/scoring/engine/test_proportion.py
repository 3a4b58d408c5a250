import pytest

from scoring.engine.judge import judge
from scoring.engine.proportion import compare_proportion


@pytest.mark.parametrize(
    ("target", "actual", "achieved"),
    [("1:3", "1:4.2", True), ("≥1:5", "1:3.8", False), ("达到1：3以上", "1：3", True)],
)
def test_proportion_of_what_was_drawn_in(target: str, actual: str, achieved: bool) -> None:
    found = compare_proportion(target, actual, "财政资金撬动社会资本")

    assert found is not None
    assert found.achieved is achieved


@pytest.mark.parametrize(
    ("target", "actual", "name"),
    [
        ("1:18", "1:17", "师生比"),
        ("1:3", "3倍", "资金带动比"),
        ("2:3", "1:3", "资金带动比"),
        ("1:3倍", "1:4", "资金带动比"),
    ],
)
def test_proportion_is_left_where_better_is_not_known(target: str, actual: str, name: str) -> None:
    assert compare_proportion(target, actual, name) is None


def test_judge_compares_proportions() -> None:
    assert judge("1:3", "1:4.2", name="撬动社会资本").achieved is True
    assert judge("1:20", "1:18", name="师生比").achieved is None
