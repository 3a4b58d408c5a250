"""Each check finds its contradiction, says it, and is silent on a filing that is right."""

import pytest

from tests.scoring.engine.checks.small import FORM, findings, only

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
        {"answers/heads/self_score": "19"},
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
        "预算执行率 50%，低于 90%，请在报告中说明原因和改进措施。",
        "50%",
        None,
    ),
    (
        "I_INEQ",
        {"lists/rows/0/actual": "≥100人"},
        "page/r1/actual",
        "information",
        "完成值应填写确数，不能写成“≥”“≤”：培训人数。",
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


@pytest.mark.parametrize(
    ("actual", "own", "code"),
    [("80人", "50", "I_UNMET_FULL"), ("80人", "45", "I_RATIO"), ("80人", "40", None)],
)
def test_unmet_target_is_told_by_its_score(actual: str, own: str, code: str | None) -> None:
    changes = {
        "lists/rows/0/actual": actual,
        "lists/rows/0/self_score": own,
        "lists/rows/0/reason": "学员请假",
    }

    codes = [finding.code for finding in findings(changes) if finding.code.startswith("I_")]

    assert codes == ([code] if code else [])


def test_qualitative_score_outside_its_band() -> None:
    row = "lists/rows/0/"
    found = only(
        "I_QBAND",
        {
            f"{row}target": "显著提升",
            f"{row}actual": "有所提升",
            f"{row}level": "partly",
            f"{row}self_score": "45",
        },
    )

    assert (found.anchor, found.stated, found.computed) == ("page/r1/self_score", "45", "30–39.99")


def test_grade_that_the_form_does_not_know() -> None:
    assert only("B_BAND", {"facts/grade": "甲等"}).message == "等次“甲等”不是本方案的等次（优、差）。"


def test_rate_is_compared_as_percent() -> None:
    assert only("X_RATE", {"facts/rate": "97"}).message.startswith("执行率填写 97%，应为 ")


def test_blank_required_cell_of_a_row_is_named() -> None:
    assert only("R_MISSING", {"lists/people/0/name": ""}).message == "第1行姓名必须填写。"


def test_level_without_rows_is_named_at_the_list() -> None:
    found = only("W_LEVEL", {"lists/rows/0/level1": "别的"})

    assert (found.anchor, found.stated) == ("page/rows", "0")


def test_split_weights_that_do_not_add_up_to_the_group() -> None:
    found = only("W_LEVEL", {"answers/economy/weight": "25"})

    assert (found.anchor, found.message) == ("page/split", "经济效益分值合计 25，应为 20。")


def test_self_score_above_the_weight_of_a_row_of_a_group() -> None:
    changes = {"answers/economy/weight": "15", "facts/total.table": None, "facts/total.form": None}

    assert only("S_GT_W", changes).anchor == "page/economy/self_score"


def test_too_few_rows() -> None:
    found = only("R_MISSING", {"lists/people": []})

    assert (found.anchor, found.message) == ("page/people", "页至少填写 1 行。")


@pytest.mark.parametrize(
    ("setting", "expected"), [("off", []), ("error", ["error"]), ("information", ["information"])]
)
def test_a_scheme_switches_a_check_off_or_sets_its_severity(setting: str, expected: list[str]) -> None:
    form = FORM.replace("check_settings: {", f"check_settings: {{T_DUP: {setting}, ")

    found = findings({"facts/total.form": "98"}, form)

    assert [finding.severity for finding in found if finding.code == "T_DUP"] == expected


def test_a_difference_is_stated_minus_computed() -> None:
    assert only("T_SUM", {"facts/total.table": "98", "facts/total.form": "98"}).difference == "-2"


def test_errors_come_first() -> None:
    found = findings({"facts/total.form": "98", "facts/name": "", "lists/rows/0/actual": "≥100人"})

    assert [finding.severity for finding in found] == ["error", "warning", "information"]
