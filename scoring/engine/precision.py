"""How exactly a figure is printed. Canonical text has no trailing zeros, so 6.10 counts as 6.1."""

from decimal import Decimal

HALF = Decimal("0.5")
_HALVES = [HALF.scaleb(-places) for places in range(16)]


def places_of(value: Decimal) -> int:
    """Printed decimals: 87.7 has one, 120 has none."""
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def half_digit(places: int) -> Decimal:
    """Half of the last digit of a figure printed with so many decimals: 0.005 for two."""
    return _HALVES[places] if places < len(_HALVES) else HALF.scaleb(-places)


def half_unit(value: Decimal) -> Decimal:
    """Half of the last printed digit: 0.05 for 87.7, 0.5 for 120."""
    return half_digit(places_of(value))


def significant_digits(value: Decimal) -> int:
    """Digits from the first to the last that isn't zero: 3 for 0.0287, 1 for 300."""
    return len(value.normalize().as_tuple().digits) if value else 0
