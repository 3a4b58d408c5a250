"""Periods in which work is repeated: how many a year has, "半年" two, "2个月" six."""

import re
from decimal import Decimal

_A_YEAR = {"天": 365, "周": 52, "旬": 36, "个月": 12, "季度": 4, "学期": 2, "年": 1}
_SOME = re.compile(r"(半|\d{1,2})(\S+)")


def turns_a_year(period: str) -> int | None:
    """How many whole periods a year has; None for one that is unknown or longer than a year."""
    if period in _A_YEAR:
        return _A_YEAR[period]
    several, one = split_period(period)
    return int(_A_YEAR[one] / several) or None if one in _A_YEAR else None


def split_period(period: str) -> tuple[Decimal, str]:
    """("半年") → (0.5, "年"), ("2个月") → (2, "个月"); (1, period) for a single one."""
    match = _SOME.fullmatch(period)
    if match is None or match[2] not in _A_YEAR or not match[1].strip("0"):
        return Decimal(1), period
    return Decimal("0.5") if match[1] == "半" else Decimal(match[1]), match[2]
