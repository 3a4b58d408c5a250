"""I_NA: an indicator that doesn't apply and takes points all the same."""

import pytest

from tests.scoring.engine.checks.rows import WITHOUT_ACTUAL, found, in_row
from tests.scoring.engine.checks.small import FORM

CODE = "I_NA"
NONE = {
    "level2": "生态效益指标",
    "name": "无",
    "target": "无",
    "actual": "无",
    "weight": "1",
    "self_score": "1",
}


def test_row_marked_as_none_with_points() -> None:
    (finding,) = in_row(CODE, **NONE)

    assert (finding.anchor, finding.severity, finding.stated) == ("page/r1/self_score", "warning", "1")
    assert finding.needs_explanation
    assert finding.message == (
        "生态效益指标填“无”，却自评 1 分；不适用的指标不计分，分值由其他指标分担。"
        "请把达成程度选为“不适用”或调整分值；确有完成情况的，请写明。"
    )


@pytest.mark.parametrize(
    "cells",
    [
        {"actual": "100%"},
        {"name": "生态效益", "target": "不适用", "actual": "不适用"},
        {"name": "利息补贴保障率", "target": "100%", "actual": "无"},
        {"name": "设备数量", "target": "≥5台", "actual": "不涉及"},
        {"name": "事故起数", "target": "0起", "actual": "不适用"},
        {"name": "无", "target": "", "actual": ""},
    ],
)
def test_other_ways_to_say_so(cells: dict[str, str]) -> None:
    assert len(in_row(CODE, **{**NONE, **cells})) == 1


@pytest.mark.parametrize(
    "cells",
    [
        {"self_score": "0"},
        {"self_score": ""},
        {"weight": "0", "self_score": "0"},
        {"level": "not_applicable"},
        {"name": "群体性上访事件"},
        {"name": "投诉率", "target": "≤1%", "actual": "无"},
        {"name": "新增债务", "target": "无", "actual": "无"},  # may be the zero that is wanted
        {"name": "植树面积", "target": "≥5亩", "actual": "6亩"},
        {"name": "环境影响", "target": "", "actual": "无"},
        {"name": "环境影响", "target": "显著改善", "actual": "环境变好"},
        {"name": "植树面积", "target": "≥5亩", "actual": "6人"},
    ],
)
def test_rows_without_points_or_of_which_none_is_wanted(cells: dict[str, str]) -> None:
    assert in_row(CODE, **{**NONE, **cells}) == []


def test_words_that_say_so_are_repeated() -> None:
    cells = {**NONE, "name": "利息补贴保障率", "target": "100%", "actual": "无"}

    assert in_row(CODE, **cells)[0].message.startswith("利息补贴保障率填“无”，却自评 1 分；")


@pytest.mark.parametrize(("policy", "said"), [("zero", "不适用的指标不得分"), ("full", "")])
def test_scheme_says_what_such_rows_get(policy: str, said: str) -> None:
    found_here = in_row(CODE, FORM + f"na_policy: {policy}\n", **NONE)

    assert [said in finding.message for finding in found_here] == ([True] if said else [])


def test_right_filing_and_form_without_completed_values() -> None:
    assert found(CODE) == []
    assert in_row(CODE, WITHOUT_ACTUAL, **NONE) == []
