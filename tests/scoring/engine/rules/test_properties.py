"""What holds for every kind of rule, whatever is filed."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from scoring.engine.numbers import plain
from scoring.engine.rules.base import RowInput, RuleModel
from scoring.engine.rules.registry import Rule
from tests.scoring.engine.filed import Figures, row

RULES: TypeAdapter[RuleModel] = TypeAdapter(Rule)
RATE = "完成 / 计划 * 100"
BANDS = [{"low": 90, "points": 2}, {"low": 60, "high": 90, "points": 1}]
QUESTIONS = [{"key": "a", "text": "甲"}, {"key": "b", "text": "乙"}]
PENALTIES: list[dict[str, Any]] = [
    {"threshold": 130, "action": "flag"},
    {"threshold": 130, "action": "reason"},
    {"threshold": 130, "action": "fixed", "points": 2},
    {"threshold": 120, "inclusive": False, "action": "scale", "factor": "0.7"},
]


def every(kind: str, *variants: dict[str, Any]) -> list[RuleModel]:
    return [RULES.validate_python({"kind": kind} | variant) for variant in variants]


def on_figures(**parameters: Any) -> list[dict[str, Any]]:
    """By facts with every answer to a zero denominator, and by the row's own cells."""
    policies = ("needs_data", "full", "zero", "not_applicable")
    by_facts = [parameters | {"value": RATE, "unit": "%", "zero_denominator": policy} for policy in policies]
    return [*by_facts, parameters | {"unit": "%"}]


ALL = [
    *every("achievement", {}),
    *every("all_or_nothing", {}, {"target": "≥95%"}, {"items": QUESTIONS}),
    *every("all_or_nothing", {"condition": "完成 / 计划 >= 1", "text": "完成", "zero_denominator": "zero"}),
    *every("bands", *on_figures(bands=BANDS, else_points="0.5")),
    *every("by_target", {}, {"reverse": "inverse"}, *({"deviation_penalty": each} for each in PENALTIES)),
    *every("checklist", {"items": [QUESTIONS[0] | {"share": "0.3", "gate": True}, QUESTIONS[1] | {"share": "0.7"}]}),
    *every(
        "compare_reference",
        {"actual": "完成", "reference": "计划", "cases": [{"when": "完成 / 计划 > 1", "text": "多", "points": 1}]},
        {"reference": "计划", "cases": [{"relation": "stable", "text": "稳", "points": 1}], "tolerance": 5},
    ),
    *every("deadline", {}, {"late": "per_day", "per": "0.3"}, {"due": "2022年12月", "late": "share", "share": "0.3"}),
    *every("equal_target", *({"mode": mode} for mode in ("at_least", "strict", "two_sided"))),
    *every("equal_target", *on_figures(target="计划 - 完成"), *on_figures(mode="two_sided", target=-3)),
    *every("exec_rate", *({"numerator": "完成 - 样本", "denominator": "计划", "over_100": o} for o in ("cap", "zero"))),
    *every("exec_rate", {"numerator": "完成", "denominator": "计划", "bands": BANDS, "zero_denominator": "full"}),
    *every("external_convert", {"score_fact": "完成", "max_fact": "计划", "source": "考核"}),
    *every("group_split", {}),
    *every("in_range", {}, {"outside": "zero"}, {"outside": "linear", "reach": 7}),
    *every("in_range", *on_figures(low=-5, high=5, high_in=False, outside="linear", reach=3)),
    *every("not_applicable", {}, {"policy": "full"}, {"policy": "zero"}),
    *every("qual_three_level", {}),
    *every("ratio_max", {}, {"mode": "inverse", "strict": True}, *on_figures(target="样本", mode="inverse")),
    *every("ratio_min", {}, {"strict": True}, *({"deviation_penalty": each} for each in PENALTIES)),
    *every("ratio_min", *on_figures(target="样本", deviation_penalty=PENALTIES[3])),
    *every("reviewer_judgement", {}),
    *every("satisfaction_scaled", {}, *on_figures(target=90, sample="样本")),
    *every("unit_deduct", *on_figures(threshold=100, direction="max", per="0.5", partial="ceil")),
    *every("unit_deduct", *on_figures(threshold=90, direction="min", per="0.1", per_mode="share")),
    *every("violation_deduct", {"per": "0.3", "items": ["甲"]}, {"per": "0.2", "per_mode": "share", "items": []}),
]  # fmt: skip

BY_KIND = {rule.kind: [each for each in ALL if each.kind == rule.kind] for rule in ALL}
KINDS = pytest.mark.parametrize("kind", sorted(BY_KIND))

FIGURES = st.one_of(
    st.integers(min_value=-(10**15) + 1, max_value=10**15 - 1).map(Decimal),
    st.decimals(min_value=-(10**6), max_value=10**6, places=4),
    st.sampled_from([Decimal(0), Decimal("0.000001"), Decimal("1e-40"), Decimal(100)]),
)
CELLS = st.one_of(
    st.builds(
        lambda sign, number, unit: f"{sign}{plain(number)}{unit}",
        st.sampled_from(["", "≥", "≤", ">", "<", "=", "约", "±", "第"]),
        FIGURES,
        st.sampled_from(
            ["", "%", "人", "万人", "元", "万亿元", "天", "次/周", "‰", "分（5分制）", "以上", "年6月"]
        ),
    ),
    st.sampled_from(
        [
            "",
            " ",
            "无",
            "—",
            "显著提升",
            "18—22℃",
            "22-18℃",
            "2022年6月",
            "12月底前",
            "未完成",
            "达成预期指标",
            "0/0=0%",
        ]
    ),
    st.text(max_size=12),
)
WEIGHTS = st.decimals(min_value=0, max_value=100, places=2)
ROWS = st.builds(
    RowInput,
    weight=WEIGHTS,
    facts=st.builds(
        Figures, st.dictionaries(st.sampled_from(["完成", "计划", "样本"]), FIGURES.map(plain), max_size=3)
    ),
    name=st.sampled_from(["参保率", "投诉数", "成本", ""]),
    level2=st.sampled_from(["数量指标", "成本指标", ""]),
    target=CELLS,
    actual=CELLS,
    level=st.sampled_from(["", "met", "partly", "unmet", "not_applicable", "好"]),
    self_score=st.one_of(st.none(), st.decimals(min_value=-5, max_value=105, places=2)),
    absent=st.sampled_from([(), ("level",), ("target", "actual", "level")]),
    items=st.dictionaries(
        st.sampled_from(["a", "b", "count"]),
        st.sampled_from(["yes", "no", "", "0", "7", "³", "9" * 40]),
        max_size=3,
    ),
    children=st.lists(
        st.builds(row, st.sampled_from(["-1", "0", "1", "50"]), target=CELLS, actual=CELLS), max_size=3
    ).map(tuple),
)


def test_every_kind_is_here() -> None:
    assert set(BY_KIND) == set(RULES.json_schema()["discriminator"]["mapping"])


@KINDS
@settings(max_examples=60, deadline=None)
@given(data=st.data(), filed=ROWS)
def test_every_rule_scores_inside_the_weight_whatever_is_filed(
    kind: str, data: st.DataObject, filed: RowInput
) -> None:
    rule = data.draw(st.sampled_from(BY_KIND[kind]))

    outcome = rule.score(filed)

    assert 0 <= outcome.low <= outcome.high <= filed.weight
    assert (outcome.points is not None) is (outcome.status in ("scored", "accepted"))
    assert outcome.explanation.strip().endswith("。")
    if outcome.points is not None:
        assert outcome.low == outcome.points == outcome.high
        assert outcome.points == round(outcome.points, 2)
    if outcome.status == "scored" and (reachable := rule.reachable(filed.weight)) is not None:
        assert outcome.points in reachable


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.formula_id)
@pytest.mark.parametrize("weight", ["0", "5", "7.25"])
def test_every_rule_says_its_standard_in_words(rule: RuleModel, weight: str) -> None:
    assert rule.wording(Decimal(weight)).endswith("。")
    assert rule.formula_id.startswith(rule.kind)


RISING = [
    *every("ratio_min", *on_figures(target=90), {"target": 7, "unit": "人"}, {"target": 0, "unit": "人"}),
    *every("equal_target", {"target": 7, "unit": "人"}),
    *every("exec_rate", {"numerator": "完成", "denominator": "计划"}),
    *every("satisfaction_scaled", {"target": 90}, {"target": 90, "value": RATE}),
    *every("unit_deduct", *on_figures(threshold=90, direction="min", per="0.3", partial="floor")),
    *every("by_target", {}),
    *every("external_convert", {"score_fact": "完成", "max_fact": "计划", "source": "考核"}),
]
FALLING = [
    *every("ratio_max", *on_figures(target=90), {"target": 7, "unit": "人", "mode": "inverse"}),
    *every("unit_deduct", *on_figures(threshold=90, direction="max", per="0.3", partial="ceil")),
]
DONE = st.integers(min_value=0, max_value=300)


def scored(rule: RuleModel, done: int, unit: str) -> Decimal | None:
    figures = {"完成": str(done), "计划": "100"}
    return rule.score(row("5", figures, target=f"≥90{unit}", actual=f"{done}{unit}", name="参保")).points


def unit_of(rule: RuleModel) -> str:
    return getattr(rule, "unit", "") or "%"


@pytest.mark.parametrize("rule", RISING, ids=lambda rule: rule.formula_id)
@settings(max_examples=30)
@given(less=DONE, more=DONE)
def test_more_completed_never_gets_fewer_points(rule: RuleModel, less: int, more: int) -> None:
    low, high = (scored(rule, done, unit_of(rule)) for done in sorted((less, more)))

    assert low is not None
    assert high is not None
    assert low <= high


@pytest.mark.parametrize("rule", FALLING, ids=lambda rule: rule.formula_id)
@settings(max_examples=30)
@given(less=DONE, more=DONE)
def test_more_of_what_should_be_little_never_gets_more_points(rule: RuleModel, less: int, more: int) -> None:
    low, high = (scored(rule, done, unit_of(rule)) for done in sorted((less, more)))

    assert low is not None
    assert high is not None
    assert low >= high


@given(early=st.integers(min_value=1, max_value=28), late=st.integers(min_value=1, max_value=28))
def test_a_later_date_never_gets_more_points(early: int, late: int) -> None:
    rule = every("deadline", {"due": "2022-06-10", "late": "per_day", "per": "0.3"})[0]

    first, second = (rule.score(row("5", actual=f"2022年6月{day}日")).points for day in sorted((early, late)))

    assert first is not None
    assert second is not None
    assert first >= second


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.formula_id)
def test_no_rule_gives_a_negative_weight_a_score(rule: RuleModel) -> None:
    outcome = rule.score(row("-5", {"完成": "9", "计划": "9", "样本": "9"}, target="95%", actual="95%"))

    assert (outcome.low, outcome.high) == (0, 0)


def test_a_figure_divided_by_next_to_nothing_can_still_be_printed() -> None:
    rules = every("by_target", {"deviation_penalty": PENALTIES[0]}) + every("ratio_min", {})

    outcomes = [rule.score(row("5", target=f"≥0.{'0' * 60}1元", actual="9万亿元")) for rule in rules]

    assert [outcome.points for outcome in outcomes] == [5, 5]
