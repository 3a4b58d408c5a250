"""I_DUP: the same indicator twice in one form."""

import pytest

from tests.scoring.engine.checks.rows import LEVELS, WITHOUT_TARGET, found, in_rows
from tests.scoring.engine.checks.small import FORM

CODE = "I_DUP"
POOR = {"level2": "质量指标", "name": "建档立卡贫困人口参保率", "target": "=100%"}


def test_name_and_target_twice() -> None:
    (finding,) = in_rows(CODE, {"name": "1.培训人数"}, {"level2": "社会效益指标", "name": "培训人数（人）"})

    assert (finding.anchor, finding.severity, finding.also) == (
        "page/r2/name",
        "information",
        ("page/r1/name",),
    )
    assert finding.stated == "培训人数（人）"
    assert finding.message == (
        "“1.培训人数”与“培训人数（人）”（数量指标、社会效益指标）像是同一指标，指标值都是“≥100人”，"
        "同一成效只能计一次分。请合并，或写明两者的区别。"
    )


@pytest.mark.parametrize("name", ["贫困人口参保率", "人口参保率"])
def test_longer_name_with_the_same_ending_on_another_level(name: str) -> None:
    (finding,) = in_rows(CODE, POOR, {"level2": "社会效益指标", "name": name, "target": "≥100%"})

    assert finding.anchor == "page/r2/name"


def test_same_words() -> None:
    rows = [{"name": "影响力", "target": "显著提升"}, {"name": "影响力", "target": "显著提升。"}]

    assert in_rows(CODE, *rows)[0].message.startswith("“影响力”（数量指标）像是")


@pytest.mark.parametrize(
    "other",
    [
        {"level2": "质量指标", "name": "建档立卡贫困人口参保率", "target": "=95%"},
        {"level2": "质量指标", "name": "贫困人口参保率", "target": "=100%"},  # the same level
        {"level2": "社会效益指标", "name": "贫困人口参保率", "target": "=95%"},
        {"level2": "社会效益指标", "name": "参保率", "target": "=100%"},  # too short to tell
        {"level2": "社会效益指标", "name": "贫困人口参保率", "target": ""},
        {"level2": "服务对象满意度指标", "name": "贫困人口参保率", "target": "=100%"},
        {"level2": "社会效益指标", "name": "贫困人口参保情况", "target": "=100%"},
    ],
)
def test_rows_that_differ(other: dict[str, str]) -> None:
    assert in_rows(CODE, POOR, other) == []


@pytest.mark.parametrize("name", ["无", ""])
def test_rows_without_a_name_or_marked_as_not_applicable_are_not_twins(name: str) -> None:
    none = {"name": name, "target": "无"}

    assert in_rows(CODE, none, none) == []


@pytest.mark.parametrize(("ours", "theirs"), [("100%参保", "应保尽保"), ("显著提升", "有所改善"), ("", "")])
def test_one_name_with_two_targets_or_none(ours: str, theirs: str) -> None:
    assert in_rows(CODE, {**POOR, "target": ours}, {**POOR, "target": theirs}) == []


def test_third_row_of_one_name_is_said_once() -> None:
    rows = [{"name": "培训人数"}] * 3

    assert [(f.anchor, f.also) for f in in_rows(CODE, *rows)] == [
        ("page/r2/name", ("page/r1/name",)),
        ("page/r3/name", ("page/r1/name",)),
    ]


DETAILED = FORM.replace(
    LEVELS, f"{LEVELS}\n    columns: [level1, level2, name, detail, target, actual, weight, self_score]"
)


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ({"name": "培训人数（教师）"}, {"name": "培训人数（学生）"}, 0),
        ({"name": "培训人数（教师）"}, {"name": "培训人数(教师)"}, 1),
        ({"detail": "教师"}, {"detail": "学生"}, 0),
        ({"detail": "教师"}, {"detail": ""}, 1),
    ],
)
def test_note_or_detail_tells_two_rows_apart(one: dict[str, str], other: dict[str, str], count: int) -> None:
    assert len(in_rows(CODE, one, other, form=DETAILED)) == count


def test_names_that_end_alike_with_the_same_words() -> None:
    poor = {"level2": "社会效益指标", "name": "贫困人口参保率", "target": "良好"}

    assert in_rows(CODE, {**POOR, "target": "良好"}, poor) == []


def test_right_filing() -> None:
    assert found(CODE) == []


def test_form_without_targets_is_left_alone() -> None:
    assert in_rows(CODE, POOR, POOR, form=WITHOUT_TARGET) == []
