from decimal import Decimal

import pytest

from scoring.engine.periods import split_period, turns_a_year


@pytest.mark.parametrize(
    ("period", "turns"),
    [
        ("年", 1),
        ("季度", 4),
        ("学期", 2),
        ("旬", 36),
        ("半年", 2),
        ("2个月", 6),
        ("15天", 24),
        ("2周", 26),
        ("3年", None),
        ("0天", None),
        ("人", None),
        ("2人", None),
        ("", None),
    ],
)
def test_turns_a_year_counts_whole_periods(period: str, turns: int | None) -> None:
    assert turns_a_year(period) == turns


@pytest.mark.parametrize(
    ("period", "several", "one"),
    [
        ("半年", "0.5", "年"),
        ("2个月", "2", "个月"),
        ("年", "1", "年"),
        ("2人", "1", "2人"),
        ("00天", "1", "00天"),
    ],
)
def test_split_period_takes_the_number_off_a_period(period: str, several: str, one: str) -> None:
    assert split_period(period) == (Decimal(several), one)
