"""The target itself: as a floor, exactly, or as close as possible."""

from decimal import Decimal
from typing import Any

import pytest

from scoring.engine.rules.equal_target import EqualTarget
from tests.scoring.engine.filed import row


def rule(**parameters: Any) -> EqualTarget:
    return EqualTarget.model_validate({"kind": "equal_target", **parameters})


AT_LEAST, STRICT, TWO_SIDED = rule(), rule(mode="strict"), rule(mode="two_sided")

SCORED = [
    (AT_LEAST, "=100%", "100%", "5", "参保率100% = 指标值100%，得满分5分。"),
    (AT_LEAST, "100%", "101%", "5", "参保率101% ≥ 指标值100%，得满分5分。"),
    (AT_LEAST, "=100%", "大于等于90%", "4.5", "参保率90%，低于指标值100%，5 × 90 ÷ 100 = 4.50，得4.5分。"),
    (AT_LEAST, "550元/人/年", "550元/人·年", "5", "参保率550元/人/年 = 指标值550元/人/年，得满分5分。"),
    (
        AT_LEAST,
        "550元/人",
        "500元/人",
        "4.55",
        "参保率500元/人，低于指标值550元/人，5 × 500 ÷ 550 = 4.55，得4.55分。",
    ),
    (AT_LEAST, "0起", "0起", "5", "参保率0起 = 指标值0起，得满分5分。"),
    (AT_LEAST, "0起", "2起", "0", "参保率2起，高于指标值0起，不得分。"),
    (STRICT, "100%", "100%", "5", "参保率100% = 指标值100%，得满分5分。"),
    (STRICT, "100%", "99.99%", "0", "参保率99.99%，低于指标值100%，不得分。"),
    (STRICT, "100个", "101个", "0", "参保率101个，高于指标值100个，不得分。"),
    (
        TWO_SIDED,
        "100个",
        "110个",
        "4.5",
        "参保率110个，高于指标值100个，5 × （1 − |110 − 100| ÷ 100） = 4.50，得4.5分。",
    ),
    (
        TWO_SIDED,
        "100个",
        "90个",
        "4.5",
        "参保率90个，低于指标值100个，5 × （1 − |90 − 100| ÷ 100） = 4.50，得4.5分。",
    ),
    (TWO_SIDED, "100个", "200个", "0", "参保率200个，高于指标值100个，不得分。"),
    (TWO_SIDED, "0个", "1个", "0", "参保率1个，高于指标值0个，不得分。"),
]
BY_FACTS = [
    (rule(value="增减", target=0, mode="strict"), "-1", "5", "增减-1 ≤ 0，得满分5分。"),
    (rule(value="增减", target=-2), "-3", "0", "增减-3，低于-2，不得分。"),
    (rule(value="增减", target=-2), "-1", "5", "增减-1 ≥ -2，得满分5分。"),
    (
        rule(value="增减", target=-2, mode="two_sided"),
        "-1",
        "2.5",
        "增减-1，高于-2，5 × （1 − |-1 − -2| ÷ 2） = 2.50，得2.5分。",
    ),
]


@pytest.mark.parametrize(("given", "target", "actual", "points", "explanation"), SCORED)
def test_equal_target_scores_the_rows_own_cells(
    given: EqualTarget, target: str, actual: str, points: str, explanation: str
) -> None:
    outcome = given.score(row("5", name="参保率", target=target, actual=actual))

    assert (outcome.status, outcome.points, outcome.explanation) == ("scored", Decimal(points), explanation)
    assert outcome.achieved is ("得满分" in explanation)


@pytest.mark.parametrize(("given", "figure", "points", "explanation"), BY_FACTS)
def test_equal_target_scores_a_formula(
    given: EqualTarget, figure: str, points: str, explanation: str
) -> None:
    outcome = given.score(row("5", {"增减": figure}))

    assert (outcome.status, outcome.points, outcome.explanation) == ("scored", Decimal(points), explanation)


@pytest.mark.parametrize("target", ["550元/人", "550万元"])
def test_equal_target_leaves_money_above_a_floor_to_a_person(target: str) -> None:
    actual = target.replace("550", "580")

    outcome = AT_LEAST.score(row("5", target=target, actual=actual))

    assert (outcome.status, outcome.achieved) == ("judgement", None)
    assert outcome.explanation == f"{actual} > 指标值{target}，金额高于指标值，是否超标需人工评分。"


@pytest.mark.parametrize(
    ("given", "target", "actual", "status", "explanation"),
    [
        (STRICT, "100%", "≥95%", "needs_data", "完成值“≥95%”只是下限，请填写确数。"),
        (TWO_SIDED, "≥100%", "95%", "judgement", "指标值“≥100%”的方向与评分标准不符，需人工评分。"),
        (AT_LEAST, "100人", "95%", "judgement", "完成值“95%”的单位与标准的单位“人”不一致，需人工评分。"),
    ],
)
def test_equal_target_says_what_it_cannot_compare(
    given: EqualTarget, target: str, actual: str, status: str, explanation: str
) -> None:
    outcome = given.score(row("5", target=target, actual=actual))

    assert (outcome.status, outcome.explanation) == (status, explanation)


@pytest.mark.parametrize(
    ("given", "wording"),
    [
        (AT_LEAST, "达到指标值，得5分；未达到的按完成值与指标值的比例记分。"),
        (STRICT, "等于指标值，得5分；否则不得分。"),
        (TWO_SIDED, "等于指标值，得5分；高于或低于的按偏离指标值的比例扣分。"),
        (
            rule(value="a / b", target=1, zero_denominator="zero"),
            "达到1，得5分；未达到的按完成值与1的比例记分；分母为0的不得分。",
        ),
    ],
)
def test_equal_target_wording_is_made_of_its_parameters(given: EqualTarget, wording: str) -> None:
    assert given.wording(Decimal(5)) == wording


def test_equal_target_names_its_formula() -> None:
    assert [each.formula_id for each in (AT_LEAST, STRICT, TWO_SIDED)] == [
        "equal_target/at_least",
        "equal_target/strict",
        "equal_target/two_sided",
    ]
