"""A figure against a reference figure, by cases."""

from decimal import Decimal
from typing import Any

import pytest

from scoring.engine.rules.compare_reference import CompareReference
from tests.scoring.engine.filed import row

CASES: list[dict[str, Any]] = [
    {"when": "结余 <= 0", "text": "无结余", "points": 3},
    {"when": "结余 <= 结转", "text": "有结余，但不超过上年结转", "points": 2},
    {"when": "结余 > 结转", "text": "结余超过上年结转", "points": 0},
]


def rule(*cases: dict[str, Any]) -> CompareReference:
    given = {"kind": "compare_reference", "actual": "结余", "reference": "结转", "cases": cases or CASES}
    return CompareReference.model_validate(given)


SCORED = [
    ({"结余": "512.71", "结转": "161.56"}, "0", "结余512.71万元，结转161.56万元，结余超过上年结转，不得分。"),
    (
        {"结余": "161.56", "结转": "161.56"},
        "2",
        "结余161.56万元，结转161.56万元，有结余，但不超过上年结转，得2分。",
    ),
    ({"结余": "0", "结转": "161.56"}, "3", "结余0万元，结转161.56万元，无结余，得满分3分。"),
    ({"结余": "-1"}, "3", "结余-1万元，结转（空）万元，无结余，得满分3分。"),
]
OPEN = [
    (rule(), {"结转": "5"}, ("结余",), "缺少数据：结余。"),
    (rule(), {"结余": "5"}, ("结转",), "缺少数据：结转。"),
    (
        rule({"when": "结余 / 结转 > 1", "text": "增加", "points": 0}),
        {"结余": "5", "结转": "0"},
        ("结转",),
        "分母为0，无法比较。",
    ),
    (rule(CASES[0]), {"结余": "5"}, (), "所填数据不在任何一种情形内，请核实。"),
]


@pytest.mark.parametrize(("figures", "points", "explanation"), SCORED)
def test_compare_reference_scores(figures: dict[str, str], points: str, explanation: str) -> None:
    outcome = rule().score(row("3", figures))

    assert (outcome.status, outcome.points, outcome.explanation) == ("scored", Decimal(points), explanation)
    assert outcome.achieved is ("得满分" in explanation)


@pytest.mark.parametrize(("given", "figures", "missing", "explanation"), OPEN)
def test_compare_reference_says_why_it_cannot_score(
    given: CompareReference, figures: dict[str, str], missing: tuple[str, ...], explanation: str
) -> None:
    outcome = given.score(row("3", figures))

    assert (outcome.status, outcome.missing, outcome.explanation) == ("needs_data", missing, explanation)


def test_compare_reference_wording_lists_the_cases() -> None:
    wording = rule().wording(Decimal(3))

    assert wording == "无结余，3分；有结余，但不超过上年结转，2分；结余超过上年结转，不得分。"


def test_compare_reference_problems() -> None:
    assert rule().problems(Decimal(3)) == []
    assert rule().problems(Decimal(2)) == ["“无结余”的分数 3 不在 0 到 2 之间"]


def test_compare_reference_formulas_are_checked_with_the_scheme() -> None:
    assert rule().formula_texts == ("结余", "结转", "结余 <= 0", "结余 <= 结转", "结余 > 结转")
