"""The figures that a change is between: this year's, and where it is written the one it is compared with."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from scoring.engine.claims.rates.plans import role_of
from scoring.engine.claims.text.figures import Figure
from scoring.engine.claims.text.labels import label_of
from scoring.engine.claims.text.layout import Layout
from scoring.engine.claims.text.likeness import Likeness, core_of, likeness
from scoring.engine.claims.text.moves import EarlierFigure, Move

_THIS_YEAR = re.compile(r"本年|今年|当年|本期")
_YEAR_WORDS = re.compile(r"上一?年度?|去年|上年同期|今年|同期")
_SHARE = re.compile(r"占|为[^，]{0,8}预算|完成[^，]{0,8}预算")
# Words between a figure and its change that only compare: anything else may have begun a new subject.
_ONLY_COMPARES = re.compile(
    r"[^，]{0,6}(?:比|较|与|同|和)[^，]{1,24}|同比|[^，]{0,12}(?:占|完成|为)[^，]{0,30}|[^，]{0,4}"
)
_REACHED = re.compile(r"(?:总量|总额|规模|总数)?(?:达到?|已达)(?:约|近)?")
_AT_ONCE = 8
_NEWEST, _LAST_YEAR = 9999, -1
_MOST_CURRENTS = 8
_AHEAD = 4
_REACH = 200


@dataclass(frozen=True, slots=True)
class Comparison:
    """`currents` are the figures that may have changed, the likeliest first; `base` is the one compared with.

    `sure` where the words leave no doubt of the first current (or, without one, of the base).
    """

    currents: tuple[Figure, ...]
    base: Figure | None
    sure: bool


@dataclass(frozen=True, slots=True)
class _Near:
    """A figure before a change: its place in the text's figures, and what separates it from the change."""

    number: int
    figure: Figure
    ended: bool
    earlier: EarlierFigure | None
    period: int | None
    in_sentence: bool
    in_segment: bool
    behind_change: bool


def compared(layout: Layout, members: range, move: Move, unit: str) -> Comparison:
    """What a change with the figures number `members` is between, in figures that `unit` converts to.

    An empty `unit` takes any amount.
    """
    near = [one for one in _near(layout, members[0]) if _measures(one, unit)]
    base = _base(layout, near, move)
    currents = [one for one in near if _may_be_current(one, base)]
    if currents and currents[0].ended and currents[0].in_segment:
        # 由5万元降至4.2万元，降幅16%: where it ended is this year's figure, whatever its name.
        return Comparison((currents[0].figure,), base.figure if base else None, sure=True)
    if reached := _reached(layout, members, unit):
        return Comparison((reached,), base.figure if base else None, sure=True)
    subject = _subject(move, base)
    chosen, sure = _called(currents, subject) if subject else _nearest(layout, currents, base, members[0])
    distinct = {(one.figure.value, one.figure.unit): one.figure for one in reversed(chosen)}
    found = Comparison(
        tuple(distinct.values())[: -_MOST_CURRENTS - 1 : -1],
        base.figure if base else None,
        sure if chosen else base is not None,
    )
    return found if found.currents and base else _with_ahead(layout, members, found, (subject, unit))


def _near(layout: Layout, first: int) -> Iterator[_Near]:
    """The amounts before a change, the nearest first."""
    place = layout.starts[first]
    sentence = layout.sentence_start(place)
    behind_change = False
    for number in reversed(layout.before(first, layout.passage_start(place))):
        figure, move = layout.all[number], layout.moves[number]
        if move is not None and move.form == "by":
            behind_change = True
            continue
        if (figure.is_percent and _SHARE.search(figure.head)) or layout.is_bracketed(number, place):
            continue
        in_sentence = figure.start >= sentence
        yield _Near(
            number,
            figure,
            ended=move is not None and move.form == "to",
            earlier=layout.earlier(number),
            period=_period(figure),
            in_sentence=in_sentence,
            in_segment=in_sentence and not layout.is_apart(figure.end, place),
            behind_change=behind_change,
        )


def _period(figure: Figure) -> int | None:
    label = label_of(figure.head)
    if label.year is not None:
        return label.year
    if label.last_year:
        return _LAST_YEAR
    return _NEWEST if _THIS_YEAR.search(figure.head) else None


def _measures(one: _Near, unit: str) -> bool:
    if not unit:
        return True
    if not one.figure.unit:
        # 较上年2.08减少0.03万元: a figure to compare with may go without its unit.
        return one.earlier is not None
    return one.figure.within(unit) is not None


def _may_be_current(one: _Near, base: _Near | None) -> bool:
    """Whether a figure may be this year's: of no earlier year than the base, and compared with nothing itself."""
    if one is base or one.earlier is not None or one.period == _LAST_YEAR:
        return False
    if base is None or base.period is None or one.period is None:
        return True
    return one.period > base.period


def _base(layout: Layout, near: list[_Near], move: Move) -> _Near | None:
    """The figure compared with: announced by 比/较/与/从, an earlier year's beside a later one, or the budget."""
    open_ones = [one for one in near if one.in_sentence and not one.behind_change]
    for one in open_ones:
        if one.earlier is not None:
            fits = not move.base or move.base == one.earlier.base
            return one if fits else None
    if move.base == "budget":
        return next((one for one in open_ones if role_of(one.figure.head) == "plan"), None)
    beside = [one for one in near if one.in_sentence]
    if move.year is not None:
        return next((one for one in beside if one.period == move.year and not one.behind_change), None)
    return _older_of_two(layout, beside)


def _older_of_two(layout: Layout, near: list[_Near]) -> _Near | None:
    """Of the two nearest figures of one name the one of the earlier year: 2022年58.7万元，2021年为55.3万元."""
    if len(near) < 2 or near[0].behind_change or not _are_alike(near[0].figure, near[1].figure):
        return None
    older, later = sorted(near[:2], key=lambda one: _NEWEST if one.period is None else one.period)
    if older.period is None or older.period == later.period:
        return None
    if near[1].behind_change:
        # 2021年3300万元，增长10%，2022年3960万元，增长20%: each year from the one before.
        return near[1] if later is near[0] and later.period == older.period + 1 else None
    dated = later.period is not None and later.period != _NEWEST
    # 上年 is before any year.
    return older if dated or older.period < (layout.reading.year or 0) else None


def _are_alike(one: Figure, other: Figure) -> bool:
    """Whether two figures are called alike, years apart; a bare 2021年为 goes with any."""
    names = [_YEAR_WORDS.sub("", label_of(figure.head).name) for figure in (one, other)]
    return not all(any(core_of(name)) for name in names) or likeness(*names) == Likeness.SAME


def _subject(move: Move, base: _Near | None) -> str:
    """What changed, where the words say it; a bare 决算数 or 总额 says nothing."""
    names = [move.subject]
    if base is not None and base.earlier is not None:
        names += [base.earlier.subject, base.earlier.name]
    return next((name for name in names if any(core_of(name))), "")


def _called(currents: list[_Near], subject: str) -> tuple[list[_Near], bool]:
    """The figures called like the subject, the best likeness and then the nearest first."""
    alike = [(likeness(subject, one.figure.head), one) for one in currents]
    found = sorted((pair for pair in alike if pair[0] > Likeness.NONE), key=lambda pair: -pair[0])
    best = {one.figure.value for like, one in found if like == found[0][0]}
    clear = bool(found) and found[0][0] > Likeness.PART
    return [one for _, one in found], clear and (len(best) == 1 or found[0][1].in_segment)


def _nearest(
    layout: Layout, currents: list[_Near], base: _Near | None, first: int
) -> tuple[list[_Near], bool]:
    """Without a subject the figures named last before the change, budgets behind the others."""
    ordered = sorted(currents, key=lambda one: role_of(one.figure.head) == "plan")
    if not ordered:
        return [], False
    chosen = ordered[0]
    beside = {one.figure.value for one in ordered if one.in_sentence == chosen.in_sentence}
    sure = chosen.in_segment or len(beside) == 1
    return ordered, sure and not _is_part(layout, ordered, first) and _runs_on(layout, chosen, base, first)


def _is_part(layout: Layout, ordered: list[_Near], first: int) -> bool:
    """Whether the change may as well be that of the whole: 收入1850万元，其中财政拨款1800万元，较上年增加150万元."""
    open_ones = [one for one in ordered if one.in_segment and not one.behind_change]
    if len({one.figure.value for one in open_ones}) < 2:
        return False
    farthest = min(open_ones, key=lambda one: one.number).figure
    return "其中" in layout.text[max(farthest.end, layout.starts[first] - _REACH) : layout.starts[first]]


def _runs_on(layout: Layout, current: _Near, base: _Near | None, first: int) -> bool:
    """Whether only comparisons, shares and rates stand between the figure and its change."""
    begins = max(layout.all[first - 1].end, current.figure.end, base.figure.end if base else 0)
    between = layout.text[max(begins, layout.starts[first] - _REACH) : layout.starts[first]]
    clauses = re.split(r"[，,；。]", between)[:-1]
    return all(_ONLY_COMPARES.fullmatch(clause.strip(" )")) for clause in clauses)


def _reached(layout: Layout, members: range, unit: str) -> Figure | None:
    """Where the change led, written behind it: 增加1200元，增长6.5%，达到19600元."""
    last, following = layout.all[members[-1]], members[-1] + 1
    if following >= len(layout.all):
        return None
    figure, move = layout.all[following], layout.moves[following]
    between = layout.text[last.end : min(figure.start, last.end + _AT_ONCE + 1)]
    led = bool(_REACHED.fullmatch(figure.head)) or (move is not None and move.form == "to")
    return figure if led and len(between) <= _AT_ONCE and unit and figure.within(unit) is not None else None


def _with_ahead(layout: Layout, members: range, found: Comparison, wanted: tuple[str, str]) -> Comparison:
    """What is written only behind the change: 降低15%，由100万元降为85万元; 减少49万元(上年55万元).

    `wanted` are the name of what changed and the unit of the change.
    """
    subject, unit = wanted
    last = layout.all[members[-1]]
    ends = layout.reading.sentence(last).end
    for number in range(members[-1] + 1, min(members[-1] + 1 + _AHEAD, len(layout.all))):
        figure, move = layout.all[number], layout.moves[number]
        if figure.start >= ends:
            break
        if unit and figure.within(unit) is None:
            continue
        if found.base is None and _is_bracketed_base(layout, last, figure):
            return Comparison(found.currents, figure, found.sure)
        if found.currents:
            break
        if move is not None and move.form == "to" and layout.earlier(number - 1):
            return Comparison((figure,), layout.all[number - 1], sure=True)
        if move is None and not layout.earlier(number) and _is_called(subject, figure):
            return Comparison((figure,), found.base, sure=True)
    return found


def _is_called(subject: str, figure: Figure) -> bool:
    return bool(subject) and likeness(subject, figure.head) == Likeness.SAME


def _is_bracketed_base(layout: Layout, last: Figure, figure: Figure) -> bool:
    if layout.text[last.end : last.end + 1] != "(":
        return False
    label = label_of(figure.head)
    older = label.last_year or (label.year or _NEWEST) < (layout.reading.year or 0)
    return older and ")" not in layout.text[last.end : figure.start]
