"""A rate that a completion gives by its two counts: "应验收12项，通过11项", "问卷300份，满意285份", "23/25"."""

import re
from decimal import Decimal

from scoring.engine.quantity import Quantity
from scoring.engine.text import normalise
from scoring.engine.units import factor

_OF_ALL = re.compile(
    r"应|共|总|计划|预算|安排|下达|到位|抽|调查|问卷|受理|收到|回收|申报|发现|参训|参加|报名|样本"
)
_VERBS = (
    "完成|实际|通过|合格|满意|支出|支付|执行|拨付"
    "|办结|整改|达标|处理|回复|化解|解决|录用|就业|结业|知晓|了解|好评|赞成|参保|成活|及格|达到"
)
_DONE = re.compile(_VERBS)
_DONE_LAST = re.compile(rf"(?:{_VERBS})$")
_ASIDE = re.compile(r"未|不|没|其中|上年|去年|同比")
_FRACTION = re.compile(r"(\d+(?:\.\d+)?)([^\d/]{0,3})/(\d+(?:\.\d+)?)([^\d/]{0,3})")


def derived_rate(target: Quantity, actual: Quantity) -> Quantity | None:
    """The share in per cent where the target is one and the completion gives part and whole; else None."""
    if target.unit != "%" or target.kind != "number":
        return None
    found = _fraction(actual.raw) or _counted(actual)
    if found is None or not 0 <= found[0] <= found[1] != 0:
        return None
    return Quantity(actual.raw, number=found[0] * 100 / found[1], unit="%", kind="number")


def _fraction(text: str) -> tuple[Decimal, Decimal] | None:
    match = _FRACTION.fullmatch(normalise(text))
    return (Decimal(match[1]), Decimal(match[3])) if match and match[2] in ("", match[4]) else None


def _counted(actual: Quantity) -> tuple[Decimal, Decimal] | None:
    """Part and whole of two counts in one unit, the whole named first."""
    if len(actual.parts) != 2 or _ASIDE.search(actual.words):
        return None
    whole, part = actual.parts
    said_of_all = _OF_ALL.search(whole.words) or (not whole.words and _DONE_LAST.search(part.words))
    plain = all(each.kind == "number" and not each.operator and each.unit for each in actual.parts)
    size = factor(part.unit, whole.unit) if plain else None
    if not size or not said_of_all or not _DONE.search(part.words) or not whole.number or part.number is None:
        return None
    return part.number * size[0] / size[1], whole.number
