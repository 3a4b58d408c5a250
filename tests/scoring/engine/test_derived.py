from decimal import Decimal

import pytest

from scoring.engine.derived import derived_rate
from scoring.engine.quantity import read_quantity


@pytest.mark.parametrize(
    ("actual", "rate"),
    [
        ("应验收12项，通过9项", "75"),
        ("问卷调查300份，满意285份", "95"),
        ("预算360万元，支出3420000元", "95"),
        ("12项重点工作完成9项", "75"),
        ("23/25", "92"),
        ("23份/25份", "92"),
    ],
)
def test_derived_rate_takes_part_and_whole(actual: str, rate: str) -> None:
    found = derived_rate(read_quantity("≥90%"), read_quantity(actual))

    assert found is not None
    assert found.number == Decimal(rate)


@pytest.mark.parametrize(
    ("target", "actual"),
    [
        ("≥90项", "应验收12项，通过9项"),
        ("≥90%", "应验收12项，通过13项"),
        ("≥90%", "应验收12项，未通过9项"),
        ("≥90%", "应验收12项，通过9人"),
        ("≥90%", "验收12项，通过9项"),
        ("≥90%", "应验收12项，新增9项"),
        ("≥90%", "应验收12项，通过9项，整改3项"),
        ("≥90%", "应验收0项，通过0项"),
        ("≥90%", "25/23"),
        ("≥90%", "23份/25人"),
        ("较好", "23/25"),
    ],
)
def test_derived_rate_needs_a_plain_part_and_whole(target: str, actual: str) -> None:
    assert derived_rate(read_quantity(target), read_quantity(actual)) is None
