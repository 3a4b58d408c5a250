"""Year-on-year and other changes: 比上年增加5.35万元，增长21.22%, read with the figures that they are between."""

import re
from collections.abc import Iterator
from dataclasses import replace

from scoring.engine.claims.claim import Claim
from scoring.engine.claims.text.figures import Figure
from scoring.engine.claims.text.layout import Layout, layout_of
from scoring.engine.claims.text.moves import Move
from scoring.engine.claims.text.reading import Reading
from scoring.engine.claims.years.change_claims import (
    POINTS,
    TIMES,
    Change,
    Seen,
    amount_claim,
    direction_claim,
)
from scoring.engine.claims.years.change_rates import multiple_claim, rate_claim
from scoring.engine.claims.years.comparisons import compared
from scoring.engine.claims.years.trends import trend_claims

# Between the figures of one change: 增加1571.97万元，增长5.62%; anything longer names something else.
_APART = 30
_BREAKS = re.compile(r"[；。\t]|\n\s*\n|其中")


def find(reading: Reading) -> Iterator[Claim]:
    """The amount and the rate of every change whose operands are written."""
    layout = layout_of(reading)
    yield from trend_claims(layout)
    seen = Seen(reading)
    number = 0
    while number < len(layout.moves):
        move, count = layout.moves[number], 1
        if move is not None and move.form == "to":
            yield from _turned(layout, number, move.way)
        elif move is not None and move.form == "of":
            yield from _multiple(layout, number, move, seen)
        elif move is not None:
            count = 2 if _is_pair(layout, number) else 1
            yield from _claims(layout, range(number, number + count), seen)
        number += count


def _claims(layout: Layout, members: range, seen: Seen) -> Iterator[Claim]:
    """The claims of the change whose figures have the numbers `members`."""
    moves = {number: move for number in members if (move := layout.moves[number])}
    rate = next((number for number in members if _is_rate(layout.all[number])), None)
    amount = next((number for number in members if number != rate), None)
    first, last = moves[members[0]], moves[members[-1]]
    base, year = (first.base, first.year) if first.base else (last.base, last.year)
    move = replace(first, base=base, year=year, loose=first.loose or last.loose)
    unit = layout.all[amount].unit if amount is not None else ""
    change = Change(
        layout=layout,
        move=move,
        between=compared(layout, members, move, "%" if unit == POINTS else unit),
        amount=layout.all[amount] if amount is not None else None,
        rate=layout.all[rate] if rate is not None else None,
        amount_way=moves[amount].way if amount is not None else 0,
        rate_way=moves[rate].way if rate is not None else 0,
        seen=seen,
    )
    yield from (claim for claim in (amount_claim(change), rate_claim(change)) if claim)


def _turned(layout: Layout, number: int, way: int) -> Iterator[Claim]:
    """A figure that rose to less than it came from: 由5万元增加到4.2万元."""
    ended = layout.all[number]
    for before in layout.before(number, layout.sentence_start(ended.start), most=1):
        base = layout.all[before]
        if layout.earlier(before) and ended.start - base.end <= _APART:
            claim = direction_claim(layout.reading, ended, way, base)
            if claim is not None:
                yield claim


def _multiple(layout: Layout, number: int, move: Move, seen: Seen) -> Iterator[Claim]:
    """How many times last year's figure something is: 是上年的1.5倍."""
    stated = layout.all[number]
    if not _is_rate(stated):
        return
    between = compared(layout, range(number, number + 1), move, "")
    change = Change(layout, move, between, None, stated, amount_way=0, rate_way=0, seen=seen)
    claim = multiple_claim(change)
    if claim is not None:
        yield claim


def _is_rate(figure: Figure) -> bool:
    return figure.unit in ("%", TIMES)


def _is_pair(layout: Layout, number: int) -> bool:
    """Whether the figure after `number` is the same change told as a rate, or the other way round."""
    if number + 1 >= len(layout.all):
        return False
    one, other = layout.all[number], layout.all[number + 1]
    move, following = layout.moves[number], layout.moves[number + 1]
    if move is None or following is None or following.form != "by" or following.subject:
        return False
    between = layout.text[one.end : min(other.start, one.end + 2 * _APART)]
    if len(between) > _APART or _BREAKS.search(between) or _is_rate(one) == _is_rate(other):
        return False
    return not following.base or not move.base or following.base == move.base
