"""Tables that stand in a text: points, funds, accounts, plain sums."""

import pytest

from scoring.engine.claims.tabular import tables
from tests.scoring.engine.claims.said import claims, verdicts

OK, TAIL, WRONG, ASK = "consistent", "rounding", "inconsistent", "check"


def _told(text: str) -> list[tuple[str, str, str]]:
    return [(claim.kind, claim.verdict, claim.stated) for claim in claims(tables.find, text)]


POINTS = """一级指标\t二级指标\t分值\t得分\t得分率
产出（50分）\t数量\t30\t28\t93.33%
\t质量\t20\t20\t100%
效益（40分）\t经济\t26\t26\t100%
\t社会\t{weight}\t12\t{rate}
满意度（10分）\t满意度\t10\t9\t90%
\t生态\t--\t--\t
总分\t\t100\t{total}\t95%
"""


def _points(**changes: str) -> list[tuple[str, str, str]]:
    return _told(POINTS.format(**{"weight": "14", "rate": "85.71%", "total": "95", **changes}))


def test_points_that_add_up_are_consistent() -> None:
    assert {verdict for _, verdict, _ in _points()} == {OK}


POINT_MISTAKES = [
    ({"total": "98"}, [("sum", "98"), ("ratio", "95%")]),
    ({"rate": "86.67%"}, [("ratio", "86.67%")]),
    # the scores show that no row is missing; so does one group of points among others
    ({"weight": "12"}, [("ratio", "85.71%"), ("sum", "100"), ("sum", "40分")]),
    # neither column adds up: rows may be missing
    ({"weight": "12", "total": "98", "rate": "100%"}, [("ratio", "95%"), ("sum", "40分")]),
]


@pytest.mark.parametrize(("changes", "expected"), POINT_MISTAKES)
def test_points_that_do_not_add_up_are_told(changes: dict[str, str], expected: list[tuple[str, str]]) -> None:
    found = _points(**changes)

    assert sorted((kind, stated) for kind, verdict, stated in found if verdict == WRONG) == sorted(expected)


SHEETS = [
    # rows that lost cells, totals over merged cells, a header on each page, rows of 小计
    ("指标\t名称\t分值\t得分\n甲\t子\t50\t45\n丑\t30\t30\n乙\t寅\t20\t19\n总分\t100分\t94\n", [(OK, "94"), (OK, "100")]),
    ("指标\t名称\t分值\t得分\n甲\t子\t50\t45\n丑\t30\t30\n乙\t寅\t20\t19\n总分\t100分\t95\n", [(WRONG, "95"), (OK, "100")]),
    (
        "指标\t分值\t得分\n甲\t50\t45\n指标\t分值\t得分\n乙\t30\t30\n丙\t20\t19\n小计\t20\t19\n合计\t100\t94\n",
        [(OK, "94"), (OK, "100")],
    ),
    ("指标\t得分\n甲\t45\n乙\t30\n丙\t19\n合计\t94\n", [(OK, "94")]),
    ("指标\t分值\t得分\n甲\t50\t45\n乙\t\t30\n丙\t50\t19\n合计\t100\t94\n", [(OK, "94"), (OK, "100")]),
    ("指标\t备注\t得分\t得分率\n甲\t无\t45\t\n乙\t无\t30\t\n丙\t无\t19\t\n合计\t94\n", [(OK, "94")]),
    ("指标\t分值\t得分\n甲\t50\t45\n乙\t30\t30\n丙\t20\t19\n合计\t\t94\n", [(OK, "94")]),
    # a row that doesn't fit its header: nothing is known
    ("指标\t分值\t得分\n甲\t50\t45\n乙\t优\t30\n丙\t20\t19\n合计\t100\t95\n", []),
    ("指标\t分值\t得分\n甲\t50\t45\n乙\t50%\t30\n丙\t20\t19\n合计\t100\t64\n", []),
    ("指标\t分值\t得分\n甲\t50\t45\n1\t2\t3\t4\t5\t6\t7\t9\n丙\t20\t19\n丁\t20\t19\n合计\t100\t83\n", []),
    ("指标\t分值\t得分\n甲\t50\t45\n乙\t50\t45\n合计\t100\t95\n", []),
    ("指标\t分值\t得分\n甲\t50\t45\n乙\t30\t30\n丙\t20\t19\n合计\t通过\t\n", []),
    ("指标\t分值\t得分\n甲\t50\t45\n乙\t30\t30\n丙\t20\t19\n", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SHEETS)
def test_totals_of_points(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(verdict, stated) for _, verdict, stated in _told(text)] == expected


GROUPS = [
    # one group is wrong where the others are right and their sum isn't that of the rows
    ("指标\t分值\t得分\n甲（15分）\t10\t9\n\t5\t5\n乙（45分）\t40\t40\n丙（45分）\t45\t40\n", [(OK, "15分"), (WRONG, "45分")]),
    # a row moved from one group to the other: the sum is right
    ("指标\t分值\t得分\n甲（15分）\t10\t9\n乙（40分）\t5\t5\n\t40\t40\n丙（45分）\t45\t40\n", []),
    # a page repeats the name; a name without points ends a group
    ("指标\t分值\t得分\n甲（15分）\t10\t9\n甲（15分）\t5\t5\n乙（40分）\t40\t40\n附加\t3\t3\n", [(OK, "15分")]),
    # rows that lost cells, one group alone
    ("指标\t名称\t分值\t得分\n甲（15分）\t子\t10\t9\n丑\t7\t5\n乙（40分）\t寅\t40\t40\n", []),
    ("指标\t分值\t得分\n甲（15分）\t10\t9\n\t6\t5\n", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), GROUPS)
def test_groups_of_points(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(verdict, stated) for _, verdict, stated in _told(text)] == expected


FUNDS = "\t全年预算数\t全年执行数\t分值\t执行率\t得分\n"
FUND_ROWS = [
    ("年度资金总额\t121.3\t87.7\t10分\t72.3%\t9\n", [(OK, "72.3%", "72.3%"), (WRONG, "9", "7.23")]),
    ("年度资金总额\t121.3\t87.7\t10\t72.3%\t7.23\n", [(OK, "72.3%", "72.3%"), (OK, "7.23", "7.23")]),
    ("年度资金总额\t121.3\t87.7\t10\t72.3%\t7\n", [(OK, "72.3%", "72.3%"), (OK, "7", "7")]),
    ("年度资金总额\t121.3\t87.7\t10\t72.3%\t7.24\n", [(OK, "72.3%", "72.3%"), (TAIL, "7.24", "7.23")]),
    # forms with steps give none below and all above some rate
    ("年度资金总额\t121.3\t87.7\t10\t72.3%\t5\n", [(OK, "72.3%", "72.3%"), (ASK, "5", "7.23")]),
    ("年度资金总额\t100\t95\t20\t95%\t20\n", [(OK, "95%", "95%"), (ASK, "20", "19")]),
    # the points follow from the rate that is written
    ("年度资金总额\t120\t96\t10\t85%\t8.5\n", [(WRONG, "85%", "80%"), (OK, "8.5", "8.5")]),
    ("年度资金总额\t10276\t29525.64\t10\t287.00%\t0\n", [(TAIL, "287.00%", "287.33%")]),
    ("年度资金总额\t0\t5\t--\t100%\t--\n", []),
    ("年度资金总额\t--\t--\t10\t100%\t10\n", [(OK, "10", "10")]),
    ("年度资金总额\t120\t96\t10\t按时\t8\n", []),
]


@pytest.mark.parametrize(("row", "expected"), FUND_ROWS)
def test_rate_and_points_of_funds(row: str, expected: list[tuple[str, str, str]]) -> None:
    assert verdicts(tables.find, FUNDS + row + "其他资金\t\t\t\t\t\n") == expected


SOURCES = [
    ("100\t80", "10\t6", "10\t10", [(OK, "120"), (OK, "96")]),
    ("100\t80", "20\t6", "10\t10", [(WRONG, "120"), (OK, "96")]),
    ("100\t80", "\t", "\t", [(ASK, "")]),
    ("\t", "\t", "\t", []),
]


@pytest.mark.parametrize(("treasury", "carried", "other", "expected"), SOURCES)
def test_sources_of_funds_add_up(
    treasury: str, carried: str, other: str, expected: list[tuple[str, str]]
) -> None:
    text = (
        f"{FUNDS}年度资金总额\t120\t96\t10\t80%\t8\n其中：当年财政拨款\t{treasury}\t--\t\t--\n"
        f"上年结转资金\t{carried}\t--\t\t--\n其他资金\t{other}\t--\t\t--\n"
    )

    found = [(verdict, stated) for kind, verdict, stated in _told(text) if kind == "sum"]
    assert found == [one for one in expected if one[1]]


def test_what_came_from_above_is_taken_out_of_the_rate() -> None:
    text = (
        "来源\t全年预算数(A)\t全年执行数(B)\t上级转移支付(C)\t分值\t执行率((B-C)/A)\t得分\n"
        "年度资金总额\t100\t150\t60\t10\t90.00%\t9\n财政拨款\t100\t150\t60\t--\t150%\t--\n"
    )

    found = claims(tables.find, text)

    assert [(claim.verdict, claim.stated, claim.computed) for claim in found] == [
        (OK, "90.00%", "90.00%"),
        (WRONG, "150%", "90%"),
        (OK, "9", "9"),
    ]
    assert found[1].reason == "(150-60)÷100×100% = 90%，表中写150%，相差60个百分点。"


PLAIN = [
    ("项目\t预算\t执行\n甲\t10.5\t9.2\n乙\t20.3\t18.1\n合计\t30.8\t27.3\n", [(OK, "30.8"), (OK, "27.3")]),
    # one column shows that no row is missing, or a slip explains the gap
    ("项目\t预算\t执行\n甲\t10.5\t9.2\n乙\t20.3\t18.1\n合计\t30.8\t27.8\n", [(OK, "30.8"), (WRONG, "27.8")]),
    ("项目\t金额\n甲\t105.5\n乙\t203.3\n合计\t380.8\n", [(WRONG, "380.8")]),
    ("项目\t金额\n甲\t105.5\n乙\t203.3\n合计\t690.1\n", []),
    ("项目\t金额\n甲\t105.5\n乙\t203.3\n合计\t313.5\n", []),
    ("项目\t预算\t执行\n甲\t10.5\t9.2\n乙\t20.3\t18.1\n合计\t30.8\t57.4\n", [(OK, "30.8")]),
    ("项目\t金额\n甲\t105.5\n乙\t203.3\n合计\t105.5\n", [(WRONG, "105.5")]),
    ("项目\t金额\n甲\t105.5\n乙\t203.3\n合计\t150.1\n", []),
    # total above, subtotals, details, columns that nobody adds up
    ("单位\t人数\n合计\t30\n甲镇\t10\n乙镇\t20\n小计\t9\n", [(OK, "30")]),
    (
        "项目\t金额\n甲\t1.5\n乙\t2.5\n一小计\t4.0\n丙\t3.5\n丁\t2.6\n二小计\t6.1\n合计\t10.1\n",
        [(OK, "4.0"), (OK, "6.1"), (OK, "10.1")],
    ),
    ("项目\t金额\n甲\t1.5\n其中：子\t1.5\n乙\t2.5\n合计\t4.0\n", [(OK, "4.0")]),
    ("项目\t单价\t完成率\t金额\n甲\t1.5\t50\t3.5\n乙\t2.5\t60\t4.5\n合计\t4.0\t110\t8.0\n", [(OK, "8.0")]),
    ("项目\t金额\n甲\t1.5万元\n乙\t2.5万元\n合计\t4万元\n", [(OK, "4")]),
    ("项目\t金额\n甲\t1.5万元\n乙\t2.5元\n合计\t4万元\n", []),
    ("项目\t占比\n甲\t40%\n乙\t60%\n合计\t100%\n", []),
    ("项目\t金额\n甲\t1.5\n乙\t2.5\t3\n合计\t4.0\n", []),
    ("项目\t金额\n甲\t1.5\n合计\t1.5\n", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), PLAIN)
def test_totals_of_plain_tables(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(verdict, stated) for _, verdict, stated in _told(text)] == expected


PUBLIC = "合计\t因公出国(境)费\t公务用车购置及运行费\t\t\t公务接待费\n\t\t小计\t购置费\t运行费\t\n"
HEADED = [
    ("单位\t收入合计\t其中：\n\t\t上年结转\t拨款\n甲局\t2067.98\t161.56\t1906.42\n", [(OK, "2067.98")]),
    ("单位\t收入合计\t其中：\n\t\t上年结转\t拨款\n甲局\t2076.98\t161.56\t1906.42\n", [(WRONG, "2076.98")]),
    ("单位\t资产合计\t其中：\t其他\n\t\t在用\t出租\t\n甲局\t165.82\t160.82\t\t3\n", [(WRONG, "165.82")]),
    # what follows splits a part further, or is no part
    ("单位\t支出合计\t其中：\t结余\n\t\t基本\t项目\t当年\n甲局\t15.5\t8.7\t6.8\t5.1\n", [(OK, "15.5")]),
    ("单位\t支出合计\t其中：\t结余\n\t\t基本\t项目\t当年\n甲局\t15.5\t8.7\t6.9\t5.1\n", []),
    ("单位\t支出合计\t其中：\n\t\t基本\t其中：\n\t\t\t人员\t公用\n甲局\t15.5\t8.7\t4.6\t4.1\n", []),
    ("单位\t支出合计\t其中：\n\t\t基本\n甲局\t无\t8.7\n", []),
    ("单位\t名称\t其中：\n甲局\t15.5\t8.7\n乙局\t1\t2\n", []),
    # 三公经费
    (
        PUBLIC + "1\t2\t3\t4\t5\t6\n5.29\t0\t3.0\t1.0\t2.0\t2.29\n",
        [(OK, "5.29"), (OK, "3.0")],
    ),
    (
        PUBLIC + "6.29\t0\t3.0\t1.0\t2.0\t2.29\n",
        [(WRONG, "6.29"), (OK, "3.0")],
    ),
    ("合计\t一\t二\t三\t四\t五\n\t\t\t\t\t\n6.29\t0\t3.0\t1.0\t2.0\t2.29\n", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), HEADED)
def test_totals_beside_their_parts(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(verdict, stated) for _, verdict, stated in _told(text)] == expected


def test_claim_quotes_the_row_from_its_name_to_the_figure() -> None:
    text = "指标\t分值\t得分\n甲\t50\t45\n乙\t30\t30\n丙\t20\t19\n总分\t100\t98\n"

    claim = next(one for one in claims(tables.find, text) if one.verdict == WRONG)

    assert text[claim.start : claim.end] == "总分\t100\t98"
    assert claim.reason == "3行得分之和 = 94，表中写98，相差4。"
    assert claim.correction
    assert text[claim.correction.start : claim.correction.end] == "98"


def test_points_due_are_told_to_the_cent() -> None:
    claim = claims(tables.find, f"{FUNDS}年度资金总额\t121.3\t87.7\t10分\t72.3%\t9\n其他资金\t\t\t\t\t\n")[1]

    assert claim.reason == "分值10×执行率72.3001% = 7.23，表中写9，相差1.77。"
    assert claim.correction
    assert claim.correction.text == "7.23"
