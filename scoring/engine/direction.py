"""Which way a target points: its own sign first, else the indicator's name, else its second level."""

import re
from dataclasses import dataclass
from typing import Literal

from scoring.engine.quantity import Quantity
from scoring.engine.text import normalise, split_notes
from scoring.engine.units import dimension

Direction = Literal["min", "max", "equal", "range", "qualitative", "date", "unclear"]

# The word that comes last in a name is its head: 投诉 is to be few, 投诉办结率 is to be high.
_INCIDENTS = (
    "投诉 事故 违规 违法 违纪 死亡 死亡率 发病率 患病率 感染率 发生率 发案 差错 错误 上访 信访 "
    "群体性事件 舆情 案件 缺陷 失业 辍学 贫困发生率 返贫 因病致贫 污染 超标 变质 漏报 瞒报 逾期 "
    "拖欠 欠薪 流失 空置 闲置 故障 破损 不合格 不及时 不达标 不满意 漏损 传染 安全事件 突发事件 "
    "风险事件 差评 浪费 违约 退货 拥堵 风险 问题 隐患"
).split()
_COSTS = (
    "误差 偏差 偏离 超支 结转 结余 结余率 时限 工期 周期 用时 耗时 办理时间 响应时间 等待时间 "
    "审批时间 成本 造价 总投资控制 投资控制 费用 三公 公用经费 能耗 水耗 电耗 耗能 排放 排放量 浓度 "
    "损失 损耗 变动率 调整率 调整幅度 调整次数 控制率 控制数 负债率"
).split()
_FEWER = {*_INCIDENTS, *_COSTS}
_MORE = (
    "满意度 达标排放 办结 处理 整改 化解 查处 结案 处置 回复 解决 下降率 降低率 下降 降低 减少 降幅 节约 "
    "节约率 节约额 节支 挽回 预防 防控 防治 救助 受理 接待 接访 走访 侦办 侦破 破案 审理 调解 "
    "救治 治理 修复 回收 追回 挽救 清理 清零 清欠 监测 检查 巡查 巡检 抽检 检测 排查 宣传 培训 "
    "覆盖 合格 达标 完成 知晓 参保 到位 及时 准确 收入 增长 增加 增幅 提升 提高 改善 优化 规范 "
    "健全 执法 救援 保障 报销 补偿 赔偿 支付 拨付 发放 使用 利用 执行 落实 兑现 建设 就业 成活 "
    "普及 入学 巩固 管理 公开 验收 登记 更新 维护 养护 安装 资助 惠及 受益 带动 引进 结算 优良"
).split()
_GENERIC = (
    "率 数 数量 次数 件数 起数 人数 人次 户数 个数 场次 面积 里程 比例 占比 规模 金额 总额 覆盖面".split()
)
_STANDARD = re.compile(r"(?<!高)标准(?!化|厂房|地|间)|单价|价格|定价")
_ENTITLEMENT = re.compile(r"标准|补助|补贴|奖补|救助|发放|收入|工资|待遇|节约|降低|减少|率|征缴|完成")
_DISEASE_CONTROL = re.compile(r"[病虫害疫灾险]\S{0,2}控制率")
_WORKLOAD = re.compile(r"接待|受理|办理|审理|查处|查办|侦办|走访|调解|化解|处置|检查|巡查|培训|宣传|服务")
# What may follow the head without changing what is counted.
_TAIL = re.compile(
    r"(?:事件|行为|现象|发生|总|平均|控制|水平|情况|程度|影响|的|等|率|数量?|额|次数?|件数?|起数?|例数?"
    r"|人数|比例|占比|金额|幅度|时间)*"
)
_LONGER = re.compile(r"年限|寿命|学时|课时|优良天数|质保|保质|培训时长|服务时长")
_CUTS = re.compile(r"节约|节省|降低|减少|压减|缩减|防止|避免|消除|解决|缓解|遏制|防范")
_WORDS = re.compile("|".join(sorted({*_FEWER, *_MORE}, key=len, reverse=True)))


@dataclass(frozen=True, slots=True)
class Pointing:
    """A direction, and why it contradicts itself ("" if it doesn't)."""

    direction: Direction
    conflict: str = ""


def named_direction(name: str) -> Literal["min", "max", "equal", "unclear"] | None:
    """What an indicator's name says by itself; None where it says nothing."""
    name = split_notes(normalise(name))[0]
    if _STANDARD.search(name):
        return "equal"
    if _DISEASE_CONTROL.search(name):
        return "min"
    found = list(_WORDS.finditer(name))
    if not found:
        return "min" if _WORKLOAD.search(name) or any(word in name for word in _GENERIC) else None
    return _headed(name, found[-1])


def _headed(name: str, head: re.Match[str]) -> Literal["min", "max", "unclear"]:
    if head[0] not in _FEWER:
        return "min"
    if head[0] in _INCIDENTS and _WORKLOAD.search(name):
        return "min"
    if not _TAIL.fullmatch(name, head.end()):
        return "unclear"
    before = name[: head.start()]
    if _CUTS.search(before):  # 节约成本 is a saving; 减少事故 may count the accidents or the reduction
        return "unclear" if head[0] in _INCIDENTS else "min"
    return "max"


def is_unwanted(name: str) -> bool:
    """Whether the name is of something there should be none of, so that a target of 无 means zero."""
    return named_direction(name) == "max"


def point(target: Quantity, level1: str, level2: str, name: str) -> Pointing:
    """The direction of a target that was read; `conflict` is Chinese and non-empty where two signs disagree."""
    if target.kind == "empty":
        return _named(target, level1, level2, name)
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
    said = named_direction(target.words) or named_direction(name)
    if target.operator in (">=", ">"):
        return Pointing("min", _against_floor(target, said, level1 + level2, name))
    if target.operator in ("<=", "<"):
        against = said == "min" and _WORKLOAD.search(name)
        return Pointing("max", f"“{name}”多为工作量，目标却写成上限，方向存疑" if against else "")
    if target.operator == "=":
        return Pointing("equal")
    return _named(target, level1, level2, name)


def _against_floor(target: Quantity, said: str | None, levels: str, name: str) -> str:
    if target.number == 0:
        return ""
    if said == "max":
        return f"“{name}”一般越低越好，目标却写成下限，方向存疑"
    if "成本" in levels and dimension(target.unit) == "money" and not _ENTITLEMENT.search(name):
        return "成本指标的金额目标写成下限，方向存疑"
    return ""


def _named(target: Quantity, level1: str, level2: str, name: str) -> Pointing:
    said = named_direction(target.words) or named_direction(name)
    measured = dimension(target.unit)
    if said in ("equal", "unclear"):
        return Pointing(said)
    if target.number == 0 and measured != "ratio" and said != "min":
        return Pointing("max")
    if measured == "money":
        return _money(target, level1 + level2, name, said or "min")
    if measured in ("clock", "calendar", "工作日") and said != "max":
        return Pointing("min" if _LONGER.search(name) else "unclear")
    if not said and "成本" in level1 + level2 and measured != "ratio":
        return Pointing("unclear")
    # A bare percentage or count is a floor: that is how the published forms use it.
    return Pointing(said or "min")


def _money(target: Quantity, levels: str, name: str, said: Direction) -> Pointing:
    """A sum under cost is a ceiling; so much a head is a standard, unless the name calls it a cost."""
    if "/" in target.unit and said != "max":
        return Pointing("equal")
    return Pointing("max" if "成本" in levels and not re.search("节约|收入", name) else said)
