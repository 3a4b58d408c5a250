import copy
from typing import Any

from scoring.engine.content import Content, read_content
from scoring.engine.differences import Change, cells_by_anchor, changes_between
from scoring.engine.loading import load_scheme_text
from tests.scoring.engine.checks.small import FORM, RIGHT

SMALL = load_scheme_text(FORM)


def filed(section: dict[str, Any]) -> Content:
    return read_content(
        {"year": 2022, "scheme_code": "small", "scheme_version": 1, "sections": {"page": section}}
    )


def test_changes_between_names_every_changed_cell() -> None:
    after = copy.deepcopy(RIGHT)
    after["facts"]["headcount"] = "11"
    after["tables"]["funds"]["own"]["b"] = None
    after["lists"]["people"][0]["name"] = "填报人乙"
    after["lists"]["rows"][0]["actual"] = "101人"
    after["answers"]["heads"] |= {"self_score": "19", "items": {"one": "yes"}}

    changes = changes_between(filed(RIGHT), filed(after), SMALL)

    assert changes == [
        Change("page/headcount", "10", "11"),
        Change("page/people/p1/name", "填报人甲", "填报人乙"),
        Change("page/r1/actual", "100人", "101人"),
        Change("page/heads/self_score", "20", "19"),
        Change("page/heads/items.one", "", "yes"),
        Change("page/funds/own/b", "40", ""),
    ]


def test_changes_between_equal_filings_are_none() -> None:
    assert changes_between(filed(RIGHT), filed(copy.deepcopy(RIGHT)), SMALL) == []


def test_changes_between_names_a_removed_row() -> None:
    after = copy.deepcopy(RIGHT)
    after["lists"]["people"] = []

    assert changes_between(filed(RIGHT), filed(after), SMALL) == [
        Change("page/people/p1/name", "填报人甲", "")
    ]


def test_cells_by_anchor_leaves_out_blanks_and_ids() -> None:
    cells = cells_by_anchor(filed(RIGHT), SMALL)

    assert "page/people/p1/id" not in cells
    assert "page/heads/reason" not in cells
    assert cells["page/funds/own/full"] == "100"
