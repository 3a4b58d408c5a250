"""Rates whose two amounts stand in the same sentence: 总费用7394.64万元，报销6686.68万元，综合报销比例达89%."""

import re
from collections.abc import Iterator

from scoring.engine.claims.claim import Claim
from scoring.engine.claims.text.figures import Figure
from scoring.engine.claims.text.reading import Judged, Reading
from scoring.engine.claims.verdicts import exactly, rate_verdict
from scoring.engine.likely_causes import Candidate
from scoring.engine.units import dimension

_RATE = re.compile(r"(?P<of>[\u4e00-\u9fff]{2,4}?)(?P<kind>比例|比率|率|比重)(?:为|是|达到?|约|的?[=： ])*$")
# Rates of time, of change, of plans and of wholes are read elsewhere, or can't be told from two amounts.
_NOT_HERE = re.compile(
    r"增长|下降|减少|增加|执行|完成|占|到位|结转|结余|节支|节约|控制|满意|知晓|参保率|覆盖|降幅|增幅"
)
_NEAR = 8
_LEAST_KEY = 2


def find(reading: Reading) -> Iterator[Claim]:
    """Every rate that names one of two amounts written before it in its sentence."""
    for stated in reading.figures.all:
        if stated.is_percent and (match := _RATE.search(stated.head)) and not _NOT_HERE.search(stated.head):
            claim = _claim(reading, stated, match["of"])
            if claim is not None:
                yield claim


def _claim(reading: Reading, stated: Figure, key: str) -> Claim | None:
    span = reading.sentence(stated)
    before = [figure for figure in reading.figures.between(span.start, stated.start) if not figure.is_percent]
    pair = _pair(reading, before[-_NEAR:], key)
    if pair is None:
        return None
    part, whole = pair
    value = part.within(whole.unit)
    if value is None or not whole.value:
        return None
    computed = value / whole.value * 100
    verdict, cause = rate_verdict(stated, computed, causes=_candidates(part, whole))
    reason = f"{part.told()}÷{whole.told()}×100% = {exactly(computed)}%，文中写{stated.told()}"
    if verdict not in ("consistent", "rounding"):
        reason += f"，相差{exactly(abs(computed - stated.value))}个百分点"
    reason += f"。{cause}。" if cause else "。"
    return reading.claim("ratio", stated, Judged(verdict, computed, reason), (part, whole))


def _pair(reading: Reading, before: list[Figure], key: str) -> tuple[Figure, Figure] | None:
    """The amount whose name shares the rate's key word, and the larger whole beside it (总…, …合计)."""
    for part in reversed(before):
        # 综合报销 → the amount "…等报销"; its last two characters are the act that the rate measures.
        if not reading.label(part).name.endswith(key[-_LEAST_KEY:]):
            continue
        wholes = [
            figure
            for figure in before
            if figure is not part
            and dimension(figure.unit) == dimension(part.unit)
            and figure.unit
            and re.search(r"总|合计|全部|应", reading.label(figure).name)
        ]
        return (part, wholes[-1]) if wholes else None
    return None


def _candidates(part: Figure, whole: Figure) -> Iterator[Candidate]:
    value = part.within(whole.unit)
    if value and whole.value:
        yield Candidate("把分子和分母写颠倒了", whole.value / value * 100)
        yield Candidate("写成了与它互补的比率", 100 - value / whole.value * 100)
