"""One cell as typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.engine.cells import CellError, clean_cell, is_sound, soundness_of


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


@pytest.mark.parametrize("text", ["10000", "9999.995", "123456789012", "１００００", "99,999"])
def test_clean_cell_refuses_a_score_above_any_form(text: str) -> None:
    with pytest.raises(CellError):
        clean_cell("score", text)

    assert clean_cell("money", text) is not None


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("10,000", "分数不能大于 9999.99，读到的是 10000。"),
        ("-10000", "分数不能小于 -9999.99，读到的是 -10000。"),
    ],
)
def test_clean_cell_names_the_bound_of_a_score(text: str, message: str) -> None:
    with pytest.raises(CellError) as caught:
        clean_cell("score", text, negative=True)

    assert str(caught.value) == message


def test_clean_cell_takes_the_highest_score() -> None:
    assert clean_cell("score", "9999.99") == "9999.99"
    assert clean_cell("score", "-9999.99", negative=True) == "-9999.99"


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
        ("score", "9999.99", True),
        ("score", "10000", False),
        ("money", "10000", True),
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


@pytest.mark.parametrize(
    ("kind", "text", "sound"),
    [
        ("money", "1234.56", True),
        ("score", "9.955", False),
        ("text", "垫付 3 万元。", True),
        ("text", "   ", False),
        ("text", "第一行\n第二行", False),
        ("text", "甲\u202e乙", False),
        ("text", "字" * 500, True),
        ("text", "字" * 501, False),
        ("choice", "优", True),
        ("date", "2023-04-20", False),
    ],
)
def test_soundness_at_first_sight(kind: str, text: str, sound: bool) -> None:
    assert bool(soundness_of(kind)(text)) is sound


def test_soundness_knows_the_longest_text_of_a_cell() -> None:
    assert soundness_of("text", 3)("一二三")
    assert not soundness_of("text", 3)("一二三四")


@given(
    kind=st.sampled_from(["money", "count", "score", "text", "long_text", "choice", "phone", "date"]),
    text=st.one_of(st.text(min_size=1), st.from_regex(r"-?[0-9]{1,10}(\.[0-9]{1,7})?", fullmatch=True)),
    longest=st.sampled_from([None, 2, 600]),
)
def test_cell_that_is_sound_at_first_sight_is_taken(kind: str, text: str, longest: int | None) -> None:
    if soundness_of(kind, longest)(text):
        assert clean_cell(kind, text, max_length=longest) is not None
