"""X_SCORE, S_DIFF, I_MET_CUT, I_UNMET_FULL, I_RATIO: self scores against what the rules give."""

import pytest

from tests.scoring.engine.checks.rows import WITHOUT_TARGET, found, in_row
from tests.scoring.engine.checks.small import FORM, findings

UNMET = "I_UNMET_FULL"
RANGE = "{kind: in_range, value: headcount, unit: 人, low: 8, high: 12}"
DEDUCT = "{kind: unit_deduct, value: headcount, unit: 人, threshold: 10, direction: max, per: 1}"


@pytest.mark.parametrize(
    ("actual", "own", "code"),
    [("80人", "50", UNMET), ("80人", "45", "I_RATIO"), ("80人", "40", None), ("100人", "45", "I_MET_CUT")],
)
def test_row_by_its_own_target_is_told_by_its_score(actual: str, own: str, code: str | None) -> None:
    changes = {
        "lists/rows/0/actual": actual,
        "lists/rows/0/self_score": own,
        "lists/rows/0/reason": "学员请假",
    }

    codes = [finding.code for finding in findings(changes) if finding.code.startswith("I_")]

    assert codes == ([code] if code else [])


@pytest.mark.parametrize(
    ("spent", "own", "severity"),
    [
        ("72.34", "7.2", "information"),
        ("72.5", "7.3", "information"),
        ("72.34", "7.3", "warning"),
        ("70.3", "7", "information"),
        ("72.34", "7", "warning"),
        ("72.34", "7.22", "warning"),
        ("99.6", "10", "warning"),
        ("99.6", "9.9", "warning"),
    ],
)
def test_score_rounded_to_a_tenth_is_information(spent: str, own: str, severity: str) -> None:
    changes = {"tables/funds/own/spent": spent, "answers/execution/self_score": own}

    (finding,) = found("X_SCORE", changes)

    assert (finding.severity, finding.touches_score) == (severity, severity == "warning")
    assert finding.message.endswith("得分保留两位小数，不先四舍五入到一位。") == (severity == "information")


@pytest.mark.parametrize(
    ("name", "target", "actual"),
    [
        ("冬季室温", "18-22℃", "30℃"),
        ("救助标准", "=500元/人", "300元/人"),
        ("新增就业率", ">90%", "90%"),
        ("预算调整率", "±20%以内", "35%"),
        ("酸碱度", "6.5-8.5", "9"),
        ("抽检批次", "300-350批次", "280批次"),
    ],
)
def test_full_marks_for_a_missed_target_that_a_person_scores(name: str, target: str, actual: str) -> None:
    (finding,) = in_row(UNMET, name=name, target=target, actual=actual)

    assert (finding.anchor, finding.severity, finding.stated) == ("page/r1/self_score", "warning", "50")
    assert finding.computed is None
    assert finding.touches_score
    assert finding.message.startswith(f"{name}与指标值不符却自评满分 50 分。完成值")
    assert "未达到指标值，需人工评分" in finding.message
    assert in_row(UNMET, name=name, target=target, actual=actual, self_score="49.5") == []


@pytest.mark.parametrize(
    ("name", "target", "actual"),
    [
        ("救助标准", "=500元/人", "600元/人"),
        ("抽检批次", "300-350批次", "400批次"),
        ("绿化面积", "300-350亩", "400亩"),
    ],
)
def test_figure_beyond_its_target_may_be_better(name: str, target: str, actual: str) -> None:
    assert in_row(UNMET, name=name, target=target, actual=actual) == []


def test_full_marks_with_one_decimal_are_full_marks() -> None:
    (finding,) = in_row(UNMET, target="≥1000人", actual="995人", weight="7.5", self_score="7.5")

    assert (finding.severity, finding.computed) == ("warning", "7.46")


def test_row_of_the_scheme_against_its_standard() -> None:
    form = FORM.replace(DEDUCT, RANGE)

    (finding,) = found(UNMET, {"facts/headcount": "15"}, form)

    assert finding.message == (
        "人员控制与评分标准不符却自评满分 20 分。人数15人，不在8人至12人范围内，需人工评分。"
    )
    assert found(UNMET, form=form) == []


def test_row_whose_weight_is_blank_claims_nothing() -> None:
    assert in_row(UNMET, name="冬季室温", target="18-22℃", actual="30℃", weight="", self_score="0") == []


@pytest.mark.parametrize(
    ("actual", "own", "code", "message"),
    [
        ("3%", "20", UNMET, "经济效益未完成指标值却得满分：自评 20 分，应为 12 分。"),
        ("3%", "15", "I_RATIO", "经济效益自评 15 分，按完成比例应为 12 分。"),
        ("6%", "15", "I_MET_CUT", "经济效益已完成指标值却扣分：自评 15 分，应为 20 分。"),
    ],
)
def test_row_of_a_split_group_is_told_itself(actual: str, own: str, code: str, message: str) -> None:
    changes = {"answers/economy/actual": actual, "answers/economy/self_score": own}

    (finding,) = found(code, changes)

    assert finding.anchor == "page/economy/self_score"
    assert finding.message.startswith(message)
    assert found("S_DIFF", changes) == []


@pytest.mark.parametrize("weight", [None, "15"])
def test_group_that_is_not_split_to_its_weight_has_nothing_to_compare(weight: str | None) -> None:
    changes = {
        "answers/economy/actual": "3%",
        "answers/economy/weight": weight,
        "answers/economy/self_score": "15",
    }

    assert [each for each in findings(changes) if each.code in (UNMET, "I_RATIO", "S_DIFF")] == []


@pytest.mark.parametrize("own", ["", "51"])
def test_blank_scores_and_scores_above_the_weight_are_for_other_checks(own: str) -> None:
    assert in_row(UNMET, actual="80人", self_score=own) == []
    assert in_row("I_RATIO", actual="80人", self_score=own) == []


def test_form_without_targets() -> None:
    assert in_row(UNMET, WITHOUT_TARGET, target="") == []
