"""Cells that derive from others."""

from typing import Any

from reports.forms.page import SectionPage
from scoring.engine.content import Content, SectionContent
from scoring.engine.loading import load_scheme_text
from tests.factories import PROJECT, SCHEMES

FORM = load_scheme_text((SCHEMES / f"{PROJECT}.yaml").read_text(encoding="utf-8"), source=PROJECT)
FUNDS = FORM.section("funds")


def content(**cells: Any) -> Content:
    page = SectionContent.model_validate(cells)
    return Content(year=2022, scheme_code=PROJECT, scheme_version=1, sections={"funds": page})


SPENT = {"funds": {"total": {"full": "100", "spent": "72.345"}}}


def test_prefill_shows_the_derived_figure_while_blank() -> None:
    page = SectionPage(FORM, FUNDS, content(tables=SPENT))

    assert page.form["f:execution_rate"].value() == "72.35"


def test_prefill_never_covers_what_is_stated() -> None:
    page = SectionPage(FORM, FUNDS, content(tables=SPENT, facts={"execution_rate": "70"}))

    assert page.form["f:execution_rate"].value() == "70"


def test_prefill_is_blank_where_nothing_can_be_computed() -> None:
    assert not SectionPage(FORM, FUNDS, content()).form["f:execution_rate"].value()


def sent(stored: Content, **typed: str) -> SectionPage:
    """The page of `stored` as it comes back with `typed` cells (dots for colons) changed."""
    shown = SectionPage(FORM, FUNDS, stored)
    data = {name: shown.form[name].value() or "" for name in shown.form.fields}
    data |= {f"p:{field}": text for field, text in shown.shown.items()}
    page = SectionPage(
        FORM, FUNDS, stored, data=data | {key.replace("__", ":"): text for key, text in typed.items()}
    )
    assert page.is_valid()
    return page


HALF = {"t__funds__total__full": "200", "t__funds__total__spent": "100"}


def test_prefill_left_alone_follows_its_formula() -> None:
    page = sent(content(tables=SPENT), **HALF)

    assert page.data()["facts"]["execution_rate"] == "50"


def test_prefill_changed_by_hand_stays() -> None:
    page = sent(content(tables=SPENT), f__execution_rate="60", **HALF)

    assert page.data()["facts"]["execution_rate"] == "60"


def test_prefill_stated_in_agreement_follows_on() -> None:
    page = sent(content(tables=SPENT, facts={"execution_rate": "72.35"}), **HALF)

    assert page.data()["facts"]["execution_rate"] == "50"


def test_prefill_stated_otherwise_stays() -> None:
    page = sent(content(tables=SPENT, facts={"execution_rate": "70"}), **HALF)

    assert page.data()["facts"]["execution_rate"] == "70"


def test_prefill_blank_is_stored_once_it_can_be_computed() -> None:
    assert sent(content(), **HALF).data()["facts"]["execution_rate"] == "50"


def test_prefill_cleared_by_hand_stays_blank() -> None:
    page = sent(content(tables=SPENT, facts={"execution_rate": "70"}), f__execution_rate="")

    assert page.data()["facts"]["execution_rate"] is None


def test_prefill_of_a_table_cell_follows_too() -> None:
    parts = {"funds": {"treasury": {"spent": "5"}, "other": {"spent": "2"}}}

    page = sent(content(tables=parts), t__funds__treasury__spent="6")

    assert page.data()["tables"]["funds"]["total"]["spent"] == "8"
