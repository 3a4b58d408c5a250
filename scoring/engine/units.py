"""Units of typed quantities: one name for each, and exact conversion within a dimension."""

import re
from dataclasses import dataclass
from decimal import Decimal

_SCALES = {
    "": 1,
    "十": 10,
    "百": 100,
    "千": 1000,
    "万": 10**4,
    "十万": 10**5,
    "百万": 10**6,
    "千万": 10**7,
    "亿": 10**8,
    "万亿": 10**12,
}
# dimension → unit → size in the dimension's base. An area is counted in thirds of a 平方米: 1亩 = 2000/3 平方米.
_MEASURES: dict[str, dict[str, str]] = {
    "ratio": {"%": "0.01", "‰": "0.001", "‱": "0.0001", "小数": "1", "倍": "1"},
    "money": {"元": "1"},
    "clock": {"秒": "1", "分钟": "60", "小时": "3600", "天": "86400", "周": "604800"},
    "calendar": {"个月": "1", "季度": "3", "年": "12"},
    "mass": {"吨": "1000000", "公斤": "1000", "斤": "500", "克": "1", "毫克": "0.001", "微克": "0.000001"},
    "length": {"公里": "1000", "米": "1", "厘米": "0.01", "毫米": "0.001"},
    "area": {"平方米": "3", "亩": "2000", "公顷": "30000", "平方公里": "3000000"},
    "volume": {"立方米": "1000", "升": "1", "毫升": "0.001"},
    "energy": {"千瓦时": "1"},
    "power": {"千瓦": "1", "兆瓦": "1000"},
}
_COUNTABLE = tuple(
    "家 项 件 处 座 所 条 篇 份 本 部 支 套 台 辆 架 栋 幢 间 棵 株 盏 块 张 册 幅 副 只 头 口 艘 门 面 枚 组 "
    "种 类 款 宗 起 例 笔 单 村 镇 社区 学校 企业 台套".split()
)
_COUNTED = (
    "人",
    "人次",
    "户",
    *(f"{thing}次" for thing in "户 家 件 台 班 车 架 项 例 点 艘 校 店 剂".split()),
    "次",
    "场",
    "期",
    "批次",
    "班",
    "个",
    "工作日",
    "百分点",
    "分",
    "摄氏度",
    "课时",
    "床",
)
_ALIASES = {
    "%": "百分比 百分号 个%",
    "元": "元人民币 块钱",
    "分钟": "分鐘 min",
    "小时": "个小时 h",
    "天": "日 自然日 个自然日",
    "周": "个星期 星期 个周",
    "个月": "月",
    "季度": "个季度 季",
    "年": "年度 周年",
    "公斤": "千克 kg KG",
    "克": "g",
    "毫克": "mg",
    "微克": "μg ug",
    "吨": "t",
    "公里": "千米 km KM",
    "米": "m 延米",
    "厘米": "cm",
    "毫米": "mm",
    "平方米": "平米 m2 平方",
    "公顷": "ha",
    "平方公里": "平方千米 km2",
    "立方米": "m3 立方 方",
    "升": "L",
    "毫升": "ml mL",
    "千瓦时": "kWh kwh",
    "千瓦": "kW KW",
    "兆瓦": "MW",
    "人": "名 位 个人 人员",
    "人次": "人·次 人/次",
    "次": "频次",
    "场": "场次 场·次",
    "批次": "批",
    "工作日": "个工作日",
    "百分点": "个百分点",
    "台套": "台(套) 台/套",
    "企业": "户企业 家企业 个企业",
    "个": "個",
}
_CANONICAL = {alias: unit for unit, aliases in _ALIASES.items() for alias in aliases.split()}
_BASE: dict[str, tuple[str, Decimal]] = {
    unit: (dimension, Decimal(size)) for dimension, units in _MEASURES.items() for unit, size in units.items()
}
_BASE |= {unit: (unit, Decimal(1)) for unit in (*_COUNTABLE, *_COUNTED)}

_NAMES = "|".join(re.escape(name) for name in sorted({*_BASE, *_CANONICAL}, key=len, reverse=True))
_BASE["成"] = ("ratio", Decimal("0.1"))
_NAMES += "|成(?=以上|以下|左右|多|$)"  # not 成员, 成果, 成本
_SCALED = "|".join(sorted((s for s in _SCALES if s), key=len, reverse=True))
_ONE = rf"(?:(?:{_NAMES})|(?:{_SCALED})(?:{_NAMES}))"
_UNIT = re.compile(rf"(?:{_ONE}|{_SCALED})(?:/每?(?:{_ONE})(?:·?(?:{_ONE}))*)*")
_PER_HEADS = re.compile(r"/每?(?P<size>(?:1|10|100)?(?:十|百|千|万|十万|百万)?)(?:人|分之)?(?![0-9/])")
_ONE_RE = re.compile(_ONE)
_PERIODS_A_YEAR = {"天": 365, "周": 52, "个月": 12, "季度": 4, "年": 1}


@dataclass(frozen=True, slots=True)
class _Part:
    dimension: str
    size: Decimal


def match_unit(text: str, start: int) -> tuple[str, int]:
    """The unit written at `start` of a normalised text, in canonical spelling, and where it ends.

    ("550元/人·年", 3) → ("元/人/年", 8); no unit there → ("", start).
    """
    if (match := _PER_HEADS.match(text, start)) and match["size"] not in ("", "1"):
        return "/" + match["size"], match.end()
    match = _UNIT.match(text, start)
    if match is None:
        return "", start
    head, *rest = match[0].replace("人/次", "人次").replace("台/套", "台套").split("/")
    names = [head, *(name for part in rest for name in _ONE_RE.findall(part.lstrip("每")))]
    return "/".join(_canonical(name) for name in names), match.end()


def _canonical(name: str) -> str:
    if name in _CANONICAL:
        return _CANONICAL[name]
    scale = _scale_of(name)
    return scale + _CANONICAL.get(name[len(scale) :], name[len(scale) :])


def _scale_of(name: str) -> str:
    if name in _BASE:
        return ""
    return max((s for s in _SCALES if name.startswith(s)), key=len)


def _part(name: str) -> _Part | None:
    scale = _scale_of(name)
    rest = name[len(scale) :]
    if not rest:
        return _Part("", Decimal(_SCALES[scale]))
    if rest not in _BASE:
        return None
    dimension, size = _BASE[rest]
    return _Part(dimension, size * _SCALES[scale])


def _heads(unit: str) -> Decimal | None:
    """How many heads a rate is counted on: "/10万" → 100000."""
    match = re.fullmatch(rf"/(\d*)({_SCALED}|)", unit)
    return Decimal(match[1] or 1) * _SCALES[match[2]] if match else None


def _parts(unit: str) -> list[_Part] | None:
    if unit.startswith("/"):
        heads = _heads(unit)
        return [_Part("ratio", 1 / heads)] if heads else None
    if match := re.fullmatch(r"(\d+)分制", unit):
        return [_Part("ratio", 1 / Decimal(match[1]))]
    parts = [_part(name) for name in unit.split("/")]
    return [part for part in parts if part] if all(parts) else None


def _same_dimension(one: _Part, other: _Part) -> bool:
    if one.dimension == other.dimension:
        return True
    pair = {one.dimension, other.dimension}
    if "" in pair:  # "20.03亿" against 亿元: the word for the thing was left out
        return bool((pair - {""}) <= {"money", *_COUNTABLE, *_COUNTED})
    if "台套" in pair:
        return bool(pair - {"台套"} <= {"台", "套", "个"})
    return "个" in pair and bool(pair - {"个"} <= set(_COUNTABLE))


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


# Measure words that count the same things one by one: training is held 3次 or 3场, firms are 60家 or 60户.
_SAME_COUNT = tuple({*pair.split("|")} for pair in "次|场 家|户 户|企业 个|人 个|场 个|期 个|班".split())


def same_count(unit: str, to: str) -> tuple[Decimal, Decimal] | None:
    """`unit` over `to` where both are measure words for the same things; None for any other two units."""
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
    if not thing or "/" in thing or period not in _PERIODS_A_YEAR:
        return None
    return thing, _PERIODS_A_YEAR[period]


def dimension(unit: str) -> str:
    """What a unit measures ("money", "ratio", "clock", "calendar", …), a counter being its own dimension."""
    parts = _parts(unit) if unit else None
    return parts[0].dimension if parts else unit


def base_of(unit: str) -> str:
    """A unit without its scale: "万元" → "元", "亿元/年" → "元/年"; unchanged when it has none."""
    if unit.startswith("/"):
        return unit
    head, slash, rest = unit.partition("/")
    return head[len(_scale_of(head)) :] + slash + rest
