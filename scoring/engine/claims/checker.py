"""Checks the figures of texts: every reader on every text, one claim for one contradiction, in reading order."""

from collections.abc import Iterable, Iterator, Sequence

from scoring.engine.claims import conversions, formulas, grades, products, restated
from scoring.engine.claims.accounts import balances
from scoring.engine.claims.claim import Claim, Verdict
from scoring.engine.claims.lists import sums
from scoring.engine.claims.rates import completion, ratios, shares
from scoring.engine.claims.tabular import tables
from scoring.engine.claims.text.prose import Prose
from scoring.engine.claims.text.reading import KnownFigure, Reader, Reading
from scoring.engine.claims.years import changes

# Readers of one text, in the order in which they are believed where two see one figure wrong.
READERS: tuple[Reader, ...] = (
    formulas.find,
    changes.find,
    completion.find,
    shares.find,
    sums.find,
    balances.find,
    tables.find,
    ratios.find,
    products.find,
    grades.find,
    conversions.find,
)
# All that a text with one figure can claim.
OF_ONE_FIGURE: tuple[Reader, ...] = (grades.find,)
_WEIGHT: dict[Verdict, int] = {"inconsistent": 0, "check": 1, "rounding": 2, "consistent": 3}


def check_text(source: str, known: Sequence[KnownFigure] = ()) -> list[Claim]:
    """The claims of one text, in reading order; `known` are figures of the form that it may repeat."""
    return check_texts([Prose(source)], known)


def check_texts(texts: Iterable[Prose], known: Sequence[KnownFigure] = ()) -> list[Claim]:
    """The claims of several texts of one filing, text by text in reading order."""
    readings = [Reading(prose) for prose in texts]
    claims = [claim for reading in readings for claim in _read(reading)]
    claims += restated.find(readings, known)
    order = {reading.prose.name: number for number, reading in enumerate(readings)}
    return sorted(_once(claims), key=lambda claim: (order[claim.name], claim.start, claim.end))


def _read(reading: Reading) -> Iterator[Claim]:
    for reader in READERS if len(reading.figures.all) > 1 else OF_ONE_FIGURE:
        yield from reader(reading)


def _once(claims: Iterable[Claim]) -> list[Claim]:
    """One claim for each kind and quotation, the worst verdict of several."""
    kept: dict[tuple[str, str, int, int], Claim] = {}
    for claim in claims:
        key = (claim.name, claim.kind, claim.start, claim.end)
        if key not in kept or _WEIGHT[claim.verdict] < _WEIGHT[kept[key].verdict]:
            kept[key] = claim
    return list(kept.values())
