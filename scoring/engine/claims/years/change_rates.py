"""The claim on the rate of a change: P is D over the figure compared with, written or this year's less D."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import partial
from itertools import chain

from scoring.engine.claims.claim import Claim
from scoring.engine.claims.rates.quotients import (
    HUNDRED,
    Amount,
    Rate,
    amounts_of,
    growth_by,
    growth_of,
    rate_of,
)
from scoring.engine.claims.rates.rate_judging import closeness, judged_rate
from scoring.engine.claims.text.figures import Figure
from scoring.engine.claims.text.reading import Judged
from scoring.engine.claims.trust import Outcome
from scoring.engine.claims.verdicts import exactly
from scoring.engine.claims.years.change_claims import POINTS, TIMES, WAYS, Change, told
from scoring.engine.likely_causes import Candidate, agrees

_CAN_BE_NEGATIVE = re.compile(r"利润|盈余|结余|净|差|赤字|损益|余额")
_AROUND = 120
_ONE = Decimal(1)
_OTHERS = 15


def rate_claim(change: Change) -> Claim | None:
    """The stated rate of a change, against D over the base or the two figures."""
    stated = change.rate
    if stated is None:
        return None
    currents = change.between.currents or (None,)
    outcomes = chain.from_iterable(_outcomes(change, stated, current) for current in currents)
    first = next(outcomes, None)
    claim = told(change, stated, chain([first], outcomes)) if first else _impossible(change, stated)
    if claim is not None and claim.correction and _is_slip(change, stated):
        # The rate is right, the unit of the amount beside it is wrong.
        return replace(claim, correction=None)
    return claim


def multiple_claim(change: Change) -> Claim | None:
    """How many times (or what percentage of) last year's figure this year's is."""
    stated, base = change.rate, change.between.base
    assert stated is not None
    if base is None:
        return None
    outcomes = []
    for current in change.between.currents:
        now, then = amounts_of((current, base), base.unit)
        rate = rate_of(now, then, _times(stated)) if now and then else None
        if rate is not None:
            tell = partial(judged_rate, stated, rate, tuple)
            outcomes.append(Outcome(change.trust, closeness(stated, rate, tuple), tell, (current, base)))
    return told(change, stated, outcomes)


def _impossible(change: Change, stated: Figure) -> Claim | None:
    """A fall of more than 100 %, where no operand is written: only what may be negative falls so far."""
    falls = change.rate_way < 0 and stated.is_percent and stated.value > HUNDRED
    start = max(change.layout.sentence_start(stated.start), stated.start - _AROUND)
    before = change.layout.text[start : stated.start]
    if not falls or _CAN_BE_NEGATIVE.search(before):
        return None
    reason = f"减少的幅度不可能超过100%，文中写{stated.told()}。"
    return change.layout.reading.claim("yoy", stated, Judged("inconsistent", None, reason))


def _times(stated: Figure) -> Decimal:
    return _ONE if stated.unit == TIMES else HUNDRED


def _outcomes(change: Change, stated: Figure, current: Figure | None) -> Iterator[Outcome]:
    """The rate reckoned in each way that the written figures allow."""
    base = change.between.base
    unit, amount = _unit(change, current)
    rise, then, now = amounts_of((amount, base, current), unit)
    used = tuple(figure for figure in (current, base, amount) if figure)
    times = _times(stated)
    if now is not None and then is not None:
        yield _outcome(change, then, growth_of(now, then, times), used)
    if then is not None and rise is not None:
        turned = now is not None and (now.value - then.value) * change.amount_way < 0
        if not turned:
            rate = rate_of(rise, then, times)
            yield _outcome(change, then, rate and (rate.negative() if change.amount_way < 0 else rate), used)
    elif now is not None and rise is not None:
        for way in (change.amount_way,) if change.amount_way else (1, -1):
            before = Amount(now.value - way * rise.value, now.half + rise.half)
            if before.value >= 0 or len(change.between.currents) == 1:
                yield _outcome(change, before, growth_by(rise, now, way, times), used)


def _unit(change: Change, current: Figure | None) -> tuple[str, Figure | None]:
    """The unit that a rate is reckoned in, and the change's amount, if it is one of such a unit."""
    amount = change.amount if change.amount and change.amount.unit != POINTS else None
    figures = (amount, change.between.base, current)
    return next((figure.unit for figure in figures if figure and figure.unit), ""), amount


def _outcome(change: Change, then: Amount, rate: Rate | None, used: tuple[Figure, ...]) -> Outcome:
    """The verdict on a rate from the base `then`, upwards positive; None where that is zero."""
    stated = change.rate
    assert stated is not None
    fixed = _without_rate(change, stated, then, rate)
    if fixed is not None:
        return Outcome(change.trust, fixed.verdict, lambda: fixed, used)
    assert rate is not None
    rate = _as_stated(rate, stated, change.rate_way)
    causes = partial(_causes, change, stated, then)
    verb = WAYS[change.rate_way]
    explain = partial(_explained, change, stated, rate)
    tell = partial(judged_rate, stated, rate, causes, verb=verb, explain=explain)
    return Outcome(change.trust, closeness(stated, rate, causes), tell, used)


def _as_stated(rate: Rate, stated: Figure, way: int) -> Rate:
    """The rate with the sign that the stated figure should have: 增长−5% and 下降−5% both mean a fall."""
    if not way:
        return rate if rate.value * stated.value >= 0 else rate.negative()
    return rate.negative() if way < 0 <= stated.value else rate


def _without_rate(change: Change, stated: Figure, then: Amount, rate: Rate | None) -> Judged | None:
    """What is said where no rate exists, or where the stated one isn't meant as one."""
    if rate is None:
        return _without_base(change, stated)
    if then.value < 0:
        return Judged("check", None, f"{change.base_name}为负数，增减比例没有意义，请改写增减额。")
    return _points(change, stated, _as_stated(rate, stated, change.rate_way), then)


def _without_base(change: Change, stated: Figure) -> Judged:
    """A rate of nothing: from a base of zero no rate exists."""
    reason = f"{change.base_name}为0，不能计算增减比例，文中写{stated.told()}。"
    if not stated.value:
        return Judged("consistent", Decimal(0), f"{change.base_name}为0，没有增减比例。")
    moved = any(figure.value for figure in (change.amount, *change.between.currents[:1]) if figure)
    return Judged("inconsistent" if moved else "check", None, reason)


def _points(change: Change, stated: Figure, rate: Rate, then: Amount) -> Judged | None:
    """The difference of two percentages written as a rate: 由95.2%提高到97.5%，提高2.3%."""
    base = change.between.base
    if base is None or not base.is_percent or agrees(stated.value, rate.value):
        return None
    apart = rate.value * then.value / HUNDRED
    if not agrees(stated.value, apart):
        return None
    reason = (
        f"两个百分数相差{exactly(abs(apart))}个百分点，按比例计算为{exactly(abs(rate.value))}%，"
        f"文中写{stated.told()}，应写明“百分点”。"
    )
    return Judged("check", rate.value, reason)


def _explained(change: Change, stated: Figure, rate: Rate, cause: str) -> str:
    if rate.value * stated.value < 0:
        return f"文中写{WAYS[change.rate_way]}，按数据是{WAYS[-change.rate_way]}"
    if stated.unit == TIMES and agrees(stated.value, rate.value + 1):
        return "可能写成了本年数是上年数的倍数，增长的倍数应减去1"
    if change.rate_way < 0 and stated.is_percent and stated.value > HUNDRED >= rate.value:
        return f"减少的幅度不可能超过100%{cause and '；' + cause}"
    return cause


def _causes(change: Change, stated: Figure, then: Amount) -> Iterator[Candidate]:
    """What else may have been divided: by this year's figure, by another one of the text."""
    current, times = next(iter(change.between.currents), None), _times(stated)
    unit, figure = _unit(change, current)
    rise, now = amounts_of((figure, current), unit)
    part = abs(now.value - then.value) if now else rise.value if rise else Decimal(0)
    if now and now.value:
        yield Candidate(f"误以本年数{now.words}为分母", part / now.value * times)
        if then.value:
            yield Candidate(f"写成了本年数与{change.base_name}之比", now.value / then.value * times)
    yield from _unit_slip(change, times)
    for other in change.neighbours(stated)[-_OTHERS:]:
        (divisor,) = amounts_of((other,), unit)
        if divisor is not None and other.unit and divisor.value:
            yield Candidate(f"误以{divisor.words}为分母", part / divisor.value * times)


def _unit_slip(change: Change, times: Decimal) -> Iterator[Candidate]:
    """The amount in the unit of this year's figure: 完成255325万元，比上年增支14484元，增长6.01%."""
    amount, current = change.amount, next(iter(change.between.currents), None)
    if amount is None or current is None:
        return
    rise, now = amounts_of((replace(amount, unit=current.unit), current), current.unit)
    if rise and now and (rate := growth_by(rise, now, change.amount_way or 1, times)):
        words = f"把增减额{amount.told()}的单位写错了，应为{current.unit}"
        yield Candidate(words, abs(rate.value))


def _is_slip(change: Change, stated: Figure) -> bool:
    return any(agrees(stated.value, slip.value) for slip in _unit_slip(change, _times(stated)))
