"""Why a stated figure may differ from the one computed: words for the slips that clerks make.

Used by checks of tables and of prose. A cause is only ever a guess that gives exactly the stated figure.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from scoring.engine.numbers import CENT, round_half_up, separated
from scoring.engine.precision import half_unit, places_of, significant_digits

LEAST_DIGITS = 3
MOST_PLACES = 6
POWERS = (-8, -4, -3, -2, -1, 1, 2, 3, 4, 8)
UNITS = {4: "元和万元", 8: "元和亿元"}


@dataclass(frozen=True)
class Candidate:
    """Another computation; `words` tell it as what was done: 误以全年执行数为分母.

    Of hundreds of candidates one is told at most, so their words may be a function.
    """

    words: str | Callable[[], str]
    value: Decimal

    def told(self) -> str:
        return self.words if isinstance(self.words, str) else self.words()


class Size(NamedTuple):
    """The figures that are printed as a stated one, its sign aside: between `low` and `high`."""

    low: Decimal
    high: Decimal

    def fits(self, value: Decimal) -> bool:
        """Whether a computation gives the stated figure, or would but for its sign."""
        return self.low <= abs(value) <= self.high


def size_of(stated: Decimal) -> Size:
    """What rounds to a stated figure other than 0."""
    size, margin = abs(stated), half_unit(stated)
    return Size(size - margin, size + margin)


def likely_cause(stated: Decimal, computed: Decimal, candidates: Iterable[Candidate] = ()) -> str:
    """可能漏写了负号, without a full stop; empty where nothing known gives the stated figure.

    Both figures are in the same unit. `candidates` are tried in their order.
    """
    if not stated or not computed or agrees(stated, computed):
        return ""
    words = (
        _sign(stated, computed)
        or power_of_ten(stated, computed)
        or _candidate(stated, candidates)
        or _digits(stated, computed)
    )
    return f"可能{words}" if words else ""


def agrees(printed: Decimal, exact: Decimal) -> bool:
    """Whether `exact` rounds to what is printed."""
    return abs(printed - exact) <= half_unit(printed)


def power_of_ten(stated: Decimal, computed: Decimal) -> str:
    """点错了小数点（相差10倍）; empty where the two aren't a power of ten apart. Neither is zero."""
    margin = half_unit(stated) if significant_digits(stated) >= LEAST_DIGITS else Decimal(0)
    # Nothing that rounds to three digits or more has another number of digits before its point.
    power = stated.adjusted() - computed.adjusted()
    if power not in POWERS or abs(stated - computed.scaleb(power)) > margin:
        return ""
    times = f"（相差{separated(Decimal(10) ** abs(power))}倍）"
    units = UNITS.get(abs(power))
    return f"把{units}写混了{times}" if units else f"点错了小数点{times}"


def _sign(stated: Decimal, computed: Decimal) -> str:
    if stated * computed > 0 or not agrees(-stated, computed):
        return ""
    return "漏写了负号" if stated > 0 else "多写了负号"


def _candidate(stated: Decimal, candidates: Iterable[Candidate]) -> str:
    """The first that gives the stated figure; of figures with few digits too many would."""
    size = size_of(stated)
    for candidate in candidates if significant_digits(stated) >= LEAST_DIGITS else ():
        if size.fits(candidate.value):
            same_sign = (candidate.value > 0) == (stated > 0)
            return (
                candidate.told()
                if same_sign
                else f"{candidate.told()}，并{'漏' if stated > 0 else '多'}写了负号"
            )
    return ""


def _digits(stated: Decimal, computed: Decimal) -> str:
    """Two neighbouring digits changed places, or one digit is wrong; the last one may be a matter of rounding."""
    known = significant_digits(stated)
    if stated * computed < 0 or known < LEAST_DIGITS:
        return ""
    for places in sorted({min(places_of(stated), MOST_PLACES), places_of(CENT)}):
        one, other = round_half_up(stated, places), round_half_up(computed, places)
        # Wrong in one digit or in two neighbouring ones: the gap has no more digits than those.
        if significant_digits(one - other) > 2:
            continue
        written, due = _figures(one), _figures(other)
        if len(written) != len(due):
            continue
        wrong = [at for at, (one, other) in enumerate(zip(written, due, strict=True)) if one != other]
        if not wrong:
            continue
        part = slice(wrong[0], wrong[-1] + 1)
        if len(wrong) == 2 and wrong[1] - wrong[0] == 1 and written[part] == due[part][::-1]:
            return "写颠倒了两位数字"
        if len(wrong) == 1 and wrong[0] < len(due) - 1 and known > LEAST_DIGITS:
            return "写错了一位数字"
    return ""


def _figures(value: Decimal) -> str:
    return str(abs(value)).replace(".", "")
