"""Coded rows in formulas: how a selection is written and read back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.engine.selections import Selection, read_selection, with_stand_ins, without_stand_ins

READ = [
    ("t03[level=3].total", Selection("t03", "level", "3", "total")),
    ("t03[code=210].basic", Selection("t03", "code", "210", "basic")),
    ("t03[code=A01].basic", Selection("t03", "code", "A01", "basic")),
    ("t03[all].total", Selection("t03", "all", "", "total")),
]
PLAIN = [
    "t03.total.total",
    "t03",
    "",
    "t03[].total",
    "t03[level].total",
    "t03[level=].total",
    "t03[name=甲].total",
    "t03[all=3].total",
    "t03[all].total.more",
    "x.t03[all].total",
    "T03[all].total",
]


@pytest.mark.parametrize(("name", "selection"), READ)
def test_selection_is_read_and_written_alike(name: str, selection: Selection) -> None:
    assert read_selection(name) == selection
    assert selection.name == name


@pytest.mark.parametrize("name", PLAIN)
def test_other_names_are_no_selections(name: str) -> None:
    assert read_selection(name) is None


@pytest.mark.parametrize(
    ("text", "stand_in"),
    [
        ("sum(t03[level=3].total)", "sum(t03.LEVEL_3.total)"),
        ("t03[ code = 210 ] . basic / t03[all].total", "t03.CODE_210.basic / t03.ALL_.total"),
        ("t03.total.total - 1", "t03.total.total - 1"),
    ],
)
def test_stand_ins_are_dotted_names(text: str, stand_in: str) -> None:
    assert with_stand_ins(text) == stand_in


@given(
    key=st.from_regex(r"[a-z][a-z0-9_]{0,8}", fullmatch=True),
    which=st.one_of(
        st.just("all"),
        st.from_regex(r"(level|code)=[0-9A-Za-z]{1,20}", fullmatch=True),
    ),
    column=st.from_regex(r"[a-z][a-z0-9_]{0,8}", fullmatch=True),
)
def test_stand_in_gives_back_the_selection(key: str, which: str, column: str) -> None:
    written = f"{key}[{which}].{column}"

    assert without_stand_ins(with_stand_ins(written)) == written
    selection = read_selection(written)
    assert selection is not None
    assert selection.name == written


@given(name=st.from_regex(r"[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*", fullmatch=True))
def test_names_of_a_scheme_never_stand_for_a_selection(name: str) -> None:
    assert without_stand_ins(name) == with_stand_ins(name) == name
