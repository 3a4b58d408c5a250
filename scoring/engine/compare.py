"""Whether a completed number lies inside its target, given every sensible reading of a missing unit."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from scoring.engine.direction import Direction
from scoring.engine.quantity import Quantity
from scoring.engine.units import base_of, bounds, dimension, factor, periods_a_year, same_count

_INFINITY = Decimal("Infinity")
APPROXIMATE = Decimal("0.05")
_FAR_OFF = Decimal("0.2")
_WORKING_DAYS_A_YEAR = 240


@dataclass(frozen=True, slots=True)
class Interval:
    """The values from `low` to `high`; an open end excludes its value."""

    low: Decimal
    high: Decimal
    low_open: bool = False
    high_open: bool = False

    def inside(self, other: "Interval") -> bool:
        """Whether every value here is also in `other`."""
        low = self.low > other.low or (self.low == other.low and (self.low_open or not other.low_open))
        high = self.high < other.high or (self.high == other.high and (self.high_open or not other.high_open))
        return low and high

    def apart(self, other: "Interval") -> bool:
        """Whether no value here is in `other`."""
        return _ends_before(self, other) or _ends_before(other, self)


def _ends_before(one: Interval, other: Interval) -> bool:
    return one.high < other.low or (one.high == other.low and (one.high_open or other.low_open))


@dataclass(frozen=True, slots=True)
class Comparison:
    """`achieved` is None where the two cells do not decide it; `ratio` only for points in a known unit."""

    achieved: bool | None
    reason: str
    ratio: Decimal | None = None


def interval_of(quantity: Quantity, tolerance: Decimal = APPROXIMATE) -> Interval:
    """The values a number as written can stand for: "≥95%" from 95 up, "约100" 95 to 105."""
    number = quantity.number or Decimal(0)
    match quantity.operator:
        case ">=" | ">":
            return Interval(number, _INFINITY, low_open=quantity.operator == ">")
        case "<=" | "<":
            return Interval(-_INFINITY, number, high_open=quantity.operator == "<")
        case "~":
            slack = abs(number) * tolerance
            return Interval(number - slack, number + slack)
        case "range":
            return Interval(number, quantity.high if quantity.high is not None else number)
        case _:
            return Interval(number, number)


def wanted(target: Quantity, direction: Direction, tolerance: Decimal = APPROXIMATE) -> Interval:
    """The values that meet the target."""
    written = interval_of(target, tolerance)
    if target.operator not in ("", "~") or direction in ("equal", "range"):
        return written
    if target.operator == "~" and tolerance == APPROXIMATE:
        written = interval_of(
            target, Decimal(0)
        )  # "约5000人" is met by 5000; how many less will do, a person says
    return Interval(-_INFINITY, written.high) if direction == "max" else Interval(written.low, _INFINITY)


def compare(target: Quantity, actual: Quantity, direction: Direction) -> Comparison:
    """Both are numbers or ranges. Raises nothing; a mismatch of units is None with its reason."""
    readings = _readings(target, actual, direction)
    if not readings:
        ours, theirs = actual.unit or "无单位", target.unit or "无单位"
        return Comparison(None, f"单位不同，无法比较：目标为“{theirs}”，完成值为“{ours}”")
    if _unit_unknown(target, actual, direction):
        return Comparison(None, f"完成值“{actual.raw}”与目标相差悬殊且有一方没有写单位，疑似单位或口径不同")
    verdicts = {_verdict(target, reading, direction) for reading in readings}
    if len(verdicts) > 1:
        return Comparison(None, f"完成值“{actual.raw}”的单位或口径不明，不同读法结论不同")
    achieved = verdicts.pop()
    ratio = _ratio(target, actual, readings[0]) if len(readings) == 1 else None
    return Comparison(achieved, _reason(target, actual, achieved, direction), ratio)


def _verdict(target: Quantity, actual: Interval, direction: Direction) -> bool | None:
    if direction == "unclear":
        both = {_verdict(target, actual, "min"), _verdict(target, actual, "max")}
        return both.pop() if len(both) == 1 else None
    goal = wanted(target, direction)
    if actual.inside(goal):
        return True
    if direction == "equal" and target.operator == "":
        return None
    limit = wanted(target, direction, _FAR_OFF) if target.operator == "~" else goal
    return False if actual.apart(limit) else None


def _ratio(target: Quantity, actual: Quantity, reading: Interval) -> Decimal | None:
    if not target.number or "range" in (target.operator, actual.operator) or actual.operator == "~":
        return None
    value = reading.high if actual.operator in ("<=", "<") else reading.low
    exact = actual.operator != "" or reading.low == reading.high
    return value / target.number if exact and value.is_finite() else None


def _readings(target: Quantity, actual: Quantity, direction: Direction) -> list[Interval]:
    written = interval_of(actual)
    exact = factor(actual.unit, target.unit)
    if exact:
        return [_scaled(written, exact)]
    guesses = _guesses(target, actual)
    if guesses:
        sensible = [each for each in guesses if _sensible(target, actual, each, direction)] or guesses
        return [_scaled(written, each) for each in (*sensible, *_perhaps_each_period(target, actual))]
    return _inexact(target, actual)


def _inexact(target: Quantity, actual: Quantity) -> list[Interval]:
    """What a completed time can be in the target's unit: "5日内" is at most 5个工作日."""
    if actual.number is None or actual.operator in ("~", "range"):
        return []
    inexact = bounds(actual.number, actual.unit, target.unit)
    if inexact is None:
        return []
    written = interval_of(actual)
    low = inexact[0] if written.low.is_finite() else written.low
    return [Interval(low, inexact[1] if written.high.is_finite() else written.high)]


def _unit_unknown(target: Quantity, actual: Quantity, direction: Direction) -> bool:
    """A bare number far from a rate's target in every reading may be a count or a column shifted."""
    if bool(actual.unit) == bool(target.unit) or dimension(target.unit or actual.unit) != "ratio":
        return False
    return not any(_sensible(target, actual, each, direction) for each in _guesses(target, actual))


_Fraction = tuple[Decimal, Decimal]
_ONE: _Fraction = (Decimal(1), Decimal(1))


def _scaled(interval: Interval, by: _Fraction) -> Interval:
    return Interval(
        interval.low * by[0] / by[1], interval.high * by[0] / by[1], interval.low_open, interval.high_open
    )


def _guesses(target: Quantity, actual: Quantity) -> list[_Fraction]:
    """The conversions that a unit left out on one side could mean, the plain one first."""
    if not actual.unit or not target.unit:
        return _unit_left_out(target, actual)
    if same := same_count(actual.unit, target.unit):
        return [same]
    if rate := _per_period(actual.unit, target.unit):
        return rate
    return [(down, up) for up, down in _per_period(target.unit, actual.unit)]


def _unit_left_out(target: Quantity, actual: Quantity) -> list[_Fraction]:
    unit = target.unit or actual.unit
    bare = actual.number if not actual.unit else target.number
    others: list[_Fraction] = []
    if periods := periods_a_year(unit):
        others = [(Decimal(1), Decimal(periods[1]))]
    elif (
        dimension(unit) == "ratio" and bare is not None and 0 < abs(bare) <= 1 and bare != bare.to_integral()
    ):
        others = _exact("小数", unit)
    elif base_of(unit) not in ("", unit):
        others = _exact(base_of(unit), unit)
    if not actual.unit:
        return [_ONE, *others]
    return [_ONE, *((down, up) for up, down in others)]


def _exact(unit: str, to: str) -> list[_Fraction]:
    exact = factor(unit, to)
    return [exact] if exact else []


def _per_period(total: str, rate: str) -> list[_Fraction]:
    """390次 against 2次/周 is a year's total: 52 weeks. A sum of money per head may leave its year unsaid."""
    period = rate.rpartition("/")[2]
    if rate.count("/") == 1 and (known := periods_a_year(rate)):
        thing = factor(total, known[0])
        if thing is None or dimension(total) in ("ratio", "money"):
            return []
        counts = (known[1], _WORKING_DAYS_A_YEAR) if period == "天" else (known[1],)
        return [(thing[0], thing[1] * count) for count in counts]
    if period in ("年", "个月") and (same := factor(total, rate.rpartition("/")[0])):
        return [same] if period == "年" else [same, (same[0], same[1] * 12)]
    return []


def _perhaps_each_period(target: Quantity, actual: Quantity) -> list[_Fraction]:
    """A completed "1次" against 1次/月 may be each month's: it is too near the rate to be the year's total."""
    thing, _, period = target.unit.rpartition("/")
    if not actual.unit or not target.number or actual.number is None or period == "年":
        return []
    return _exact(actual.unit, thing) if thing and actual.number <= 2 * target.number else []


def _sensible(target: Quantity, actual: Quantity, by: _Fraction, direction: Direction) -> bool:
    if not target.number or not actual.number:
        return True
    ratio = abs(actual.number * by[0] / by[1] / target.number)
    lowest = Decimal("0.01") if direction == "max" and by == _ONE else Decimal("0.1")
    return lowest <= ratio <= 10


_SIGNS = {">=": "≥", "<=": "≤", ">": ">", "<": "<", "=": "=", "~": "约", "": "", "range": ""}
_MEANING = {"min": "不低于", "max": "不超过", "equal": "等于", "range": "在区间"}


def spoken(quantity: Quantity) -> str:
    """A quantity as a reason quotes it: "≥95%", "18-22摄氏度"."""
    number = f"{quantity.number}" if quantity.high is None else f"{quantity.number}~{quantity.high}"
    return f"{_SIGNS[quantity.operator]}{number}{quantity.unit}"


def _reason(target: Quantity, actual: Quantity, achieved: bool | None, direction: Direction) -> str:
    goal = spoken(target) if target.operator else f"{_MEANING.get(direction, '')}{spoken(target)}"
    pair = f"目标{goal}，完成{spoken(actual)}"
    if achieved is None and actual.operator not in ("", "range"):
        return f"{pair}：完成值本身是一个界限，不能断定是否达到目标"
    if achieved is None and direction == "equal":
        return f"{pair}：标准类指标与目标不一致，是好是坏须人工判断"
    if achieved is None:
        return f"{pair}：不能断定是否达到目标"
    return f"{pair}：{'达到' if achieved else '未达到'}目标"


def unanimous(verdicts: Sequence[bool | None]) -> bool | None:
    """All parts must be met: one failure decides, one doubt leaves it open."""
    if any(verdict is False for verdict in verdicts):
        return False
    return True if verdicts and all(verdicts) else None
