"""I_NOTARGET: rows that were completed without a target."""

import pytest

from tests.scoring.engine.checks.rows import WITHOUT_ACTUAL, WITHOUT_TARGET, found, in_row, in_rows
from tests.scoring.engine.checks.small import FORM

CODE = "I_NOTARGET"


def test_rows_without_a_target_are_listed_once() -> None:
    bare = {"target": "", "actual": "100%"}

    (finding,) = in_rows(CODE, bare, {"name": "达标人数"}, {**bare, "name": "合格率", "target": "/"})

    assert (finding.anchor, finding.severity, finding.also) == (
        "page/r1/target",
        "information",
        ("page/r3/target",),
    )
    assert finding.message == ("没有填写指标值，完成值无从比较：培训人数、合格率。请按批复的绩效目标补填。")


@pytest.mark.parametrize(
    "cells", [{"target": "显著提升"}, {"target": "", "actual": ""}, {"target": "", "weight": "0"}]
)
def test_row_with_a_target_or_without_content(cells: dict[str, str]) -> None:
    assert in_row(CODE, **cells) == []


def test_rows_count_without_weight_where_the_form_has_no_scores() -> None:
    form = (
        FORM.replace("title: 小表", "title: 小表\nscoring: none")
        .replace("{kind: by_target}", "{kind: achievement}")
        .replace("{name: 产出指标, weight: 50}", "{name: 产出指标}")
    )

    assert len(in_row(CODE, form, target="", weight="", self_score="")) == 1


def test_right_filing_and_rows_of_a_group() -> None:
    assert found(CODE) == []
    assert found(CODE, {"answers/economy/target": ""})[0].anchor == "page/economy/target"


@pytest.mark.parametrize("form", [WITHOUT_TARGET, WITHOUT_ACTUAL])
def test_forms_without_both_cells_are_left_alone(form: str) -> None:
    assert in_row(CODE, form, target="") == []
