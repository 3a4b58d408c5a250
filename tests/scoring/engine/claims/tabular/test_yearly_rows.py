"""What is left of the year and of all years, under heads of several rows."""

import pytest

from scoring.engine.claims.tabular import tables
from tests.scoring.engine.claims.said import claims

INCOME = """
机构名称\t收入合计\t其中：
\t\t{opening}\t财政拨款\t其他收入
区医保局\t{income}\t161.56\t1906.42\t
"""
SPENDING = """机构名称\t支出合计\t其中：\t结余
\t\t基本支出\t其中：\t项目支出\t当年结余\t累计结余
\t\t\t人员支出\t公用支出\t\t\t
区医保局\t1555.27\t1555.27\t874.74\t680.53\t\t{year}\t{left}
"""


def account(year: str, left: str, income: str = "2067.98", opening: str = "上年结转") -> str:
    return (INCOME + SPENDING).format(year=year, left=left, income=income, opening=opening)


def told(text: str) -> list[tuple[str, str, str]]:
    found = claims(tables.find, text)
    return [(claim.verdict, claim.stated, claim.computed) for claim in found if claim.kind == "balance"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            account("351.15", "512.71"),
            [("consistent", "351.15", "351.15"), ("consistent", "512.71", "512.71")],
        ),
        (account("512.71", ""), [("inconsistent", "512.71", "351.15")]),
        (
            account("351.15", "521.71"),
            [("consistent", "351.15", "351.15"), ("inconsistent", "521.71", "512.71")],
        ),
        # Whether the income has the opening balance in it isn't known.
        (account("512.71", "", income="1906.42"), []),
        (account("512.71", "", opening="专户资金"), []),
        (SPENDING.format(year="512.71", left=""), []),
        # Heads that don't fit together name nothing.
        (
            account("512.71", "").replace(
                "\t\t\t人员支出\t公用支出\t\t\t\n", "\t\t\t人员支出\t\t公用支出\t\t\t\n"
            ),
            [],
        ),
    ],
)
def test_balances_follow_from_the_totals(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(text) == expected


def test_a_balance_in_the_wrong_column_is_recognized() -> None:
    (claim,) = (one for one in claims(tables.find, account("512.71", "")) if one.kind == "balance")

    assert "可能把累计结余写成了当年结余" in claim.reason
    assert claim.reason.startswith("2067.98-161.56-1555.27 = 351.15")
