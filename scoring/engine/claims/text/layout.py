"""Where the figures of a text stand: their sentences, segments, brackets and paragraphs, worked out once for all."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache

from scoring.engine.claims.text.figures import Figure
from scoring.engine.claims.text.moves import EarlierFigure, Move, earlier_of, move_of
from scoring.engine.claims.text.reading import Reading

# Sentences of one paragraph that a figure may lean on, and the figures looked at in them.
SENTENCES = 3
FIGURES = 24
_WORDS = 80
_BREAK = 12
_QUOTED = 400
_NO_AMOUNTS = frozenset({"%", "‰", "百分点", "倍", "分"})
_BRACKET = re.compile(r"[()\n]")


class Layout:
    """A reading with the places of its figures; figures go by their number, in reading order."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.text = reading.prose.text
        self.all = reading.figures.all
        self.starts = [figure.start for figure in self.all]

    @cached_property
    def moves(self) -> Sequence[Move | None]:
        """What the words before each figure say of a change, None for figures that are none."""
        return [move_of(figure.head, self.words_before(number)) for number, figure in enumerate(self.all)]

    @cached_property
    def _paragraphs(self) -> Sequence[int]:
        """The number of the first sentence of each sentence's paragraph."""
        firsts: list[int] = []
        for number, span in enumerate(self.reading.prose.sentences):
            begins = not number or self.text[span.start - 1] == "\n"
            firsts.append(number if begins else firsts[-1])
        return firsts

    @cached_property
    def _semicolons(self) -> Sequence[int]:
        return [match.start() for match in re.finditer("；", self.text)]

    @cached_property
    def _stops(self) -> Sequence[int]:
        return [match.start() for match in re.finditer("。", self.text)]

    @cached_property
    def _closers(self) -> Sequence[int | None]:
        """Where the innermost bracket around each figure closes, within its line."""
        around: list[int | None] = []
        closed: dict[int, int] = {}
        opened: list[int] = []
        for match in _BRACKET.finditer(self.text):
            innermost = opened[-1] if opened else None
            around += [innermost] * (bisect_left(self.starts, match.start()) - len(around))
            if match[0] == "(":
                opened.append(match.start())
            elif match[0] == "\n":
                opened.clear()
            elif opened:
                closed[opened.pop()] = match.start()
        around += [None] * (len(self.all) - len(around))
        return [None if bracket is None else closed.get(bracket) for bracket in around]

    def sentence_start(self, place: int) -> int:
        """Where the sentence that holds a place begins."""
        prose = self.reading.prose
        return prose.sentences[prose.sentence_at(place)].start if prose.sentences else 0

    def passage_start(self, place: int, sentences: int = SENTENCES) -> int:
        """Where the last `sentences` sentences of the paragraph begin, the one that holds `place` included."""
        spans = self.reading.prose.sentences
        number = self.reading.prose.sentence_at(place)
        return spans[max(self._paragraphs[number], number - sentences + 1)].start if spans else 0

    def number_at(self, place: int) -> int:
        """The number of the first figure at or behind a place."""
        return bisect_left(self.starts, place)

    def before(self, number: int, start: int, most: int = FIGURES) -> range:
        """The numbers of up to `most` figures before the figure `number`, from the place `start` on."""
        return range(max(bisect_left(self.starts, start, 0, number), number - most), number)

    def words_before(self, number: int) -> str:
        """The words between the figure before it and the figure `number`, in its sentence."""
        start = self.starts[number]
        ended = self.all[number - 1].end if number else 0
        return self.text[max(self.sentence_start(start), start - _WORDS, ended) : start]

    def is_apart(self, start: int, end: int) -> bool:
        """Whether a semicolon stands between two places."""
        return bisect_left(self._semicolons, start) < bisect_left(self._semicolons, end)

    def is_stopped(self, start: int, end: int) -> bool:
        """Whether a full stop stands between two places."""
        return bisect_left(self._stops, start) < bisect_left(self._stops, end)

    def is_bracketed(self, number: int, place: int) -> bool:
        """Whether the figure stands in brackets that are closed again before `place`."""
        closer = self._closers[number]
        return closer is not None and closer < place

    def earlier(self, number: int) -> EarlierFigure | None:
        """The figure to compare with that this one is, if its words or the figure that it led to say so."""
        found = None if self.moves[number] else earlier_of(self.all[number].head)
        if found is None or not found.origin:
            return found
        following = self.moves[number + 1] if number + 1 < len(self.all) else None
        return found if following is not None and following.form == "to" else None

    def is_torn(self, number: int) -> bool:
        """Whether a page or line break may have torn the figure's first digits off: 支出29⏎346.06万元."""
        start = self.all[number].start
        before = self.text[max(0, start - _BREAK) : start]
        bare = before.rstrip()
        return "\n" in before[len(bare) :] and bare[-1:].isdigit()

    def is_amount(self, number: int) -> bool:
        """Whether a figure is an amount, and neither a rate nor a change nor torn by a page break."""
        return self._amounts[number]

    @cached_property
    def _amounts(self) -> Sequence[bool]:
        return [self._reads_as_amount(number) for number in range(len(self.all))]

    def _reads_as_amount(self, number: int) -> bool:
        move = self.moves[number]
        if self.all[number].unit in _NO_AMOUNTS or (move is not None and move.form != "to"):
            return False
        return not self.is_torn(number)


@lru_cache(maxsize=1)
def layout_of(reading: Reading) -> Layout:
    """The layout of a text; several readers ask for the same one, one after the other."""
    return Layout(reading)


def close_by(stated: Figure, used: Iterable[Figure]) -> tuple[Figure, ...]:
    """Those figures that a quotation may reach over; a total pages away is only told."""
    return tuple(figure for figure in used if abs(stated.start - figure.start) <= _QUOTED)
