"""Open tables of figures: levels, cells that derive from others, and how they read."""

import datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.sheets import CommentLine, FindingLine, Marks, sheets_of
from reports.sheets.coded import (
    derived_cells,
    differing,
    followed,
    head_columns,
    is_coded,
    level_of,
    prefilled,
    row_name,
)
from reports.sheets.parts import Block
from scoring.engine.content import Content
from scoring.engine.form_parts import RowList
from tests.reports.accounts import FIGURES, ROWS, content_of, form_of

SPEC = form_of(FIGURES).lists["spending"]


def comment(anchor: str, pk: int = 1) -> CommentLine:
    at = datetime.datetime(2023, 4, 20, tzinfo=datetime.UTC)
    return CommentLine(pk, anchor, "意见", "复核人乙", at, "", "", is_closed=False, may_reply=False)


def finding(anchor: str, severity: str = "warning") -> FindingLine:
    return FindingLine("", "N_SUM", "", severity, anchor, "#", (), "", None, None, None, False)


def block(marks: Marks | None = None, content: Content | None = None) -> Block:
    sheet = sheets_of(form_of(FIGURES), content or content_of(FIGURES), marks)[0]
    return next(part for part in sheet.blocks if part.kind == "coded")


@pytest.mark.parametrize(
    ("given", "coded"),
    [
        ({}, False),
        ({"unit": "万元"}, True),
        ({"total": "合计"}, True),
        ({"derived": {"all": "basic"}}, True),
        ({"hierarchy": {"column": "name", "lengths": [3]}}, True),
    ],
)
def test_a_list_with_codes_unit_total_or_formulas_is_a_table_of_figures(
    given: dict[str, Any], coded: bool
) -> None:
    spec = RowList.model_validate(
        {"title": "表", "columns": {"name": {"label": "名", "type": "text"}}} | given
    )

    assert is_coded(spec) is coded


def test_heads_are_the_leading_words_else_the_first_column() -> None:
    figures = RowList.model_validate({"title": "表", "columns": {"basic": "基本", "name": "名"}})

    assert head_columns(SPEC) == ["code", "name"]
    assert head_columns(figures) == ["basic"]


@pytest.mark.parametrize(
    ("code", "level"), [("208", 1), ("２０８０５", 2), ("2080505", 3), ("20", 0), ("", 0), (None, 0)]
)
def test_level_follows_the_length_of_the_code(code: str | None, level: int) -> None:
    assert level_of(SPEC, {"code": code}) == level


def test_row_name_is_code_and_name() -> None:
    assert row_name(SPEC, ROWS[0]) == "208 社会保障"


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ({"basic": "1", "project": "2", "budget": "4"}, {"all": "3", "rate": "75"}),
        ({"basic": "1", "all": "9", "budget": "4"}, {"all": "1", "rate": "225"}),
        ({"basic": "1", "budget": "0"}, {"all": "1", "rate": ""}),
        ({"basic": "many"}, {"all": "", "rate": ""}),
        ({}, {"all": "", "rate": ""}),
    ],
)
def test_derived_cells_of_a_row(row: dict[str, str | None], found: dict[str, str]) -> None:
    assert derived_cells(SPEC, row) == found


def test_differing_leaves_out_what_agrees_within_the_tolerance() -> None:
    row: dict[str, str | None] = {"basic": "1", "project": "2", "all": "3.01", "budget": "4", "rate": "70"}

    assert differing(SPEC, row) == {"rate": "75.25"}


def test_prefilled_fills_blank_cells_only() -> None:
    row: dict[str, str | None] = {"basic": "1", "all": None, "budget": "4", "rate": "30"}

    assert prefilled(SPEC, row) == {"basic": "1", "all": "1", "budget": "4", "rate": "30"}


@pytest.mark.parametrize(
    ("before", "typed", "stored"),
    [
        ({}, {"all": None}, "5"),
        ({}, {"all": "7"}, "7"),
        ({"basic": "1", "all": "1"}, {"all": "1"}, "5"),
        ({"basic": "1", "all": "9"}, {"all": "9"}, "9"),
        ({"basic": "1", "all": "1"}, {"all": "2"}, "2"),
        ({"basic": "1", "all": "1"}, {"all": None}, "5"),
        ({"basic": "1", "all": "9"}, {"all": "1"}, "1"),
    ],
)
def test_a_derived_cell_follows_until_another_figure_is_written(
    before: dict[str, str | None], typed: dict[str, str | None], stored: str
) -> None:
    assert followed(SPEC, {"basic": "5", **typed}, before)["all"] == stored


def test_a_derived_cell_that_can_not_be_computed_keeps_what_is_written() -> None:
    assert followed(SPEC, {"rate": "80"}, {"rate": "80"})["rate"] == "80"


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(st.sampled_from(list(SPEC.columns)), st.none() | st.text(max_size=12)))
def test_rows_of_anything_are_read(row: dict[str, str | None]) -> None:
    assert set(derived_cells(SPEC, row)) == {"all", "rate"}
    followed(SPEC, row, row)
    level_of(SPEC, row)


def test_block_has_heads_levels_and_a_line_of_totals() -> None:
    found = block()

    assert (found.heads, found.unit, found.width) == (("科目编码", "科目名称"), "元", 7)
    assert found.columns == ("本年支出合计", "基本支出", "项目支出", "年初预算数", "完成率（%）")
    assert [row.level for row in found.rows] == [1, 2, 1, 3]
    assert found.total is not None
    assert [(cell.shown, cell.exists) for cell in found.total.cells] == [
        ("1,234,567.5", True),
        ("34,567.5", True),
        ("1,200,000", True),
        ("", True),
        ("", False),
    ]


def test_block_shows_the_sum_beside_a_total_that_differs() -> None:
    content = content_of(FIGURES)
    content.sections["accounts"].tables["spending"]["total"]["basic"] = "5"

    total = block(content=content).total

    assert total is not None
    assert [cell.derived for cell in total.cells] == ["", "34567.5", "", "1000000", ""]


def test_block_shows_what_a_row_derives_only_where_it_differs() -> None:
    rows = block().rows

    assert [cell.derived for cell in rows[0].cells] == ["", "", "", "", ""]
    assert rows[3].cells[0].derived == "1200005.13"


def test_amounts_in_yuan_read_with_two_decimals() -> None:
    assert block().rows[3].cells[2].shown == "1,200,000.13"


def test_amounts_in_ten_thousands_read_as_filed() -> None:
    form = form_of(FIGURES.replace("元", "万元").replace("万万元", "万元"))
    blocks = sheets_of(form, content_of(FIGURES))[0].blocks

    coded = next(part for part in blocks if part.kind == "coded")

    assert coded.rows[3].cells[2].shown == "1,200,000.129"


def test_comments_stand_under_their_row() -> None:
    places = ("s208", "s20805/basic", "total/basic", "")
    comments = tuple(comment(f"accounts/spending/{place}".rstrip("/"), pk) for pk, place in enumerate(places))

    found = block(Marks(comments=comments))

    assert [[each.pk for each in row.comments] for row in found.rows] == [[0], [1], [], []]
    assert found.total is not None
    assert [each.pk for each in found.total.comments] == [2]
    assert [each.pk for each in found.comments] == [3]


def test_findings_mark_their_cells() -> None:
    marks = Marks(
        findings=(
            finding("accounts/spending/s208/basic"),
            finding("accounts/spending/s208/basic", "information"),
            finding("accounts/spending/s210/basic", "information"),
            finding("accounts/spending/total/all", "error"),
        )
    )

    found = block(marks)

    assert found.total is not None
    assert [cell.severity for cell in found.total.cells[:2]] == ["error", ""]
    assert (found.rows[0].cells[1].severity, found.rows[0].cells[1].is_marked) == ("warning", True)
    assert (found.rows[2].cells[1].severity, found.rows[2].cells[1].is_marked) == ("information", False)


def test_changes_mark_their_row() -> None:
    found = block(Marks(changed=frozenset({"accounts/spending/s210/all", "accounts/spending/total/all"})))

    assert [row.changed for row in found.rows] == [False, False, True, False]
    assert found.total is not None
    assert found.total.changed
