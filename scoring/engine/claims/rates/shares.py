"""Shares of a whole: 基本支出255.34万元，占34.18%, against the total that is named or that the list belongs to."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial

from scoring.engine.claims.claim import Claim
from scoring.engine.claims.rates.plans import role_of
from scoring.engine.claims.rates.quotients import HUNDRED, amounts_of, rate_of
from scoring.engine.claims.rates.rate_judging import closeness, judged_rate
from scoring.engine.claims.rates.share_lists import Listed, list_claims
from scoring.engine.claims.rates.wholes import Whole, Wholes
from scoring.engine.claims.text.figures import Figure
from scoring.engine.claims.text.labels import name_of
from scoring.engine.claims.text.layout import Layout, close_by, layout_of
from scoring.engine.claims.text.likeness import Likeness, core_of, likeness
from scoring.engine.claims.text.reading import Judged, Reading
from scoring.engine.claims.trust import Outcome, Trust, settled
from scoring.engine.likely_causes import Candidate

_SHARE = re.compile(
    r"占(?!用|地|有|领|线|道|位|第)(?:到|了)?(?P<base>[^占，]{0,40}?)的?(?P<kind>比重|比例|比率|比|份额)?"
    r"(?P<spread>各|分别)?(?:高|仅|只|已)?(?:为|是|达到?|到|约|近|超过?|[=：: (])*$"
)
_NEARLY = re.compile(r"(?:约|近|超|逾)占")
_THE = re.compile(r"^的(?:比重|比例|比率)?(?:约?为|达到?|约)?$")
_NOT_MONEY = re.compile(r"权重|分值|得分|总分|满分|目标|任务|计划|序时|指标|提高|上升|下降|降低|增长|增加")
_SCORED = re.compile(r"\s*(?:的?权重|的?分值|的?得分|权重分)")
_JOINED = re.compile(r"\s*[、,，和及与]{1,2}\s*|\s*以?及\s*|\s*和\s*")
_PARTS_BACK = 12
_LIST = 12
_OTHERS = 16
_OTHERS_BEHIND = 4
_CAUSES_REACH = 400


@dataclass(frozen=True, slots=True)
class _Share:
    """A stated share by the numbers of its figures: `base` names the whole, or `whole` is written beside it."""

    number: int
    part: int
    base: str
    whole: Figure | None = None


def find(reading: Reading) -> Iterator[Claim]:
    """Every share whose part and whole are written, and the totals of complete lists."""
    layout = layout_of(reading)
    wholes = Wholes(layout)
    listed: list[Listed] = []
    added = 0
    for number, stated in enumerate(layout.all):
        if not stated.is_percent:
            continue
        for share in _shares(layout, number):
            while added < share.number:
                wholes.add(added)
                added += 1
            told = _claim(layout, wholes, share)
            if told is not None:
                listed.append(told)
                yield told.claim
    yield from list_claims(reading, listed)


def _shares(layout: Layout, number: int) -> list[_Share]:
    """The shares announced by the words before the figure `number`; none where they announce none."""
    stated = layout.all[number]
    if _SCORED.match(layout.text, stated.end):
        return []
    if number and _THE.match(stated.head) and (written := _SHARE.search(layout.all[number - 1].head)):
        # 占总支出120万元的30%
        found = _told(layout, number, written, number - 1)
        return [replace(share, whole=layout.all[number - 1]) for share in found]
    match = _SHARE.search(stated.head)
    if match is None or _NOT_MONEY.search(match["base"]):
        return []
    found = _told(layout, number, match, number)
    if role_of(match["base"]) == "plan":
        # What was spent of a budget is no share of it; a part of the budget is.
        return [share for share in found if role_of(layout.all[share.part].head) == "plan"]
    return found


def _told(layout: Layout, number: int, match: re.Match[str], before: int) -> list[_Share]:
    """The share or the list of shares that begins with a figure; its parts stand before figure `before`."""
    base = match["base"]
    spread = _spread(layout, number)
    if len(spread) > 1:
        return _spread_shares(layout, spread, before, base)
    if match["spread"]:
        return []
    part = _part(layout, before, match.string[: match.start()])
    return [] if part is None else [_Share(number, part, base)]


def _spread(layout: Layout, number: int) -> list[int]:
    """The percentages of one list: 占26.0%、45.4%和28.6%."""
    found = [number]
    while len(found) < _LIST and found[-1] + 1 < len(layout.all):
        last, following = layout.all[found[-1]], layout.all[found[-1] + 1]
        joined = _JOINED.fullmatch(layout.text, last.end, following.start)
        if not following.is_percent or not joined:
            break
        found.append(found[-1] + 1)
    return found


def _spread_shares(layout: Layout, spread: Sequence[int], before: int, base: str) -> list[_Share]:
    """One share for each of as many amounts before figure `before`; none where the list is of several wholes."""
    parts = range(before - len(spread), before)
    if parts[0] < 0 or re.search("[和及与、]", base) or not all(layout.is_amount(part) for part in parts):
        return []
    return [_Share(number, part, base) for number, part in zip(spread, parts, strict=True)]


def _part(layout: Layout, number: int, words: str) -> int | None:
    """The amount that a share is of: the one that its words name, else the last one before it."""
    place = layout.starts[number]
    subject = name_of(words)
    named = any(core_of(subject)) and subject not in ("其", "所")
    for at in reversed(layout.before(number, layout.sentence_start(place), _PARTS_BACK)):
        figure = layout.all[at]
        if not named and (layout.is_apart(figure.end, place) or layout.is_torn(at)):
            return None
        if not layout.is_amount(at) or layout.is_bracketed(at, place):
            continue
        if not named or likeness(subject, figure.head) == Likeness.SAME:
            return at
    return None


def _claim(layout: Layout, wholes: Wholes, share: _Share) -> Listed | None:
    """The share against the first whole that agrees; against the likeliest one where none does."""
    stated, part = layout.all[share.number], layout.all[share.part]
    if _NEARLY.search(stated.head):
        stated = replace(stated, vague=True)
    best = settled(_outcomes(layout, stated, part, _candidates(wholes, share)))
    if best is None:
        return None
    judged, outcome = best
    claim = layout.reading.claim("share", stated, judged, close_by(stated, outcome.used))
    return Listed(stated, part, outcome.used[1], claim)


def _candidates(wholes: Wholes, share: _Share) -> Iterator[Whole]:
    """The wholes that a share may be of, the likeliest first."""
    if share.whole is not None:
        yield Whole(share.whole, "sure")
        return
    core, side = core_of(share.base)
    if not core and not side:
        within = wholes.within(share.part)
        yield from wholes.named(share.part, within) if within else ()
        yield from wholes.enclosing(share.part)
        return
    yield from wholes.named(share.part, share.base)
    for whole in wholes.enclosing(share.part):
        # 占总支出 is a share of whatever the list is of; another name only agrees by chance.
        yield replace(whole, trust="weak", encloses=False) if core else whole


def _outcomes(layout: Layout, stated: Figure, part: Figure, candidates: Iterable[Whole]) -> Iterator[Outcome]:
    """What the share comes to with each whole, once for each."""
    met: set[tuple[Decimal, str]] = set()
    for whole in candidates:
        key = (whole.figure.value, whole.figure.unit)
        if whole.figure is part or key in met:
            continue
        met.add(key)
        above, below = amounts_of((part, whole.figure), whole.figure.unit)
        rate = rate_of(above, below) if above and below else None
        if rate is None:
            continue
        vague = part.vague or whole.figure.vague
        trust: Trust = "likely" if whole.trust == "sure" and vague else whole.trust
        used = (part, whole.figure)
        if whole.encloses and rate.value > HUNDRED:
            yield Outcome(trust, "inconsistent", partial(_too_large, stated, used), used)
            continue
        causes = partial(_causes, layout, stated, used)
        tell = partial(judged_rate, stated, rate, causes)
        yield Outcome(trust, closeness(stated, rate, causes), tell, used)


def _too_large(stated: Figure, used: tuple[Figure, Figure]) -> Judged:
    part, whole = used
    reason = f"分项{part.told()}大于合计{whole.told()}，占比不可能超过100%，文中写{stated.told()}。"
    return Judged("inconsistent", None, reason)


def _causes(layout: Layout, stated: Figure, used: tuple[Figure, Figure]) -> Iterator[Candidate]:
    """The rest of the whole, another base, or the share of another part of the list."""
    _, whole = used
    above, below = amounts_of(used, whole.unit)
    if above is None or below is None:
        return
    yield Candidate("写成了与它互补的占比", HUNDRED - above.value / below.value * HUNDRED)
    number = layout.number_at(stated.start)
    near = layout.before(min(number + _OTHERS_BEHIND, len(layout.all)), stated.start - _CAUSES_REACH, _OTHERS)
    for at in near:
        other = layout.all[at]
        (amount,) = amounts_of((other,), whole.unit)
        if amount is None or not other.unit or other in used or not amount.value:
            continue
        yield Candidate(f"误以{amount.words}为合计", above.value / amount.value * HUNDRED)
        yield Candidate(f"误写了{amount.words}的占比", amount.value / below.value * HUNDRED)
