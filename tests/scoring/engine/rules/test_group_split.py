"""A group whose weight the bureau splits among its rows."""

from decimal import Decimal
from typing import Any

import pytest

from scoring.engine.rules.base import RowInput
from scoring.engine.rules.group_split import GroupSplit
from tests.scoring.engine.filed import row

RULE = GroupSplit(kind="group_split")


def child(name: str, weight: str, target: str = "", actual: str = "", **given: Any) -> RowInput:
    return row(weight, name=name, target=target, actual=actual, **given)


FULL = child("经济", "5", "≥95%", "95%")
HALF = child("社会", "10", "≥10场", "5场")
OPEN = child("社会", "10")
EMPTY = child("生态", "0", self_score="10")
FULL_TEXT = "经济：完成值 95% ÷ 指标值 ≥95% = 100.00%，得满分5分。"
HALF_TEXT = "社会：完成值 5场 ÷ 指标值 ≥10场 = 50.00%，未达到指标值，10 × 50.00% = 5.00，得5分。"

CASES = [
    ((FULL, HALF, EMPTY), "scored", "10", "10", "10", f"{FULL_TEXT}　{HALF_TEXT}"),
    ((FULL, OPEN), "judgement", None, "5", "15", f"{FULL_TEXT}　社会：指标值未填写。"),
    ((FULL, EMPTY), "judgement", None, "0", "15", "各项分值合计 5，与本组分值 15 不一致，需人工评分。"),
    ((EMPTY,), "judgement", None, "0", "15", "本组 15分 未拆分到各项指标，自评 生态10 = 10，需人工评分。"),
    ((), "judgement", None, "0", "15", "本组 15分 未拆分到各项指标，没有自评，需人工评分。"),
]


@pytest.mark.parametrize(("children", "status", "points", "low", "high", "explanation"), CASES)
def test_group_split_scores_its_rows(
    children: tuple[RowInput, ...], status: str, points: str | None, low: str, high: str, explanation: str
) -> None:
    outcome = RULE.score(row("15", children=children))

    assert (outcome.status, outcome.points) == (status, None if points is None else Decimal(points))
    assert (outcome.low, outcome.high, outcome.explanation) == (Decimal(low), Decimal(high), explanation)


def test_group_split_wording_says_that_the_bureau_splits() -> None:
    assert RULE.wording(Decimal(15)).startswith(
        "本组共15分，由单位拆分到各项个性化指标；完成指标值的得满分；"
    )


def test_group_split_problems_are_those_of_the_rows_rule() -> None:
    rule = {"kind": "by_target", "qualitative": {"kind": "qual_three_level", "met_from": 2}}
    wrong = GroupSplit.model_validate({"kind": "group_split", "child_rule": rule})

    assert RULE.problems(Decimal(15)) == []
    assert wrong.problems(Decimal(15)) == ["三档界限必须是 0 到 1 之间递增的比例"]


IDLE = child("生态", "5", level="not_applicable")


def test_group_split_leaves_the_weight_of_an_idle_row_to_a_person() -> None:
    outcome = RULE.score(row("15", children=(HALF, IDLE)))

    assert (outcome.status, outcome.low, outcome.high) == ("judgement", 5, 10)
    assert outcome.explanation == f"{HALF_TEXT}　生态：单位选择不适用。"


def test_group_split_does_not_apply_where_none_of_its_rows_does() -> None:
    outcome = RULE.score(row("5", children=(IDLE,)))

    assert (outcome.status, outcome.high) == ("not_applicable", 0)


@pytest.mark.parametrize(
    ("children", "weight", "achieved"),
    [
        ((FULL,), "5", True),
        ((FULL, HALF), "15", False),
        ((child("社会", "5", "显著提升", "有所提升", level="partly", self_score="3"), FULL), "10", False),
    ],
)
def test_group_split_is_achieved_where_every_row_is(
    children: tuple[RowInput, ...], weight: str, achieved: bool
) -> None:
    outcome = RULE.score(row(weight, children=children))

    assert (outcome.status, outcome.achieved) == ("scored", achieved)


def test_group_split_names_the_formula_of_its_rows() -> None:
    assert RULE.formula_id == "group_split/by_target/linear/0.8/0.6"
