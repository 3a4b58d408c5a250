"""I_PSEUDO: a bare percentage as the target of something that nobody can count."""

import pytest

from tests.scoring.engine.checks.rows import WITHOUT_TARGET, found, in_row, in_rows

CODE = "I_PSEUDO"
BENEFIT = {"level1": "效益指标", "level2": "社会效益指标", "target": "≥95%", "actual": "96%"}


def test_percentages_of_nothing_are_listed_once() -> None:
    (finding,) = in_rows(
        CODE,
        {**BENEFIT, "name": "提升服务水平"},
        {**BENEFIT, "name": "参保率"},
        {**BENEFIT, "level1": "产出指标", "level2": "质量指标", "name": "培训效果", "target": "95%"},
    )

    assert (finding.anchor, finding.severity, finding.also) == (
        "page/r1/target",
        "information",
        ("page/r3/target",),
    )
    assert finding.message == (
        "指标值只有一个百分数，名称没有说明是什么的比率，无法取数核实：提升服务水平、培训效果。"
        "请改成可以统计的指标，或者写成定性目标。"
    )


@pytest.mark.parametrize(
    "name",
    [
        "不断增强群众获得感",
        "公共服务水平（%）",
        "长效管理机制",
        "居民生活质量改善",
        "服务质量",
        "社会和谐稳定",
    ],
)
def test_vague_names(name: str) -> None:
    assert len(in_row(CODE, **{**BENEFIT, "name": name})) == 1


def test_range_of_nothing() -> None:
    assert len(in_row(CODE, **{**BENEFIT, "name": "提升服务水平", "target": "90%-95%"})) == 1


@pytest.mark.parametrize(
    "cells",
    [
        {"name": "提升群众满意度"},
        {"name": "工程质量"},
        {"name": "就业率提升"},
        {"name": "促进居民增收", "target": "人均增长5%"},
        {"name": "居民健康素养水平"},
        {"name": "病虫害防治效果"},
        {"name": "提高群众安全感"},
        {"name": "居民医疗保险实现应保尽保"},
        {"name": "提升服务水平", "target": "显著提升"},
        {"name": "提升服务水平", "target": "服务窗口达标95%"},
        {"name": "提升服务能力", "target": "≥95人"},
        {"name": "提升服务水平", "level1": "产出指标", "level2": "数量指标"},
    ],
)
def test_what_can_be_counted_or_is_no_percentage(cells: dict[str, str]) -> None:
    assert in_row(CODE, **{**BENEFIT, **cells}) == []


def test_right_filing_and_rows_that_the_scheme_named() -> None:
    assert found(CODE) == []
    assert found(CODE, {"answers/economy/target": "≥95%"}) == []


def test_form_without_targets_is_left_alone() -> None:
    assert in_row(CODE, WITHOUT_TARGET, **{**BENEFIT, "name": "提升服务水平"}) == []
