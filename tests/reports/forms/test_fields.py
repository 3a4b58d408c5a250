"""One cell as a form field."""

import pytest
from django.core.exceptions import ValidationError

from reports.forms.fields import CellField
from scoring.engine.scheme import Column


@pytest.mark.parametrize(
    ("kind", "typed", "stored"),
    [
        ("money", "１，２３４．５０", "1234.5"),
        ("money", "1,234.50", "1234.5"),
        ("count", " 53 ", "53"),
        ("score", "", None),
        ("text", "  ", None),
        ("text", "两\n行", "两 行"),
        ("long_text", "两\r\n行", "两\n行"),
        ("date", "2023年4月20日", "2023-04-20"),
        ("choice", "优秀", "优秀"),
    ],
)
def test_cell_field_stores_canonical_text(kind: str, typed: str, stored: str | None) -> None:
    assert CellField(Column(label="x", type=kind, choices=["优秀"])).clean(typed) == stored


@pytest.mark.parametrize(
    ("kind", "in_table", "rows"),
    [
        ("text", False, 1),
        ("long_text", False, 4),
        ("long_text", True, 2),
        ("text", True, None),
        ("money", False, None),
    ],
)
def test_words_grow_with_what_is_written(kind: str, in_table: bool, rows: int | None) -> None:
    field = CellField(Column(label="x", type=kind), in_table=in_table)

    assert field.widget.attrs.get("rows") == rows


@pytest.mark.parametrize(
    ("kind", "typed", "message"),
    [
        ("money", "-1", "不能是负数，读到的是 -1。"),
        ("count", "1.5", "应为整数，读到的是 1.5。"),
        ("score", "1.234", "最多 2 位小数"),
        ("score", "七", "不是数字"),
        ("money", "1234567890123456", "15"),
        ("text", "a\x00b", "U+0000"),
        ("text", "字" * 501, "最多 500 个字，现有 501 个字。"),
        ("date", "2023-02-30", "不是日期"),
        ("choice", "甲等", "“甲等”不是可选的内容。"),
    ],
)
def test_cell_field_refuses(kind: str, typed: str, message: str) -> None:
    with pytest.raises(ValidationError) as error:
        CellField(Column(label="x", type=kind, choices=["优秀"])).clean(typed)

    assert message in error.value.messages[0]


def test_cell_field_takes_negatives_where_they_can_be() -> None:
    assert CellField(Column(label="x", type="money", negative=True)).clean("－5") == "-5"


def test_cell_field_keeps_a_stored_choice() -> None:
    field = CellField(Column(label="x", type="choice", choices=["优秀"]))

    field.keep("甲等")

    assert field.clean("甲等") == "甲等"
