"""Tables of a text, cell by cell."""

import pytest

from scoring.engine.claims.tabular.grids import grids
from scoring.engine.claims.text.prose import Prose
from scoring.engine.claims.text.reading import Reading

LAYOUTS = [
    ("甲\t乙\n1\t2\n", [["甲", "乙"], ["1*", "2*"]]),
    ("甲\t乙\r\n\r\n1\t2\r\n", [["甲", "乙"], ["1*", "2*"]]),
    # one cell a line, an empty line between rows, line breaks within cells
    ("\t甲\n\t\n\t乙\n\n\t一行\n两行\n\t1\n\t　2　\n", [["甲", "", "乙"], ["一行两行", "1*", "2*"]]),
    # a row that broke off behind its name
    (
        "\t甲\n\t乙\n\t丙\n\n\t子\n\t丑寅\n\n\t3\n\n\t卯\n\t4\n\t5\n",
        [["甲", "乙", "丙"], ["子", "丑寅", "3*"], ["卯", "4*", "5*"]],
    ),
    ("\t甲\n\t乙\n\t丙\n\n\t子\n\t2\n\n\t3\n\n\t卯\n\t4\n\t5\n", [["甲", "乙", "丙"], ["子", "2*"], ["3*"], ["卯", "4*", "5*"]]),
    (
        "\t标题\n\n\t甲\n\t乙\n\n\t子\n\t4\n\n\t丑\n\t5\n\t6\n\n\t寅\n\t7\n\t8\n",
        [["标题"], ["甲", "乙"], ["子", "4*"], ["丑", "5*", "6*"], ["寅", "7*", "8*"]],
    ),
    # Markdown
    ("| 甲 | 乙 |\n|---|:-:|\n| 1 | 2 |\n甲|乙|丙\n", [["甲", "乙"], ["1*", "2*"], ["甲", "乙", "丙"]]),
    # HTML, a cell over two columns, a cell that isn't closed
    (
        "<table><tr><th colspan='2'>甲</th></tr><tr><td>1</td><td>2</td></tr></table>",
        [["甲", ""], ["1*", "2*"]],
    ),
    ("<TR><TD>甲<TD>乙</TR><tr><td>1</td><td>2</td></tr>", [["甲", "乙"], ["1*", "2*"]]),
    # short lines inside a table belong to it, notes and long text end it
    ("甲\t乙\n续上页\n1\t2\n", [["甲", "乙"], ["1*", "2*"]]),
    ("甲\t乙\n1\t2\n注：本表说明\n3\t4\n", [["甲", "乙"], ["1*", "2*"]]),
    # rows that number the columns
    ("甲\t乙\t丙\n栏次\t1\t2\n1\t2\t3\n4\t5\t6\n", [["甲", "乙", "丙"], ["4*", "5*", "6*"]]),
    # what holds a figure
    (
        "甲\t10分\t72.3%\t-5.00\n乙\t--\t≥95%\t1,234.5万元\n",
        [["甲", "10分*", "72.3%*", "-5.00*"], ["乙", "--", "≥95%", "1,234.5万元*"]],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), LAYOUTS)
def test_rows_and_cells_are_found(text: str, expected: list[list[str]]) -> None:
    found = next(grids(Reading(Prose(text))))

    assert [[cell.words + "*" * bool(cell.figure) for cell in row.cells] for row in found.rows] == expected


SEVERAL = [
    ("甲\t乙\n1\t2\n## 第二部分\n丙\t丁\n3\t4\n", 2),
    ("甲\t乙\n1\t2\n" + "正文" * 90 + "\n丙\t丁\n3\t4\n", 2),
    (
        "<table><tr><td>1</td></tr><tr><td>2</td></tr></table><table><tr><td>3</td></tr><tr><td>4</td></tr></table>",
        2,
    ),
    ("甲\t乙\n", 0),
    ("没有表格。", 0),
    ("<table></table><tr></tr>a|b", 0),
]


@pytest.mark.parametrize(("text", "count"), SEVERAL)
def test_tables_are_kept_apart(text: str, count: int) -> None:
    assert len(list(grids(Reading(Prose(text))))) == count


def test_cells_that_are_not_there_are_empty() -> None:
    row = next(grids(Reading(Prose("甲\t1\n乙\t2\n")))).rows[0]

    assert row.width == 2
    assert row.figure(1)
    assert row.figure(2) is None
    assert row.figure(-1) is None
    assert row.words(5) == ""
    assert row.first == 0
