"""Whatever is filed and whatever a form is called, a scorecard can be stored: PostgreSQL refuses what doesn't fit."""

from decimal import Decimal
from typing import Any

import pytest
from django.db import models

from scoring.engine.content import Content, read_content
from scoring.engine.results import Correction, Finding, Quote, Scorecard, Totals
from scoring.engine.score import score
from scoring.models import Finding as StoredFinding
from scoring.models import IndicatorScore
from scoring.models import Scorecard as StoredScorecard
from scoring.result_rows import FARTHEST, findings, indicator_scores, total_fields
from tests.factories import filing_data
from tests.scoring.forms import PROJECT, form_of


def filed(**cells: str) -> Content:
    """The example filing with other cells in its first typed row."""
    data = filing_data(PROJECT)
    rows: list[dict[str, Any]] = data["sections"]["indicators"]["lists"]["performance"]
    rows[0] |= cells
    return read_content(
        {"year": 2022, "scheme_code": PROJECT, "scheme_version": 1, "sections": data["sections"]}
    )


def stored(content: Content) -> IndicatorScore:
    """The first typed row of the scorecard of `content`."""
    card = score(content, form_of(PROJECT))
    return next(row for row in indicator_scores(StoredScorecard(pk=1), card) if row.rule_kind == "by_target")


def test_row_is_stored_as_it_was_filed() -> None:
    row = stored(filed(level2="数量指标", name="名称", weight="7"))

    assert (row.level2, row.name, row.weight) == ("数量指标", "名称", 7)


def test_text_longer_than_its_column_is_cut_where_it_is_shown() -> None:
    row = stored(filed(level1="一" * 200, level2="二" * 500, target="三" * 500))

    assert row.level1 == "一" * 200
    assert row.level2 == f"{'二' * 199}…"
    assert row.target == "三" * 500


@pytest.mark.parametrize(
    ("weight", "kept"), [("123456789012", FARTHEST), ("99999999.99", FARTHEST), ("12.5", 12.5)]
)
def test_weight_beyond_its_column_is_the_farthest_that_it_holds(weight: str, kept: Decimal) -> None:
    row = stored(filed(target="≥5人", actual="6人", weight=weight))

    assert (row.weight, row.points, row.low, row.high) == (kept, kept, kept, kept)


def test_totals_beyond_their_columns() -> None:
    far, near = Decimal("1234567890123"), Decimal("87.6")
    totals = Totals(-far, far, far, near, near, far, None, "优")

    assert total_fields(Scorecard((), totals, ())) == {
        "self_stated": -FARTHEST,
        "self_sum": FARTHEST,
        "computed_points": FARTHEST,
        "computed_weight": near,
        "computed_low": near,
        "computed_high": FARTHEST,
        "computed_total": None,
        "grade": "优",
    }


def stored_finding(found: Finding) -> StoredFinding:
    totals = Totals(None, *[Decimal(0)] * 5, None, "")
    (row,) = findings(StoredScorecard(pk=1), Scorecard((), totals, (found,)))
    return row


def test_finding_with_long_figures_is_cut() -> None:
    row = stored_finding(Finding("X_RATE", "warning", "a/b", "不符", "9" * 501, None, "1" * 41))

    assert (len(row.stated or ""), row.computed, row.difference) == (500, None, f"{'1' * 39}…")


def test_every_column_of_figures_holds_the_same() -> None:
    held = {
        (field.max_digits, field.decimal_places)
        for model in (IndicatorScore, StoredFinding, StoredScorecard)
        for field in model._meta.concrete_fields
        if isinstance(field, models.DecimalField)
    }

    assert held == {(10, 2)}
    assert FARTHEST + Decimal("0.01") == 10**8


@pytest.mark.parametrize("correction", [Correction(3, 5, "34.18"), None])
def test_quotation_is_stored_with_its_correction(correction: Correction | None) -> None:
    found = Finding("C_SUM", "warning", "page/report", "", quote=Quote(2, 5), correction=correction)

    row = stored_finding(found)

    assert (row.quote, row.correction) == (found.quote, found.correction)


def test_finding_about_a_cell_has_no_quotation() -> None:
    row = stored_finding(Finding("N_SUM", "warning", "page/a", ""))

    assert (row.quotation, row.quote, row.correction) == (None, None, None)
