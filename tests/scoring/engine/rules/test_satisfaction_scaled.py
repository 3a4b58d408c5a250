"""Satisfaction between a floor and its target."""

from decimal import Decimal
from typing import Any

import pytest

from scoring.engine.rules.satisfaction_scaled import SatisfactionScaled
from tests.scoring.engine.filed import row


def rule(**parameters: Any) -> SatisfactionScaled:
    return SatisfactionScaled.model_validate({"kind": "satisfaction_scaled", **parameters})


PLAIN = rule(target=90)
SURVEY = rule(value="满意 / 样本数 * 100", target=90, sample="样本数")

BY_ACTUAL = [
    (PLAIN, "90%", "10", "满意度90% ≥ 90%，得满分10分。"),
    (PLAIN, "≥95%", "10", "满意度95% ≥ 90%，得满分10分。"),
    (PLAIN, "4.8分（5分制）", "10", "满意度96% ≥ 90%，得满分10分。"),
    (
        PLAIN,
        "80%",
        "6.67",
        "满意度80%，低于90%，10 × （80 − 60） ÷ （90 − 60） = 6.67，得6.67分。",
    ),
    (PLAIN, "60%", "0", "满意度60%，低于90%，10 × （60 − 60） ÷ （90 − 60） = 0.00，不得分。"),
    (PLAIN, "59.9%", "0", "满意度59.9%，低于60%，不得分。"),
    (rule(target=50), "55%", "10", "满意度55% ≥ 50%，得满分10分。"),
    (rule(target=50), "45%", "0", "满意度45%，低于60%，不得分。"),
    (rule(), "88%", "10", "满意度88% ≥ 指标值85%，得满分10分。"),
    (rule(floor=80), "82%", "4", "满意度82%，低于指标值85%，10 × （82 − 80） ÷ （85 − 80） = 4.00，得4分。"),
]
OPEN = [
    ({"满意": "3"}, ("样本数",), "缺少数据：样本数。"),
    ({"满意": "0", "样本数": "0"}, ("样本数",), "样本数为0或未填，无法计算比率，需补充数据。"),
]


@pytest.mark.parametrize(("given", "actual", "points", "explanation"), BY_ACTUAL)
def test_satisfaction_scaled_scores_the_completed_value(
    given: SatisfactionScaled, actual: str, points: str, explanation: str
) -> None:
    outcome = given.score(row("10", name="满意度", target="≥85%", actual=actual))

    assert (outcome.status, outcome.points, outcome.explanation) == ("scored", Decimal(points), explanation)
    assert outcome.achieved is ("得满分" in explanation)


def test_satisfaction_scaled_writes_the_sample_beside_the_rate() -> None:
    met = SURVEY.score(row("10", {"满意": "95", "样本数": "100"}))
    low = SURVEY.score(row("10", {"满意": "5", "样本数": "10"}))

    assert met.explanation == "满意95 ÷ 样本数100 = 95.00% ≥ 90%（样本数100），得满分10分。"
    assert low.explanation == "满意5 ÷ 样本数10 = 50.00%（样本数10），低于60%，不得分。"


@pytest.mark.parametrize(("figures", "missing", "explanation"), OPEN)
def test_satisfaction_scaled_names_what_it_needs(
    figures: dict[str, str], missing: tuple[str, ...], explanation: str
) -> None:
    outcome = SURVEY.score(row("10", figures))

    assert (outcome.status, outcome.missing, outcome.explanation) == ("needs_data", missing, explanation)


@pytest.mark.parametrize("figures", [{}, {"样本数": "0"}])
def test_satisfaction_scaled_asks_for_its_sample(figures: dict[str, str]) -> None:
    outcome = rule(target=90, sample="样本数").score(row("10", figures, actual="95%"))

    assert (outcome.status, outcome.missing) == ("needs_data", ("样本数",))
    assert outcome.explanation == "缺少数据：样本数。没有调查样本，满意度不能认定。"


def test_satisfaction_scaled_wording_is_made_of_its_parameters() -> None:
    assert PLAIN.wording(Decimal(10)) == (
        "达到90%，得10分；低于60%的不得分；其间按（满意度 − 60%） ÷ （90% − 60%）的比例记分。"
    )


def test_satisfaction_scaled_problems() -> None:
    assert PLAIN.problems(Decimal(10)) == []
    assert rule().problems(Decimal(10)) == []
    assert rule(target=60).problems(Decimal(10)) == ["target 60 必须高于 floor 60"]


def test_satisfaction_scaled_names_its_formula_and_its_facts() -> None:
    assert (PLAIN.formula_id, SURVEY.fact_names) == ("satisfaction_scaled/floor-60", ("样本数",))
    assert PLAIN.fact_names == ()
