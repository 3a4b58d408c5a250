"""The verdict on a stated rate and the sentence that tells it."""

from collections.abc import Iterator
from decimal import Decimal

import pytest

from scoring.engine.claims.rates.quotients import Amount, Rate, rate_of
from scoring.engine.claims.rates.rate_judging import closeness, judged_rate
from scoring.engine.claims.text.figures import Figure, read_figures
from scoring.engine.likely_causes import Candidate


def stated(text: str) -> Figure:
    return next(read_figures(text))


def rate(part: str, whole: str, times: int = 100) -> Rate:
    half = Decimal("0.005")
    found = rate_of(Amount(Decimal(part), half), Amount(Decimal(whole), half), Decimal(times))
    assert found is not None
    return found


def no_causes() -> Iterator[Candidate]:
    raise AssertionError("nobody needs a cause")


@pytest.mark.parametrize(
    ("text", "part", "whole", "verdict"),
    [
        ("占12.5%", "12.5", "100", "consistent"),
        ("占12%", "12.5", "100", "consistent"),
        ("占50%", "12.5", "100", "inconsistent"),
    ],
)
def test_what_is_plain_needs_no_cause(text: str, part: str, whole: str, verdict: str) -> None:
    assert closeness(stated(text), rate(part, whole), no_causes) == verdict


@pytest.mark.parametrize(
    ("text", "part", "whole", "verdict"),
    [
        ("占12%", "12.6", "100", "rounding"),
        ("占12.5%", "13.2", "100", "inconsistent"),
        # 0.01万元 of 0.03万元 may be anything between a seventh and three fifths.
        ("占45%", "0.01", "0.03", "rounding"),
        ("约50%", "46", "100", "rounding"),
        ("约50%", "30", "100", "check"),
    ],
)
def test_what_is_close_is_looked_at_closely(text: str, part: str, whole: str, verdict: str) -> None:
    assert closeness(stated(text), rate(part, whole), tuple) == verdict


@pytest.mark.parametrize(
    ("text", "times", "reason"),
    [
        ("占12.5%", 100, "25÷200×100% = 12.5%，文中写12.5%。"),
        ("占12%", 100, "25÷200×100% = 12.5%，文中写12%。"),
        ("占15%", 100, "25÷200×100% = 12.5%，文中写15%，相差2.5个百分点。"),
        ("0.5倍", 1, "25÷200 = 0.125倍，文中写0.5倍，相差0.375倍。"),
    ],
)
def test_the_sentence(text: str, times: int, reason: str) -> None:
    assert judged_rate(stated(text), rate("25", "200", times), tuple).reason == reason


def test_the_cause_may_be_put_otherwise() -> None:
    judged = judged_rate(
        stated("-12.5%"), rate("25", "200"), tuple, verb="增加", explain=lambda cause: f"原以为{cause}"
    )

    assert judged.reason == "25÷200×100% = 12.5%，文中写增加-12.5%；原以为可能多写了负号。"
