import pytest

from reports.sheets.quotations import Piece, Quotation, pieces


@pytest.mark.parametrize(
    ("quotations", "expected"),
    [
        ([], [Piece("甲乙丙丁")]),
        ([Quotation(1, 3, "a", "warning")], [Piece("甲"), Piece("乙丙", ("a",), "warning"), Piece("丁")]),
        ([Quotation(0, 4, "a", "warning")], [Piece("甲乙丙丁", ("a",), "warning")]),
        (
            [Quotation(0, 3, "a", "information"), Quotation(1, 4, "b", "warning")],
            [
                Piece("甲", ("a",), "information"),
                Piece("乙丙", ("b",), "warning"),
                Piece("丁", (), "warning"),
            ],
        ),
        (
            [Quotation(0, 2, "a", "warning"), Quotation(0, 2, "b", "information")],
            [Piece("甲乙", ("a", "b"), "warning"), Piece("丙丁")],
        ),
        ([Quotation(3, 9, "a", "warning"), Quotation(2, 2, "b", "warning")], [Piece("甲乙丙丁")]),
    ],
)
def test_a_text_is_cut_where_it_is_quoted(quotations: list[Quotation], expected: list[Piece]) -> None:
    assert pieces("甲乙丙丁", quotations) == expected


def test_an_empty_text_has_no_pieces() -> None:
    assert pieces("", [Quotation(0, 1, "a", "warning")]) == []
