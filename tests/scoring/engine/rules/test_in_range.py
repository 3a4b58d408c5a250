"""A figure inside a range."""

from decimal import Decimal
from typing import Any

import pytest

from scoring.engine.rules.in_range import InRange
from tests.scoring.engine.filed import row


def rule(**parameters: Any) -> InRange:
    return InRange.model_validate({"kind": "in_range", **parameters})


RATE = "(本年 - 上年) / 上年 * 100"
PERSON = rule(value=RATE, unit="%", low=-20, high=20)
LINEAR = rule(value=RATE, unit="%", low=-20, high=20, outside="linear", reach=10)
TYPED = rule(outside="zero")
UP = "（本年{} − 上年100） ÷ 上年100 = {}.00%"

BY_FACTS = [
    (PERSON, "120", "scored", "5", f"{UP.format(120, 20)}，在-20%至20%范围内，得满分5分。"),
    (PERSON, "80", "scored", "5", f"{UP.format(80, -20)}，在-20%至20%范围内，得满分5分。"),
    (PERSON, "121", "judgement", None, f"{UP.format(121, 21)}，不在-20%至20%范围内，需人工评分。"),
    (
        LINEAR,
        "125",
        "scored",
        "2.5",
        f"{UP.format(125, 25)}，不在-20%至20%范围内，偏离5%，5 × （1 − 5 ÷ 10） = 2.50，得2.5分。",
    ),
    (LINEAR, "70", "scored", "0", f"{UP.format(70, -30)}，不在-20%至20%范围内，偏离10%，不得分。"),
    (
        rule(value=RATE, unit="%", high=0, high_in=False),
        "100",
        "judgement",
        None,
        f"{UP.format(100, 0)}，不在0%（不含）以下范围内，需人工评分。",
    ),
    (
        rule(value=RATE, unit="%", low=0, low_in=False, outside="zero"),
        "100",
        "scored",
        "0",
        f"{UP.format(100, 0)}，不在0%（不含）以上范围内，不得分。",
    ),
    (
        rule(value=RATE, unit="%", low=0, low_in=False, outside="linear", reach=5),
        "100",
        "judgement",
        None,
        f"{UP.format(100, 0)}，不在0%（不含）以上范围内，需人工评分。",
    ),
]
BY_CELLS = [
    (TYPED, "18—22℃", "20℃", "5", "室温20摄氏度，在18摄氏度至22摄氏度范围内，得满分5分。"),
    (TYPED, "18—22℃", "22.5℃", "0", "室温22.5摄氏度，不在18摄氏度至22摄氏度范围内，不得分。"),
    (TYPED, "±20%以内", "-20%", "5", "室温-20%，在-20%至20%范围内，得满分5分。"),
    (TYPED, "≤5%", "5%", "5", "室温5%，在5%以下范围内，得满分5分。"),
    (TYPED, "＜5%", "5%", "0", "室温5%，不在5%（不含）以下范围内，不得分。"),
    (TYPED, "≥5%", "5%", "5", "室温5%，在5%以上范围内，得满分5分。"),
    (TYPED, ">5%", "5%", "0", "室温5%，不在5%（不含）以上范围内，不得分。"),
    (
        rule(unit="万元"),
        "1000-2000元",
        "0.15万元",
        "5",
        "室温0.15万元，在0.1万元至0.2万元范围内，得满分5分。",
    ),
]
OPEN = [
    (PERSON, {}, {"上年": "1"}, "needs_data", "（本年（空） − 上年1）"),
    (TYPED, {"actual": "20℃"}, {}, "needs_data", "尚未填写指标值。"),
    (TYPED, {"target": "18—22℃"}, {}, "needs_data", "尚未填写完成值。"),
    (TYPED, {"target": "18—22℃", "actual": "≥18℃"}, {}, "needs_data", "完成值“≥18℃”只是下限，请填写确数。"),
    (TYPED, {"target": "20℃", "actual": "20℃"}, {}, "judgement", "指标值“20℃”不是一个区间，需人工评分。"),
    (TYPED, {"target": "适宜", "actual": "20℃"}, {}, "judgement", "指标值“适宜”不是一个区间，需人工评分。"),
    (
        TYPED,
        {"target": "18—22℃", "actual": "20人"},
        {},
        "judgement",
        "完成值“20人”的单位与标准的单位“摄氏度”不一致，需人工评分。",
    ),
    (
        rule(unit="%"),
        {"target": "18—22℃", "actual": "20%"},
        {},
        "judgement",
        "指标值“18—22℃”的单位与标准的单位“%”不一致，需人工评分。",
    ),
]


@pytest.mark.parametrize(("given", "this_year", "status", "points", "explanation"), BY_FACTS)
def test_in_range_scores_a_formula(
    given: InRange, this_year: str, status: str, points: str | None, explanation: str
) -> None:
    outcome = given.score(row("5", {"本年": this_year, "上年": "100"}))

    assert (outcome.status, outcome.explanation) == (status, explanation)
    assert outcome.points == (None if points is None else Decimal(points))
    assert outcome.achieved is ("不在" not in explanation)


@pytest.mark.parametrize(("given", "target", "actual", "points", "explanation"), BY_CELLS)
def test_in_range_reads_the_rows_own_range(
    given: InRange, target: str, actual: str, points: str, explanation: str
) -> None:
    outcome = given.score(row("5", name="室温", target=target, actual=actual))

    assert (outcome.points, outcome.explanation) == (Decimal(points), explanation)


@pytest.mark.parametrize(("given", "cells", "figures", "status", "explanation"), OPEN[1:])
def test_in_range_says_what_it_cannot_compare(
    given: InRange, cells: dict[str, str], figures: dict[str, str], status: str, explanation: str
) -> None:
    outcome = given.score(row("5", figures, **cells))

    assert (outcome.status, outcome.points, outcome.explanation) == (status, None, explanation)


def test_in_range_gives_a_zero_denominator_what_the_scheme_says() -> None:
    figures = {"本年": "1", "上年": "0"}

    outcomes = [
        PERSON.score(row("5", figures)),
        rule(value=RATE, unit="%", low=0, zero_denominator="full").score(row("5", figures)),
    ]

    assert [(each.status, each.points) for each in outcomes] == [("needs_data", None), ("scored", 5)]


@pytest.mark.parametrize(
    ("given", "wording"),
    [
        (PERSON, "在-20%至20%范围内，得5分；不在区间内的由复核人员评分。"),
        (TYPED, "在指标值的范围内，得5分；不在区间内的不得分。"),
        (LINEAR, "在-20%至20%范围内，得5分；不在区间内的按偏离的比例扣分，偏离10%的不得分。"),
    ],
)
def test_in_range_wording_is_made_of_its_parameters(given: InRange, wording: str) -> None:
    assert given.wording(Decimal(5)) == wording


@pytest.mark.parametrize(
    ("given", "problems"),
    [
        (PERSON, []),
        (LINEAR, []),
        (TYPED, []),
        (rule(value="a", low=2, high=1), ["下限 2 高于上限 1"]),
        (rule(value="a", low=2, high=2), []),
        (rule(value="a", low=2, high=2, high_in=False), ["上下限都是 2，却不含界限"]),
        (rule(value="a", low=2, high=2, low_in=False), ["上下限都是 2，却不含界限"]),
        (rule(value="a", low=2, outside="linear"), ["outside 为 linear 时才写 reach，且必须大于 0"]),
        (rule(value="a", low=2, reach=1), ["outside 为 linear 时才写 reach，且必须大于 0"]),
        (rule(low=2), ["指标值和完成值只有一个由单位填写时，必须写 unit"]),
        (rule(value="a"), ["指标值和完成值只有一个由单位填写时，必须写 unit"]),
    ],
)
def test_in_range_problems(given: InRange, problems: list[str]) -> None:
    assert given.problems(Decimal(5)) == problems


def test_in_range_names_its_formula_and_what_it_reads() -> None:
    assert (LINEAR.formula_id, LINEAR.cells, LINEAR.formula_texts) == ("in_range/linear", (), (RATE,))
    assert (TYPED.formula_id, TYPED.cells, TYPED.formula_texts) == ("in_range/zero", ("target", "actual"), ())
