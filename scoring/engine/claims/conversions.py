"""One figure in two units side by side: 42.37万人（423730人），即、折合、合."""

import re
from collections.abc import Iterator
from itertools import pairwise

from scoring.engine.claims.claim import Claim
from scoring.engine.claims.text.figures import Figure
from scoring.engine.claims.text.reading import Judged, Reading
from scoring.engine.claims.verdicts import exactly, rate_verdict
from scoring.engine.units import convert, dimension

_BETWEEN = re.compile(r"\s*(?:\((?:即|折合|约?合|=)?|[，,]?(?:即|折合|折算为?|合计?人民币))\s*$")


def find(reading: Reading) -> Iterator[Claim]:
    """Every pair of figures that say one thing in two units."""
    figures = reading.figures.all
    for one, other in pairwise(figures):
        if one.unit == other.unit or not one.unit or not other.unit:
            continue
        if other.start - one.end > 12 or not _BETWEEN.fullmatch(reading.gap(one, other)):
            continue
        claim = _claim(reading, one, other)
        if claim is not None:
            yield claim


def _claim(reading: Reading, one: Figure, other: Figure) -> Claim | None:
    if dimension(one.unit) != dimension(other.unit) or "/" in one.unit or "/" in other.unit:
        return None
    rough, exact = (other, one) if _is_finer(one, other) else (one, other)
    value = exact.within(rough.unit)
    if value is None:
        return None
    verdict, cause = rate_verdict(rough, value)
    reason = f"{exact.told()}合{exactly(value)}{rough.unit}，文中写{rough.told()}"
    reason += f"。{cause}。" if cause else "。"
    return reading.claim("unit", rough, Judged(verdict, value, reason), (exact,))


def _is_finer(one: Figure, other: Figure) -> bool:
    """Whether `one` is printed more exactly than `other`."""
    half = convert(other.half, other.unit, one.unit)
    return half is not None and one.half < half
