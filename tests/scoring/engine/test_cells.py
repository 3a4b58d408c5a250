"""One cell as typed."""

import pytest

from scoring.engine.cells import CellError, clean_cell, is_sound


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("\x00约定", "U+0000，在开头"),
        ("本年\n预算\x0b数", "U+000B，在“预算”之后"),
        ("甲\u202e乙", "U+202E，在“甲”之后"),
        ("一二三四五六七八九十百\u2066", "U+2066，在“二三四五六七八九十百”之后"),
    ],
)
def test_clean_cell_says_where_an_unseen_character_stands(text: str, place: str) -> None:
    with pytest.raises(CellError) as caught:
        clean_cell("long_text", text)

    assert str(caught.value) == f"含有不可见的控制字符（{place}），请删除后重新填写。"


def test_clean_cell_keeps_emoji_and_rare_characters() -> None:
    assert clean_cell("text", "👨‍👩‍👧𠮷䶮") == "👨‍👩‍👧𠮷䶮"


@pytest.mark.parametrize("kind", ["date", "money"])
def test_clean_cell_repeats_no_page_of_text(kind: str) -> None:
    with pytest.raises(CellError) as caught:
        clean_cell(kind, "字" * 20_000)

    assert len(str(caught.value)) < 100


@pytest.mark.parametrize(
    ("kind", "text", "sound"),
    [
        ("money", "1234.56", True),
        ("money", "0.1234567", False),
        ("count", "53", True),
        ("count", "53.5", False),
        ("score", "9.955", False),
        ("score", "9.95", True),
        ("money", "-3", False),
        ("money", "1,234", False),
        ("text", "53", False),
        ("money", "", False),
    ],
)
def test_is_sound_only_where_clean_cell_would_change_nothing(kind: str, text: str, sound: bool) -> None:
    assert is_sound(kind, text) is sound
    if sound:
        assert clean_cell(kind, text) == text
