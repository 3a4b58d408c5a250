"""T_DUP: the same total stated in two places."""

import pytest

from tests.scoring.engine.checks.rows import found
from tests.scoring.engine.checks.small import FORM

CODE = "T_DUP"
OFFICIAL = FORM.replace("stated: [total.form, total.table]", "stated: [total.table]")


@pytest.mark.parametrize(
    ("form", "order"),
    [(FORM, ("page/total.form", "98", "100")), (OFFICIAL, ("page/total.table", "100", "98"))],
)
def test_two_totals(form: str, order: tuple[str, str, str]) -> None:
    (finding,) = found(CODE, {"facts/total.form": "98"}, form)

    assert (finding.anchor, finding.stated, finding.computed) == order
    assert finding.touches_score
    assert finding.also != ()


def test_total_that_is_wrong_by_itself_is_said_by_the_check_of_sums() -> None:
    quiet = FORM.replace("check_settings: {", "check_settings: {T_SUM: off, ")

    assert found(CODE, {"facts/total.table": "98"}) == []
    assert len(found("T_SUM", {"facts/total.table": "98"})) == 1
    assert len(found(CODE, {"facts/total.table": "98"}, quiet)) == 1


def test_two_totals_of_which_neither_is_the_sum() -> None:
    changes = {"facts/total.form": "98", "facts/total.table": "97"}

    assert len(found("T_SUM", changes)) == 1
    assert len(found(CODE, changes)) == 1


@pytest.mark.parametrize("other", ["100", None])
def test_one_total(other: str | None) -> None:
    assert found(CODE, {"facts/total.form": other}) == []
