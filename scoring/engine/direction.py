"""Which way a target points: its own sign first, else the indicator's name, else its second level."""

import re
from dataclasses import dataclass
from typing import Literal

from scoring.engine.naming import is_to_be_high, is_workload, named_direction
from scoring.engine.quantity import Quantity
from scoring.engine.units import dimension

Direction = Literal["min", "max", "equal", "range", "qualitative", "date", "unclear"]

_ENTITLEMENT = re.compile(
    r"标准|补助|补贴|补偿|奖[补励金]|[助奖]学金|救助|抚恤|供养|低保|津贴|养老金|保险金|生活费|薪|发放|收入|工资|待遇|节约|降低|减少|率|征缴|完成"
)
# A time that is to last, against one that is to be short.
_LONGER = re.compile(
    r"公示|公告|提前|保存|保管|留存|保修|储备|存放|年限|寿命|学时|课时|优良天数|质保|保质|时长|可支配|可支付|持续|任期|在岗|驻村"
    r"|供[暖水电热气]|播出|展[览出]|(?:服务|值班|保障|开放|运行|运营|有效|培训|值守)(?:时间|天数|期)"
)
_SOONER = re.compile(
    r"(?:到达|反馈|支付|办理|受理|审批|等待|处置|维修|修复|抢修|报送|发放|拨付|完成|出警|结算|办结|答复|回复|响应|审核|接听)"
    r"\S{0,2}(?:时间|天数|时长|速度)"
)
_ORDINAL = re.compile(r"等级$|名次|排名|位次")
_DAYS_COUNTED = re.compile(r"天数|日数|月数|时数|年数")
_GAIN = re.compile(r"节约|节支|节省|收入|收益|效益|挽回|追回|创收|增收|引资|到位")
_SHARES = ("ratio", "", "分")
DURATIONS = ("clock", "calendar", "工作日")
_SPENDING = re.compile(
    r"费|成本|造价|支出|投资|投入|价格|单价|三公|公务接待|公务用车|经费|开支|资金|预算|金额"
)
# A figure that can be below zero, so that a floor of zero asks for something.
_MAY_FALL = re.compile(r"增长|增幅|增速|增加|提高|节约|变动|变化|收益|盈余|利润|降低|下降|减少")


@dataclass(frozen=True, slots=True)
class Pointing:
    """A direction, and why it contradicts itself ("" if it doesn't)."""

    direction: Direction
    conflict: str = ""


def point(target: Quantity, level1: str, level2: str, name: str) -> Pointing:
    """The direction of a target that was read; `conflict` is Chinese and non-empty where two signs disagree."""
    if target.kind == "empty":
        known = named_direction(name) or "成本" in level1 + level2
        return _named(target, level1, level2, name) if known else Pointing("unclear")
    if target.kind == "date":
        return Pointing("date")
    if target.kind == "words":
        return Pointing("qualitative")
    if target.kind == "range":
        return Pointing("range")
    if target.kind == "unclear":
        return Pointing("unclear")
    return _numeric(target, level1, level2, name)


def _numeric(target: Quantity, level1: str, level2: str, name: str) -> Pointing:
    if _ORDINAL.search(name) and not _MAY_FALL.search(name) and "提升" not in name:
        return Pointing("unclear", f"“{name}”的高低与好坏的关系不明" if target.operator else "")
    said = named_direction(target.words) or named_direction(name)
    if target.operator in (">=", ">"):
        return Pointing("min", _against_floor(target, said, level1 + level2, name))
    if target.operator in ("<=", "<"):
        return Pointing("max", _against_ceiling(target, said, level1 + level2, name))
    if target.operator == "=":
        return Pointing("equal")
    return _named(target, level1, level2, name)


def _is_workload(target: Quantity, name: str) -> bool:
    """Whether work done is counted, of which there is rarely too much; what it costs or how long it takes is not."""
    counted = dimension(target.unit) not in ("money", "ratio", *DURATIONS)
    return counted and is_workload(name) and not _SPENDING.search(name)


def _against_floor(target: Quantity, said: str | None, levels: str, name: str) -> str:
    if target.number == 0:
        return ""
    if said == "max":
        return f"“{name}”一般越低越好，目标却写成下限，方向存疑"
    if "成本" in levels and dimension(target.unit) == "money" and not _ENTITLEMENT.search(name):
        return "成本指标的金额目标写成下限，方向存疑"
    return ""


def _against_ceiling(target: Quantity, said: str | None, levels: str, name: str) -> str:
    if said != "min" or "成本" in levels:
        return ""
    if _is_workload(target, name):
        return f"“{name}”多为工作量，目标却写成上限，方向存疑"
    subject = f"{target.words}{name}"
    if dimension(target.unit) in _SHARES and is_to_be_high(subject):
        return f"“{name or target.words}”一般越高越好，目标却写成上限，方向存疑"
    return ""


def _named(target: Quantity, level1: str, level2: str, name: str) -> Pointing:
    said = named_direction(target.words) or named_direction(name)
    measured = dimension(target.unit)
    if target.number == 0 and not _MAY_FALL.search(target.words + name):
        return Pointing("max")  # nothing can be below it
    if said in ("equal", "unclear"):
        return Pointing(said)
    if measured == "money":
        return _money(target, level1 + level2, name, said or "min")
    if measured in DURATIONS and said != "max":
        return Pointing(_duration(level2, name + target.words))
    if "成本" in level1 + level2 and measured == "":
        spent = _SPENDING.search(name) and not _ENTITLEMENT.search(name)
        return Pointing("max" if spent else said or "unclear")
    if not said and "成本" in level1 + level2 and measured != "ratio":
        return Pointing("unclear")
    # A bare percentage or count is a floor: that is how the published forms use it.
    return Pointing(said or "min")


def _duration(level2: str, name: str) -> Direction:
    """A time under 时效 is a time limit, unless the thing is to last; elsewhere a bare one may be either."""
    if _LONGER.search(name):
        return "min"
    if "时效" in level2 or _SOONER.search(name):
        return "max"
    return "min" if "数量" in level2 and _DAYS_COUNTED.search(name) else "unclear"


def _money(target: Quantity, levels: str, name: str, said: Direction) -> Pointing:
    """A sum under cost is a ceiling; so much a head is a standard, unless the name calls it a cost."""
    spent = "成本" in levels and _SPENDING.search(name) and not _ENTITLEMENT.search(name)
    if "/" in target.unit and said != "max" and not spent:
        return Pointing("equal")
    return Pointing("max" if "成本" in levels and not _GAIN.search(name) else said)
