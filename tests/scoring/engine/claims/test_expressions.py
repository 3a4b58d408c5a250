from decimal import Decimal

import pytest

from scoring.engine.claims.expressions import (
    MOST_DEPTH,
    MOST_TOKENS,
    ExpressionError,
    ZeroDivisorError,
    evaluate,
    read_expression,
)

NAMED = {"本年": Decimal(3), "上年": Decimal(4)}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("17/17", "1"),
        ("17 ÷ 4", "4.25"),
        ("2+3×4", "14"),
        ("(2+3)*4", "20"),
        ("10-3-2", "5"),
        ("-3+5", "2"),
        ("1,234.5*2", "2469"),
        ("12.5%*4", "0.5"),
        ("5万元+3000元", "53000"),
        ("17人/17人", "1"),
        ("(1/4×100%", "0.25"),
        ("(本年-上年)/上年", "-0.25"),
    ],
)
def test_arithmetic_has_the_value_it_says(text: str, value: str) -> None:
    assert evaluate(read_expression(text), NAMED.get) == Decimal(value)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1+",
        "3 4",
        "(1)2",
        "1)",
        "*2",
        "去年/上年",
        "(1+2 3",
        "1。2",
        "(" * (MOST_DEPTH + 2) + "1",
        "1+" * MOST_TOKENS + "1",
    ],
)
def test_what_is_no_arithmetic_is_refused(text: str) -> None:
    with pytest.raises(ExpressionError):
        evaluate(read_expression(text), NAMED.get)


def test_a_division_by_zero_is_told_apart() -> None:
    with pytest.raises(ZeroDivisorError):
        evaluate(read_expression("(0/0)×100%"))
