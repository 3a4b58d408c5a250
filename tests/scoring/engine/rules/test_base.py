"""Figures of a scheme: plain digits, never more than can be written down."""

from decimal import Decimal
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from scoring.engine.rules.base import PlainDecimal

FIGURE = TypeAdapter(PlainDecimal)


@pytest.mark.parametrize(
    ("given", "value"),
    [
        (5, "5"),
        ("-0.35", "-0.35"),
        (" １２．５ ", "12.5"),
        (Decimal("1E+2"), "1E+2"),
        (Decimal("9" * 40), "9" * 40),
        (Decimal("1e-40"), "1E-40"),
    ],
)
def test_figure_is_taken_with_its_digits(given: Any, value: str) -> None:
    assert str(FIGURE.validate_python(given)) == value


@pytest.mark.parametrize(
    "given",
    [
        "1e3", "1_000", "1,000", "十", "", "nan", "0x1F", "9" * 41, f"0.{'0' * 41}", "1.", ".5", "--5",
        Decimal("1e40"), Decimal("1e999999999"), Decimal("1e-41"), Decimal("NaN"), Decimal("Infinity"),
    ],
)  # fmt: skip
def test_anything_else_is_no_figure(given: Any) -> None:
    with pytest.raises(ValidationError) as caught:
        FIGURE.validate_python(given)

    assert caught.value.errors()[0]["type"] == "decimal_parsing"
