"""Budget execution: weight × spent ÷ budget."""

from decimal import Decimal

import pytest

from scoring.engine.rules.exec_rate import ExecRate
from tests.scoring.engine.filed import row

CAPPED = ExecRate(kind="exec_rate", numerator="执行数", denominator="预算数")
ZERO = CAPPED.model_copy(update={"over_100": "zero"})
NET = ExecRate(kind="exec_rate", numerator="执行数 - 转移支付", denominator="预算数")

SCORED = [
    (CAPPED, "87.7", "121.3", "7.23", "执行数87.7 ÷ 预算数121.3 = 72.30%；10 × 72.30% = 7.23。"),
    (CAPPED, "2", "3", "6.67", "执行数2 ÷ 预算数3 = 66.67%；10 × 66.67% = 6.67。"),
    (CAPPED, "100", "100", "10", "执行数100 ÷ 预算数100 = 100.00%，得满分10分。"),
    (CAPPED, "130", "100", "10", "执行数130 ÷ 预算数100 = 130.00%，超过100%按100%计，得满分10分。"),
    (CAPPED, "0", "100", "0", "执行数0 ÷ 预算数100 = 0.00%；10 × 0.00% = 0.00。"),
    (CAPPED, "-5", "100", "0", "执行数-5 ÷ 预算数100 = -5.00%；10 × -5.00% = 0.00。"),
    (ZERO, "100", "100", "10", "执行数100 ÷ 预算数100 = 100.00%，得满分10分。"),
    (ZERO, "287", "100", "0", "执行数287 ÷ 预算数100 = 287.00%，超过100%，按方案不得分。"),
    (NET, "90", "100", "9", "（执行数90 − 转移支付（空）） ÷ 预算数100 = 90.00%；10 × 90.00% = 9.00。"),
]
MISSING = [
    ({"执行数": "5", "预算数": "0"}, ("预算数",), "预算数为0或未填，无法计算比率，需补充数据。"),
    ({"执行数": "5"}, ("预算数",), "缺少数据：预算数。"),
    ({"预算数": "5"}, ("执行数",), "缺少数据：执行数。"),
    ({}, ("执行数", "预算数"), "缺少数据：执行数、预算数。"),
]


@pytest.mark.parametrize(("rule", "spent", "budget", "points", "explanation"), SCORED)
def test_exec_rate_scores(rule: ExecRate, spent: str, budget: str, points: str, explanation: str) -> None:
    outcome = rule.score(row("10", {"执行数": spent, "预算数": budget}))

    assert (outcome.status, outcome.points, outcome.explanation) == ("scored", Decimal(points), explanation)


@pytest.mark.parametrize(("figures", "missing", "explanation"), MISSING)
def test_exec_rate_names_what_it_needs(
    figures: dict[str, str], missing: tuple[str, ...], explanation: str
) -> None:
    outcome = CAPPED.score(row("10", figures))

    assert (outcome.status, outcome.points, outcome.missing) == ("needs_data", None, missing)
    assert (outcome.low, outcome.high, outcome.explanation) == (0, 10, explanation)


def test_exec_rate_is_achieved_only_at_100_percent() -> None:
    outcomes = [
        CAPPED.score(row("10", {"执行数": spent, "预算数": "100"})) for spent in ("99.99", "100", "101")
    ]

    assert [outcome.achieved for outcome in outcomes] == [False, True, True]


def test_exec_rate_wording_says_what_over_100_gets() -> None:
    assert CAPPED.wording(Decimal(10)) == "得分 = 10分 × 预算执行率，超过100%的按100%计。"
    assert ZERO.wording(Decimal(10)) == "得分 = 10分 × 预算执行率，超过100%的不得分。"


def test_exec_rate_formulas_are_checked_with_the_scheme() -> None:
    assert CAPPED.formula_texts == ("执行数", "预算数", "(执行数) / (预算数) * 100")
    assert CAPPED.problems(Decimal(10)) == []


BANDED = ExecRate.model_validate(
    {
        "kind": "exec_rate",
        "numerator": "执行数",
        "denominator": "预算数",
        "bands": [
            {"low": 100, "high": 100, "high_in": True, "points": 4},
            {"low": 90, "high": 100, "points": 2},
            {"low": 80, "high": 90, "points": 1},
        ],
    }
)


@pytest.mark.parametrize(
    ("over", "spent", "points", "explanation"),
    [
        ("cap", "81.85", "1", "执行数81.85 ÷ 预算数100 = 81.85%，在“80%（含）至90%”档，得1分。"),
        ("cap", "79", "0", "执行数79 ÷ 预算数100 = 79.00%，不在任何得分档内，不得分。"),
        (
            "cap",
            "120",
            "4",
            "执行数120 ÷ 预算数100 = 120.00%，超过100%按100%计，在“等于100%”档，得满分4分。",
        ),
        ("zero", "120", "0", "执行数120 ÷ 预算数100 = 120.00%，超过100%，按方案不得分。"),
    ],
)
def test_exec_rate_falls_into_bands(over: str, spent: str, points: str, explanation: str) -> None:
    rule = BANDED.model_copy(update={"over_100": over})

    outcome = rule.score(row("4", {"执行数": spent, "预算数": "100"}))

    assert (outcome.status, outcome.points, outcome.explanation) == ("scored", Decimal(points), explanation)
    assert outcome.achieved is (points == "4")


def test_exec_rate_bands_have_their_wording_and_problems() -> None:
    assert BANDED.wording(Decimal(4)) == (
        "预算执行率等于100%，计4分；90%（含）至100%，计2分；80%（含）至90%，计1分；其余不得分；超过100%的按100%计。"
    )
    assert BANDED.problems(Decimal(4)) == []
    assert BANDED.problems(Decimal(3)) == ["档次分 4 不在 0 到 3 之间"]
    assert CAPPED.model_copy(update={"else_points": Decimal(1)}).problems(Decimal(10)) == [
        "没有 bands 时不写 else_points"
    ]


def test_exec_rate_does_not_divide_by_a_negative_budget() -> None:
    outcome = CAPPED.score(row("10", {"执行数": "-5", "预算数": "-5"}))

    assert (outcome.status, outcome.missing) == ("needs_data", ("预算数",))
    assert outcome.explanation == "预算数-5是负数，无法计算预算执行率，需补充数据。"


def test_exec_rate_without_a_budget_gets_what_the_scheme_says() -> None:
    idle = CAPPED.model_copy(update={"zero_denominator": "not_applicable"})

    outcome = idle.score(row("10", {"执行数": "5", "预算数": "0"}))

    assert (outcome.status, outcome.explanation) == ("not_applicable", "预算数为0，按方案本项不适用。")


@pytest.mark.parametrize(
    ("rule", "name"),
    [
        (CAPPED, "exec_rate/B/A/cap"),
        (NET, "exec_rate/(B-C)/A/cap"),
        (ZERO, "exec_rate/B/A/zero"),
        (BANDED, "exec_rate/B/A/cap/bands"),
        (CAPPED.model_copy(update={"denominator": "年初 + 追加"}), "exec_rate/B/(A+X)/cap"),
        (CAPPED.model_copy(update={"zero_denominator": "full"}), "exec_rate/B/A/cap/zero-full"),
        (CAPPED.model_copy(update={"numerator": "("}), "exec_rate/?/A/cap"),
    ],
)
def test_exec_rate_names_its_formula(rule: ExecRate, name: str) -> None:
    assert rule.formula_id == name
