"""I_OVER: a target exceeded by far asks why."""

import pytest

from tests.scoring.engine.checks.rows import (
    WITHOUT_ACTUAL,
    WITHOUT_REASON,
    WITHOUT_TARGET,
    found,
    in_row,
    with_standards,
)
from tests.scoring.engine.checks.small import FORM

CODE = "I_OVER"


def test_target_exceeded_by_far_asks_for_the_reason() -> None:
    (finding,) = in_row(CODE, actual="1412人")

    assert (finding.anchor, finding.severity) == ("page/r1/actual", "information")
    assert (finding.stated, finding.computed) == ("1412人", "≥100人")
    assert finding.message == (
        "培训人数完成值“1412人”是指标值“≥100人”的 1412%（达到 130% 的要分析原因），"
        "请在偏差原因中说明，并核实指标值是否偏低。"
    )


@pytest.mark.parametrize(("actual", "count"), [("129人", 0), ("130人", 1), ("100人", 0), ("80人", 0)])
def test_limit_itself_counts(actual: str, count: int) -> None:
    assert len(in_row(CODE, actual=actual)) == count


def test_written_reason_is_enough() -> None:
    assert in_row(CODE, actual="200人", reason="上级追加任务") == []


def test_form_without_a_cell_for_reasons_points_to_the_report() -> None:
    (finding,) = in_row(CODE, WITHOUT_REASON, actual="200人")

    assert "请在自评报告中说明" in finding.message


@pytest.mark.parametrize(
    ("setting", "count"),
    [("over_achievement: 250", 0), ("over_achievement: null", 0), ("execution_gap: 5", 1)],
)
def test_scheme_sets_the_limit(setting: str, count: int) -> None:
    assert len(in_row(CODE, with_standards(setting), actual="200人")) == count


@pytest.mark.parametrize(
    ("name", "target", "actual"),
    [
        ("投诉率", "≤1%", "3%"),
        ("救助标准", "=500元/人", "800元/人"),
        ("接待人次", "≤100人次", "300人次"),
        ("培训次数", "2次/周", "300人"),
        ("出版刊物", "每两月1期", "6期"),
        ("影响力", "显著提升", "显著提升"),
    ],
)
def test_only_targets_of_which_more_is_better(name: str, target: str, actual: str) -> None:
    assert in_row(CODE, name=name, target=target, actual=actual) == []


def test_rows_of_a_group_are_looked_at() -> None:
    (finding,) = found(CODE, {"answers/economy/actual": "15%"})

    assert finding.anchor == "page/economy/actual"


def test_rule_with_a_lower_limit_of_its_own_marks_the_row() -> None:
    rule = "{kind: by_target, deviation_penalty: {threshold: 110, action: flag}}"
    form = FORM.replace("default_rule: {kind: by_target}", f"default_rule: {rule}")

    assert len(in_row(CODE, form, actual="115人")) == 1
    assert in_row(CODE, form, actual="105人") == []


DEDUCT = "{kind: unit_deduct, value: headcount, unit: 人, threshold: 10, direction: max, per: 1}"


def of_rule(rule: str, columns: str = "[actual]") -> str:
    """The form whose scheme gives the target of a row."""
    return FORM.replace(
        f"name: 人员控制, weight: 20,\n     rule: {DEDUCT}",
        f"name: 追回基金, weight: 20, columns: {columns}, rule: {rule}",
    )


@pytest.mark.parametrize(
    ("rule", "target"),
    [
        ("{kind: ratio_min, target: 200, unit: 万元}", "200万元"),
        ("{kind: all_or_nothing, target: ≥200万元}", "≥200万元"),
        ("{kind: equal_target, target: 200, unit: 人}", "200人"),
    ],
)
def test_target_of_the_rule(rule: str, target: str) -> None:
    unit = target[-1] if target.endswith("人") else "万元"
    actual = {"answers/heads/actual": f"380.75{unit}"}

    (finding,) = found(CODE, actual, of_rule(rule))

    assert (finding.anchor, finding.stated, finding.computed) == (
        "page/heads/actual",
        f"380.75{unit}",
        target,
    )
    assert finding.message == (
        f"追回基金完成值“380.75{unit}”是评分标准所定目标“{target}”的 190.38%（达到 130% 的要分析原因），"
        "请在自评报告中说明。"
    )
    assert found(CODE, {"answers/heads/actual": f"259.99{unit}"}, of_rule(rule)) == []


def test_target_of_the_rule_against_facts_and_a_written_reason() -> None:
    rule = "{kind: ratio_min, value: headcount, target: 6, unit: 人}"

    (finding,) = found(CODE, form=of_rule(rule, "[reason]"))

    assert finding.anchor == "page/heads"
    assert finding.message.endswith("请在偏差原因中说明。")
    assert found(CODE, {"answers/heads/reason": "上级追加任务"}, of_rule(rule, "[reason]")) == []


def test_row_that_has_a_target_beside_that_of_the_rule_is_said_once() -> None:
    form = of_rule("{kind: ratio_min, target: 200, unit: 人}", "[target, actual]")

    (finding,) = found(CODE, {"answers/heads/target": "≥200人", "answers/heads/actual": "400人"}, form)

    assert finding.computed == "≥200人"


def test_rule_s_own_limit_counts_for_its_target_too() -> None:
    rule = "{kind: ratio_min, target: 200, unit: 人, deviation_penalty: {threshold: 110, action: flag}}"

    assert len(found(CODE, {"answers/heads/actual": "230人"}, of_rule(rule))) == 1


@pytest.mark.parametrize(
    ("rule", "actual"),
    [
        ("{kind: ratio_max, target: 200, unit: 人}", "100人"),
        ("{kind: ratio_min, target: 200, unit: 人}", "很多"),
        ("{kind: ratio_min, target: 0, unit: 人}", "5人"),
        ("{kind: equal_target, target: 200, unit: 人, mode: two_sided}", "400人"),
        ("{kind: all_or_nothing, target: ≤200人}", "20人"),
        ("{kind: all_or_nothing, target: 有效开展}", "有效开展"),
        (DEDUCT, ""),
    ],
)
def test_rules_without_a_target_of_which_more_is_better(rule: str, actual: str) -> None:
    assert found(CODE, {"answers/heads/actual": actual}, of_rule(rule)) == []


@pytest.mark.parametrize("form", [WITHOUT_TARGET, WITHOUT_ACTUAL])
def test_forms_without_both_cells_are_left_alone(form: str) -> None:
    assert in_row(CODE, form, actual="1412人") == []
