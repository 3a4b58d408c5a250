"""T_SUM: the total under the scored rows, and what the scheme compares like it, against the sum of the self scores."""

import pytest

from tests.scoring.engine.checks.rows import found
from tests.scoring.engine.checks.small import FORM

CODE = "T_SUM"
PARTS = FORM.replace(
    "  headcount:",
    "  total.rows: {label: 指标得分小计, type: score, derived: self.heads + self.split, stated: true, check: T_SUM}\n"
    "  headcount:",
).replace("blocks:\n      - {facts: [name,", "blocks:\n      - {facts: [total.rows, name,")


def test_total_that_is_not_the_sum() -> None:
    (finding,) = found(CODE, {"facts/total.table": "98"})

    assert (finding.anchor, finding.severity) == ("page/total.table", "warning")
    assert (finding.stated, finding.computed, finding.difference) == ("98", "100", "-2")
    assert finding.message == "总分填写 98，各行自评得分合计 100。"
    assert finding.touches_score


def test_every_cell_that_the_scheme_adds_up_is_compared() -> None:
    (finding,) = found(CODE, {"facts/total.rows": "50"}, PARTS)

    assert (finding.anchor, finding.message) == (
        "page/total.rows",
        "指标得分小计填写 50，各行自评得分合计 40。",
    )
    assert found(CODE, {"facts/total.rows": "40"}, PARTS) == []


def test_cell_under_the_rows_is_said_once_though_it_is_derived_too() -> None:
    form = FORM.replace(
        "{label: 总分, type: score}",
        "{label: 总分, type: score, derived: self.sum, stated: true, check: T_SUM}",
    )

    assert len(found(CODE, {"facts/total.table": "98"}, form)) == 1


@pytest.mark.parametrize("stated", ["100", None])
def test_right_total_and_none(stated: str | None) -> None:
    assert found(CODE, {"facts/total.table": stated}) == []


def test_total_before_any_row_is_scored() -> None:
    answers = {f"answers/{key}/self_score": None for key in ("execution", "heads", "economy")}

    assert found(CODE, {**answers, "lists/rows/0/self_score": "", "facts/total.table": "98"}) == []
