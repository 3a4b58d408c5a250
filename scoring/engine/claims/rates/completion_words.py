"""What the words before a percentage claim of a budget: 完成年初预算的, 超出预算, 预算执行率, 资金到位率, 节支率."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from scoring.engine.claims.rates.plans import Stage, stage_of

# done ÷ plan; how far done is beyond or short of the plan; arrived ÷ plan; left ÷ plan; saved ÷ plan.
Measure = Literal["done", "over", "under", "arrived", "left", "saved"]

_PLAN = r"(?:预算|计划|指标|任务|目标)(?:安排|批复|总额|总数|收入|支出|资金|数|额)*"
_LINK = r"的?(?:比例|比率|比重)?(?:约?为|达到?|约|近|仅|了|[=：: (])*$"
_COMPLETION = re.compile(
    rf"(?P<how>超额完成|超出了?|超过了?|高于|多于|低于|少于|超|完成了?|达到?|为|占到?|相当于|是|执行了?)"
    rf"(?P<plan>[^，、完成率]{{0,16}}?{_PLAN}){_LINK}"
)
# 完成年初预算数60999万元的40.4%: the words stand before the budget's own figure.
_BEFORE_PLAN = re.compile(
    rf"(?P<how>完成了?|达到?|为|占到?|相当于|是)(?P<plan>[^，、完成率]{{0,16}}?{_PLAN})(?:为|共)?$"
)
_THE = re.compile(rf"^{_LINK}")
_RATE = re.compile(
    r"(?P<name>[^，、；。]{0,24}?)(?P<kind>执行率|执行进度|支出进度|支付进度|拨付进度|使用率|拨付率|支付率|支出率|完成率|到位率"
    r"|结转结余率|结余结转率|结余率|结转率|节支率|节约率|节资率)(?:均?为|达到?|是|约|仅|只有|已|[=：: (])*$"
)
_MEASURES: dict[str, Measure] = {
    "到位率": "arrived",
    "结转结余率": "left",
    "结余结转率": "left",
    "结余率": "left",
    "结转率": "left",
    "节支率": "saved",
    "节约率": "saved",
    "节资率": "saved",
}
_OF_MONEY = re.compile(r"预算|资金|支出|经费|收入|投资|拨款|补助|采购|专项|款")
_OF_MONEY_OR_PROJECT = re.compile(rf"{_OF_MONEY.pattern}|项目")
_NOT_MONEY = re.compile(
    r"政策|标准|制度|合同|任务|目标|时限|设备|人员|到岗|系统|设施|序时|直接|授权|集中|项目完成率"
)
_ALONE = re.compile(r"(?:综合|整体|总体?|全年|年度|累计|平均|其|本年|实际|财政|部门|本单位)*")
_OVER = ("超出", "超过", "高于", "多于", "超", "超额完成")
_UNDER = ("低于", "少于")


@dataclass(frozen=True, slots=True)
class Stated:
    """What a percentage says: the measure, the budget it is of, and whether it is called a rate (执行率)."""

    measure: Measure
    stage: Stage
    is_rate: bool
    subject: str
    beside: bool = False


@lru_cache(maxsize=8192)
def stated_by(head: str) -> Stated | None:
    """What the words before a percentage claim; None where they claim nothing of a budget."""
    if match := _RATE.search(head):
        return _rate(match)
    match = _COMPLETION.search(head)
    if match is None:
        return None
    how = match["how"].removesuffix("了")
    measure: Measure = "over" if how in _OVER else "under" if how in _UNDER else "done"
    return Stated(measure, stage_of(match["plan"]), is_rate=False, subject=head[: match.start()])


@lru_cache(maxsize=8192)
def stated_beside(head: str, plan_head: str) -> Stated | None:
    """The same where the budget's figure stands between the words and the percentage; None otherwise."""
    match = _BEFORE_PLAN.search(plan_head)
    if match is None or not _THE.fullmatch(head) or not head.startswith("的"):
        return None
    subject = plan_head[: match.start()]
    return Stated("done", stage_of(match["plan"]), is_rate=False, subject=subject, beside=True)


def _rate(match: re.Match[str]) -> Stated | None:
    name, kind = match["name"], match["kind"]
    # 项目执行率 is of its money, 项目完成率 of its work.
    of_money = _OF_MONEY if kind == "完成率" else _OF_MONEY_OR_PROJECT
    alone = kind != "完成率" and _ALONE.fullmatch(name)
    if _NOT_MONEY.search(name) or not (of_money.search(name) or alone):
        return None
    return Stated(_MEASURES.get(kind, "done"), stage_of(name), is_rate=True, subject=name)
