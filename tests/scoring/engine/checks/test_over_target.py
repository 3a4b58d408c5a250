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


@pytest.mark.parametrize("form", [WITHOUT_TARGET, WITHOUT_ACTUAL])
def test_forms_without_both_cells_are_left_alone(form: str) -> None:
    assert in_row(CODE, form, actual="1412人") == []
