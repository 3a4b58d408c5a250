from scoring.engine.claims.text.outline import Kind, outline_of
from scoring.engine.claims.text.prose import Prose
from scoring.engine.claims.text.reading import Reading


def kinds(text: str) -> list[Kind]:
    return [token.kind for token in outline_of(Reading(Prose(text))).tokens]


def test_marks_and_figures_stand_in_their_order() -> None:
    assert kinds("合计5万元，其中：人员3万元。") == [
        Kind.AMOUNT,
        Kind.COMMA,
        Kind.SURE,
        Kind.COLON,
        Kind.AMOUNT,
        Kind.STOP,
    ]


def test_marks_inside_a_figure_are_part_of_it() -> None:
    assert kinds("支出1,234.5万元") == [Kind.AMOUNT]
    assert kinds("服务5人(次)，") == [Kind.AMOUNT, Kind.COMMA]


def test_empty_cells_are_one_gap() -> None:
    assert kinds("合计\t\t\t5万元") == [Kind.CELL, Kind.AMOUNT]


def test_the_end_of_a_row_is_the_end_of_its_last_cell() -> None:
    assert kinds("5万元\t\n。") == [Kind.AMOUNT, Kind.CELL, Kind.STOP]


def test_of_many_empty_lines_three_are_kept() -> None:
    assert kinds("一、甲\n乙\n丙\n丁\n戊\n己") == [Kind.AND, Kind.LINE, Kind.LINE, Kind.LINE]


def test_marks_far_behind_a_figure_are_left_out() -> None:
    found = kinds("（" * 1000 + "支出5万元（")

    assert found.count(Kind.OPEN) == 401
    assert found[-2:] == [Kind.AMOUNT, Kind.OPEN]
