from decimal import Decimal

import pytest

from scoring.engine.numbers import separated


@pytest.mark.parametrize(
    ("value", "text"),
    [("2067.98", "2,067.98"), ("1200", "1,200"), ("0.50", "0.5"), ("-89842", "-89,842"), ("100.00", "100")],
)
def test_separated_groups_thousands(value: str, text: str) -> None:
    assert separated(Decimal(value)) == text
