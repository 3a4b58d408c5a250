"""Where the figures of a text stand."""

import pytest

from scoring.engine.claims.text.layout import Layout, close_by
from scoring.engine.claims.text.prose import Prose
from scoring.engine.claims.text.reading import Reading


def layout_of(text: str) -> Layout:
    return Layout(Reading(Prose(text)))


@pytest.mark.parametrize(
    ("text", "bracketed"),
    [
        ("支出5元(含3元)，共8元", [False, True, False]),
        ("支出(含3元(内1元))，共8元", [True, True, False]),
        ("支出(含3元，共8元", [False, False]),
        ("支出(含3元\n另列)，共8元", [False, False]),
        ("(1元)(2元)3元", [True, True, False]),
    ],
)
def test_figures_in_closed_brackets(text: str, bracketed: list[bool]) -> None:
    layout = layout_of(text)

    assert [layout.is_bracketed(number, len(text)) for number in range(len(layout.all))] == bracketed


def test_a_bracket_that_is_still_open_encloses_nothing() -> None:
    layout = layout_of("支出5元(含3元，占60%)")

    assert not layout.is_bracketed(1, layout.starts[2])


@pytest.mark.parametrize(
    ("text", "torn"),
    [
        ("支出29\n\n346.06万元", True),
        ("支出29\n346.06万元", True),
        ("支出\n346.06万元", False),
        ("支出29 346.06万元", False),
    ],
)
def test_figures_torn_by_a_page_break(text: str, torn: bool) -> None:
    layout = layout_of(text)

    assert layout.is_torn(len(layout.all) - 1) is torn


def test_the_sentences_of_one_paragraph() -> None:
    layout = layout_of("一5元。\n二5元。三5元。四5元。五5元。")
    place = layout.starts[-1]

    assert layout.text[layout.passage_start(place) :] == "三5元。四5元。五5元。"
    assert layout.text[layout.passage_start(place, 9) :] == "二5元。三5元。四5元。五5元。"
    assert layout.text[layout.sentence_start(place) :] == "五5元。"


def test_what_stands_between() -> None:
    layout = layout_of("甲1元；乙2元。丙3元，丁4元")
    starts = layout.starts

    assert layout.is_apart(starts[0], starts[1])
    assert not layout.is_apart(starts[1], starts[2])
    assert layout.is_stopped(starts[1], starts[2])
    assert not layout.is_stopped(starts[2], starts[3])
    assert layout.words_before(3) == "，丁"
    assert layout.words_before(2) == "丙"


def test_windows_are_bounded() -> None:
    layout = layout_of("支出5元，" * 50)

    assert layout.before(40, 0) == range(16, 40)
    assert layout.before(40, layout.starts[38]) == range(38, 40)
    assert layout.before(40, layout.starts[38], most=1) == range(39, 40)
    assert layout.number_at(layout.starts[7]) == 7


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("支出5元", True),
        ("占5%", False),
        ("得5分", False),
        ("提高5个百分点", False),
        ("比上年增加5元", False),
        ("增加到5元", True),
    ],
)
def test_which_figures_are_amounts(text: str, amount: bool) -> None:
    assert layout_of(text).is_amount(0) is amount


def test_a_quotation_reaches_only_so_far() -> None:
    layout = layout_of("支出5元" + "，" * 500 + "支出6元，支出7元")
    far, near, stated = layout.all

    assert close_by(stated, (far, near)) == (near,)


def test_an_empty_text() -> None:
    layout = layout_of("")

    assert (layout.passage_start(0), layout.sentence_start(0), layout.number_at(0)) == (0, 0, 0)
