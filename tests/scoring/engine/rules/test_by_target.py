"""Rows typed by the bureau: the target itself says how the completed value is judged."""

from decimal import Decimal
from typing import Any

import pytest

from scoring.engine.rules.by_target import ByTarget
from tests.scoring.engine.filed import row

RULE = ByTarget(kind="by_target")
INVERSE = ByTarget(kind="by_target", reverse="inverse")

SCORED = [
    (RULE, "≥100%", "100%", "", "10", "完成值 100% ÷ 指标值 ≥100% = 100.00%，得满分10分。"),
    (
        RULE,
        "≥426000人",
        "424047人",
        "",
        "9.95",
        "完成值 424047人 ÷ 指标值 ≥426000人 = 99.54%，未达到指标值，10 × 99.54% = 9.95，得9.95分。",
    ),
    (
        RULE,
        "42.37万人",
        "3万人",
        "参保人数",
        "0.71",
        "完成值 3万人 ÷ 指标值 42.37万人 = 7.08%，未达到指标值，10 × 7.08% = 0.71，得0.71分。",
    ),
    (
        RULE,
        "≥0",
        "-1",
        "",
        "0",
        "完成值“-1”对照指标值“≥0”，未达到指标值，10 × 0.00% = 0.00，不得分。",
    ),
    (
        RULE,
        "≤550元",
        "580元",
        "成本",
        "9.45",
        "完成值 580元 ÷ 指标值 ≤550元 = 105.45%，未达到指标值，10 × 94.55% = 9.45，得9.45分。",
    ),
    (
        RULE,
        "≤2天",
        "5天",
        "时限",
        "0",
        "完成值 5天 ÷ 指标值 ≤2天 = 250.00%，未达到指标值，10 × 0.00% = 0.00，不得分。",
    ),
    (
        INVERSE,
        "≤550元",
        "580元",
        "成本",
        "9.48",
        "完成值 580元 ÷ 指标值 ≤550元 = 105.45%，未达到指标值，10 × 94.83% = 9.48，得9.48分。",
    ),
    (
        RULE,
        "2022年6月30日前",
        "2022年6月",
        "",
        "10",
        "完成值“2022年6月”对照指标值“2022年6月30日前”，得满分10分。",
    ),
    (RULE, "2022年6月30日前", "2022年7月", "", "0", "完成值“2022年7月”对照指标值“2022年6月30日前”，不得分。"),
    (
        RULE,
        "≥98%",
        "0.95",
        "合格率",
        "9.69",
        "完成值 0.95 ÷ 指标值 ≥98% = 96.94%，未达到指标值，10 × 96.94% = 9.69，得9.69分。",
    ),
    (
        RULE,
        "≥42.6万人",
        "424047人",
        "参保人数",
        "9.95",
        "完成值 424047人 ÷ 指标值 ≥42.6万人 = 99.54%，未达到指标值，10 × 99.54% = 9.95，得9.95分。",
    ),
    (
        RULE,
        "0起",
        "2起",
        "事故数",
        "0",
        "完成值“2起”对照指标值“0起”，未达到指标值，10 × 0.00% = 0.00，不得分。",
    ),
    (RULE, "18-22℃", "20℃", "", "10", "完成值“20℃”对照指标值“18-22℃”，得满分10分。"),
]
TO_A_PERSON = [
    ("18-22℃", "23℃", "", "judgement", "完成值“23℃”对照指标值“18-22℃”，未达到指标值，需人工评分。"),
    (">90%", "90%", "合格率", "judgement", "完成值 90% ÷ 指标值 >90% = 100.00%，未达到指标值，需人工评分。"),
    ("≥95%", "5人", "", "judgement", "不能自动判断：单位不同，无法比较：目标为“%”，完成值为“人”。"),
    ("", "95%", "", "needs_data", "指标值未填写。"),
    ("95%", " ", "", "needs_data", "完成值未填写。"),
    ("显著提升", "有所提升", "", "needs_data", "定性指标，请选择达成程度（达成、部分达成、未达成）。"),
]


@pytest.mark.parametrize(("rule", "target", "actual", "name", "points", "explanation"), SCORED)
def test_by_target_scores(
    rule: ByTarget, target: str, actual: str, name: str, points: str, explanation: str
) -> None:
    outcome = rule.score(row("10", target=target, actual=actual, name=name))

    assert (outcome.status, outcome.points, outcome.explanation) == ("scored", Decimal(points), explanation)
    assert outcome.achieved is ("得满分" in explanation)


@pytest.mark.parametrize(("target", "actual", "name", "status", "explanation"), TO_A_PERSON)
def test_by_target_says_why_it_cannot_score(
    target: str, actual: str, name: str, status: str, explanation: str
) -> None:
    outcome = RULE.score(row("10", target=target, actual=actual, name=name))

    assert (outcome.status, outcome.points, outcome.explanation) == (status, None, explanation)
    assert (outcome.low, outcome.high) == (0, 10)


@pytest.mark.parametrize(
    ("given", "status", "points"),
    [
        ({"actual": "显著提升", "self_score": "10"}, "accepted", 10),
        ({"actual": "显著提升", "self_score": "7"}, "judgement", None),
        ({"actual": "有所提升", "level": "partly", "self_score": "7"}, "accepted", 7),
        ({"actual": "显著提升", "level": "unmet", "self_score": "10"}, "judgement", None),
    ],
)
def test_by_target_reads_words_in_three_bands(given: dict[str, Any], status: str, points: int | None) -> None:
    outcome = RULE.score(row("10", target="显著提升", **given))

    assert (outcome.status, outcome.points) == (status, points)


def test_by_target_ignores_a_level_where_figures_decide() -> None:
    outcome = RULE.score(row("10", target="≥100%", actual="90%", level="met", self_score="10"))

    assert (outcome.status, outcome.points) == ("scored", 9)


def test_by_target_takes_a_level_where_figures_leave_it_open() -> None:
    outcome = RULE.score(row("10", target="≥95%", actual="明显好转", level="partly", self_score="7"))

    assert (outcome.status, outcome.points) == ("accepted", 7)


def test_by_target_wording_says_how_ceilings_are_scored() -> None:
    rest = "定性指标达成100%–80%（含），部分达成80%–60%（含），未达成60%–0%。"

    assert RULE.wording(Decimal(10)) == (
        f"完成指标值的得满分；未完成的按完成值与指标值的比例记分；反向指标超过指标值的按超出比例扣分；{rest}"
    )
    assert "反向指标超过指标值的按指标值与完成值的比例记分；" in INVERSE.wording(Decimal(10))


def test_by_target_problems_are_those_of_its_bands() -> None:
    wrong = ByTarget.model_validate(
        {"kind": "by_target", "qualitative": {"kind": "qual_three_level", "met_from": 2}}
    )

    assert RULE.problems(Decimal(10)) == []
    assert wrong.problems(Decimal(10)) == ["三档界限必须是 0 到 1 之间递增的比例"]


@pytest.mark.parametrize(
    ("weight", "target", "actual"),
    [("0", "", ""), ("0", "无", "无"), ("0", "—", ""), ("0.00", "不适用", "/")],
)
def test_by_target_does_not_count_an_empty_row_without_weight(weight: str, target: str, actual: str) -> None:
    outcome = RULE.score(row(weight, target=target, actual=actual))

    assert (outcome.status, outcome.points) == ("not_applicable", None)
    assert outcome.explanation == "没有分值，也没有填写内容，不适用。"


@pytest.mark.parametrize(
    ("weight", "target", "actual", "status"),
    [
        ("1", "无", "无", "judgement"),
        ("1", "无", "", "needs_data"),
        ("0", "≥95%", "", "needs_data"),
        ("1", "", "", "needs_data"),
    ],
)
def test_by_target_counts_a_row_with_weight_or_content(
    weight: str, target: str, actual: str, status: str
) -> None:
    assert RULE.score(row(weight, target=target, actual=actual)).status == status


def test_by_target_leaves_out_what_the_bureau_marks_as_not_applicable() -> None:
    outcome = RULE.score(row("5", target="≥95%", actual="96%", level="not_applicable", self_score="5"))

    assert (outcome.status, outcome.explanation) == ("not_applicable", "单位选择不适用。")


PENALTY = {"threshold": 130, "action": "scale", "factor": 1}


@pytest.mark.parametrize(
    ("target", "actual", "points", "flags"),
    [
        ("≥100人", "129人", "10", ()),
        ("≥100人", "190人", "4", ("over_target", "needs_reason")),
        ("≥3万人", "42.37万人", "0", ("over_target", "needs_reason")),
        ("≤5天", "1天", "10", ()),
        ("≤-2%", "-5%", "10", ()),
    ],
)
def test_by_target_cuts_what_is_exceeded_by_far_where_the_scheme_says(
    target: str, actual: str, points: str, flags: tuple[str, ...]
) -> None:
    rule = ByTarget.model_validate({"kind": "by_target", "deviation_penalty": PENALTY})

    outcome = rule.score(row("10", target=target, actual=actual))

    assert (outcome.points, outcome.flags, outcome.achieved) == (Decimal(points), flags, True)


def test_by_target_says_whether_a_target_was_reached_although_a_person_scores() -> None:
    outcomes = [
        RULE.score(row("10", target=target, actual=actual, name="合格率"))
        for target, actual in ((">90%", "90%"), ("18-22℃", "23℃"), ("≥95%", "5人"))
    ]

    assert [(each.status, each.achieved) for each in outcomes] == [
        ("judgement", False),
        ("judgement", False),
        ("judgement", None),
    ]


def test_by_target_names_its_formula_what_it_reads_and_what_it_does_with_excess() -> None:
    cut = ByTarget.model_validate({"kind": "by_target", "deviation_penalty": PENALTY})
    wrong = ByTarget.model_validate({"kind": "by_target", "deviation_penalty": PENALTY | {"threshold": 90}})

    assert (RULE.formula_id, RULE.cells) == ("by_target/linear/0.8/0.6", ("target", "actual"))
    assert cut.formula_id == "by_target/linear/0.8/0.6/deviation-scale-130"
    assert "的按超出比例扣分；完成值达到指标值130%的按超出部分的比例扣分" in cut.wording(Decimal(10))
    assert wrong.problems(Decimal(10)) == ["超额完成的界限（threshold）必须大于 100"]
