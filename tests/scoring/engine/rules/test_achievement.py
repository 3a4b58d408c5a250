"""Forms without scores: rows are completed or not."""

from decimal import Decimal

import pytest

from scoring.engine.rules.achievement import Achievement
from scoring.engine.rules.base import needs_data
from tests.scoring.engine.filed import row

RULE = Achievement(kind="achievement")

CASES = [
    ("≥95%", "98%", True, "完成值“98%”对照指标值“≥95%”，已完成。"),
    (" ≥95% ", " 90% ", False, "完成值“90%”对照指标值“≥95%”，未完成。"),
    ("1.8067万人", "18067人", True, "完成值“18067人”对照指标值“1.8067万人”，已完成。"),
    ("2019年6月30日", "2019年7月1日", False, "完成值“2019年7月1日”对照指标值“2019年6月30日”，未完成。"),
]


@pytest.mark.parametrize(("target", "actual", "achieved", "text"), CASES)
def test_row_is_judged_by_its_own_target_without_points(
    target: str, actual: str, achieved: bool, text: str
) -> None:
    outcome = RULE.score(row("0", name="参保率", level2="质量指标", target=target, actual=actual))

    assert (outcome.status, outcome.achieved, outcome.explanation) == ("scored", achieved, text)
    assert (outcome.points, outcome.low, outcome.high) == (Decimal(0), Decimal(0), Decimal(0))


@pytest.mark.parametrize(
    ("target", "actual", "missing"),
    [("≥95%", " ", "完成值未填写。"), ("", "98%", "指标值未填写。"), ("", "", "指标值未填写。")],
)
def test_blank_cells_are_asked_for(target: str, actual: str, missing: str) -> None:
    given = row("0", target=target, actual=actual)

    assert RULE.score(given) == needs_data(given, missing)


def test_what_cannot_be_judged_is_left_to_a_person_with_the_reason() -> None:
    outcome = RULE.score(row("0", name="参保率", target="≥95%", actual="较好"))

    assert (outcome.status, outcome.points, outcome.achieved) == ("judgement", None, None)
    assert outcome.explanation.startswith("不能自动判断是否完成：")


def test_wording_says_that_nothing_is_scored() -> None:
    assert RULE.wording(Decimal(0)) == "对照指标值判断是否完成，不评分。"
    assert RULE.cells == ("target", "actual")
    assert RULE.formula_id == "achievement"
