"""Full points up to a threshold, then so much off per step beyond it."""

from decimal import Decimal
from typing import Any

import pytest

from scoring.engine.rules.unit_deduct import UnitDeduct
from tests.scoring.engine.filed import row


def rule(**parameters: Any) -> UnitDeduct:
    given = {
        "kind": "unit_deduct",
        "value": "在职 / 编制 * 100",
        "threshold": 100,
        "direction": "max",
        "per": "0.5",
    }
    return UnitDeduct.model_validate(given | parameters)


BUYING = {"value": "采购 / 预算 * 100", "direction": "min", "per": "0.2"}
DAYS = {"value": "天数", "unit": "天", "threshold": 20, "step": 5, "per": 1, "partial": "ceil"}
RATE = {"value": "满意率", "threshold": 90, "direction": "min", "per": 1}
LATE = "在职54 ÷ 编制53 = 101.89%，超过100% 1.89个百分点，"

SCORED = [
    ({}, {"在职": "53", "编制": "53"}, "5", "在职53 ÷ 编制53 = 100.00% ≤ 100%，得满分5分。"),
    ({}, {"在职": "50", "编制": "53"}, "5", "在职50 ÷ 编制53 = 94.34% ≤ 100%，得满分5分。"),
    ({}, {"在职": "54", "编制": "53"}, "4.06", f"{LATE}5 − 0.5 × 1.89，得4.06分。"),
    (
        {"partial": "ceil"},
        {"在职": "54", "编制": "53"},
        "4",
        f"{LATE}每一个百分点一档，计2.00档，5 − 0.5 × 2.00，得4分。",
    ),
    (
        {"partial": "floor"},
        {"在职": "54", "编制": "53"},
        "4.5",
        f"{LATE}每一个百分点一档，计1.00档，5 − 0.5 × 1.00，得4.5分。",
    ),
    (
        {},
        {"在职": "61", "编制": "53"},
        "0",
        "在职61 ÷ 编制53 = 115.09%，超过100% 15.09个百分点，5 − 0.5 × 15.09，不得分。",
    ),
    (
        {"per_mode": "share", "per": "0.1"},
        {"在职": "102", "编制": "100"},
        "4",
        "在职102 ÷ 编制100 = 102.00%，超过100% 2.00个百分点，5 − 0.5 × 2.00，得4分。",
    ),
    (BUYING, {"采购": "105", "预算": "100"}, "5", "采购105 ÷ 预算100 = 105.00% ≥ 100%，得满分5分。"),
    (
        BUYING,
        {"采购": "95", "预算": "100"},
        "4",
        "采购95 ÷ 预算100 = 95.00%，低于100% 5.00个百分点，5 − 0.2 × 5.00，得4分。",
    ),
    (DAYS, {"天数": "20"}, "5", "天数20天 ≤ 20天，得满分5分。"),
    (DAYS, {"天数": "27"}, "3", "天数27天，超过20天 7.00天，每5天一档，计2.00档，5 − 1 × 2.00，得3分。"),
    (RATE, {"满意率": "88.5"}, "3.5", "满意率88.5%，低于90% 1.50个百分点，5 − 1 × 1.50，得3.5分。"),
]
MISSING = [
    ({"在职": "1", "编制": "0"}, ("编制",), "编制为0或未填，无法计算比率，需补充数据。"),
    ({"在职": "1"}, ("编制",), "缺少数据：编制。"),
]
WORDINGS = [
    ({}, "≤100%，得5分；每超过一个百分点扣0.5分（不足一档按比例），扣完为止。"),
    (BUYING, "≥100%，得5分；每低于一个百分点扣0.2分（不足一档按比例），扣完为止。"),
    (DAYS, "≤20天，得5分；每超过5天扣1分（不足一档按一档），扣完为止。"),
    ({"step": 5}, "≤100%，得5分；每超过5个百分点扣0.5分（不足一档按比例），扣完为止。"),
    ({"partial": "floor"}, "≤100%，得5分；每超过一个百分点扣0.5分（不足一档不扣），扣完为止。"),
    ({"per_mode": "share"}, "≤100%，得5分；每超过一个百分点扣2.5分（不足一档按比例），扣完为止。"),
]


@pytest.mark.parametrize(("parameters", "figures", "points", "explanation"), SCORED)
def test_unit_deduct_scores(
    parameters: dict[str, Any], figures: dict[str, str], points: str, explanation: str
) -> None:
    outcome = rule(**parameters).score(row("5", figures))

    assert (outcome.status, outcome.points, outcome.explanation) == ("scored", Decimal(points), explanation)
    assert outcome.achieved is ("得满分" in explanation)


@pytest.mark.parametrize(("figures", "missing", "explanation"), MISSING)
def test_unit_deduct_names_what_it_needs(
    figures: dict[str, str], missing: tuple[str, ...], explanation: str
) -> None:
    outcome = rule().score(row("5", figures))

    assert (outcome.status, outcome.missing, outcome.explanation) == ("needs_data", missing, explanation)


@pytest.mark.parametrize(("parameters", "wording"), WORDINGS)
def test_unit_deduct_wording_is_made_of_its_parameters(parameters: dict[str, Any], wording: str) -> None:
    assert rule(**parameters).wording(Decimal(5)) == wording


@pytest.mark.parametrize(
    ("parameters", "problems"),
    [
        ({}, []),
        ({"step": 0}, ["step 和 per 必须大于 0"]),
        ({"per": 0}, ["step 和 per 必须大于 0"]),
    ],
)
def test_unit_deduct_problems(parameters: dict[str, Any], problems: list[str]) -> None:
    assert rule(**parameters).problems(Decimal(5)) == problems
    assert rule().formula_texts == ("在职 / 编制 * 100",)


TYPED = {"value": None, "threshold": 95, "direction": "min", "per": "0.05", "per_mode": "share"}


@pytest.mark.parametrize(
    ("parameters", "actual", "points", "explanation"),
    [
        (TYPED, "98%", "8", "满意度98% ≥ 95%，得满分8分。"),
        (TYPED, "≥95%", "8", "满意度95% ≥ 95%，得满分8分。"),
        (TYPED, "92%", "6.8", "满意度92%，低于95% 3.00个百分点，8 − 0.4 × 3.00，得6.8分。"),
        ({"value": None}, "≤100%", "8", "满意度100% ≤ 100%，得满分8分。"),
    ],
)
def test_unit_deduct_reads_the_completed_value(
    parameters: dict[str, Any], actual: str, points: str, explanation: str
) -> None:
    outcome = rule(**parameters).score(row("8", name="满意度", actual=actual))

    assert (outcome.points, outcome.explanation) == (Decimal(points), explanation)


def test_unit_deduct_does_not_take_a_lower_bound_for_what_may_be_above() -> None:
    outcome = rule(value=None).score(row("5", actual="≥90%"))

    assert (outcome.status, outcome.explanation) == ("needs_data", "完成值“≥90%”只是下限，请填写确数。")


def test_unit_deduct_gives_a_zero_denominator_what_the_scheme_says() -> None:
    given = rule(zero_denominator="zero")

    outcome = given.score(row("5", {"在职": "1", "编制": "0"}))

    assert (outcome.status, outcome.points) == ("scored", 0)
    assert given.wording(Decimal(5)).endswith("，扣完为止；分母为0的不得分。")


def test_unit_deduct_names_its_formula_what_it_reads_and_what_it_can_give() -> None:
    assert (rule().formula_id, rule().cells) == ("unit_deduct/max/linear", ())
    assert rule(**TYPED).cells == ("actual",)
    assert rule(**TYPED).formula_texts == ()
    assert rule(partial="ceil", zero_denominator="full").formula_id == "unit_deduct/max/ceil/zero-full"
    assert rule().reachable(Decimal(5)) is None
    assert rule(partial="floor", per=2).reachable(Decimal(5)) == {0, 1, 3, 5}
