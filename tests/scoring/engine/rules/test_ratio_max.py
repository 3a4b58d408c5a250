"""At most the target, above it linear or inverse."""

from decimal import Decimal
from typing import Any

import pytest

from scoring.engine.rules.ratio_max import RatioMax
from tests.scoring.engine.filed import row


def rule(**parameters: Any) -> RatioMax:
    return RatioMax.model_validate({"kind": "ratio_max", **parameters})


STAFF = rule(value="在职 / 编制 * 100", target=100, unit="%")
INVERSE = rule(value="在职 / 编制 * 100", target=100, unit="%", mode="inverse")

BY_FACTS = [
    (STAFF, {"在职": "53", "编制": "53"}, "5", "在职53 ÷ 编制53 = 100.00% ≤ 100%，得满分5分。"),
    (
        STAFF,
        {"在职": "6", "编制": "5"},
        "4",
        "在职6 ÷ 编制5 = 120.00%，超过100%，5 × （1 − （120 − 100） ÷ 100） = 4.00，得4分。",
    ),
    (STAFF, {"在职": "10", "编制": "5"}, "0", "在职10 ÷ 编制5 = 200.00%，超过100%，不得分。"),
    (
        INVERSE,
        {"在职": "10", "编制": "5"},
        "2.5",
        "在职10 ÷ 编制5 = 200.00%，超过100%，5 × 100 ÷ 200 = 2.50，得2.5分。",
    ),
    (rule(value="投诉", target=0), {"投诉": "0"}, "5", "投诉0 ≤ 0，得满分5分。"),
    (rule(value="投诉", target=0), {"投诉": "1"}, "0", "投诉1，超过0，不得分。"),
    (rule(value="投诉", target=0, mode="inverse"), {"投诉": "1"}, "0", "投诉1，超过0，不得分。"),
]
BY_CELLS = [
    ("≤2天", "48小时", "5", "时限2天 ≤ 指标值2天，得满分5分。"),
    ("<=2天", "小于等于20日", "0", "时限20天，超过指标值2天，不得分。"),
    ("＜2天", "1天", "5", "时限1天 < 指标值2天，得满分5分。"),
]


@pytest.mark.parametrize(("given", "figures", "points", "explanation"), BY_FACTS)
def test_ratio_max_scores_a_formula(
    given: RatioMax, figures: dict[str, str], points: str, explanation: str
) -> None:
    outcome = given.score(row("5", figures))

    assert (outcome.status, outcome.points, outcome.explanation) == ("scored", Decimal(points), explanation)
    assert outcome.achieved is ("≤" in explanation)


@pytest.mark.parametrize(("target", "actual", "points", "explanation"), BY_CELLS)
def test_ratio_max_scores_the_rows_own_cells(target: str, actual: str, points: str, explanation: str) -> None:
    outcome = rule().score(row("5", name="时限", target=target, actual=actual))

    assert (outcome.status, outcome.points, outcome.explanation) == ("scored", Decimal(points), explanation)


def test_ratio_max_does_not_take_a_lower_bound_for_a_figure() -> None:
    outcome = rule().score(row("5", target="≤5天", actual="≥3天"))

    assert (outcome.status, outcome.explanation) == ("needs_data", "完成值“≥3天”只是下限，请填写确数。")


@pytest.mark.parametrize(
    ("given", "target"), [(rule(target=2, unit="天", strict=True), ""), (rule(), "低于2天")]
)
def test_ratio_max_leaves_a_target_that_is_not_undercut_to_a_person(given: RatioMax, target: str) -> None:
    outcome = given.score(row("5", target=target, actual="2天"))

    assert (outcome.status, outcome.achieved) == ("judgement", False)
    assert outcome.explanation.endswith("，应低于而没有低于，需人工评分。")


def test_ratio_max_names_what_it_needs() -> None:
    outcome = STAFF.score(row("5", {"在职": "5", "编制": "0"}))

    assert (outcome.status, outcome.missing) == ("needs_data", ("编制",))


@pytest.mark.parametrize(
    ("given", "wording"),
    [
        (STAFF, "不超过100%，得5分；超过的按超出100%的比例扣分，达到两倍的不得分。"),
        (INVERSE, "不超过100%，得5分；超过的按100%与完成值的比例记分。"),
        (
            rule(strict=True, zero_denominator="not_applicable"),
            "低于指标值，得5分；超过的按超出指标值的比例扣分，达到两倍的不得分；分母为0的不适用。",
        ),
    ],
)
def test_ratio_max_wording_is_made_of_its_parameters(given: RatioMax, wording: str) -> None:
    assert given.wording(Decimal(5)) == wording


def test_ratio_max_names_its_formula() -> None:
    assert STAFF.formula_id == "ratio_max/linear"
    assert rule(mode="inverse", strict=True, zero_denominator="full").formula_id == (
        "ratio_max/inverse/strict/zero-full"
    )
    assert rule(target=1).problems(Decimal(5)) == ["指标值和完成值只有一个由单位填写时，必须写 unit"]
