"""Shares of one whole that are listed completely: together they are 100 %."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from scoring.engine.claims.claim import Claim
from scoring.engine.claims.rates.quotients import HUNDRED
from scoring.engine.claims.text.figures import Figure
from scoring.engine.claims.text.reading import Reading
from scoring.engine.claims.verdicts import SUM_DIGITS, exactly
from scoring.engine.numbers import plain

# Each share of a list may be off by this much, in percentage points, or by half of its last printed digit.
_EACH = Decimal("0.1")
_LEAST = 2
# Between two shares of one list there may be what the money was for.
_APART = 300


@dataclass(frozen=True, slots=True)
class Listed:
    """A share with the figures that its claim was reckoned from."""

    stated: Figure
    part: Figure
    whole: Figure
    claim: Claim


def list_claims(reading: Reading, listed: Iterable[Listed]) -> Iterator[Claim]:
    """A claim for each list of shares of one whole, one after the other, whose parts add up to it."""
    for members in _runs(listed):
        if len(members) >= _LEAST and _adds_up(members):
            claim = _total(reading, members)
            if claim is not None:
                yield claim


def _runs(listed: Iterable[Listed]) -> Iterator[list[Listed]]:
    """Shares of one whole that stand close together."""
    run: list[Listed] = []
    for one in listed:
        if run and (one.whole != run[-1].whole or one.stated.start - run[-1].stated.end > _APART):
            yield run
            run = []
        run.append(one)
    yield run


def _adds_up(members: Sequence[Listed]) -> bool:
    """Whether the parts make up the whole, as a sum may be off by two of its last decimals."""
    whole = members[0].whole
    if len({one.part.start for one in members}) < len(members):
        return False
    places = [one.part.places for one in members if one.part.unit == whole.unit]
    finest = max(whole.places, *places, 0)
    parts = sum((one.part.within(whole.unit) or Decimal(0) for one in members), Decimal(0))
    return abs(parts - whole.value) <= (SUM_DIGITS * Decimal(1).scaleb(-finest) if finest else 0)


def _total(reading: Reading, members: Sequence[Listed]) -> Claim | None:
    """None where one of the shares was found wrong: that is told there. Rounded shares are only asked about."""
    if any(one.claim.verdict in ("inconsistent", "check") or one.stated.vague for one in members):
        return None
    total = sum((one.stated.value for one in members), Decimal(0))
    tolerance = sum((max(_EACH, one.stated.half) for one in members), Decimal(0))
    agrees = abs(total - HUNDRED) <= tolerance
    words = "+".join(plain(one.stated.value) for one in members)
    return Claim(
        kind="share",
        verdict="consistent" if agrees else "check",
        start=min(one.claim.start for one in members),
        end=max(one.claim.end for one in members),
        stated=f"{exactly(total)}%",
        computed="100%",
        reason=f"各项占比{words} = {exactly(total)}%，{'合计' if agrees else '应合计'}为100%。",
        name=reading.prose.name,
    )
