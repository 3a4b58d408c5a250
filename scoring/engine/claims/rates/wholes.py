"""The totals that a part may be a share of: those before 其中：, and those called by their name."""

import re
from bisect import bisect_left
from collections import defaultdict, deque
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from scoring.engine.claims.text.figures import Figure
from scoring.engine.claims.text.labels import label_of
from scoring.engine.claims.text.layout import Layout
from scoring.engine.claims.text.likeness import Likeness, core_of, likeness
from scoring.engine.claims.trust import Trust

# Words after a total that begin the list of its parts.
_MARK = re.compile(
    r"其中|包括|主要用于|用于以下|一是|分为|构成|组成|如下|具体(?:为|是|情况)|按[^，。；\n]{1,14}(?:分|划分|看)[，：]"
)
# A list that goes on in the next lines ends where the next heading begins.
_HEADING = re.compile(
    r"\n\s{0,60}(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|第[一二三四五六七八九十]+|#)"
)
_LINE_END = re.compile(r"[^\n。；]{0,20}\n")
_TOTAL = re.compile(
    r"(?:合计|总计|总额|总量|共计|总收入|总支出|总投资|总数|总规模)(?:数|额)?(?:均?为|是|达到?|约|共)*$"
)
_LAST_CLAUSE = re.compile(r"[^，。；\n：]+$")
_LONGEST_NAME = 40
_ENDED = re.compile(r"[。；]")
_SENTENCES = 12
_OPENING = 12
_LIST_REACH = 1500
_AHEAD = 200
_NAME_REACH = 160
_MARK_OPENS = 4
_MOST = 4
_KEPT = 6
_BEHIND = 6


@dataclass(frozen=True, slots=True)
class Whole:
    """A figure that a part may be a share of; `encloses` where the part is listed under it, and can't be larger."""

    figure: Figure
    trust: Trust
    encloses: bool = False


@dataclass(frozen=True, slots=True)
class _Mark:
    """The beginning of a list of parts, and the amounts before it, the nearest first."""

    place: int
    totals: tuple[Figure, ...]
    over_lines: bool


class Wholes:
    """The totals of a text. Figures are added in reading order, and their totals asked for as they come."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._named: dict[str, deque[int]] = defaultdict(lambda: deque(maxlen=_KEPT))
        self._headings = [match.start() for match in _HEADING.finditer(layout.text)]
        self._marks = list(self._read_marks())
        self._places = [mark.place for mark in self._marks]

    def add(self, number: int) -> None:
        """Make the figure with this number findable by its name."""
        if self._layout.is_amount(number):
            core, side = core_of(self._layout.all[number].head)
            if core or side:
                self._named[core].append(number)

    def named(self, part: int, base: str) -> Iterator[Whole]:
        """The figures before the one numbered `part` that are called `base`, the likeliest first.

        An exact name in the paragraph is sure. One further up only is where it is called so to the letter, has
        one value in the text, and nothing nearer is called alike.
        """
        figures = self._layout.all
        start = self._layout.passage_start(figures[part].start)
        kept = [number for number in reversed(self._named.get(core_of(base)[0], ())) if number != part]
        exact = [number for number in kept if self._likeness(base, number, part) == Likeness.SAME]
        yield from (Whole(figures[number], "sure") for number in exact if figures[number].start >= start)
        like = list(islice(self._called_alike(base, part), _MOST))
        clear = all(self._likeness(base, number, part) == Likeness.NEAR for number in like)
        only = not exact and clear and len({figures[number].value for number in like}) == 1
        yield from (Whole(figures[number], "sure" if only else "likely") for number in like)
        far = [number for number in exact if figures[number].start < start]
        single = len({figures[number].value for number in exact}) == 1
        lettered = bool(far) and base.strip() in figures[far[0]].head and single and not like
        yield from (Whole(figures[number], "sure" if lettered else "likely") for number in far)
        if not exact and not like:
            yield from self._ahead(part, base)

    def _called_alike(self, base: str, part: int) -> Iterator[int]:
        """Figures before the part whose names have the base in common with it."""
        for number in reversed(self._layout.before(part, 0)) if core_of(base)[0] else ():
            found = self._likeness(base, number, part) if self._layout.is_amount(number) else Likeness.NONE
            if Likeness.NONE < found < Likeness.SAME:
                yield number

    def _ahead(self, part: int, base: str) -> Iterator[Whole]:
        """A total that is only named behind the share: 占项目总支出的56%。项目总支出1000万元."""
        for number in range(part + 1, min(part + _BEHIND, len(self._layout.all))):
            if self._layout.is_amount(number) and self._likeness(base, number, part) == Likeness.SAME:
                yield Whole(self._layout.all[number], "likely")

    def enclosing(self, part: int) -> Iterator[Whole]:
        """The totals of the lists that the figure numbered `part` stands in, the innermost first.

        Where no list was begun, a 合计 in the sentences before it.
        """
        figure = self._layout.all[part]
        marks = [mark for mark in self._open(figure) if _measures_like(mark.totals[0], figure)]
        if not marks:
            yield from self._totals(part)
            return
        firsts = [mark.totals[0] for mark in marks]
        large = [whole for whole in firsts if _holds(whole, figure)]
        trust: Trust = "sure" if len({whole.value for whole in large or firsts}) == 1 else "likely"
        yield from (Whole(whole, trust, encloses=True) for whole in large or firsts)
        yield from (Whole(one, "likely") for mark in marks for one in mark.totals[1:] if _holds(one, figure))

    def within(self, part: int) -> str:
        """The name before 中 in the sentence: 三公经费支出决算中，公务接待费2.29万元，占100%; empty where there is none."""
        place, text = self._layout.starts[part], self._layout.text
        start = max(self._layout.sentence_start(place), place - _NAME_REACH)
        at = max(text.rfind(f"中{sign}", start, place) for sign in "，,：")
        name = _LAST_CLAUSE.search(text, max(start, at - _LONGEST_NAME), at) if at > start else None
        return name[0].removesuffix("之") if name else ""

    def _likeness(self, base: str, number: int, part: int) -> Likeness:
        """How alike a figure's name is to `base`, if it may be what the part is a share of."""
        whole, figure = self._layout.all[number], self._layout.all[part]
        years = label_of(whole.head).year, label_of(figure.head).year
        other_year = all(years) and years[0] != years[1]
        if other_year or self._layout.earlier(number) or not _measures_like(whole, figure):
            return Likeness.NONE
        # 实际支出 has no name that could be the 政府采购支出 asked for.
        nameless = bool(core_of(base)[0]) and not core_of(whole.head)[0]
        return Likeness.NONE if nameless else likeness(base, whole.head)

    def _totals(self, part: int) -> list[Whole]:
        """Amounts called 合计 in the sentences before a part that no list was begun for."""
        layout = self._layout
        figure = layout.all[part]
        found = [
            layout.all[number]
            for number in reversed(layout.before(part, layout.passage_start(figure.start)))
            if _TOTAL.search(layout.all[number].head) and layout.is_amount(number)
        ]
        fitting = [whole for whole in found if _measures_like(whole, figure)]
        trust: Trust = "sure" if len({whole.value for whole in fitting}) == 1 else "likely"
        return [Whole(whole, trust, encloses=True) for whole in fitting[:_MOST]]

    def _open(self, part: Figure) -> list[_Mark]:
        """The lists begun before a part that it may stand in, the innermost first."""
        last = bisect_left(self._places, part.start)
        paragraph = self._layout.passage_start(part.start, _SENTENCES)
        heading = bisect_left(self._headings, part.start)
        floor = max(part.start - _LIST_REACH, self._headings[heading - 1] if heading else 0)
        found: list[_Mark] = []
        for mark in reversed(self._marks[max(0, last - _MARK_OPENS) : last]):
            if mark.place < floor:
                break
            # A page break inside a sentence doesn't end its list.
            stopped = mark.place < paragraph and self._layout.is_stopped(mark.place, part.start)
            if stopped and not mark.over_lines:
                continue
            # A total of a later sentence has begun anew.
            anew = bool(found) and self._layout.is_stopped(mark.place, found[-1].totals[0].start)
            if anew and not mark.over_lines:
                break
            found.append(mark)
        return found

    def _read_marks(self) -> Iterator[_Mark]:
        layout = self._layout
        for match in _MARK.finditer(layout.text):
            over_lines = bool(_LINE_END.match(layout.text, match.end()))
            ahead = layout.number_at(match.end())
            follows = ahead < len(layout.all) and layout.starts[ahead] - match.end() <= _AHEAD
            if not over_lines and (
                not follows or _ENDED.search(layout.text, match.end(), layout.starts[ahead])
            ):
                continue
            totals = self._totals_of(match.start())
            if totals:
                yield _Mark(match.start(), totals, over_lines)

    def _totals_of(self, place: int) -> tuple[Figure, ...]:
        """The amounts before 其中 in its sentence; where it begins the sentence, those of the one before."""
        layout, spans = self._layout, self._layout.reading.prose.sentences
        number = layout.reading.prose.sentence_at(place)
        begins = place - spans[number].start <= _OPENING and not layout.text[
            spans[number].start : place
        ].strip(" \n\t(：0123456789.")
        last = layout.number_at(place)
        for sentence in (number, number - 1) if begins else (number,):
            before = layout.before(last, spans[sentence].start) if sentence >= 0 else ()
            found = [
                layout.all[at]
                for at in reversed(before)
                if layout.is_amount(at) and not layout.is_bracketed(at, place)
            ]
            if found:
                return tuple(found[:_MOST])
        return ()


def _measures_like(whole: Figure, part: Figure) -> bool:
    return bool(whole.unit) == bool(part.unit) and part.within(whole.unit) is not None


def _holds(whole: Figure, part: Figure) -> bool:
    """Whether a figure is as large as what may be its part."""
    value = part.within(whole.unit)
    return value is not None and value <= whole.value
