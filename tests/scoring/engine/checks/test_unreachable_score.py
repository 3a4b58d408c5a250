"""I_REACH: a self score that no combination of a rubric's items gives."""

from typing import Any

import pytest

from tests.scoring.engine.checks.rows import found
from tests.scoring.engine.checks.small import FORM

CODE = "I_REACH"
UNIT_DEDUCT = "{kind: unit_deduct, value: headcount, unit: 人, threshold: 10, direction: max, per: 1}"
ITEMS = (
    "{kind: checklist, items: [{key: a, text: 甲, share: 0.2, gate: true}, {key: b, text: 乙, share: 0.4},"
    " {key: c, text: 丙, share: 0.4}]}"
)
CHECKLIST = FORM.replace(UNIT_DEDUCT, ITEMS)
CASES = FORM.replace(UNIT_DEDUCT, "{kind: violation_deduct, per: 3, items: [无挪用]}")
TICKED = {"answers/heads/items": {"a": "yes", "b": "yes", "c": "no"}}


def own(points: str | None, **more: Any) -> dict[str, Any]:
    return {"answers/heads/self_score": points, **more}


def test_score_between_what_the_items_give() -> None:
    (finding,) = found(CODE, own("16"), CHECKLIST)

    assert (finding.anchor, finding.severity) == ("page/heads/self_score", "warning")
    assert (finding.stated, finding.computed) == ("16", "12 或 20")
    assert finding.needs_explanation
    assert finding.message == (
        "人员控制自评 16 分，按评分标准各项怎样组合都得不出，最接近的是 12 或 20 分。请按评分项逐项核对后改正。"
    )


@pytest.mark.parametrize("points", ["0", "4", "12", "20"])
def test_score_that_the_items_give(points: str) -> None:
    assert found(CODE, own(points), CHECKLIST) == []


@pytest.mark.parametrize(("points", "nearest"), [("19", "17 或 20"), ("1", "0 或 2"), ("17", None)])
def test_points_off_per_case(points: str, nearest: str | None) -> None:
    assert [finding.computed for finding in found(CODE, own(points), CASES)] == ([nearest] if nearest else [])


@pytest.mark.parametrize("changes", [own(None), own("21"), own("-1"), {**own("16"), **TICKED}])
def test_blank_impossible_and_computed_scores_are_said_elsewhere(changes: dict[str, Any]) -> None:
    assert found(CODE, changes, CHECKLIST) == []


def test_score_below_everything_that_is_possible() -> None:
    rule = "{kind: bands, value: headcount, bands: [{low: 10, points: 20}], else_points: 5}"
    changes = {"facts/headcount": None, "answers/heads/self_score": "3"}

    (finding,) = found(CODE, changes, FORM.replace(UNIT_DEDUCT, rule))

    assert finding.computed == "5"


def test_right_filing_and_rules_that_give_any_score() -> None:
    assert found(CODE) == []
    assert found(CODE, {"facts/headcount": None, "answers/heads/self_score": "16.37"}) == []
