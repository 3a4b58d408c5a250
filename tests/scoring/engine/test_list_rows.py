"""Rows of open lists as figures: codes, selections, names, and what adds up to what."""

from decimal import Decimal

import pytest

from scoring.engine.content import Cells
from scoring.engine.form_parts import RowList
from scoring.engine.list_rows import FiledList, code_of, list_rows, parts_by_code, selection_label
from scoring.engine.selections import Selection

CODED = RowList.model_validate(
    {
        "title": "支出决算表",
        "hierarchy": {"column": "code", "lengths": [3, 5, 7]},
        "columns": {
            "code": {"label": "编码", "type": "text"},
            "name": {"label": "科目", "type": "text"},
            "note": {"label": "说明", "type": "long_text"},
            "total": "合计",
        },
    }
)
PLAIN = RowList.model_validate(
    {"title": "项目", "columns": {"name": {"label": "项目", "type": "text"}, "spent": "支出"}}
)
ROWS: list[Cells] = [
    {"id": "a", "code": "208", "name": "社会保障", "total": "55.11"},
    {"id": "b", "code": "20805", "name": "养老", "total": "54.40"},
    {"id": "c", "code": " ２０８０５０５ ", "name": "缴费", "total": "40.18"},
    {"id": "d", "code": "20808", "name": " ", "total": "抚恤"},
    {"id": "e", "code": "210", "name": "卫生健康", "total": None},
    {"id": "f", "code": "20", "name": "漏位", "total": "1"},
    {"id": "g", "name": "没有编码"},
]


def test_code_is_half_width_without_spaces() -> None:
    assert [code_of(row, CODED) for row in ROWS] == ["208", "20805", "2080505", "20808", "210", "20", ""]
    assert code_of({"name": "208"}, PLAIN) == ""


@pytest.mark.parametrize(
    ("by", "value", "ids"),
    [
        ("level", "3", "ae"),
        ("level", "7", "c"),
        ("code", "20805", "b"),
        ("code", "9", ""),
        ("all", "", "abcdefg"),
    ],
)
def test_rows_are_picked_in_filed_order(by: str, value: str, ids: str) -> None:
    filed = FiledList(tuple(list_rows(CODED, ROWS)))

    assert [row.cells["id"] for row in filed.picked(Selection("t03", by, value, "total"))] == list(ids)


def test_rows_without_codes_are_picked_all_or_not_at_all() -> None:
    filed = FiledList(tuple(list_rows(PLAIN, [{"id": "a"}, {"id": "b"}])))

    assert filed.picked(Selection("projects", "all", "", "spent")) == filed.rows
    assert list(filed.picked(Selection("projects", "level", "3", "spent"))) == []


@pytest.mark.parametrize(
    ("by", "value", "column", "label"),
    [
        ("level", "3", "total", "支出决算表各3位科目合计"),
        ("code", "210", "total", "支出决算表210合计"),
        ("all", "", "total", "支出决算表各行合计"),
        ("all", "", "gone", "支出决算表各行gone"),
    ],
)
def test_selection_is_named_in_words(by: str, value: str, column: str, label: str) -> None:
    assert selection_label(Selection("t03", by, value, column), CODED) == label


def test_row_says_its_name_and_figures() -> None:
    first, *_, blank, _short, _last = list_rows(CODED, ROWS)

    assert (first.id, first.code, first.name) == ("a", "208", "208 社会保障")
    assert (first.value("total"), first.written("total")) == (Decimal("55.11"), "合计55.11")
    assert (blank.value("total"), blank.written("total")) == (None, "合计（空）")


def test_unreadable_figure_is_blank_and_blank_names_are_left_out() -> None:
    row = list_rows(CODED, ROWS)[3]

    assert (row.value("total"), row.name) == (None, "20808")
    assert list_rows(PLAIN, [{"name": "项目甲"}])[0].id == ""


def test_parts_are_the_rows_one_level_below() -> None:
    parts = parts_by_code(list_rows(CODED, ROWS))

    assert {code: [row.id for row in rows] for code, rows in parts.items()} == {
        "208": ["b", "d"],
        "20805": ["c"],
    }


def test_rows_without_codes_have_no_parts() -> None:
    assert parts_by_code(list_rows(PLAIN, [{"id": "a"}])) == {}
