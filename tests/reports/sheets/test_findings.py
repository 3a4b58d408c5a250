"""Findings as lines of a list."""

import pytest
from django.template.loader import render_to_string

from reports.anchors import same_page
from reports.sheets import FindingLine, Marks, sheets_of
from reports.sheets.findings import finding_lines
from reports.sheets.quotations import Piece
from scoring.engine.results import Correction, Finding, Quote
from tests.reports.accounts import FIGURES, content_of, form_of
from tests.reports.sheets.test_coded import finding


@pytest.mark.parametrize(
    ("code", "shown"),
    [("N_SUM", ["填写 2,019", "对照 2,022", "差 -3"]), ("D_TITLE", ["填写 2019", "对照 2022"])],
)
def test_amounts_are_grouped_and_years_are_not(code: str, shown: list[str]) -> None:
    line = FindingLine(
        "", code, "", "warning", "a", "#", (), "", "2019", "2022", "-3", needs_explanation=False
    )

    text = render_to_string("reports/partials/figures_line.html", {"line": line})

    assert [part.strip() for part in text.replace("</div>", "").split(">")[1].split("　")] == shown


def test_sheets_say_how_much_asks_for_something() -> None:
    marks = Marks(
        findings=(
            finding("accounts/spending/s208/all"),
            finding("accounts/received", "error"),
            finding("accounts/received", "information"),
        )
    )

    assert [sheet.warnings for sheet in sheets_of(form_of(FIGURES), content_of(FIGURES), marks)] == [2, 0]


def test_a_finding_about_a_text_leads_to_its_words() -> None:
    about = Finding(
        "C_SHARE",
        "warning",
        "page/report",
        "占比不符",
        quote=Quote(2, 5),
        correction=Correction(3, 5, "34.18"),
    )

    here, there = (
        finding_lines([about], same_page)[0],
        finding_lines([about], lambda _: "/r/#cell-page-report")[0],
    )

    assert (here.url, here.quote_id, here.cell_id) == ("#quote-0", "quote-0", "cell-page-report")
    assert there.url == "/r/?quote=2-5#cell-page-report"
    assert (here.quote, here.correction) == (about.quote, about.correction)


def test_a_finding_about_a_cell_leads_to_the_cell() -> None:
    (line,) = finding_lines([Finding("N_SUM", "warning", "page/report", "不符")], same_page)

    assert (line.url, line.quote_id, line.quote) == ("#cell-page-report", "", None)


def test_quoted_words_are_cut_out_of_their_text() -> None:
    (line,) = finding_lines([Finding("C_SUM", "warning", "page/report", "", quote=Quote(1, 3))], same_page)
    marks = Marks(findings=(line,))

    assert marks.pieces("page/report", "甲乙丙丁") == (
        Piece("甲"),
        Piece("乙丙", ("quote-0",), "warning"),
        Piece("丁"),
    )
    assert marks.pieces("page/other", "甲乙丙丁") == ()
