"""Findings as lines of a list."""

import pytest
from django.template.loader import render_to_string

from reports.sheets import FindingLine, Marks, sheets_of
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
