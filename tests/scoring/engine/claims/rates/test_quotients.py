"""Amounts with their printed digits, and the rates they give."""

from decimal import Decimal

import pytest

from scoring.engine.claims.rates.quotients import (
    Amount,
    Rate,
    amounts_of,
    growth_by,
    growth_of,
    rate_of,
)
from scoring.engine.claims.text.figures import read_figures


def amount(value: str, half: str = "0.005") -> Amount:
    return Amount(Decimal(value), Decimal(half))


def test_figures_of_one_unit_share_their_decimals() -> None:
    figures = list(read_figures("0.39万元，0.3万元，2.08，7000元，3人"))

    found = amounts_of([*figures, None], "万元")

    assert found == [
        amount("0.39"),
        amount("0.3"),
        amount("2.08"),
        amount("0.7", "0.00005"),
        None,
        None,
    ]


@pytest.mark.parametrize(
    ("text", "unit", "half"),
    [
        ("12人", "人", "0"),
        ("1200件", "件", "0"),
        ("1.2万人", "万人", "0.05"),
        ("2万人", "万人", "0.5"),
        ("99万元", "万元", "0"),
        ("-99万元", "万元", "0"),
        ("100万元", "万元", "0.5"),
        ("99元", "万元", "0"),
        ("2亿元", "亿元", "0.5"),
        ("99", "万元", "0.5"),
    ],
)
def test_what_is_counted_is_exact(text: str, unit: str, half: str) -> None:
    (found,) = amounts_of(read_figures(text), unit)

    assert found is not None
    assert found.half == Decimal(half)


def test_whole_numbers_beside_decimals_are_as_fine() -> None:
    found = amounts_of(read_figures("12万元，1.25万元"), "万元")

    assert [one and one.half for one in found] == [Decimal("0.005"), Decimal("0.005")]


def test_decimals_of_another_unit_make_nothing_finer() -> None:
    figures = list(read_figures("0.39万元，7000.123元"))

    assert amounts_of(figures, "万元") == [amount("0.39"), amount("0.7000123", "0.00000005")]


@pytest.mark.parametrize(
    ("rate", "value", "words"),
    [
        (rate_of(amount("25"), amount("50")), "50", "25÷50×100%"),
        (rate_of(amount("25"), amount("50"), Decimal(1)), "0.5", "25÷50"),
        (growth_of(amount("60"), amount("50")), "20", "(60−50)÷50×100%"),
        (growth_of(amount("40"), amount("50")), "-20", "(50−40)÷50×100%"),
        (growth_by(amount("10"), amount("60"), 1), "20", "10÷(60−10)×100%"),
        (growth_by(amount("10"), amount("40"), -1), "-20", "10÷(40+10)×100%"),
        (rate_of(amount("-5"), amount("50")), "-10", "(-5)÷50×100%"),
    ],
)
def test_rates_tell_their_arithmetic(rate: Rate | None, value: str, words: str) -> None:
    assert rate is not None
    assert (rate.value, rate.words) == (Decimal(value), words)


@pytest.mark.parametrize(
    "rate",
    [
        rate_of(amount("5"), amount("0")),
        growth_of(amount("5"), amount("0")),
        growth_by(amount("5"), amount("5"), 1),
    ],
)
def test_no_rate_exists_of_nothing(rate: Rate | None) -> None:
    assert rate is None


def test_the_margin_is_what_the_printed_digits_allow() -> None:
    rate = growth_of(amount("60", "0.5"), amount("50", "0.5"))
    assert rate is not None

    margin, turned = rate.margin, rate.negative().margin

    assert round(margin.low, 4) == Decimal("17.8218")
    assert round(margin.high, 4) == Decimal("22.2222")
    assert (turned.low, turned.high) == (-margin.high, -margin.low)


def test_the_digits_of_a_whole_near_zero_allow_nothing() -> None:
    rate = rate_of(amount("5"), amount("0.005"))
    assert rate is not None

    assert rate.margin.low == Decimal("4.995") / Decimal("0.01") * 100
    assert rate.margin.high == rate.value
