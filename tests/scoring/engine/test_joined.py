from decimal import Decimal

import pytest

from scoring.engine.joined import the_one
from scoring.engine.tokens import find_tokens


@pytest.mark.parametrize(
    ("text", "operator", "number", "unit"),
    [
        ("≥95%", ">=", "95", "%"),
        ("4场+10场", "", "14", "场"),
        ("1小时20分钟", "", "80", "分钟"),
        ("1小时20分钟以内", "<=", "80", "分钟"),
        ("不超过1小时20分钟", "<=", "80", "分钟"),
        ("13分20秒", "", "800", "秒"),
        ("2小时5分", "", "125", "分钟"),
        ("1年3个月", "", "15", "个月"),
        ("3公里200米", "", "3200", "米"),
        ("10个村覆盖率≥90%", ">=", "90", "%"),
    ],
)
def test_the_one_number_of_a_clause(text: str, operator: str, number: str, unit: str) -> None:
    token = the_one(find_tokens(text), text)

    assert token is not None
    assert (token.operator, token.number, token.unit) == (operator, Decimal(number), unit)


def test_the_one_number_may_be_a_range() -> None:
    token = the_one(find_tokens("≥90%且≤100%"), "≥90%且≤100%")

    assert token is not None
    assert (token.operator, token.number, token.high) == ("range", 90, 100)


@pytest.mark.parametrize(
    "text",
    [
        "≥560户1800人",  # two things, one of them with a sign
        "20分钟1小时",  # not falling
        "2个月15天",  # not convertible
        "≥1小时20分钟以内",
        "5期320人",
        "≥100%且≤90%",
        "4场+10次",
        "4场和10场",
        "3元5万元",
    ],
)
def test_the_one_number_is_not_plain(text: str) -> None:
    assert the_one(find_tokens(text), text) is None
