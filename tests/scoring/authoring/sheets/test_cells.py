"""One value ↔ one cell: nothing is lost on the way, and what can't be taken is said."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.authoring.shapes import Choice, Kinds, Other, Plain, Several, Shape
from scoring.authoring.sheets.cells import (
    CellProblemError,
    escaped,
    from_cell,
    kind_from_cell,
    to_cell,
    unescaped,
)
from scoring.engine.rules.registry import Bands, ExecRate

TYPE = Choice(("money", "count", "text"))
LINES = Several(Plain(str))

READ = [
    (" 甲 ", Plain(str), "甲"),
    (Decimal("2024"), Plain(str), "2024"),
    ("000123", Plain(str), "000123"),
    ("=1+1", Plain(str), "=1+1"),
    ("（空）", Plain(str), ""),
    ("（无）", Plain(str), None),
    (Decimal("5.50"), Plain(Decimal), Decimal("5.50")),
    ("0.1", Plain(Decimal), Decimal("0.1")),
    ("1,200.5", Plain(Decimal), Decimal("1200.5")),
    ("１２", Plain(Decimal), Decimal(12)),
    ("123456789012345678901", Plain(Decimal), Decimal("123456789012345678901")),
    ("（无）", Plain(Decimal), None),
    (Decimal(3), Plain(int), 3),
    ("3", Plain(int), 3),
    ("是", Plain(bool), True),
    ("FALSE", Plain(bool), False),
    ("金额", TYPE, "money"),
    ("money", TYPE, "money"),
    ("甲\n\n 乙 ", LINES, ["甲", "乙"]),
    ("（无）", LINES, []),
    ("甲\n（空）", LINES, ["甲", ""]),
    ("金额、文字，整数", Several(TYPE), ["money", "text", "count"]),
    (Decimal(3), Several(Plain(int)), [3]),
    ('{"a": 0.1}', Other(), {"a": Decimal("0.1")}),
]


@pytest.mark.parametrize(("value", "shape", "expected"), READ)
def test_from_cell_reads_what_people_type(value: Any, shape: Shape, expected: Any) -> None:
    assert from_cell(value, "type", shape) == expected


REFUSED = [
    ("十分", Plain(Decimal), "十分"),
    ("\u3000", Plain(Decimal), "应为数字，读到的是空格"),
    ("1.5", Plain(int), "应为整数，读到的是“1.5”"),
    ("也许", Plain(bool), "应为“是”或“否”，读到的是“也许”"),
    ("现金", TYPE, "应为 金额、整数、文字 之一，读到的是“现金”"),
    ("金额\n现金", Several(TYPE), "读到的是“现金”"),
    ("{", Other(), "应为 JSON"),
]


@pytest.mark.parametrize(("value", "shape", "message"), REFUSED)
def test_from_cell_says_what_is_expected(value: str, shape: Shape, message: str) -> None:
    with pytest.raises(CellProblemError, match=message):
        from_cell(value, "type", shape)


def test_kind_is_read_by_its_word_or_its_code() -> None:
    kinds = Kinds((Bands, ExecRate))

    assert kind_from_cell("按档次计分", kinds) == kind_from_cell(" bands ", kinds) == "bands"
    with pytest.raises(CellProblemError, match="没有“随便”这种评分规则，可用：按档次计分、按执行率计分"):
        kind_from_cell("随便", kinds)


WRITTEN = [
    (None, Plain(Decimal), "（无）"),
    ("", Plain(str), "（空）"),
    ("（空）", Plain(str), "\\（空）"),
    (" 甲\n", Plain(str), "\\x20甲\\n"),
    ("a\\b", Plain(str), "a\\\\b"),
    ("_x0041_", Plain(str), "\\x5fx0041_"),
    ("甲\r\n乙", Plain(str), "甲\\x0d\n乙"),
    (True, Plain(bool), "是"),
    (3, Plain(int), Decimal(3)),
    (Decimal("0.5"), Plain(Decimal), Decimal("0.5")),
    (Decimal("1234567890.123456"), Plain(Decimal), "1234567890.123456"),
    ("money", TYPE, "金额"),
    ([], LINES, "（无）"),
    (["甲\n乙", ""], LINES, "甲\\n乙\n（空）"),
    ([3, 5], Several(Plain(int)), "3\n5"),
    ({"a": [Decimal("0.10")]}, Other(), '{"a": ["0.1"]}'),
]


@pytest.mark.parametrize(("value", "shape", "expected"), WRITTEN)
def test_to_cell_writes_what_people_read(value: Any, shape: Shape, expected: Any) -> None:
    assert to_cell(value, "type", shape) == expected


@given(st.text())
def test_any_text_comes_back(text: str) -> None:
    assert unescaped(escaped(text)) == text
    assert from_cell(to_cell(text, "label", Plain(str)), "label", Plain(str)) == text


@given(st.lists(st.text(), max_size=4))
def test_any_texts_of_a_cell_come_back(texts: list[str]) -> None:
    assert from_cell(to_cell(texts, "choices", LINES), "choices", LINES) == texts


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**20), max_value=10**20, places=9))
def test_any_figure_comes_back(number: Decimal) -> None:
    assert from_cell(to_cell(number, "weight", Plain(Decimal)), "weight", Plain(Decimal)) == number
