"""A project's own table beside what the text says was spent of its budget."""

import pytest

from scoring.engine.claims.tabular import tables
from tests.scoring.engine.claims.said import claims

TABLE = """

项目名称\t{name}\t\t\t\t\t
资金情况({unit})\t资金来源\t全年预算数\t全年执行数\t分值\t执行率\t得分
资金情况({unit})\t年度资金总额\t{budget}\t{spent}\t10\t100.00%\t10
\t其中：财政拨款\t{budget}\t{spent}\t--\t100.00%\t--
"""


def table(
    name: str = "城乡医疗救助配套", spent: str = "2000", unit: str = "万元", budget: str = "2000"
) -> str:
    return TABLE.format(name=name, spent=spent, unit=unit, budget=budget)


def told(text: str) -> list[tuple[str, str, str]]:
    found = claims(tables.find, text)
    return [(claim.verdict, claim.stated, claim.computed) for claim in found if claim.kind == "restated"]


SAID = "医疗救助配套预算2000万元，实际支出3678.10万元。"
WRONG = [("inconsistent", "3678.10万元", "2000.00万元")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (SAID + table(), WRONG),
        (table() + SAID, WRONG),
        ("民政" + SAID + table("民政医疗救助"), WRONG),
        (SAID + table(budget="20000000", spent="20000000", unit="元"), WRONG),
        (SAID + table(spent="3678.1"), [("consistent", "3678.10万元", "3678.10万元")]),
        (
            "医疗救助配套预算2000万元，实际支出3678万元。" + table(spent="3678.1"),
            [("consistent", "3678万元", "3678万元")],
        ),
        # Another project, another budget, another sentence, nothing said to be spent: nothing to compare.
        (SAID + table("伤残军人补助"), []),
        (SAID + table(budget="2500"), []),
        # 专项补助资金 is what any project is called.
        ("教育专项补助资金预算2000万元，实际支出1500万元。" + table("公路专项补助资金"), []),
        ("医疗救助配套预算2000万元。全年实际支出3678.10万元。" + table(), []),
        ("医疗救助配套预算2000万元；其他实际支出3678.10万元。" + table(), []),
        ("医疗救助配套预算2000万元，到位3678.10万元。" + table(), []),
        ("医疗救助配套预算2000万元" + table(), []),
        # Two projects that it may be of.
        (SAID + table() + "\n说明文字。" * 60 + table("民政医疗救助", spent="1999"), []),
        # A table without a name, or without a budget.
        (SAID + table(name=""), []),
        (SAID + table(budget="0", spent="0"), []),
    ],
)
def test_what_was_spent_of_a_project_is_held_against_its_table(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert told(text) == expected


def test_the_reason_names_the_project_and_both_figures() -> None:
    claim = next(one for one in claims(tables.find, SAID + table()) if one.kind == "restated")

    assert claim.reason == (
        "项目“城乡医疗救助配套”的表中全年预算数2000万元、全年执行数2000万元，此处写3678.1万元，相差1678.1万元。"
    )
    assert claim.against is not None
