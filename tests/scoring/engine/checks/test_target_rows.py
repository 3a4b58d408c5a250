"""What checks of single rows share: which rows they see, and how they name them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.engine.checks.target_rows import listed
from tests.scoring.engine.checks.rows import TYPED, found, in_row
from tests.scoring.engine.checks.small import FORM, findings

CODE = "I_OVER"


@pytest.mark.parametrize(
    ("names", "text"),
    [
        ([], ""),
        (["甲"], "甲"),
        (["甲", "乙", "丙"], "甲、乙、丙"),
        (["甲", "乙", "丙", "丁"], "甲、乙、丙等 4 项"),
    ],
)
def test_first_names_stand_for_many(names: list[str], text: str) -> None:
    assert listed(names) == text


def test_rows_that_do_not_apply_are_left_alone() -> None:
    far = {"answers/economy/actual": "60%"}

    assert len(in_row(CODE, actual="200人")) == 1
    assert in_row(CODE, actual="200人", level="not_applicable") == []
    assert len(found(CODE, far)) == 1
    assert found(CODE, {**far, "answers/economy/level": "not_applicable"}) == []


def test_rows_with_just_the_cells_that_are_looked_at() -> None:
    form = FORM.replace("columns: [weight, target, actual]", "columns: [target, actual]")

    assert len(found(CODE, {"answers/economy/actual": "60%"}, form)) == 1


def test_rows_that_the_scheme_does_not_apply() -> None:
    form = FORM.replace("{kind: by_target}", "{kind: not_applicable}")

    assert in_row(CODE, form, actual="200人") == []


def test_wording_is_checked_only_where_the_bureau_wrote_it() -> None:
    vague = {"level1": "效益指标", "level2": "社会效益指标", "name": "提升服务水平", "target": "≥95%"}
    form = FORM.replace("name: 经济效益, group", "name: 提升服务水平, level2: 社会效益, group")

    assert len(in_row("I_PSEUDO", **vague)) == 1
    assert found("I_PSEUDO", {"answers/economy/target": "≥95%"}, form) == []


def test_reason_is_read_in_the_row_itself() -> None:
    far = {**TYPED, "actual": "200人"}
    rows = [{**far, "id": "r1", "reason": "上级追加任务"}, {**far, "id": "r2", "reason": None}]
    people = [{"id": "r2", "name": "填报人甲", "reason": "上级追加任务"}]

    assert [finding.anchor for finding in found(CODE, {"lists/people": people, "lists/rows": rows})] == [
        "page/r2/actual"
    ]


@pytest.mark.parametrize(
    ("cells", "name"),
    [
        ({"name": " "}, "数量指标"),
        ({"name": "", "level2": ""}, "产出指标"),
        ({"name": "", "level2": "", "level1": ""}, "未写名称的指标"),
    ],
)
def test_row_without_a_name_is_called_by_its_level(cells: dict[str, str], name: str) -> None:
    (finding,) = in_row(CODE, **cells, actual="200人")

    assert finding.message.startswith(f"{name}完成值“200人”")


def test_reason_of_a_group_s_row_is_read() -> None:
    form = FORM.replace("columns: [weight, target, actual]", "columns: [weight, target, actual, reason]")
    far = {"answers/economy/actual": "60%"}

    assert len(found(CODE, far, form)) == 1
    assert found(CODE, {**far, "answers/economy/reason": "新增企业"}, form) == []


WRITTEN = st.text(
    "零一二百0123456789.%≥≤<>=~-/元人次年月日时率满意成本生态数量（）()①，。；、无不完成 ", max_size=14
)


@settings(max_examples=60, deadline=None)
@given(st.fixed_dictionaries(dict.fromkeys(("level2", "name", "target", "actual", "reason"), WRITTEN)))
def test_any_text_is_checked(cells: dict[str, str]) -> None:
    """No check raises, and each points at a row that is there."""
    anchors = {finding.anchor for finding in findings({"lists/rows": [{**TYPED, **cells, "id": "r1"}]})}

    assert all(anchor.startswith("page/") for anchor in anchors)
