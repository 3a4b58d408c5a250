"""I_REASON: points deducted without a reason."""

import pytest

from tests.scoring.engine.checks.rows import WITHOUT_REASON, found, in_row
from tests.scoring.engine.checks.small import FORM

CODE = "I_REASON"
CHILD = FORM.replace(
    "group: split, columns: [weight, target, actual]",
    "group: split, columns: [weight, target, actual, reason]",
)


def test_deduction_without_a_reason() -> None:
    (finding,) = in_row(CODE, actual="80人", self_score="40")

    assert (finding.anchor, finding.severity, finding.stated) == ("page/r1/reason", "warning", None)
    assert finding.message == "培训人数自评 40 分，低于分值 50 分，请填写原因。"
    assert not finding.touches_score


def test_row_of_a_split_group() -> None:
    changes = {"answers/economy/actual": "3%", "answers/economy/self_score": "12"}

    assert [finding.anchor for finding in found(CODE, changes, CHILD)] == ["page/economy/reason"]
    assert found(CODE, {**changes, "answers/economy/reason": "价格下降"}, CHILD) == []
    assert found(CODE, {**changes, "answers/economy/weight": None}, CHILD) == []


@pytest.mark.parametrize(
    "cells",
    [
        {"actual": "80人", "self_score": "40", "reason": "学员请假"},
        {"actual": "80人", "self_score": "50"},
        {"actual": "80人", "self_score": ""},
        {"actual": "80人", "self_score": "-1"},  # not a score
        {"actual": "", "self_score": "0", "level": "not_applicable"},
    ],
)
def test_reasons_given_and_rows_without_a_deduction(cells: dict[str, str]) -> None:
    assert in_row(CODE, **cells) == []


def test_deduction_that_was_none_is_told_by_the_check_of_scores() -> None:
    form = FORM.replace("check_settings: {", "check_settings: {I_MET_CUT: off, ")

    assert in_row(CODE, self_score="40") == []
    assert len(in_row("I_MET_CUT", self_score="40")) == 1
    assert len(in_row(CODE, form, self_score="40")) == 1


def test_form_without_a_cell_for_it() -> None:
    assert in_row(CODE, WITHOUT_REASON, actual="80人", self_score="40") == []
