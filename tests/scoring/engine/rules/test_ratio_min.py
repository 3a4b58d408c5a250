"""At least the target, else in proportion."""

from decimal import Decimal
from typing import Any

import pytest

from scoring.engine.rules.base import NEEDS_REASON, OVER_TARGET
from scoring.engine.rules.ratio_min import RatioMin
from tests.scoring.engine.filed import row


def rule(**parameters: Any) -> RatioMin:
    return RatioMin.model_validate({"kind": "ratio_min", **parameters})


TYPED = rule()
RATE = rule(value="办结 / 受理 * 100", target=95, unit="%")
COUNT = rule(target="上年", unit="人")
STRICT = rule(target=200, unit="万元", strict=True)

BY_FACTS = [
    (RATE, {"办结": "95", "受理": "100"}, "5", "办结95 ÷ 受理100 = 95.00% ≥ 95%，得满分5分。"),
    (RATE, {"办结": "100", "受理": "100"}, "5", "办结100 ÷ 受理100 = 100.00% ≥ 95%，得满分5分。"),
    (
        RATE,
        {"办结": "19", "受理": "30"},
        "3.33",
        "办结19 ÷ 受理30 = 63.33%，低于95%，5 × 63.3333 ÷ 95 = 3.33，得3.33分。",
    ),
    (RATE, {"办结": "0", "受理": "30"}, "0", "办结0 ÷ 受理30 = 0.00%，低于95%，不得分。"),
    (rule(value="结余", target=0), {"结余": "-1"}, "0", "结余-1，低于0，不得分。"),
    (rule(value="结余", target=0), {"结余": "0"}, "5", "结余0 ≥ 0，得满分5分。"),
    (rule(value="结余", target=-2), {"结余": "-3"}, "0", "结余-3，低于-2，不得分。"),
    (rule(value="结余", target=10), {"结余": "-3"}, "0", "结余-3，低于10，不得分。"),
]
BY_CELLS = [
    (
        TYPED,
        ">=42.6 万人",
        "424047人",
        "4.98",
        "参保42.4047万人，低于指标值42.6万人，5 × 42.4047 ÷ 42.6 = 4.98，得4.98分。",
    ),
    (TYPED, "426000", "426000", "5", "参保426000 ≥ 指标值426000，得满分5分。"),
    (TYPED, "100%", "100%到位", "5", "参保100% ≥ 指标值100%，得满分5分。"),
    (TYPED, "＞90%", "91%", "5", "参保91% > 指标值90%，得满分5分。"),
    (rule(unit="%"), "4分（5分制）", "90%", "5", "参保90% ≥ 指标值80%，得满分5分。"),
    (rule(target=15, unit="篇"), "", "20 余篇", "5", "参保20篇 ≥ 15篇，得满分5分。"),
    (STRICT, "", "380.75 万元", "5", "参保380.75万元 > 200万元，得满分5分。"),
    (STRICT, "", "199.995万元", "5", "参保199.995万元，低于200万元，5 × 199.995 ÷ 200 = 5.00，得满分5分。"),
]
OPEN = [
    (RATE, {}, {"受理": "3"}, "needs_data", ("办结",), "缺少数据：办结。"),
    (
        RATE,
        {},
        {"办结": "3", "受理": "0"},
        "needs_data",
        ("受理",),
        "受理为0或未填，无法计算比率，需补充数据。",
    ),
    (COUNT, {"actual": "5人"}, {}, "needs_data", ("上年",), "缺少数据：上年。"),
    (TYPED, {"actual": "5人"}, {}, "needs_data", (), "尚未填写指标值。"),
    (TYPED, {"target": "5人"}, {}, "needs_data", (), "尚未填写完成值。"),
    (
        TYPED,
        {"target": "5人", "actual": "很多"},
        {},
        "needs_data",
        (),
        "完成值“很多”不能读出数值，请填写确数。",
    ),
    (TYPED, {"target": "5人", "actual": "≤9人"}, {}, "needs_data", (), "完成值“≤9人”只是上限，请填写确数。"),
    (
        TYPED,
        {"target": "显著提升", "actual": "5人"},
        {},
        "judgement",
        (),
        "指标值“显著提升”不能读出一个数值，需人工评分。",
    ),
    (TYPED, {"target": "约5人", "actual": "5人"}, {}, "judgement", (), "指标值“约5人”只是约数，需人工评分。"),
    (
        TYPED,
        {"target": "≤5人", "actual": "5人"},
        {},
        "judgement",
        (),
        "指标值“≤5人”的方向与评分标准不符，需人工评分。",
    ),
    (
        TYPED,
        {"target": "24次", "actual": "24场"},
        {},
        "judgement",
        (),
        "完成值“24场”的单位与标准的单位“次”不一致，需人工评分。",
    ),
    (
        TYPED,
        {"target": "24", "actual": "24场"},
        {},
        "judgement",
        (),
        "完成值“24场”的单位与标准的单位“无”不一致，需人工评分。",
    ),
    (
        rule(unit="%"),
        {"target": "5人", "actual": "5%"},
        {},
        "judgement",
        (),
        "指标值“5人”的单位与标准的单位“%”不一致，需人工评分。",
    ),
    (
        rule(unit="%"),
        {"target": "0.9", "actual": "5%"},
        {},
        "judgement",
        (),
        "指标值“0.9”没有单位，需人工评分。",
    ),
]
ZERO = {"办结": "0", "受理": "0"}
ZERO_POLICIES = [
    ("full", "scored", Decimal(5), "受理为0，无法计算比率，按方案得满分5分。"),
    ("zero", "scored", Decimal(0), "受理为0，无法计算比率，按方案不得分。"),
    ("not_applicable", "not_applicable", None, "受理为0，按方案本项不适用。"),
]
FIXED = {"threshold": 130, "action": "fixed", "points": 2}
SCALE = {"threshold": 130, "action": "scale", "factor": "0.5"}
FLAG = {"threshold": 120, "inclusive": False, "action": "flag"}
OVER = [
    (FIXED, "129人", "5", (), "参保129人 ≥ 指标值100人，得满分5分。"),
    (
        FIXED,
        "130人",
        "3",
        (OVER_TARGET, NEEDS_REASON),
        "参保130人 ≥ 指标值100人，达到指标值的130.00%，5 − 2.00，得3分，须说明原因。",
    ),
    (
        SCALE,
        "190人",
        "3.5",
        (OVER_TARGET, NEEDS_REASON),
        "参保190人 ≥ 指标值100人，达到指标值的190.00%，5 − 1.50，得3.5分，须说明原因。",
    ),
    (FLAG, "120人", "5", (), "参保120人 ≥ 指标值100人，得满分5分。"),
    (FLAG, "121人", "5", (OVER_TARGET,), "参保121人 ≥ 指标值100人，达到指标值的121.00%，得满分5分。"),
    (
        {"threshold": 130, "action": "reason"},
        "200人",
        "5",
        (OVER_TARGET, NEEDS_REASON),
        "参保200人 ≥ 指标值100人，达到指标值的200.00%，得满分5分，须说明原因。",
    ),
]
PLAIN_WORDING = "达到指标值，得5分；未达到的按完成值与指标值的比例记分"
SCALE_WORDING = "完成值达到指标值130%的按超出部分的比例扣分（每超出指标值100%扣分值的50%）"
WORDINGS = [
    (TYPED, "达到指标值，得5分；未达到的按完成值与指标值的比例记分。"),
    (RATE, "达到95%，得5分；未达到的按完成值与95%的比例记分。"),
    (COUNT, "达到目标值，得5分；未达到的按完成值与目标值的比例记分。"),
    (STRICT, "超过200万元，得5分；未超过的按完成值与200万元的比例记分。"),
    (
        rule(deviation_penalty=FIXED, zero_denominator="full"),
        "达到指标值，得5分；未达到的按完成值与指标值的比例记分；完成值达到指标值130%的扣2分；分母为0的得满分。",
    ),
    (
        rule(deviation_penalty=SCALE),
        f"{PLAIN_WORDING}；{SCALE_WORDING}。",
    ),
    (
        rule(deviation_penalty=FLAG),
        "达到指标值，得5分；未达到的按完成值与指标值的比例记分；完成值超过指标值120%的予以标注。",
    ),
    (
        rule(deviation_penalty={"threshold": 130, "action": "reason"}),
        "达到指标值，得5分；未达到的按完成值与指标值的比例记分；完成值达到指标值130%的须说明原因。",
    ),
]
PROBLEMS = [
    (TYPED, []),
    (RATE, []),
    (rule(target=95), ["指标值和完成值只有一个由单位填写时，必须写 unit"]),
    (rule(value="完成"), ["指标值和完成值只有一个由单位填写时，必须写 unit"]),
    (rule(deviation_penalty=FIXED | {"threshold": 100}), ["超额完成的界限（threshold）必须大于 100"]),
    (
        rule(deviation_penalty={"threshold": 130, "action": "flag", "points": 2}),
        ["action 为 fixed 时才写 points，且必须大于 0"],
    ),
    (
        rule(deviation_penalty={"threshold": 130, "action": "scale"}),
        ["action 为 scale 时才写 factor，且必须大于 0"],
    ),
]


@pytest.mark.parametrize(("given", "figures", "points", "explanation"), BY_FACTS)
def test_ratio_min_scores_a_formula(
    given: RatioMin, figures: dict[str, str], points: str, explanation: str
) -> None:
    outcome = given.score(row("5", figures))

    assert (outcome.status, outcome.points, outcome.explanation) == ("scored", Decimal(points), explanation)
    assert outcome.achieved is ("≥" in explanation)


@pytest.mark.parametrize(("given", "target", "actual", "points", "explanation"), BY_CELLS)
def test_ratio_min_scores_the_rows_own_cells(
    given: RatioMin, target: str, actual: str, points: str, explanation: str
) -> None:
    outcome = given.score(row("5", name="参保", target=target, actual=actual))

    assert (outcome.status, outcome.points, outcome.explanation) == ("scored", Decimal(points), explanation)
    assert outcome.achieved is ("低于" not in explanation)


@pytest.mark.parametrize(("given", "cells", "figures", "status", "missing", "explanation"), OPEN)
def test_ratio_min_says_what_it_cannot_compare(
    given: RatioMin,
    cells: dict[str, str],
    figures: dict[str, str],
    status: str,
    missing: tuple[str, ...],
    explanation: str,
) -> None:
    outcome = given.score(row("5", figures, **cells))

    assert (outcome.status, outcome.points, outcome.missing) == (status, None, missing)
    assert (outcome.explanation, outcome.low, outcome.high) == (explanation, 0, 5)


@pytest.mark.parametrize(
    ("given", "target"), [(STRICT, ""), (rule(), ">200万元"), (rule(unit="万元"), "超过200万元")]
)
def test_ratio_min_leaves_a_target_that_is_reached_but_not_exceeded_to_a_person(
    given: RatioMin, target: str
) -> None:
    outcome = given.score(row("5", target=target, actual="200万元"))

    assert (outcome.status, outcome.achieved) == ("judgement", False)
    assert outcome.explanation.endswith("，应超过而没有超过，需人工评分。")


@pytest.mark.parametrize(("policy", "status", "points", "explanation"), ZERO_POLICIES)
def test_ratio_min_gives_a_zero_denominator_what_the_scheme_says(
    policy: str, status: str, points: Decimal | None, explanation: str
) -> None:
    given = rule(value="办结 / 受理 * 100", target=95, unit="%", zero_denominator=policy)

    outcome = given.score(row("5", ZERO))

    assert (outcome.status, outcome.points, outcome.explanation) == (status, points, explanation)
    assert outcome.achieved is None


def test_ratio_min_names_no_fact_where_the_denominator_has_none() -> None:
    outcome = rule(value="办结 / (1 - 1)", target=95).score(row("5", ZERO))

    assert (outcome.missing, outcome.explanation) == ((), "分母为0或未填，无法计算比率，需补充数据。")


@pytest.mark.parametrize(("penalty", "actual", "points", "flags", "explanation"), OVER)
def test_ratio_min_treats_a_target_exceeded_by_far_as_the_scheme_says(
    penalty: dict[str, Any], actual: str, points: str, flags: tuple[str, ...], explanation: str
) -> None:
    given = rule(deviation_penalty=penalty)

    outcome = given.score(row("5", name="参保", target="100人", actual=actual))

    assert (outcome.points, outcome.flags, outcome.explanation) == (Decimal(points), flags, explanation)
    assert outcome.achieved is True


def test_ratio_min_without_a_policy_takes_nothing_off() -> None:
    outcome = TYPED.score(row("5", target="3万人", actual="42.37万人"))

    assert (outcome.points, outcome.flags) == (5, ())


@pytest.mark.parametrize(("given", "wording"), WORDINGS)
def test_ratio_min_wording_is_made_of_its_parameters(given: RatioMin, wording: str) -> None:
    assert given.wording(Decimal(5)) == wording


@pytest.mark.parametrize(("given", "problems"), PROBLEMS)
def test_ratio_min_problems(given: RatioMin, problems: list[str]) -> None:
    assert given.problems(Decimal(5)) == problems


def test_ratio_min_names_its_formula_and_what_it_reads() -> None:
    assert (TYPED.formula_id, TYPED.cells, TYPED.formula_texts) == ("ratio_min", ("target", "actual"), ())
    assert (RATE.cells, RATE.formula_texts) == ((), ("办结 / 受理 * 100", "95"))
    assert STRICT.formula_id == "ratio_min/strict"
    assert rule(deviation_penalty=FIXED).formula_id == "ratio_min/deviation-fixed-130"
    assert rule(zero_denominator="zero").formula_id == "ratio_min/zero-zero"
