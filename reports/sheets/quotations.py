"""A text cut where findings quote it, so that a page can light up the words."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple


class Quotation(NamedTuple):
    """Code points `start` up to `end` of a text; `id` names it on the page, `tone` is the finding's severity."""

    start: int
    end: int
    id: str
    tone: str


@dataclass(frozen=True)
class Piece:
    """A stretch of a text: `ids` of the quotations that begin with it, the gravest `tone` over it, empty for none."""

    text: str
    ids: tuple[str, ...] = ()
    tone: str = ""


_GRAVER = ("error", "warning", "information")


def pieces(text: str, quotations: Iterable[Quotation]) -> list[Piece]:
    """The whole text in order, in stretches that every quotation covers whole or not at all."""
    inside = [quote for quote in quotations if 0 <= quote.start < quote.end <= len(text)]
    edges = sorted({0, len(text), *(edge for quote in inside for edge in (quote.start, quote.end))})
    return [
        Piece(
            text[start:end],
            tuple(quote.id for quote in inside if quote.start == start),
            _tone(quote.tone for quote in inside if quote.start <= start and end <= quote.end),
        )
        for start, end in pairwise(edges)
    ]


def _tone(tones: Iterable[str]) -> str:
    return min(tones, key=_GRAVER.index, default="")
