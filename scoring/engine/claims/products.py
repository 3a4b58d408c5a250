"""Heads times a standard: 18067人，按220元/人的标准，应资助397.47万元."""

import re
from collections.abc import Iterator
from decimal import Decimal

from scoring.engine.claims.claim import Claim
from scoring.engine.claims.text.figures import Figure
from scoring.engine.claims.text.reading import Judged, Reading
from scoring.engine.claims.verdicts import exactly, rate_verdict
from scoring.engine.likely_causes import Candidate
from scoring.engine.units import base_of, convert, dimension, match_unit

# Words that make the amount the product itself and not something paid beside it.
_WHOLE = re.compile(r"应|共需|合计|共计|总计|小计|合|计")
_EACH = re.compile(r"每(?P<thing>人|名|户|家|个|件|台|套|亩|次|场|例)")
_NEAR = 8
_MONTHS = 12


def find(reading: Reading) -> Iterator[Claim]:
    """Every amount that follows a number of heads and a standard per head in its sentence."""
    for rate in reading.figures.all:
        thing = _per(rate)
        if not thing:
            continue
        near = reading.near(rate, _NEAR, _NEAR)
        heads = [figure for figure in near if figure.unit and base_of(figure.unit) == thing]
        amount = _amount([figure for figure in near if figure.start > rate.start])
        nearest = min(heads, key=lambda figure: abs(figure.start - rate.start), default=None)
        if nearest is None or amount is None or amount.start < nearest.start:
            continue
        claim = _claim(reading, amount, rate, nearest)
        if claim is not None:
            yield claim


def _per(rate: Figure) -> str:
    """What a standard is counted by: 元/人/年 → 人, 每户补助500元 → 户; empty for anything else."""
    head, slash, rest = rate.unit.partition("/")
    if dimension(head) != "money":
        return ""
    if slash:
        return rest.partition("/")[0]
    each = _EACH.search(rate.head)
    return match_unit(each["thing"], 0)[0] if each else ""


def _amount(behind: list[Figure]) -> Figure | None:
    """The first amount of money behind the standard that is named as its product."""
    for figure in behind:
        if "/" in figure.unit or dimension(figure.unit) != "money":
            continue
        return figure if _WHOLE.search(figure.head) else None
    return None


def _claim(reading: Reading, stated: Figure, rate: Figure, heads: Figure) -> Claim | None:
    each, many = rate.unit.partition("/")[0], heads.within(_per(rate))
    once = convert(rate.value, each, stated.unit)
    if once is None or many is None or not once or not many:
        return None
    computed = once * many
    readings = [computed, computed * _MONTHS] if rate.unit.endswith(("/月", "/个月")) else [computed]
    agreeing = next((value for value in readings if abs(value - stated.value) <= stated.half), None)
    computed = computed if agreeing is None else agreeing
    verdict, cause = rate_verdict(stated, computed, causes=_candidates(computed))
    if verdict == "inconsistent" and (rate.vague or heads.vague):
        verdict = "check"
    reason = f"{heads.told()}×{rate.told()} = {exactly(computed)}{stated.unit}，文中写{stated.told()}"
    if verdict not in ("consistent", "rounding"):
        reason += f"，相差{exactly(abs(computed - stated.value))}{stated.unit}"
    reason += f"。{cause}。" if cause else "。"
    return reading.claim("product", stated, Judged(verdict, computed, reason), (rate, heads))


def _candidates(computed: Decimal) -> Iterator[Candidate]:
    yield Candidate("只算了一半", computed / 2)
    yield Candidate(f"按{_MONTHS}个月计算了", computed * _MONTHS)
    yield Candidate("只算了一个月", computed / _MONTHS)
