"""Units of typed quantities: one name for each, and exact conversion within a dimension."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from scoring.engine.periods import split_period, turns_a_year
from scoring.engine.unit_table import ALIASES, COUNTABLE, COUNTED, MEASURES, SCALES

_CANONICAL = {alias: unit for unit, aliases in ALIASES.items() for alias in aliases.split()}
_CANONICAL |= {"万度": "万千瓦时", "亿度": "亿千瓦时"}
_BASE: dict[str, tuple[str, Decimal]] = {
    unit: (dimension, Decimal(size)) for dimension, units in MEASURES.items() for unit, size in units.items()
}
_BASE |= {unit: (unit, Decimal(1)) for unit in (*COUNTABLE, *COUNTED)}

_NAMES = "|".join(re.escape(name) for name in sorted({*_BASE, *_CANONICAL}, key=len, reverse=True))
_BASE["成"] = ("ratio", Decimal("0.1"))
_NAMES += "|成(?=以上|以下|左右|多|$)"  # not 成员, 成果, 成本
_SCALED = "|".join(sorted((s for s in SCALES if s), key=len, reverse=True))
_ONE = rf"(?:(?:{_NAMES})|(?:{_SCALED})(?:{_NAMES}))"
# "1次/2个月", "2次/学期"
_PERIOD = rf"(?:(?:[半两双]|\d{{1,2}})个?(?:{_NAMES})|学期|旬)"
_UNIT = re.compile(rf"(?:{_ONE}|{_SCALED})(?:/每?(?:{_PERIOD}|{_ONE})(?:·?(?:{_ONE}))*)*")
_PER_HEADS = re.compile(r"/每?(?P<size>(?:1|10|100)?(?:十|百|千|万|十万|百万)?)(?:人|分之)?(?![0-9/])")
_ONE_RE = re.compile(f"{_PERIOD}|{_ONE}")
_EITHER = {*"件 套 册 本 份 台 个 组 幅 只 条 辆 部 枚 张".split()}
_FEW = str.maketrans("两双", "22")

# Texts write few different units; hostile ones must not fill the memory.
_KNOWN = 2048


@dataclass(frozen=True, slots=True)
class _Part:
    dimension: str
    size: Decimal


def match_unit(text: str, start: int) -> tuple[str, int]:
    """The unit written at `start` of a normalised text, in canonical spelling, and where it ends.

    ("550元/人·年", 3) → ("元/人/年", 8); no unit there → ("", start).
    """
    if text.startswith("/", start):
        per = _PER_HEADS.match(text, start)
        return ("/" + per["size"], per.end()) if per and per["size"] not in ("", "1") else ("", start)
    match = _UNIT.match(text, start)
    if match is None:
        return "", start
    if "/" not in match[0]:
        return _canonical(match[0]), match.end()
    head, *rest = match[0].replace("人/次", "人次").replace("台/套", "台套").split("/")
    if rest and {head, *rest} <= _EITHER:  # "520件/套": so many, whichever they are called
        return head, match.end()
    names = [head, *(name for part in rest for name in _ONE_RE.findall(part.lstrip("每")))]
    return "/".join(_canonical(name) for name in names), match.end()


@lru_cache(maxsize=_KNOWN)
def _canonical(name: str) -> str:
    if name in _CANONICAL:
        return _CANONICAL[name]
    if name[0] in "半两双" or name[0].isdigit():
        return name[0].translate(_FEW) + _canonical(name[1:])
    scale = _scale_of(name)
    return scale + _CANONICAL.get(name[len(scale) :], name[len(scale) :])


def _scale_of(name: str) -> str:
    if name in _BASE:
        return ""
    return max((s for s in SCALES if name.startswith(s)), key=len)


def _part(name: str) -> _Part | None:
    several, name = split_period(name)
    scale = _scale_of(name)
    rest = name[len(scale) :]
    if not rest:
        return _Part("", Decimal(SCALES[scale]))
    if rest not in _BASE:
        return None
    dimension, size = _BASE[rest]
    return _Part(dimension, size * SCALES[scale] * several)


def _heads(unit: str) -> Decimal | None:
    """How many heads a rate is counted on: "/10万" → 100000."""
    match = re.fullmatch(rf"/(\d*)({_SCALED}|)", unit)
    return Decimal(match[1] or 1) * SCALES[match[2]] if match else None


@lru_cache(maxsize=_KNOWN)
def _parts(unit: str) -> tuple[_Part, ...] | None:
    if unit.startswith("/"):
        heads = _heads(unit)
        return (_Part("ratio", 1 / heads),) if heads else None
    if match := re.fullmatch(r"(\d+)分制", unit):
        return (_Part("ratio", 1 / Decimal(match[1])),)
    parts = [_part(name) for name in unit.split("/")]
    return tuple(part for part in parts if part) if all(parts) else None


def _same_dimension(one: _Part, other: _Part) -> bool:
    if one.dimension == other.dimension:
        return True
    pair = {one.dimension, other.dimension}
    if "" in pair:  # "20.03亿" against 亿元: the word for the thing was left out
        return bool((pair - {""}) <= {"money", *COUNTABLE, *COUNTED})
    if "台套" in pair:
        return bool(pair - {"台套"} <= {"台", "套", "个"})
    return "个" in pair and bool(pair - {"个"} <= set(COUNTABLE))


@lru_cache(maxsize=_KNOWN)
def factor(unit: str, to: str) -> tuple[Decimal, Decimal] | None:
    """`unit` over `to` as an exact fraction (numerator, denominator); None when they measure different things."""
    if unit == to:
        return Decimal(1), Decimal(1)
    if {unit, to} == {"分", "100分制"}:
        return Decimal(1), Decimal(1)
    ours, theirs = _parts(unit) if unit else None, _parts(to) if to else None
    if not ours or not theirs or len(ours) != len(theirs):
        return None
    if not _same_dimension(ours[0], theirs[0]):
        return None
    up, down = ours[0].size, theirs[0].size
    left = list(theirs[1:])
    for part in ours[1:]:
        twin = next((other for other in left if other.dimension == part.dimension), None)
        if twin is None:
            return None
        left.remove(twin)
        up, down = up * twin.size, down * part.size
    return up, down


_COUNTER = re.compile(r"[\u4e00-\u9fff]{2,3}")
# Measure words that count the same things one by one: training is held 3次 or 3场, firms are 60家 or 60户.
_SAME_COUNT = tuple(
    {*pair.split("|")} for pair in "次|场 次|讲 场|讲 家|户 户|企业 个|人 个|场 个|期 个|班".split()
)


def same_count(unit: str, to: str) -> tuple[Decimal, Decimal] | None:
    """`unit` over `to` where both are measure words for the same things; None for any other two units.

    A measure word that no table knows counts one by one like 个: cameras are 350路 or 350个.
    """
    if "个" in (unit, to) and _parts(to if unit == "个" else unit) is None and _COUNTER.fullmatch(unit + to):
        return Decimal(1), Decimal(1)
    if {base_of(unit), base_of(to)} not in _SAME_COUNT:
        return None
    ours, theirs = _part(unit), _part(to)
    return (ours.size, theirs.size) if ours and theirs else None


def convert(number: Decimal, unit: str, to: str) -> Decimal | None:
    """`number` of `unit` in `to`: (3185600, "元", "万元") → 318.56. None when not convertible (人 and 人次, 日 and 工作日)."""
    ratio = factor(unit, to)
    return None if ratio is None else number * ratio[0] / ratio[1]


_UNBOUNDED = Decimal("Infinity")
# What one unit can at least and at most be in days, where no exact conversion exists.
_DAYS = {
    "个月": (Decimal(28), Decimal(31)),
    "季度": (Decimal(90), Decimal(92)),
    "年": (Decimal(365), Decimal(366)),
    "工作日": (Decimal(1), _UNBOUNDED),
}


def bounds(number: Decimal, unit: str, to: str) -> tuple[Decimal, Decimal] | None:
    """The least and the most `number` can be in `to`; equal when the conversion is exact.

    3.2天 is at most 3.2个工作日, 1个月 is 28 to 31天. None when the units measure different things.
    """
    exact = convert(number, unit, to)
    if exact is not None:
        return exact, exact
    if number < 0:
        return None
    if unit in _DAYS and (day := factor("天", to)):
        low, high = (n * day[0] / day[1] for n in _DAYS[unit])
        return number * low, number * high if number else number
    if to in _DAYS and (day := factor(unit, "天")):
        low, high = _DAYS[to]
        days = number * day[0] / day[1]
        return days / high, days / low
    return None


def periods_a_year(unit: str) -> tuple[str, int] | None:
    """("次/周") → ("次", 52): a unit counted per period, without its period, and the periods in a year."""
    thing, _, period = unit.rpartition("/")
    turns = turns_a_year(period)
    return (thing, turns) if thing and "/" not in thing and turns else None


@lru_cache(maxsize=_KNOWN)
def dimension(unit: str) -> str:
    """What a unit measures ("money", "ratio", "clock", "calendar", …), a counter being its own dimension."""
    parts = _parts(unit) if unit else None
    return parts[0].dimension if parts else unit


@lru_cache(maxsize=_KNOWN)
def base_of(unit: str) -> str:
    """A unit without its scale: "万元" → "元", "亿元/年" → "元/年"; unchanged when it has none."""
    if unit.startswith("/"):
        return unit
    head, slash, rest = unit.partition("/")
    return head[len(_scale_of(head)) :] + slash + rest
