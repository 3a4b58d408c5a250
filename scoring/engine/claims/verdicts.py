"""Whether a stated figure agrees with the one computed, as exactly as both are printed."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from scoring.engine.claims.claim import Verdict
from scoring.engine.claims.text.figures import Figure
from scoring.engine.likely_causes import Candidate, likely_cause
from scoring.engine.numbers import plain, round_half_up
from scoring.engine.units import convert

# A sum may be off by two of its last digits (财务尾数); a third hides an item.
SUM_DIGITS = 2
# A rate may be off by one of its last digits: 89.4% written 90%.
RATE_DIGITS = 1
# "约" figures agree with what is this near (share of the computed figure), and are only asked about beyond it.
VAGUE = Decimal("0.1")
MOST_PLACES = 6


@dataclass(frozen=True, slots=True)
class Margin:
    """What a computed figure can be, given how its operands are printed."""

    low: Decimal
    high: Decimal


def rate_verdict(
    stated: Figure, computed: Decimal, *, margin: Margin | None = None, causes: Iterable[Candidate] = ()
) -> tuple[Verdict, str]:
    """The verdict on a percentage or quotient, and the likely cause of a wrong one ("" where none is known)."""
    apart = abs(stated.value - computed)
    if apart <= stated.half:
        return "consistent", ""
    if stated.vague:
        return ("rounding" if apart <= VAGUE * abs(computed) else "check"), ""
    if apart <= _last_digit(stated) * RATE_DIGITS:
        return "rounding", ""
    cause = likely_cause(stated.value, computed, causes)
    if not cause and margin and margin.low - stated.half <= stated.value <= margin.high + stated.half:
        return "rounding", ""
    return "inconsistent", cause


def sum_verdict(
    stated: Figure, computed: Decimal, parts: Iterable[Figure], *, causes: Iterable[Candidate] = ()
) -> tuple[Verdict, str]:
    """The verdict on a total, a difference or a balance; `computed` and `parts` are in any unit that converts."""
    apart = abs(stated.value - computed)
    own = list(parts)
    if not apart:
        return "consistent", ""
    if stated.vague or any(part.vague for part in own):
        return ("rounding" if apart <= VAGUE * abs(computed) else "check"), ""
    finest = min(_last_digit_in(figure, stated.unit) for figure in (stated, *own))
    if apart <= stated.half and finest < 2 * stated.half:
        return "consistent", ""
    tolerance = SUM_DIGITS * finest if finest < 1 else Decimal(0)
    tolerance += sum((_half_in(part, stated.unit) for part in own if part.unit != stated.unit), Decimal(0))
    if apart <= tolerance:
        return "rounding", ""
    return "inconsistent", likely_cause(stated.value, computed, causes)


def printed_like(stated: Figure, computed: Decimal) -> str:
    """The computed figure with as many decimals as the stated one is printed with, and its unit."""
    return f"{number_like(stated, computed)}{stated.unit}"


def number_like(stated: Figure, computed: Decimal) -> str:
    """The computed number to stand in the stated one's place."""
    places = min(stated.places, MOST_PLACES)
    if not places and stated.is_percent and computed != computed.to_integral_value():
        places = 2
    return f"{round_half_up(computed, places):f}"


def exactly(value: Decimal) -> str:
    """A computed figure in a sentence: at most four decimals."""
    return plain(round_half_up(value, 4))


def _last_digit(stated: Figure) -> Decimal:
    """One unit in the last printed digit; zeros written for show (287.00%) don't count."""
    shown = stated.value.normalize()
    exponent = shown.as_tuple().exponent
    places = max(0, -exponent) if isinstance(exponent, int) else 0
    return Decimal(1).scaleb(-places)


def _last_digit_in(figure: Figure, unit: str) -> Decimal:
    """One of a figure's last printed digit, in `unit`; one without its trailing zero is no coarser than the others."""
    return 2 * (_half_in(figure, unit) or figure.half)


def _half_in(figure: Figure, unit: str) -> Decimal:
    return convert(figure.half, figure.unit, unit) or Decimal(0)
