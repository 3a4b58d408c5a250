"""W_ZERO: points for a row without content, or content without points."""

import pytest

from tests.scoring.engine.checks.rows import WITHOUT_ACTUAL, WITHOUT_TARGET, found, in_row
from tests.scoring.engine.checks.small import FORM

CODE = "W_ZERO"
EMPTY = {"target": "", "actual": ""}


def test_points_for_an_empty_row() -> None:
    (finding,) = in_row(CODE, **EMPTY)

    assert (finding.anchor, finding.severity, finding.stated) == ("page/r1/self_score", "warning", "50")
    assert finding.needs_explanation
    assert finding.message == (
        "培训人数的指标值和完成值都没有填写，却自评 50 分。请补填完成情况；不适用的，请删去该行并调整分值。"
    )


def test_form_without_targets_names_only_the_completed_value() -> None:
    (finding,) = in_row(CODE, WITHOUT_TARGET, target="", actual="/")

    assert finding.message.startswith("培训人数的完成值没有填写，却自评 50 分。")


def test_content_without_points_is_information() -> None:
    (finding,) = in_row(CODE, weight="0", self_score="0")

    assert (finding.anchor, finding.severity) == ("page/r1/weight", "information")
    assert not finding.touches_score
    assert finding.message == "培训人数分值为 0，填写的完成情况不计分。请写明分值，不考核的请删去该行。"


@pytest.mark.parametrize(
    "cells",
    [
        {"actual": ""},
        {"target": ""},
        {**EMPTY, "self_score": "0"},
        {**EMPTY, "self_score": ""},
        {**EMPTY, "weight": "0", "self_score": "0"},
        {**EMPTY, "level": "met"},
        {**EMPTY, "name": "无"},  # said by the check of rows that don't apply
        {"weight": ""},  # a required cell
    ],
)
def test_rows_with_content_or_without_points(cells: dict[str, str]) -> None:
    assert in_row(CODE, **cells) == []


def test_rows_of_a_group_that_is_not_split_are_said_with_the_group() -> None:
    bare = {"weight": None, "target": "", "actual": "", "self_score": "20"}

    assert found(CODE, {"answers/economy": bare}) == []


def test_empty_row_without_points_is_nothing_whatever_its_rule() -> None:
    form = FORM.replace("{kind: by_target}", "{kind: reviewer_judgement}")

    assert in_row(CODE, form, **EMPTY, weight="0", self_score="0") == []


def test_scheme_s_own_rows_may_be_described_beside() -> None:
    form = FORM.replace(
        "group: split, columns: [weight, target, actual]", "group: split, columns: [weight, actual, process]"
    )
    bare = {"answers/economy/actual": "", "answers/economy/target": ""}

    (finding,) = found(CODE, bare, form)

    assert finding.anchor == "page/economy/self_score"
    assert finding.message == "经济效益的完成值没有填写，却自评 20 分。请补填完成情况。"
    assert found(CODE, {**bare, "answers/economy/process": "查阅台账"}, form) == []


def test_form_without_the_cell_is_left_alone() -> None:
    assert in_row(CODE, WITHOUT_ACTUAL, weight="0", self_score="0") == []


def test_right_filing_and_form_without_scores() -> None:
    form = (
        FORM.replace("title: 小表", "title: 小表\nscoring: none")
        .replace("{kind: by_target}", "{kind: achievement}")
        .replace("{name: 产出指标, weight: 50}", "{name: 产出指标}")
    )

    assert found(CODE) == []
    assert in_row(CODE, form, weight="0") == []
