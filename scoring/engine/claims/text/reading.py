"""Reads texts of one filing and recomputes what they claim: every reader finds the claims of one kind."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from scoring.engine.claims.claim import Claim, Correction, Kind, Verdict
from scoring.engine.claims.text.figures import Figure, Figures
from scoring.engine.claims.text.labels import Label, label_of, year_of
from scoring.engine.claims.text.prose import Prose, Span
from scoring.engine.claims.verdicts import number_like, printed_like

# Spaces that may stand between a figure and the words before it.
HEAD_GAP = 4


@dataclass(frozen=True, slots=True)
class KnownFigure:
    """A figure of the form that a text may repeat: `label` as the form calls it, `where` the anchor of its cell.

    `half` is half of its last printed digit, in `unit`. `year` is None where it is the filing's own.
    """

    label: str
    value: Decimal
    unit: str
    half: Decimal
    where: str = ""
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """What recomputing gave: `computed` in the stated figure's unit, None where nothing can be computed."""

    verdict: Verdict
    computed: Decimal | None
    reason: str


@dataclass(frozen=True)
class Reading:
    """One text with its figures, and what all readers ask of it."""

    prose: Prose

    @cached_property
    def figures(self) -> Figures:
        return Figures(self.prose)

    @cached_property
    def year(self) -> int | None:
        """The year the text is about."""
        return year_of(self.prose.text)

    def near(self, figure: Figure, before: int, after: int = 0) -> tuple[Figure, ...]:
        """At most so many figures before and after one in its sentence, and the one itself."""
        span = self.sentence(figure)
        return tuple(other for other in self.figures.around(figure, before, after) if other.start in span)

    def sentence(self, figure: Figure) -> Span:
        return self.prose.sentences[self.prose.sentence_at(figure.start)]

    def gap(self, one: Figure, other: Figure) -> str:
        """What stands between two figures."""
        return self.prose.text[one.end : other.start]

    def label(self, figure: Figure) -> Label:
        return label_of(figure.head)

    def claim(self, kind: Kind, stated: Figure, judged: Judged, used: Iterable[Figure] = ()) -> Claim:
        """A claim on `stated`, whose quotation reaches over the figures `used`."""
        involved = (stated, *used)
        computed = judged.computed
        wrong = judged.verdict == "inconsistent" and computed is not None
        return Claim(
            kind=kind,
            verdict=judged.verdict,
            start=min(self._head_start(figure) for figure in involved),
            end=max(figure.end for figure in involved),
            stated=f"{stated.value:f}{stated.unit}",
            computed="" if computed is None else printed_like(stated, computed),
            reason=judged.reason,
            correction=_correction(stated, computed) if wrong and computed is not None else None,
            name=self.prose.name,
        )

    def _head_start(self, figure: Figure) -> int:
        """Where the words before a figure begin."""
        at = self.prose.text.rfind(
            figure.head, max(0, figure.start - len(figure.head) - HEAD_GAP), figure.start
        )
        return at if figure.head and at >= 0 else figure.start


def _correction(stated: Figure, computed: Decimal) -> Correction:
    return Correction(stated.start, stated.number_end, number_like(stated, computed))


Reader = Callable[[Reading], Iterator[Claim]]
