"""Several ways to read one claim: the likeliest that agrees counts, and only a sure one contradicts."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import islice
from typing import Literal

from scoring.engine.claims.claim import Verdict
from scoring.engine.claims.text.figures import Figure
from scoring.engine.claims.text.reading import Judged

# What a disagreement means when a claim is read so: a contradiction, a question, or nothing.
Trust = Literal["sure", "likely", "weak"]
_TRUST: tuple[Trust, ...] = ("sure", "likely", "weak")
_AGREE: tuple[Verdict, ...] = ("consistent", "rounding")
_MOST = 8


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one reading of a claim gave, from the figures `used`; `tell` puts it into words where it is chosen."""

    trust: Trust
    verdict: Verdict
    tell: Callable[[], Judged]
    used: tuple[Figure, ...]

    @property
    def agrees(self) -> bool:
        return self.verdict in _AGREE


def settled(outcomes: Iterable[Outcome]) -> tuple[Judged, Outcome] | None:
    """What is told of all of them, the likeliest of which comes first; None where nothing is claimed.

    Where a sure reading disagrees and only a less likely one agrees, that is asked about.
    """
    read: list[Outcome] = []
    for one in islice(outcomes, _MOST):
        read.append(one)
        if one.verdict == "consistent" and (one.trust == read[0].trust or read[0].trust != "sure"):
            break
    if not read:
        return None
    first, agreeing = read[0], [one for one in read if one.agrees]
    if not agreeing:
        return _doubted(first)
    best = min(agreeing, key=lambda one: (_TRUST.index(one.trust), _AGREE.index(one.verdict)))
    if first.trust != "sure" or best.trust == "sure":
        return best.tell(), best
    judged, other = first.tell(), best.tell().reason.split("，文中写", maxsplit=1)[0]
    reason = f"{judged.reason.removesuffix('。')}；{other}则与文中相符，请核对口径。"
    return replace(judged, verdict="check", reason=reason), first


def _doubted(first: Outcome) -> tuple[Judged, Outcome] | None:
    if first.trust == "weak":
        return None
    judged = first.tell()
    return (judged if first.trust == "sure" else replace(judged, verdict="check")), first
