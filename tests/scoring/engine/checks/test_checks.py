"""Each check finds its contradiction, says it, and is silent on a filing that is right."""

import pytest

from tests.scoring.engine.checks.small import findings, only

CASES = [
    ("R_MISSING", {"facts/name": " "}, "page/name", "error", "名称必须填写。", None, None),
    (
        "R_VALUE",
        {"facts/headcount": "1.5"},
        "page/headcount",
        "error",
        "人数：应为整数，读到的是 1.5。",
        "1.5",
        None,
    ),
    (
        "S_GT_W",
        {"answers/heads/self_score": "21"},
        "page/heads/self_score",
        "error",
        "人员控制自评得分 21 高于分值 20。",
        "21",
        "20",
    ),
    (
        "T_SUM",
        {"facts/total.table": "98", "facts/total.form": "98"},
        "page/total.table",
        "warning",
        "总分填写 98，各行自评得分合计 100。",
        "98",
        "100",
    ),
    (
        "T_DUP",
        {"facts/total.form": "98"},
        "page/total.form",
        "warning",
        "同一总分在表中有两个数：综合得分 98，总分 100。",
        "98",
        "100",
    ),
    (
        "B_BAND",
        {"facts/grade": "差"},
        "page/grade",
        "warning",
        "等次填写“差”，总分 100 对应“优”。",
        "差",
        "优",
    ),
    (
        "X_SCORE",
        {"answers/execution/self_score": "9"},
        "page/execution/self_score",
        "warning",
        "预算执行率自评 9 分，按执行率应为 10 分。本单位执行数100 ÷ 本单位预算数100 = 100.00%，得满分10分。",
        "9",
        "10",
    ),
    (
        "S_DIFF",
        {"facts/headcount": "12"},
        "page/heads/self_score",
        "warning",
        "人员控制自评 20 分，按评分标准应为 18 分。人数12人，超过10人 2.00人，20 − 1 × 2.00，得18分。",
        "20",
        "18",
    ),
    (
        "I_MET_CUT",
        {"lists/rows/0/self_score": "40"},
        "page/r1/self_score",
        "warning",
        (
            "培训人数已完成指标值却扣分：自评 40 分，应为 50 分。"
            "完成值 100人 ÷ 指标值 ≥100人 = 100.00%，得满分50分。"
        ),
        "40",
        "50",
    ),
    ("X_RATE", {"facts/rate": "97"}, "page/rate", "warning", None, "97", "100"),
    (
        "X_PARTS",
        {"tables/funds/own/full": "101"},
        "page/funds/own/full",
        "warning",
        "预算数填写 101万元，应为 其中甲60 + 其中乙40 = 100万元。",
        "101",
        "100",
    ),
    ("X_OWN", {"facts/headcount": "9"}, "page/headcount", "information", None, "9", "20"),
    (
        "W_LEVEL",
        {"lists/rows/0/weight": "51"},
        "page/r1/weight",
        "warning",
        "产出指标各行分值合计 51，应为 50。",
        "51",
        "50",
    ),
    (
        "I_REASON",
        {"facts/headcount": "11", "answers/heads/self_score": "19"},
        "page/heads/reason",
        "warning",
        "人员控制自评 19 分，低于分值 20 分，请填写原因。",
        None,
        None,
    ),
    (
        "X_LOW",
        {"tables/funds/own/spent": "50"},
        "page/execution",
        "information",
        "预算执行率 50%，低于 90%，请在自评报告中说明原因和改进措施。",
        "50%",
        None,
    ),
    (
        "I_INEQ",
        {"lists/rows/0/actual": "≥100人"},
        "page/r1/actual",
        "information",
        "完成值应填写确数，不能写成“≥”“≤”“以上”“约”：培训人数。",
        None,
        None,
    ),
    (
        "I_ECHO",
        {"lists/rows/0/actual": "显著提升", "lists/rows/0/target": "显著提升"},
        "page/r1/actual",
        "information",
        "完成值照抄指标值，请写明实际完成情况：培训人数。",
        None,
        None,
    ),
    (
        "I_GROUP",
        {"answers/economy/weight": None},
        "page/split",
        "information",
        "经济效益共 20 分，未拆分到各项指标，系统不能核分。",
        None,
        None,
    ),
]


@pytest.mark.parametrize(("code", "changes", "anchor", "severity", "message", "stated", "computed"), CASES)
def test_check_finds(code, changes, anchor, severity, message, stated, computed) -> None:  # type: ignore[no-untyped-def]
    found = only(code, changes)

    assert (found.anchor, found.severity, found.stated, found.computed) == (
        anchor,
        severity,
        stated,
        computed,
    )
    assert message is None or found.message.replace("本单位", "") == message.replace("本单位", "")


def test_a_right_filing_draws_nothing() -> None:
    assert findings() == []


def test_rate_is_compared_as_percent() -> None:
    assert only("X_RATE", {"facts/rate": "97"}).message.startswith("执行率填写 97%，应为 ")


def test_a_difference_is_stated_minus_computed() -> None:
    assert only("T_SUM", {"facts/total.table": "98", "facts/total.form": "98"}).difference == "-2"
