"""The verdict on a stated rate against a computed one, and the sentence that tells it."""

from collections.abc import Callable, Iterable
from decimal import Decimal

from scoring.engine.claims.claim import Verdict
from scoring.engine.claims.rates.quotients import Rate
from scoring.engine.claims.text.figures import Figure
from scoring.engine.claims.text.reading import Judged
from scoring.engine.claims.verdicts import exactly, rate_verdict
from scoring.engine.likely_causes import Candidate

# One last printed digit is at most one unit: anything further apart is never a matter of it.
_APART = Decimal(1)


def closeness(stated: Figure, rate: Rate, causes: Callable[[], Iterable[Candidate]]) -> Verdict:
    """The verdict without its words, as cheaply as it can be had."""
    apart = abs(stated.value - rate.value)
    if apart <= stated.half:
        return "consistent"
    if apart > _APART and not stated.vague:
        margin = rate.margin
        if not margin.low - stated.half <= stated.value <= margin.high + stated.half:
            return "inconsistent"
    return rate_verdict(stated, rate.value, margin=rate.margin, causes=causes())[0]


def judged_rate(
    stated: Figure,
    rate: Rate,
    causes: Callable[[], Iterable[Candidate]],
    *,
    verb: str = "",
    explain: Callable[[str], str] = lambda cause: cause,
) -> Judged:
    """The verdict with its sentence: 5.35÷(30.56−5.35)×100% = 21.2217%，文中写增加21.22%。

    `verb` stands before the stated rate, `explain` may put another cause in place of the likely one.
    """
    agrees = abs(stated.value - rate.value) <= stated.half
    margin = None if agrees else rate.margin
    verdict, cause = rate_verdict(stated, rate.value, margin=margin, causes=causes())
    cause = "" if agrees else explain(cause)
    mark = "%" if stated.is_percent else stated.unit
    reason = f"{rate.words} = {exactly(abs(rate.value))}{mark}，文中写{verb}{stated.told()}"
    if not agrees and rate.value * stated.value >= 0:
        reason += (
            f"，相差{exactly(abs(rate.value - stated.value))}{'个百分点' if stated.is_percent else mark}"
        )
    return Judged(verdict, rate.value, f"{reason}{cause and '；' + cause}。")
