"""Made-up filings: every form can be tried, and what the rules make of them is plausible."""

import pytest

from scoring.authoring.samples import sample_content
from scoring.engine.cells import clean_cell
from scoring.engine.facts import FactBook, cells_of
from scoring.engine.loading import load_scheme_text
from scoring.engine.score import score
from tests.scoring.engine.small_scheme import SOUND
from tests.scoring.forms import OVERALL, PROJECT, STEMS, form_of

SCORED = [stem for stem in STEMS if form_of(stem).scoring == "points" and form_of(stem).scored_indicators]


@pytest.mark.parametrize("stem", STEMS)
def test_sample_fills_every_form(stem: str) -> None:
    form = form_of(stem)

    content = sample_content(form)

    assert content.scheme_code == stem
    assert score(content, form).rows is not None
    assert not [finding for finding in score(content, form).findings if finding.code == "R_MISSING"]


@pytest.mark.parametrize("stem", SCORED)
def test_sample_of_a_scored_form_has_a_total_that_is_no_extreme(stem: str) -> None:
    totals = score(sample_content(form_of(stem)), form_of(stem)).totals

    most = form_of(stem).total_weight
    assert most * 60 / 100 <= totals.low <= totals.high < most


def test_sample_of_two_forms_is_as_expected() -> None:
    cards = [score(sample_content(form_of(stem)), form_of(stem)) for stem in (OVERALL, PROJECT)]

    assert [str(card.totals.total) for card in cards] == ["95.28", "96.40"]
    assert cards[1].findings == ()


def test_parts_add_up_to_what_is_stated() -> None:
    form = form_of(OVERALL)
    book = FactBook(form, sample_content(form))

    for name, cell in cells_of(form).items():
        derived = book.derived(name)
        if cell.stated and derived is not None and name != "scoring.total":
            assert book.stated(name) == derived, name


def test_figures_are_typed_as_a_person_would() -> None:
    form = form_of(PROJECT)

    filed = sample_content(form).section("funds").tables["funds"]

    assert filed["total"] == {"initial": "1000", "full": "1000", "spent": "960"}
    for row in filed.values():
        for text in row.values():
            assert clean_cell("money", text or "") == text


def test_group_is_split_to_its_whole_weight() -> None:
    form = form_of(OVERALL)

    row = next(row for row in score(sample_content(form), form).rows if row.filed.id == "benefits")

    assert row.status == "scored"
    assert row.points == 15


def test_small_form_without_anything_special_is_filled() -> None:
    form = load_scheme_text(SOUND)

    content = sample_content(form)

    assert content.section("first").facts["word"] == "优"
    assert content.section("second").lists["typed"][0]["weight"] == "50"
