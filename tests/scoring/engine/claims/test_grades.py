import pytest

from scoring.engine.claims.grades import find
from tests.scoring.engine.claims.said import verdicts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("总得分为**88.8**分，绩效评级为“良”。", [("consistent", "良", "良")]),
        ("自评得分95分，评价等次为“良好”。", [("inconsistent", "良好", "优")]),
        ("综合得分90分，等级为优秀。", [("consistent", "优秀", "优")]),
        ("综合得分89.99分，评价等级：优。", [("inconsistent", "优", "良")]),
        ("总分79.5，评价结果为中", [("consistent", "中", "中")]),
        ("最终得分59分，评价结果为合格。", [("inconsistent", "合格", "差")]),
        ("优：95分以上。总得分92分，评价等级为良。", [("check", "良", "优")]),
    ],
)
def test_a_grade_is_held_against_its_points(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert verdicts(find, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "评价等级为优。",
        "共抽查88处，评价等级为优。",
        "得分95分以上，评价等级为优。",
        "得分880分，评价等级为优。",
        "总得分88分，评价等级为优良率。",
    ],
)
def test_a_grade_without_points_claims_nothing(text: str) -> None:
    assert verdicts(find, text) == []
