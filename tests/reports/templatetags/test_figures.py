"""How figures are written."""

from decimal import Decimal

import pytest

from reports.templatetags.figures import digest_short, figure, grouped, short


@pytest.mark.parametrize(
    ("value", "text"),
    [(Decimal("97"), "97.00"), (Decimal("2.675"), "2.68"), (None, "—"), ("", "—"), ("评分中", "评分中")],
)
def test_figure_has_two_decimals(value: Decimal | str | None, text: str) -> None:
    assert figure(value) == text


@pytest.mark.parametrize(("value", "text"), [(Decimal("7.00"), "7"), (Decimal("0.5"), "0.5"), (None, "")])
def test_short_drops_zeros(value: Decimal | None, text: str) -> None:
    assert short(value) == text


@pytest.mark.parametrize(
    ("filed", "text"),
    [("1906.42", "1,906.42"), ("89842", "89,842"), ("", ""), ("约三成", "约三成"), ("-0.5", "-0.5")],
)
def test_grouped_keeps_the_decimals_as_filed(filed: str, text: str) -> None:
    assert grouped(filed) == text


def test_digest_short_shows_both_ends() -> None:
    assert digest_short("sha256:" + "0123456789abcdef" * 4) == "sha256:01234567…abcdef"
    assert digest_short("none") == "none"
