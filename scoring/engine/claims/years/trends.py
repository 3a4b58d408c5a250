"""Changes told without a number: 与上年4万元持平, 较上年17216万元增长, held against this year's figure."""

import re
from collections.abc import Iterator, Sequence

from scoring.engine.claims.claim import Claim, Verdict
from scoring.engine.claims.rates.quotients import amounts_of
from scoring.engine.claims.text.figures import Figure
from scoring.engine.claims.text.layout import Layout
from scoring.engine.claims.text.likeness import Likeness, core_of, likeness
from scoring.engine.claims.text.reading import Judged, Reading
from scoring.engine.claims.verdicts import VAGUE, exactly

_TREND = re.compile(
    r"(?P<about>略有?|有所|稍有|小幅|基本|总体|大体|大致)?"
    r"(?:(?P<even>持平|一致|相同|没有变化|无变化)|(?P<up>增长|增加|上升|提高|提升)|(?P<down>下降|减少|降低|回落))"
    r"(?=[，。；、)\s]|$)"
)
# From a figure to the word for its change: 较上年17216万元增长, …100923人数据略有增长.
_NEAR = 16
_BETWEEN = re.compile(r"[^，。；、\n\d]*")
_BREAKS = re.compile(r"[。；\n]")
_REACH = 400
_MOST_BASES = 6
_MOST_CURRENTS = 12


def trend_claims(layout: Layout) -> Iterator[Claim]:
    """Every such change that the two figures written beside it contradict."""
    for match in _TREND.finditer(layout.text):
        place = match.start()
        number = layout.number_at(place)
        if not number or place - layout.all[number - 1].end > _NEAR:
            continue
        before = layout.before(number, max(layout.passage_start(place), place - _REACH))
        if before and _BETWEEN.fullmatch(layout.text[layout.all[before[-1]].end : place]):
            yield from _claims(layout, before, match)


def _claims(layout: Layout, before: range, match: re.Match[str]) -> Iterator[Claim]:
    bases = _bases(layout, before)
    currents = [number for number in before if number < bases.start][-_MOST_CURRENTS:]
    for base in bases:
        current = _current(layout, currents, base, alone=len(bases) == 1)
        if current is not None:
            yield from _judged(layout.reading, current, layout.all[base], match)


def _bases(layout: Layout, before: range) -> range:
    """The figures compared with: from the one after 较/与 on to the last one before the word."""
    last = layout.starts[before[-1]]
    for number in reversed(before[-_MOST_BASES:]):
        if _BREAKS.search(layout.text, layout.all[number].end, last):
            break
        if layout.earlier(number):
            return range(number, before.stop)
    return range(before.stop, before.stop)


def _current(layout: Layout, currents: Sequence[int], base: int, *, alone: bool) -> Figure | None:
    """This year's figure of the same name; where the base has none, the one named last."""
    compared, earlier = layout.all[base], layout.earlier(base)
    name = (earlier.subject or earlier.name) if earlier else compared.head
    same_kind = [
        layout.all[number]
        for number in currents
        if layout.all[number].within(compared.unit) is not None and not layout.earlier(number)
    ]
    if not any(core_of(name)):
        return same_kind[-1] if alone and same_kind else None
    return next((one for one in reversed(same_kind) if likeness(name, one.head) == Likeness.SAME), None)


def _judged(reading: Reading, current: Figure, base: Figure, match: re.Match[str]) -> Iterator[Claim]:
    now, then = amounts_of((current, base), base.unit)
    assert now is not None
    assert then is not None
    rise = now.value - then.value
    if match["even"]:
        wrong = abs(rise) > (VAGUE * abs(then.value) if match["about"] else 0)
    else:
        wrong = rise * (1 if match["up"] else -1) < 0
    if not wrong:
        return
    vague = current.vague or base.vague or match["about"] or not match["even"]
    verdict: Verdict = "check" if vague else "inconsistent"
    change = f"{'增加' if rise > 0 else '减少'}{exactly(abs(rise))}{base.unit}" if rise else "没有变化"
    reason = f"文中写“{match[0]}”，按{current.told()}和{base.told()}是{change}。"
    yield reading.claim("yoy", current, Judged(verdict, None, reason), (base,))
