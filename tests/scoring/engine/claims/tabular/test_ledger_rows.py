"""Tables with numbered lines, and accounts in rows and columns."""

import pytest

from scoring.engine.claims.tabular import tables
from tests.scoring.engine.claims.said import claims

OK, TAIL, WRONG = "consistent", "rounding", "inconsistent"


def _told(text: str) -> list[tuple[str, str, str]]:
    return [(claim.kind, claim.verdict, claim.stated) for claim in claims(tables.find, text)]


LEDGER = """收入\t\t\t支出\t\t
项目\t行次\t金额\t项目\t行次\t金额
一、财政拨款收入\t1\t{income}\t一、社会保障支出\t{line}\t55.11
二、基金收入\t2\t57.48\t二、卫生健康支出\t12\t354.30
三、其他收入\t3\t14.36\t三、住房保障支出\t13\t58.30
本年收入合计\t4\t467.51\t本年支出合计\t14\t467.71
年初结转和结余\t5\t4.26\t年末结转和结余\t15\t{closing}
一般公共预算财政拨款\t6\t4.26\t\t16\t
总计\t7\t{left}\t总计\t17\t{right}
"""
LEDGERS = [
    ({}, []),
    ({"income": "359.67"}, [("sum", WRONG, "467.51")]),
    ({"left": "471.78"}, [("sum", TAIL, "471.78"), ("balance", TAIL, "471.77")]),
    (
        {"closing": "4.60", "left": "472.31", "right": "472.31"},
        [("sum", WRONG, "472.31"), ("balance", WRONG, "4.60")],
    ),
    ({"left": "471.87"}, [("sum", WRONG, "471.87"), ("balance", WRONG, "471.77")]),
    # a line is missing: only a small gap is a slip
    (
        {"line": "10", "right": "300.00", "left": "300.00"},
        [("sum", WRONG, "300.00"), ("sum", WRONG, "300.00")],
    ),
]


HALVES = [
    (
        "项目\t行次\t金额\n一、甲\t1\t2.5\n二、乙\t2\t3.5\n三、丙\t3\t4\n本年收入合计\t4\t10\n总计\t5\t10\n",
        [(OK, "10")],
    ),
    ("项目\t行次\t金额\t项目\t行次\t金额\n一、甲\t1\t2.5\t一、乙\t3\t2.5\n总计\t2\t\t总计\t4\t2.5\n", []),
    ("项目\t行次\t金额\n一、甲\t1\t2.5\n二、乙\t2\t3.5\n", []),
    ("行次\t金额\n1\t2.5\n总计\t2.5\n", []),
]


@pytest.mark.parametrize(("text", "expected"), HALVES)
def test_numbered_lines_on_one_side(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(verdict, stated) for _, verdict, stated in _told(text)] == expected


@pytest.mark.parametrize(("changes", "expected"), LEDGERS)
def test_numbered_lines_side_by_side(changes: dict[str, str], expected: list[tuple[str, str, str]]) -> None:
    values = {
        "income": "395.67",
        "line": "11",
        "left": "471.77",
        "right": "471.77",
        "closing": "4.06",
        **changes,
    }

    found = [one for one in _told(LEDGER.format(**values)) if one[1] != OK]

    assert sorted(found) == sorted(expected)


BALANCED = [
    ("项目\t年初\t年末\n原值\t500.5\t600.5\n减：累计折旧\t200.1\t250.2\n净值\t300.4\t350.3\n", [(OK, "300.4"), (OK, "350.3")]),
    ("项目\t年初\t年末\n原值\t500.5\t600.5\n累计折旧\t-200.1\t250.2\n净值\t300.4\t305.3\n", [(OK, "300.4"), (WRONG, "305.3")]),
    ("项目\t数量\t年初\n原值\t—\t500.5\n减：累计折旧\t—\t200.1\n净值\t—\t300.4\n", [(OK, "300.4")]),
    ("项目\t年初\n资产净值\t300.4\n资产原值\t500.5\n累计折旧\t200.1\n", []),
    ("项目\t年初\n资产原值\t0\n累计折旧\t0\n资产净值\t0\n", []),
    ("项目\t年初结转和结余\t本年收入\t小计\t年末结转和结余\n基金\t1.5\t57.48\t56.48\t2.5\n", [(OK, "2.5")]),
    ("项目\t年初结转和结余\t本年收入\t小计\t年末结转和结余\n基金\t1.5\t57.48\t56.48\t5.2\n", [(WRONG, "5.2")]),
    ("项目\t年初结转和结余\t本年收入\t小计\t年末结转和结余\n基金\t0\t57.48\t57.48\t0\n", [(OK, "0")]),
    ("项目\t本年收入\t年初结转和结余\t小计\t年末结转和结余\n基金\t1.5\t57.48\t56.48\t5.2\n", []),
    ("项目\t年初结转\t本年收入\t年末结转\n基金\t1.5\t57.48\t5.2\n", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), BALANCED)
def test_accounts_in_rows_and_columns(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(verdict, stated) for kind, verdict, stated in _told(text) if kind == "balance"] == expected


def test_account_over_both_sides_is_told() -> None:
    found = claims(
        tables.find, LEDGER.format(income="395.67", line="11", left="471.77", right="471.77", closing="4.06")
    )

    reasons = [claim.reason for claim in found if claim.kind == "balance"]
    assert reasons == ["收入总计471.77与支出总计471.77相等。", "467.51+4.26-467.71 = 4.06，与表中一致。"]


def test_negative_figure_is_told_in_brackets() -> None:
    found = claims(tables.find, "项目\t年初\n原值\t500.5\n累计折旧\t-200.1\n净值\t300.4\n")

    assert [claim.reason for claim in found] == ["500.5+(-200.1) = 300.4，与表中一致。"]
