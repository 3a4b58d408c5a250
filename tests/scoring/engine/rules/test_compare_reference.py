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
        "结转为0或未填，无法计算比率，需补充数据。",
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


GREW = {"relation": "increase", "text": "较上年增长", "points": 3}
STEADY = {"relation": "stable", "text": "基本稳定", "points": 3}


def compared(*cases: dict[str, Any], **parameters: Any) -> CompareReference:
    given = {"kind": "compare_reference", "actual": "本年", "reference": "上年", "unit": "人", "cases": cases}
    return CompareReference.model_validate(given | parameters)


STABLE = compared(STEADY, tolerance=5, else_points=0)
TREND = compared(
    {"relation": "decrease", "text": "减少", "points": 3},
    {"relation": "not_above", "text": "不增加", "points": 2},
    {"relation": "not_below", "text": "增加", "points": 1},
)
TYPED = compared(GREW, actual=None, unit="万元", else_points=1)


@pytest.mark.parametrize(
    ("given", "now", "before", "points", "explanation"),
    [
        (
            STABLE,
            "122111",
            "117039",
            "3",
            "本年122111人，上年117039人，变动 4.33%，基本稳定（±5%以内），得满分3分。",
        ),
        (STABLE, "105", "100", "3", "本年105人，上年100人，变动 5.00%，基本稳定（±5%以内），得满分3分。"),
        (STABLE, "94", "100", "0", "本年94人，上年100人，变动 -6.00%，不在以上情形内，不得分。"),
        (STABLE, "0", "0", "3", "本年0人，上年0人，基本稳定（±5%以内），得满分3分。"),
        (STABLE, "-99", "-100", "3", "本年-99人，上年-100人，基本稳定（±5%以内），得满分3分。"),
        (
            compared(GREW, else_points=0),
            "101",
            "100",
            "3",
            "本年101人，上年100人，变动 1.00%，较上年增长，得满分3分。",
        ),
        (
            compared(GREW, else_points=0),
            "100",
            "100",
            "0",
            "本年100人，上年100人，变动 0.00%，不在以上情形内，不得分。",
        ),
        (TREND, "99", "100", "3", "本年99人，上年100人，变动 -1.00%，减少，得满分3分。"),
        (TREND, "100", "100", "2", "本年100人，上年100人，变动 0.00%，不增加，得2分。"),
        (TREND, "101", "100", "1", "本年101人，上年100人，变动 1.00%，增加，得1分。"),
    ],
)
def test_compare_reference_knows_how_figures_stand_to_each_other(
    given: CompareReference, now: str, before: str, points: str, explanation: str
) -> None:
    outcome = given.score(row("3", {"本年": now, "上年": before}))

    assert (outcome.status, outcome.points, outcome.explanation) == ("scored", Decimal(points), explanation)
    assert outcome.achieved is ("得满分" in explanation)


@pytest.mark.parametrize(
    ("actual", "figures", "status", "points", "explanation"),
    [
        (
            "19970 万元",
            {"上年": "17216"},
            "scored",
            3,
            "征缴19970万元，上年17216万元，变动 16.00%，较上年增长，得满分3分。",
        ),
        ("", {"上年": "17216"}, "needs_data", None, "尚未填写完成值。"),
        ("5万元", {}, "needs_data", None, "缺少数据：上年。"),
    ],
)
def test_compare_reference_reads_the_completed_value(
    actual: str, figures: dict[str, str], status: str, points: int | None, explanation: str
) -> None:
    outcome = TYPED.score(row("3", figures, name="征缴", actual=actual))

    assert (outcome.status, outcome.points, outcome.explanation) == (status, points, explanation)


def test_compare_reference_gives_a_zero_denominator_what_the_scheme_says() -> None:
    given = compared(
        {"when": "本年 / 上年 > 1", "text": "增加", "points": 3}, else_points=0, zero_denominator="full"
    )

    outcome = given.score(row("3", {"本年": "1", "上年": "0"}))

    assert (outcome.status, outcome.points) == ("scored", 3)
    assert given.wording(Decimal(3)) == "增加，3分；其余，不得分；分母为0的得满分。"


@pytest.mark.parametrize(
    ("given", "problems"),
    [
        (STABLE, []),
        (TREND, []),
        (compared(STEADY), ["有 stable 时才写 tolerance，且必须大于 0"]),
        (compared(GREW, tolerance=5), ["有 stable 时才写 tolerance，且必须大于 0"]),
        (compared({"text": "增长", "points": 3}), ["“增长”要写 when 或 relation 之一"]),
        (compared(GREW | {"when": "本年 > 1"}), ["“较上年增长”要写 when 或 relation 之一"]),
        (compared(GREW, else_points=4), ["其余的分数 4 不在 0 到 3 之间"]),
        (compared(CASES[0], actual=None), ["用 when 时必须写 actual"]),
    ],
)
def test_compare_reference_problems_of_relations(given: CompareReference, problems: list[str]) -> None:
    assert given.problems(Decimal(3)) == problems


def test_compare_reference_names_its_formula_what_it_reads_and_what_it_can_give() -> None:
    assert rule().formula_id == "compare_reference/when/when/when"
    assert STABLE.formula_id == "compare_reference/stable/within-5"
    assert STABLE.wording(Decimal(3)) == "基本稳定（±5%以内），3分；其余，不得分。"
    assert (STABLE.cells, STABLE.formula_texts) == ((), ("本年", "上年"))
    assert (TYPED.cells, TYPED.formula_texts) == (("actual",), ("上年",))
    assert (rule().reachable(Decimal(3)), TYPED.reachable(Decimal(3))) == ({0, 2, 3}, {1, 3})
    assert compared(GREW, else_points=1, zero_denominator="zero").reachable(Decimal(3)) == {0, 1, 3}
