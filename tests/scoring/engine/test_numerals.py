from decimal import Decimal

import pytest

from scoring.engine.numerals import NumberError, read_chinese, read_decimal


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12", "12"),
        (" 1,234.50 ", "1234.50"),
        ("１，２３４．５", "1234.5"),
        ("－3", "-3"),
        ("−3", "-3"),
        ("—3.5", "-3.5"),
        ("+7.2", "7.2"),
        ("000123456789012345", "123456789012345"),
        ("　42　", "42"),
        ("\ufeff1\u200b2\u2060", "12"),
    ],
)
def test_read_decimal_reads_plain_numbers(text: str, number: str) -> None:
    assert read_decimal(text) == Decimal(number)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "12人",
        "1e5",
        "NaN",
        "inf",
        "1,23",
        "1 2",
        "12..3",
        "²",
        "①",
        "٣",
        "--3",
        "1234567890123456",
        "½",
        "5.",
        "1.5万",
    ],
)
def test_read_decimal_refuses_anything_else(text: str) -> None:
    with pytest.raises(NumberError, match="数字"):
        read_decimal(text)


def test_read_decimal_names_the_limit_of_digits() -> None:
    with pytest.raises(NumberError, match="15位有效数字"):
        read_decimal("1234567.890123456")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("十二", 12),
        ("十", 10),
        ("二十", 20),
        ("两", 2),
        ("一百零五", 105),
        ("三千二百", 3200),
        ("一万二千", 12000),
        ("一亿零三万", 100030000),
        ("二十万", 200000),
        ("三万亿", 3000000000000),
        ("百", 100),
        ("〇", 0),
    ],
)
def test_read_chinese_reads_numerals(text: str, number: int) -> None:
    assert read_chinese(text) == number


@pytest.mark.parametrize("text", ["", "一二", "万", "十二个", "abc"])
def test_read_chinese_leaves_ill_formed_numerals(text: str) -> None:
    assert read_chinese(text) is None


def test_read_decimal_repeats_no_page_of_text() -> None:
    with pytest.raises(NumberError) as caught:
        read_decimal("字" * 20_000)

    assert str(caught.value).startswith("“" + "字" * 40 + "…”不是数字")
