"""Targets of no growth and no fall, in words: "零增长", "负增长", "只减不增"."""

import re
from decimal import Decimal

from scoring.engine.compare import Comparison, compare
from scoring.engine.quantity import Operator, Quantity
from scoring.engine.relative import change_sign
from scoring.engine.text import core

_WANTED: tuple[tuple[str, Operator], ...] = (
    ("负增长|稳中有降", "<"),
    ("零增长|不增长|不增加|不上升|不反弹|只减不增|只降不升|只降不增|零增加", "<="),
    ("只增不减|只升不降|不减少|不下降|不降低|不负增长|零下降", ">="),
    ("正增长|稳中有升|稳中有增", ">"),
)
_ABOUT = r"(?:实现|保持|较上年度?|与上年度?(?:相比|比)?|同比|确保|力争|数量|使用量|用量|总量|总额)*"
_READERS = tuple((re.compile(f"{_ABOUT}(?:{words})"), operator) for words, operator in _WANTED)
_LEVEL = re.compile(rf"{_ABOUT}(?:零增长|持平|不变|未增[长加]|没有增[长加]|无变化)")
_FALLS, _RISES = (
    re.compile(rf"{_ABOUT}(?:负增长|下降|减少|降低)"),
    re.compile(rf"{_ABOUT}(?:正增长|增长|增加|上升)"),
)


def compare_growth(target: str, actual: Quantity) -> Comparison | None:
    """None where the target is no such words or the answer doesn't speak of the change."""
    operator = next((operator for pattern, operator in _READERS if pattern.fullmatch(core(target))), None)
    change = _change(actual) if operator else None
    if operator is None or change is None:
        return None
    nought = Quantity(target, operator, Decimal(0), unit=change.unit, kind="number")
    return compare(nought, change, "min" if operator[0] == ">" else "max")


def _change(actual: Quantity) -> Quantity | None:
    """The change of a completed value, a fall below nought."""
    words = core(actual.raw)
    for pattern, number in ((_LEVEL, 0), (_FALLS, -1), (_RISES, 1)):
        if pattern.fullmatch(words):
            return Quantity(actual.raw, number=Decimal(number), kind="number")
    if actual.kind != "number" or actual.number is None or actual.operator:
        return None
    if sign := change_sign(actual.words):
        return Quantity(actual.raw, number=sign * abs(actual.number), unit=actual.unit, kind="number")
    return actual if actual.number <= 0 and actual.unit in ("%", "百分点") and not actual.words else None
