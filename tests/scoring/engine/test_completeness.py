import copy
from typing import Any

from scoring.engine.completeness import completeness
from scoring.engine.content import read_content
from scoring.engine.loading import load_scheme_text
from tests.scoring.engine.checks.small import FORM, RIGHT

SMALL = load_scheme_text(FORM)


def share(section: dict[str, Any]) -> int:
    content = {"year": 2022, "scheme_code": "small", "scheme_version": 1, "sections": {"page": section}}
    return completeness(SMALL, read_content(content))


def test_completeness_of_a_full_filing_is_100() -> None:
    assert share(RIGHT) == 100


def test_completeness_of_nothing_is_0() -> None:
    assert share({}) == 0


def test_completeness_counts_blank_required_cells_and_rounds_down() -> None:
    section = copy.deepcopy(RIGHT)
    section["facts"]["name"] = " "

    assert share(section) == 87


def test_completeness_counts_a_list_without_rows() -> None:
    section = copy.deepcopy(RIGHT)
    section["lists"]["people"] = []

    assert share(section) == 87
