"""I_COST: a cost with a floor as its target, or above its target with full marks."""

import pytest

from tests.scoring.engine.checks.rows import WITHOUT_TARGET, found, in_row
from tests.scoring.engine.checks.small import FORM

CODE = "I_COST"
COST = {"level1": "成本指标", "level2": "经济成本指标"}


def test_cost_with_a_floor() -> None:
    (finding,) = in_row(CODE, **COST, name="统战特别费", target="≥17.4万元", actual="17.4万元")

    assert (finding.anchor, finding.severity) == ("page/r1/target", "information")
    assert finding.stated == "≥17.4万元"
    assert finding.message == ("统战特别费是成本，指标值“≥17.4万元”却写成下限，花得越多越算完成。请改用“≤”。")


def test_more_money_than_planned_with_full_marks() -> None:
    (finding,) = in_row(CODE, **COST, name="保险财政配套", target="550元/人/年", actual="580元/人")

    assert (finding.anchor, finding.stated, finding.computed) == ("page/r1/actual", "580元/人", "550元/人/年")
    assert finding.message == (
        "保险财政配套完成值“580元/人”高于指标值“550元/人/年”，成本超出却得满分，请说明原因或调整得分。"
    )


@pytest.mark.parametrize(
    "cells",
    [
        {"name": "项目总成本", "target": "≤100万元", "actual": "120万元"},  # its score is disputed already
        {"name": "保险财政配套", "actual": "580元/人", "self_score": "40"},
        {"name": "保险财政配套", "actual": "580元/人", "reason": "国家统一提高标准"},
        {"name": "保险财政配套", "actual": "550元/人"},
        {"name": "补助标准", "target": "≥550元/人", "actual": "580元/人"},
        {"name": "保险财政配套", "actual": "已完成"},
        {"name": "成本节约率", "target": "≥5%", "actual": "6%"},
        {"name": "奖补标准", "target": "每亩不低于150元", "actual": "200元/亩"},
        {"name": "设备数量", "target": "=15台", "actual": "18台"},
        {"level1": "产出指标", "level2": "数量指标", "name": "单价", "actual": "580元/人"},
    ],
)
def test_costs_in_order_and_other_rows(cells: dict[str, str]) -> None:
    assert in_row(CODE, **{**COST, "target": "550元/人/年", **cells}) == []


def test_row_of_a_split_group_whose_score_is_disputed_already() -> None:
    form = FORM.replace("name: 经济效益, group", "name: 项目总成本, level2: 成本指标, group")
    cells = {"target": "≤100万元", "actual": "120万元"}
    changes = {f"answers/economy/{key}": text for key, text in cells.items()}

    assert found(CODE, changes, form) == []
    assert len(found("I_UNMET_FULL", changes, form)) == 1


def test_right_filing() -> None:
    assert found(CODE) == []


def test_form_without_targets_is_left_alone() -> None:
    assert in_row(CODE, WITHOUT_TARGET, **COST, name="统战特别费", target="≥17.4万元") == []
