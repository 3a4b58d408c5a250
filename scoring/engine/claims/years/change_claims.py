"""One change with the figures that it is between, and the claim on its amount: D is this year's less the base."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from scoring.engine.claims.claim import Claim
from scoring.engine.claims.rates.quotients import Amount, amounts_of
from scoring.engine.claims.text.figures import Figure
from scoring.engine.claims.text.layout import Layout, close_by
from scoring.engine.claims.text.moves import Move
from scoring.engine.claims.text.reading import Judged, Reading
from scoring.engine.claims.trust import Outcome, Trust, settled
from scoring.engine.claims.verdicts import exactly, sum_verdict
from scoring.engine.claims.years.comparisons import Comparison
from scoring.engine.likely_causes import LEAST_DIGITS, Candidate
from scoring.engine.precision import significant_digits

POINTS, TIMES = "百分点", "倍"
WAYS = {1: "增加", -1: "减少", 0: "增减"}
# Growth on another footing isn't the growth of the figures written.
_OTHER_FOOTING = re.compile(r"同口径|可比|剔除|扣除|还原|不含")
_AROUND = 60
_REACH = 600
_NEIGHBOURS = 40


class Seen:
    """The figures of a text by value, looked up only where one is wrong."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    @cached_property
    def _values(self) -> dict[tuple[Decimal, str], Figure]:
        return {(figure.value, figure.unit): figure for figure in self._reading.figures.all}

    def has(self, value: Decimal, unit: str) -> bool:
        """Whether the text has this very figure somewhere."""
        return (value, unit) in self._values


@dataclass(frozen=True, slots=True)
class Change:
    """One change: its amount, its rate or both, what the words say of it, and what it is between.

    A way is +1, −1, or 0 where the text leaves it open (增加/减少).
    """

    layout: Layout
    move: Move
    between: Comparison
    amount: Figure | None
    rate: Figure | None
    amount_way: int
    rate_way: int
    seen: Seen

    @property
    def base_name(self) -> str:
        return "预算数" if self.move.base == "budget" else "上年数"

    @property
    def trust(self) -> Trust:
        """What a disagreement means: nothing where the change is on another footing than the figures beside it."""
        if self.move.loose or self._on_other_footing():
            return "weak"
        figures = (*self.between.currents[:1], self.between.base, self.amount)
        vague = any(figure.vague for figure in figures if figure)
        return "sure" if self.between.sure and not vague else "likely"

    def _on_other_footing(self) -> bool:
        stated = self.rate or self.amount
        assert stated is not None
        start = max(self.layout.sentence_start(stated.start), stated.start - 2 * _AROUND)
        return bool(_OTHER_FOOTING.search(self.layout.text, start, stated.end + _AROUND))

    def neighbours(self, stated: Figure) -> Sequence[Figure]:
        """Amounts before a figure, that may have been taken for its operands."""
        layout = self.layout
        number = layout.number_at(stated.start)
        return layout.all[number - len(layout.before(number, stated.start - _REACH, _NEIGHBOURS)) : number]


def amount_claim(change: Change) -> Claim | None:
    """The stated amount of a change whose two figures are both written."""
    stated, base = change.amount, change.between.base
    if stated is None or base is None:
        return None
    return told(
        change, stated, (_outcome(change, stated, current, base) for current in change.between.currents)
    )


def _outcome(change: Change, stated: Figure, current: Figure, base: Figure) -> Outcome:
    now, then = amounts_of((current, base), _unit(stated))
    assert now is not None
    assert then is not None
    rise = now.value - then.value
    computed = abs(rise) if not change.amount_way else rise * change.amount_way

    def tell() -> Judged:
        causes = _causes(change, stated, now, then)
        verdict, cause = sum_verdict(stated, computed, (current, base), causes=causes)
        if stated.value and computed == -stated.value:
            cause = f"文中写{WAYS[change.amount_way]}，按这两个数是{WAYS[-change.amount_way]}"
        words = f"{now.words}−{then.words}" if rise >= 0 else f"{then.words}−{now.words}"
        reason = (
            f"{words} = {exactly(abs(rise))}{stated.unit}，文中写{WAYS[change.amount_way]}{stated.told()}"
        )
        if computed * stated.value >= 0 and computed != stated.value:
            reason += f"，相差{exactly(abs(computed - stated.value))}{stated.unit}"
        return Judged(verdict, computed, f"{reason}{cause and '；' + cause}。")

    verdict, _ = sum_verdict(stated, computed, (current, base))
    return Outcome(change.trust, verdict, tell, (current, base))


def _unit(stated: Figure) -> str:
    return "%" if stated.unit == POINTS else stated.unit


def _causes(change: Change, stated: Figure, now: Amount, then: Amount) -> Iterator[Candidate]:
    """Another figure of the text that was taken for this year's or for the base."""
    unit = _unit(stated)
    for other in change.neighbours(stated):
        (amount,) = amounts_of((other,), unit)
        if amount is None or not other.unit:
            continue
        yield Candidate(f"误以{amount.words}为本年数", (amount.value - then.value) * (change.amount_way or 1))
        yield Candidate(
            f"误以{amount.words}为{change.base_name}", (now.value - amount.value) * (change.amount_way or 1)
        )
    yield from _elsewhere(change, stated, then, unit)


def _elsewhere(change: Change, stated: Figure, then: Amount, unit: str) -> Iterator[Candidate]:
    """A figure far from here that gives the stated amount exactly."""
    current = then.value + stated.value * (change.amount_way or 1)
    if significant_digits(stated.value) > LEAST_DIGITS and change.seen.has(current, unit):
        yield Candidate(f"误以文中另一处的{exactly(current)}{unit}为本年数", stated.value)


def told(change: Change, stated: Figure, outcomes: Iterable[Outcome]) -> Claim | None:
    """The claim that stands for all ways to reckon a figure; None where there is none."""
    best = settled(outcomes)
    if best is None:
        return None
    judged, outcome = best
    claim = change.layout.reading.claim("yoy", stated, judged, close_by(stated, outcome.used))
    # A wrong direction is mended in the words, not in the number.
    turned = judged.computed is not None and judged.computed * stated.value < 0
    return replace(claim, correction=None) if turned else claim


def direction_claim(reading: Reading, ended: Figure, way: int, base: Figure) -> Claim | None:
    """A figure that something is said to have risen or fallen to, against the one it came from."""
    now, then = amounts_of((ended, base), ended.unit)
    if now is None or then is None or (now.value - then.value) * way >= 0:
        return None
    found = f"{WAYS[-way]}{exactly(abs(now.value - then.value))}{ended.unit}"
    reason = f"文中写由{base.told()}{WAYS[way]}到{ended.told()}，按这两个数是{found}。"
    vague = ended.vague or base.vague
    return reading.claim("yoy", ended, Judged("check" if vague else "inconsistent", None, reason), (base,))
