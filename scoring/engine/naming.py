"""What an indicator's name says by itself: 投诉率 is to be low, 投诉办结率 high, 补助标准 as fixed."""

import re
from typing import Literal

from scoring.engine.text import normalise, split_notes

# The word that comes last in a name is its head: 投诉 is to be few, 投诉办结 is to be many.
_INCIDENTS = (
    "投诉 上访 信访 群体性事件 舆情 负面舆情 差评 退货 退稿 违约 违规 违法 违纪 犯罪 重犯 发案 欠薪 拖欠 逾期 延误 超时 "
    "事故 安全事件 突发事件 风险事件 风险 问题 隐患 火灾 火情 险情 灾情 受灾 成灾 受害 危害 破坏 拥堵 污染 超标 变质 传染 "
    "死亡 死亡率 病死 发病率 患病率 感染率 发生率 阳性 漏诊 误诊 复发 复吸 贫困发生率 返贫 因病致贫 失业 辍学 退学 离职 缺勤 "
    "差错 错误 错报 错发 漏报 瞒报 迟报 缺陷 故障 破损 损坏 废品 不良率 漏损 停电 停水 断电 宕机 流失 空置 闲置 浪费 坏账 "
    "泄漏 泄露 渗漏 伤亡 受伤 中毒 "
    "骗保 骗取 套取 挪用 截留 改判 扣分 被通报 被问责 不合格 不及时 不达标 不满意 负面影响 不良影响 不利影响"
).split()
_COSTS = (
    "误差 偏差 偏离 超支 结转 结余 结余率 时限 工期 周期 用时 耗时 办理时间 响应时间 等待时间 "
    "审批时间 成本 造价 总投资控制 投资控制 费用 三公 公用经费 能耗 水耗 电耗 耗能 排放 排放量 浓度 "
    "损失 损耗 变动率 调整率 调整幅度 调整次数 控制率 控制数 负债率 债务率 药占比 耗材占比 住院日 "
    "公务接待 公务用车 因公出国 变更"
).split()
_CASES = "案件"  # a court is to close them, a street is to have few
_CRIME = re.compile(r"刑事|治安|盗|诈|抢|新增|发生|恶性|暴力|侵财|毒|违法|欠薪")
_FEWER = {*_INCIDENTS, *_COSTS, _CASES}
_MORE = (
    "满意度 达标排放 办结 处理 整改 化解 查处 结案 处置 回复 解决 下降率 降低率 下降 降低 减少 降幅 节约 "
    "节约率 节约额 节支 挽回 预防 防控 防治 救助 受理 接待 接访 走访 侦办 侦破 破案 审理 调解 "
    "救治 治理 修复 回收 追回 挽救 清理 清零 清欠 监测 检查 巡查 巡检 抽检 检测 排查 宣传 培训 "
    "覆盖 合格 达标 完成 知晓 参保 到位 及时 准确 收入 增长 增加 增幅 提升 提高 改善 优化 规范 "
    "健全 执法 救援 保障 报销 补偿 赔偿 支付 拨付 发放 使用 利用 执行 落实 兑现 建设 就业 成活 "
    "普及 入学 巩固 管理 公开 验收 登记 更新 维护 养护 安装 资助 惠及 受益 带动 引进 结算 优良 "
    "报告 回访 核查 督办 纠正 整治 治愈 执结 改造 减量 减排"
).split()
_GENERIC = (
    "率 数 数量 次数 件数 起数 人数 人次 户数 个数 场次 面积 里程 比例 占比 规模 金额 总额 覆盖面".split()
)
_STANDARD = re.compile(r"(?<!高)标准(?!化|厂房|地|间)|单价|价格|定价")
_DISEASE_CONTROL = re.compile(r"[病虫害疫灾险]\S{0,2}控制率")
_WORKLOAD = re.compile(
    r"援助|公证|仲裁|鉴定|接待|受理|办理|审理|查处|查办|侦办|走访|调解|化解|处置|检查|巡查|培训|宣传|服务"
)
# Work on what is unwanted: 处理投诉, 排查隐患. What was 发现 may be work done or a bad result.
_WORK_ON = re.compile(
    r"处理|处置|整改|排查|查处|查办|侦办|侦破|破获|打击|化解|调解|办理|受理|审理|核查|督办|纠正|整治|治理|清理|接待"
)
_SPENT = re.compile(
    r"(?:成本|造价|费用|费|经费|投资|支出|时限|时间|工期|周期|用时|耗时|能耗|水耗|电耗|用量)$"
)
_RATE = re.compile(r"(?P<of>[\u4e00-\u9fff]{2})(?:率|比例|占比)$")
# Characters of things gone wrong; one of them before 率 puts a plain floor in doubt, unless it is fought (减灾率).
_BAD = re.compile(
    r"^[错误漏缺违逃欠亏损坏废死灾害病伤残盗骗罪劣差退辍离延迟滞弃劣污堵]|(?<![减防抗救治止戒禁反扶助降纠补堵清追控除消破灭扭])"
    r"[错误漏缺违逃欠亏损坏废亡灾害病伤残盗骗罪劣差毒诉染]$"
)
# What may follow the head without changing what is counted.
_TAIL = re.compile(
    r"(?:事件|行为|现象|发生|总|费用?|经费|支出|平均|控制|水平|情况|程度|影响|的|等|率|数量?|额|次数?|批次|件数?|起数?|例数?"
    r"|人数|人次|比例|占比|金额|幅度|时间)*"
)
_CUTS = re.compile(
    r"挽回|追回|挽救|弥补|减轻|节约|节省|降低|减少|压减|缩减|防止|避免|消除|解决|缓解|遏制|防范"
)
_TO_BE_HIGH = re.compile(
    r"满意[率度]|合格率|达标率|覆盖率|知晓[率度]|及时率|参保率|准确率|优良率|成活率|入学率|就业率|完好率|通过率"
    r"|办结率|处理率|整改率|普及率|巩固率|治愈率|破案率|化解率|兑现率|落实率|清运率|保障率|参与率|回访率"
)
# By how much a rate may move is another figure than the rate.
_MOVES = re.compile(r"下降|降低|减少|降幅|变动|变化|波动")
_WORDS = re.compile("|".join(sorted({*_FEWER, *_MORE}, key=len, reverse=True)))


def named_direction(name: str) -> Literal["min", "max", "equal", "unclear"] | None:
    """What an indicator's name says by itself; None where it says nothing."""
    name = split_notes(normalise(name))[0]
    if _STANDARD.search(name) and not name.endswith(("率", "比例")):  # 补助标准达标率 is a rate
        return "equal"
    if _DISEASE_CONTROL.search(name):
        return "min"
    found = list(_WORDS.finditer(name))
    if found:
        return _headed(name, found[-1])
    if (rate := _RATE.search(name)) and _BAD.search(rate["of"]):
        return "unclear"
    return "min" if is_workload(name) or any(word in name for word in _GENERIC) else None


def _headed(name: str, head: re.Match[str]) -> Literal["min", "max", "unclear"]:
    if head[0] not in _FEWER:
        return "min"
    before = name[: head.start()]
    if head[0] == _CASES:
        return (
            "min"
            if is_workload(name) or _WORK_ON.search(before)
            else "max"
            if _CRIME.search(before)
            else "unclear"
        )
    if head[0] in _INCIDENTS and (is_workload(name) or _WORK_ON.search(before)):
        return "min"
    if not _TAIL.fullmatch(name, head.end()):
        return "unclear"
    if _CUTS.search(before):  # 节约成本 is a saving; 减少事故 may count the accidents or the reduction
        return "unclear" if head[0] in _INCIDENTS else "min"
    return "max"


def is_to_be_high(name: str) -> bool:
    """Whether the name is of a rate that nobody wants low: 满意度, 合格率, 办结率."""
    return bool(_TO_BE_HIGH.search(name)) and not _MOVES.search(name) and named_direction(name) == "min"


def is_workload(name: str) -> bool:
    """Whether the name is of work done: 接待, 检查, 培训."""
    return bool(_WORKLOAD.search(name))


def is_spent(name: str) -> bool:
    """Whether the name is of money or time, of which there is to be little but never none."""
    return bool(_SPENT.search(name))


def is_unwanted(name: str) -> bool:
    """Whether the name is of something there should be none of, so that a target of 无 means zero."""
    return named_direction(name) == "max"
