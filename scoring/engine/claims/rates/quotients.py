"""Amounts as exactly as they are printed, and the rates that they give."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from scoring.engine.claims.text.figures import Figure
from scoring.engine.claims.verdicts import Margin, exactly
from scoring.engine.units import dimension

HUNDRED = Decimal(100)
_Pair = tuple[Decimal, Decimal]


@dataclass(frozen=True, slots=True)
class Amount:
    """A value with half of the last digit that it is printed to."""

    value: Decimal
    half: Decimal

    @property
    def words(self) -> str:
        """The value in a sum: 760.35, (-5)."""
        shown = exactly(self.value)
        return f"({shown})" if self.value < 0 else shown


@dataclass(frozen=True, slots=True)
class Rate:
    """A computed percentage (or, with `times` 1, a quotient) of two amounts, and how it is worked out.

    `work` makes the part and the whole of the two amounts, `shape` is the sum as it is told.
    """

    amounts: tuple[Amount, Amount]
    work: Callable[[Decimal, Decimal], _Pair]
    shape: Callable[[str, str], str]
    times: Decimal
    value: Decimal
    sign: int = 1

    def negative(self) -> "Rate":
        """The same with the other sign: a rise told as a fall."""
        return replace(self, value=-self.value, sign=-self.sign)

    @property
    def words(self) -> str:
        """The arithmetic: 331.22÷(746.35−331.22)×100%."""
        told = self.shape(*(amount.words for amount in self.amounts))
        return f"{told}×100%" if self.times == HUNDRED else told

    @property
    def margin(self) -> Margin:
        """What the rate may be, given the printed digits of its amounts."""
        first, second = self.amounts
        found = [self.value * self.sign]
        for one in (first.value - first.half, first.value + first.half):
            for other in (second.value - second.half, second.value + second.half):
                part, whole = self.work(one, other)
                # Where the whole may be zero, the digits allow nothing to be said.
                if whole > 0:
                    found.append(part / whole * self.times)
        low, high = sorted((min(found) * self.sign, max(found) * self.sign))
        return Margin(low, high)


def amounts_of(figures: Iterable[Figure | None], unit: str) -> list[Amount | None]:
    """The figures in one unit, None for those that measure something else.

    Figures of one unit are kept to the same decimals: 0.3万元 beside 0.39万元 is 0.30万元.
    """
    listed = list(figures)
    finest = max((figure.places for figure in listed if figure and figure.unit == unit), default=0)
    return [_amount(figure, unit, finest) if figure else None for figure in listed]


def _amount(figure: Figure, unit: str, finest: int) -> Amount | None:
    # 较上年2.08减少0.03万元: a figure without unit is in that of the others.
    value = figure.value if not figure.unit else figure.within(unit)
    if value is None:
        return None
    if not figure.places and not finest and _is_exact(figure):
        return Amount(value, Decimal(0))
    if figure.unit in (unit, ""):
        return Amount(value, Decimal("0.5").scaleb(-max(finest, figure.places)))
    return Amount(value, figure.half * abs(value / figure.value) if figure.value else figure.half)


def _is_exact(figure: Figure) -> bool:
    """Whether a whole number is meant as it stands: people and things are counted, and 5万元 is no 5.4万元."""
    counted = bool(figure.unit) and dimension(figure.unit) == figure.unit
    return counted or (figure.unit in ("元", "万元") and abs(figure.value) < HUNDRED)


def rate_of(part: Amount, whole: Amount, times: Decimal = HUNDRED) -> Rate | None:
    """`part` ÷ `whole` × `times`; None where the whole is zero."""
    return _rate((part, whole), lambda one, two: (one, two), lambda one, two: f"{one}÷{two}", times)


def growth_of(now: Amount, then: Amount, times: Decimal = HUNDRED) -> Rate | None:
    """How far `now` is above `then`, over `then`: negative where it is below. None where `then` is zero."""

    def told(one: str, two: str) -> str:
        return f"({one}−{two})÷{two}" if now.value >= then.value else f"({two}−{one})÷{two}"

    sign = 1 if now.value >= then.value else -1
    return _rate((now, then), lambda one, two: (abs(one - two), two), told, times, sign)


def growth_by(rise: Amount, now: Amount, way: int, times: Decimal = HUNDRED) -> Rate | None:
    """`rise` over what `now` was before it, upwards (`way` 1) or downwards (−1); None where that was zero."""

    def told(one: str, two: str) -> str:
        return f"{one}÷({two}{'−' if way > 0 else '+'}{one})"

    return _rate((rise, now), lambda one, two: (one, two - way * one), told, times, way)


def _rate(
    amounts: tuple[Amount, Amount],
    work: Callable[[Decimal, Decimal], _Pair],
    shape: Callable[[str, str], str],
    times: Decimal,
    sign: int = 1,
) -> Rate | None:
    part, whole = work(amounts[0].value, amounts[1].value)
    return Rate(amounts, work, shape, times, part / whole * times * sign, sign) if whole else None
