"""Which of several ways to read a claim stands for all of them."""

from decimal import Decimal

import pytest

from scoring.engine.claims.claim import Verdict
from scoring.engine.claims.text.reading import Judged
from scoring.engine.claims.trust import Outcome, Trust, settled


def outcome(trust: Trust, verdict: Verdict, value: int) -> Outcome:
    judged = Judged(verdict, Decimal(value), f"{value} = {value}%，文中写9%。")
    return Outcome(trust, verdict, lambda: judged, ())


CASES: list[tuple[list[tuple[Trust, Verdict]], tuple[str, int] | None]] = [
    ([], None),
    ([("sure", "consistent")], ("consistent", 0)),
    ([("sure", "inconsistent")], ("inconsistent", 0)),
    ([("likely", "inconsistent")], ("check", 0)),
    ([("likely", "check")], ("check", 0)),
    ([("weak", "inconsistent")], None),
    ([("weak", "consistent")], ("consistent", 0)),
    ([("likely", "inconsistent"), ("weak", "consistent")], ("consistent", 1)),
    ([("likely", "rounding"), ("likely", "consistent")], ("consistent", 1)),
    ([("sure", "inconsistent"), ("sure", "consistent")], ("consistent", 1)),
    ([("sure", "inconsistent"), ("likely", "consistent")], ("check", 0)),
    ([("sure", "inconsistent"), ("likely", "consistent"), ("sure", "rounding")], ("rounding", 2)),
    ([("likely", "inconsistent"), ("likely", "inconsistent")], ("check", 0)),
]


@pytest.mark.parametrize(("read", "expected"), CASES)
def test_the_outcome_that_counts(read: list[tuple[Trust, Verdict]], expected: tuple[str, int] | None) -> None:
    best = settled(outcome(trust, verdict, at) for at, (trust, verdict) in enumerate(read))

    assert (best and (best[0].verdict, best[0].computed)) == expected


def test_another_reading_that_agrees_is_told() -> None:
    best = settled([outcome("sure", "inconsistent", 5), outcome("likely", "consistent", 7)])

    assert best is not None
    assert best[0].reason == "5 = 5%，文中写9%；7 = 7%则与文中相符，请核对口径。"


def test_only_so_many_readings_are_tried() -> None:
    read = [outcome("likely", "inconsistent", at) for at in range(8)]

    best = settled([*read, outcome("likely", "consistent", 8)])

    assert best is not None
    assert best[0].verdict == "check"


@pytest.mark.parametrize(
    "read",
    [
        [outcome("sure", "consistent", 0)],
        [outcome("sure", "inconsistent", 0), outcome("sure", "consistent", 1)],
        [outcome("likely", "inconsistent", 0), outcome("weak", "consistent", 1)],
    ],
)
def test_the_first_that_agrees_ends_the_search(read: list[Outcome]) -> None:
    tried = iter([*read, outcome("sure", "consistent", 9)])

    settled(tried)

    assert len(list(tried)) == 1
