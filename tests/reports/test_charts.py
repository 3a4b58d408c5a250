"""Charts drawn from filed figures."""

from decimal import Decimal
from typing import Any

import pytest
from django.template.loader import render_to_string

from reports.charts import Drawing, drawing_of
from reports.sheets.reading import book_of
from scoring.engine.form_parts import Chart
from tests.reports.accounts import FIGURES, SECTIONS, content_of, form_of

FORM = form_of(FIGURES)


def drawn(key: str, sections: dict[str, Any] | None = None) -> Drawing:
    return drawing_of(key, FORM.charts[key], book_of(FORM, content_of(FIGURES, sections)))


def with_values(kind: str, *values: str) -> Drawing:
    """A chart of constant figures; `/ 0` gives one that can't be computed."""
    bars = [{"label": f"第{n}项", "value": value} for n, value in enumerate(values, start=1)]
    chart = Chart.model_validate({"title": "图", "kind": kind, "unit": "元", "bars": bars})
    return drawing_of("chart", chart, book_of(FORM, content_of(FIGURES, {})))


def shown(drawing: Drawing) -> str:
    return render_to_string("reports/partials/chart.html", {"drawing": drawing})


def test_bars_stand_on_both_sides_of_zero() -> None:
    drawing = drawn("change")

    assert drawing.groups == (("本年", 1), ("上年", 2))
    assert [(bar.figure.text, bar.start, bar.length) for bar in drawing.bars] == [
        ("2,000,000", Decimal("35.00"), Decimal("35.00")),
        ("1,000,000", Decimal("35.00"), Decimal("17.50")),
        ("1,234,567.5", Decimal("35.00"), Decimal("21.60")),
        ("-2,000,000", Decimal("0.00"), Decimal("35.00")),
    ]
    assert [bar.text_at for bar in drawing.bars] == [70, Decimal("52.50"), Decimal("56.60"), 35]
    assert [bool(bar.heading_at) for bar in drawing.bars] == [True, False, True, False]


def test_bars_leave_room_for_their_figures() -> None:
    assert max(bar.start + bar.length for bar in with_values("bar", "5", "10").bars) == 70


def test_bars_without_any_figure_are_no_picture() -> None:
    drawing = with_values("bar", "received", "1 / 0")

    assert drawing.is_empty
    assert not drawing.has_figures
    assert "尚无数据" in shown(drawing)
    assert "<svg" not in shown(drawing)


def test_bars_of_zero_have_no_length_and_their_figure() -> None:
    drawing = with_values("bar", "0", "1 / 0")

    assert [(bar.length, bar.figure.text) for bar in drawing.bars] == [(0, "0"), (0, "—")]
    assert "<rect x=" not in shown(drawing)


def test_pie_has_the_largest_share_first() -> None:
    drawing = drawn("shares")

    assert [(figure.label, figure.share_text) for figure in drawing.figures] == [
        ("项目支出", "97.20%"),
        ("基本支出", "2.80%"),
    ]
    assert [figure.label for figure, _slice in drawing.slices] == ["项目支出", "基本支出"]
    assert [bool(slice_.line) for _figure, slice_ in drawing.slices] == [False, True]
    assert ">2</text>" in shown(drawing)


def test_pie_of_one_share_is_a_whole_circle() -> None:
    ((figure, only),) = with_values("pie", "7").slices

    assert only.path.startswith("M0 -100A100 100")
    assert figure.share_text == "100.00%"


def test_pie_leaves_out_what_is_no_share() -> None:
    drawing = with_values("pie", "0 - 5", "30", "0", "10", "1 / 0")

    assert [(figure.text, figure.share_text) for figure in drawing.figures] == [
        ("30", "75.00%"),
        ("10", "25.00%"),
        ("0", "—"),
        ("-5", "—"),
        ("—", "—"),
    ]
    assert len(drawing.slices) == 2
    assert drawing.leaves_out
    assert "负数不是份额" in shown(drawing)


@pytest.mark.parametrize("values", [("0",), ("0 - 1", "0"), ("1 / 0",)])
def test_pie_without_a_share_is_no_picture(values: tuple[str, ...]) -> None:
    drawing = with_values("pie", *values)

    assert drawing.is_empty
    assert "尚无数据" in shown(drawing)


def test_chart_says_in_words_what_it_shows() -> None:
    text = shown(drawn("shares"))

    assert 'role="img" aria-labelledby="shares-title shares-desc"' in text
    assert "项目支出 1,200,000元，占 97.20%；基本支出 34,567.5元，占 2.80%" in text
    assert text.count('scope="row"') == 2


def test_chart_has_no_inline_style() -> None:
    text = shown(drawn("change")) + shown(drawn("shares"))

    assert "style=" not in text
    assert "<style" not in text
    assert 'fill="url(#change-fill-2)"' in text


def test_chart_rounds_money_to_two_decimals() -> None:
    assert with_values("bar", "10 / 3").bars[0].figure.text == "3.33"


def test_chart_follows_the_filed_figures() -> None:
    sections = {"accounts": SECTIONS["accounts"] | {"facts": {"received": "10"}}}

    assert drawn("change", sections).bars[0].figure.text == "10"
