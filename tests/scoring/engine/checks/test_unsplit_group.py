"""I_GROUP: a group's weight that isn't split among its rows, or leaves out a row with a self score."""

import pytest

from tests.scoring.engine.checks.rows import found
from tests.scoring.engine.checks.small import FORM

CODE = "I_GROUP"
TWO = FORM.replace(
    "  - {id: economy,",
    "  - {id: society, name: 社会效益, group: split, columns: [weight, target, actual]}\n  - {id: economy,",
).replace("split, economy]", "split, economy, society]")


def test_row_with_points_but_no_share_of_the_weight() -> None:
    (finding,) = found(CODE, {"answers/society": {"self_score": "5"}}, TWO)

    assert (finding.anchor, finding.severity, finding.stated) == ("page/society/weight", "information", "5")
    assert finding.message == ("社会效益自评 5 分，但没有分到分值，系统不能核分。请从本组 20 分中给它分值。")


@pytest.mark.parametrize(
    "answer", [{"self_score": "5", "weight": "5"}, {"self_score": "0"}, {"self_score": None}]
)
def test_rows_with_a_share_or_without_points(answer: dict[str, str | None]) -> None:
    assert found(CODE, {"answers/society": answer}, TWO) == []


def test_nothing_split_is_said_once() -> None:
    changes = {"answers/economy/weight": None, "answers/society": {"self_score": "5"}}

    assert [finding.anchor for finding in found(CODE, changes, TWO)] == ["page/split"]
