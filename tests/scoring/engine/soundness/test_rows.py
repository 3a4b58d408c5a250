"""Rules on rows that can't have what they read, and rules that give no points where points are due."""

import pytest

from scoring.engine.loading import scheme_problems
from tests.scoring.engine.small_scheme import SOUND

BY_TARGET = "default_rule: {kind: by_target}"
OWN_ROW = "这种规则要逐项回答，或有下级指标，只能用在方案自带的评分行（indicators）"
NO_POINTS = "achievement 不给分，只能用在不评分的表（scoring: none）"
ITEMS = "[{key: a, text: 甲, points: 50}]"
EXEC_RATE = "{kind: exec_rate, numerator: done, denominator: plan}"


def problems(text: str) -> list[str]:
    return [str(problem) for problem in scheme_problems(text, "小方案.yaml")]


@pytest.mark.parametrize(
    "rule",
    [
        f"{{kind: checklist, items: {ITEMS}}}",
        "{kind: violation_deduct, per: 1, items: [甲]}",
        "{kind: group_split}",
        "{kind: all_or_nothing, items: [{key: a, text: 甲}]}",
    ],
)
def test_typed_rows_have_no_questions_and_no_rows_below(rule: str) -> None:
    assert problems(SOUND.replace(BY_TARGET, f"default_rule: {rule}")) == [f"小方案.yaml:26: {OWN_ROW}"]


def test_typed_rows_may_be_judged_by_their_target_alone() -> None:
    assert problems(SOUND.replace(BY_TARGET, "default_rule: {kind: all_or_nothing}")) == []


def test_typed_rows_that_are_scored_have_a_weight() -> None:
    text = SOUND.replace("    labels: {name: 三级指标}", "    columns: [level1, name, target, actual]")

    assert problems(text) == ["小方案.yaml:25: 评分的指标表要有 weight（分值），columns 里没有"]
    assert problems(text.replace("scope: project", "scope: project\nscoring: none")) == []


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        (BY_TARGET, "default_rule: {kind: achievement}", 26),
        (
            f"    weight: 10\n    rule: {EXEC_RATE}",
            "    weight: 10\n    columns: [target, actual]\n    rule: {kind: achievement}",
            45,
        ),
    ],
)
def test_a_verdict_alone_is_for_forms_without_points(old: str, new: str, line: int) -> None:
    text = SOUND.replace(old, new)

    assert problems(text) == [f"小方案.yaml:{line}: {NO_POINTS}"]
    assert problems(text.replace("scope: project", "scope: project\nscoring: none")) == []


def test_rule_of_a_row_without_weight_needs_its_cells_too() -> None:
    text = SOUND.replace("scope: project", "scope: project\nscoring: none").replace(
        f"    weight: 10\n    rule: {EXEC_RATE}", "    rule: {kind: achievement}"
    )

    assert problems(text) == [
        "小方案.yaml:41: 评分规则要读本行的 target，columns 里没有",
        "小方案.yaml:41: 评分规则要读本行的 actual，columns 里没有",
    ]
