"""How exactly figures are printed."""

from decimal import Decimal

import pytest

from scoring.engine.precision import half_unit, places_of, significant_digits

CASES = [
    ("87.7", 1, "0.05", 3),
    ("120", 0, "0.5", 2),
    ("300", 0, "0.5", 1),
    ("0.0287", 4, "0.00005", 3),
    ("-89.38", 2, "0.005", 4),
    ("0", 0, "0.5", 0),
    ("1E+3", 0, "0.5", 1),
    ("10.50", 2, "0.005", 3),
    ("0.12345678901234567890", 20, "5E-21", 19),
]


@pytest.mark.parametrize(("text", "places", "half", "digits"), CASES)
def test_printed_figure_tells_its_precision(text: str, places: int, half: str, digits: int) -> None:
    value = Decimal(text)

    assert (places_of(value), half_unit(value), significant_digits(value)) == (places, Decimal(half), digits)
