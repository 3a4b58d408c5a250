import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.engine.judge import judge
from tests.scoring.engine.test_quantity import TYPED

CASES = [
    json.loads(line)
    for line in (Path(__file__).parent / "data" / "judge_cases.jsonl")
    .read_text(encoding="utf-8")
    .splitlines()
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['name']} {case['target']} {case['actual']}")
def test_judge_agrees_with_the_labelled_cases(case: dict[str, Any]) -> None:
    place = {key: case[key] for key in ("level1", "level2", "name")}

    judgement = judge(case["target"], case["actual"], **place)

    assert judgement.achieved is case["achieved"], judgement.reason
    assert judgement.reason


@pytest.mark.parametrize(
    ("target", "actual", "level2", "name", "achieved"),
    [
        ("=95%", "98%", "质量指标", "设施完好率", True),
        ("=95%", "93%", "质量指标", "设施完好率", False),
        ("=2%", "1%", "质量指标", "差错率", True),
        ("=10台", "12台", "数量指标", "设备购置", False),
        ("=10台", "8台", "数量指标", "设备购置", False),
        ("=100万元", "98万元", "经济成本指标", "项目总成本", None),
        ("=500元/人", "480元/人", "经济成本指标", "补助标准", False),
        ("1次", "未举办", "数量指标", "大型活动", False),
        ("≤10天", "未完成", "时效指标", "办理时限", False),
        ("≥95%", "全部合格", "质量指标", "验收合格率", True),
        ("≥95%", "全部发放", "质量指标", "就业率", None),
        ("无", "有", "质量指标", "安全隐患", False),
    ],
)
def test_judge_reads_the_name_and_place_of_a_row(
    target: str, actual: str, level2: str, name: str, achieved: bool | None
) -> None:
    assert judge(target, actual, level2=level2, name=name).achieved is achieved


@pytest.mark.parametrize("actual", ["95%", "90%", "85%"])
def test_judge_leaves_a_ceiling_for_what_is_to_be_high_unclear(actual: str) -> None:
    judgement = judge("≤90%", actual, level2="满意度指标", name="群众满意度")

    assert (judgement.direction, judgement.achieved) == ("unclear", None)
    assert judgement.reason == "“群众满意度”一般越高越好，目标却写成上限，方向存疑"


@pytest.mark.parametrize(
    ("target", "actual", "echo"),
    [
        ("显著提升", "显著提升。", True),
        ("≥284970人", "≧284970人", True),
        ("小学2所、幼儿园3所", "小学2所；幼儿园3所", True),
        ("95%", "95%", False),
        ("2022年12月底前", "2022年12月底前", False),
        ("显著提升", "明显提升", False),
        ("", "", False),
    ],
)
def test_judge_marks_a_completion_that_repeats_the_target(target: str, actual: str, echo: bool) -> None:
    assert judge(target, actual).echo is echo


@pytest.mark.parametrize(
    ("actual", "bound"), [("≥95%", True), ("95%以上", True), ("95%", False), ("约95%", False)]
)
def test_judge_marks_a_completion_that_is_an_inequality(actual: str, bound: bool) -> None:
    assert judge("≥90%", actual).actual_is_bound is bound


@pytest.mark.parametrize(
    ("target", "actual", "name", "direction"),
    [
        ("较上年17216万增长得满分", "19970万元", "", "min"),
        ("较上年117039人基本稳定", "122111人", "", "range"),
        ("新建1.5万亩、提升0.8万亩", "", "", "min"),
        ("显著提升，长期", "", "", "qualitative"),
        ("2022年3月底前，5月底前", "", "", "unclear"),
        ("≥85%", "≥100%", "结转结余率", "unclear"),
        ("零发生", "未发生", "事故", "max"),
        ("每发现1处差错扣1分", "未发现", "差错", "max"),
        ("无", "无", "生态效益", "unclear"),
        ("较上年下降", "下降", "死亡率", "max"),
        ("较上年增长", "增长", "税收", "min"),
        ("①1分②2分", "完成", "制度", "qualitative"),
        ("每项目≥5个", "每项目6个", "", "min"),
    ],
)
def test_judge_gives_the_direction_of_special_targets(
    target: str, actual: str, name: str, direction: str
) -> None:
    assert judge(target, actual, name=name).direction == direction


@pytest.mark.parametrize(
    ("target", "actual", "name", "achieved"),
    [
        ("较上年17216万增长得满分，否则不得分", "19970 万元", "", True),
        ("较上年17216万增长", "未统计", "", None),
        ("较上年117039人（职工16116）基本稳定", "122111 人（职工21355）", "", True),
        ("较上年下降", "上年0.011，本年0.009", "死亡率", True),
        ("与上年持平", "上年100件，本年102件", "", True),
        ("不高于上年", "上年100件，本年102件", "", False),
        ("增长≥6%", "18,652元（上年17,438元）", "收入", True),
        ("≥600元", "上年500元，本年620元", "收入", None),
        ("增长≥6%", "620元（上年0元）", "收入", None),
        ("增长≥6%", "约定（上年500元）", "收入", None),
        ("增长≥6%", "620元（上年5件）", "收入", None),
        ("较上年增长", "增长2%", "", True),
        ("较上年增长", "有所增长", "", None),
        ("较上年增长", "-2%", "", False),
        ("较上年增长", "2%", "", None),
        ("不低于上年（94.8%）", "94.8%", "", True),
    ],
)
def test_judge_compares_with_last_year(target: str, actual: str, name: str, achieved: bool | None) -> None:
    assert judge(target, actual, name=name).achieved is achieved


@pytest.mark.parametrize(
    ("target", "actual", "name", "reason"),
    [
        ("", "100%", "", "没有目标值"),
        ("100%", None, "", "没有填写完成值"),
        ("无", "100%", "民生事项", "不适用"),
        ("≥500人", "预计510人", "", "预计"),
        ("次26次", "12次", "", "目标读不准"),
        ("≥10次", "第一批5次，第二批6次", "", "完成值读不准"),
        ("≥10次", "2022年12月", "", "日期"),
        ("≥10次", "效果好", "", "只有文字"),
        ("2022年底前", "5次", "", "没有写日期"),
        ("2022年底前", "每月5日", "", "写法不同"),
        ("2022年底前", "次年1月完成", "", "次年"),
        ("每3月底前、每6月底前", "3月", "", "没有对应回答"),
        ("零发生", "发生1起一般事故", "重大事故", "程度"),
        ("≤1起", "1起一般事故", "重大事故", "程度"),
        ("零发生", "0.5%", "事故", "比率"),
        ("高效", "5", "", "数字"),
        ("89%", "89.38%（应为88.2%）", "增长率", "更正"),
        ("≥90%", "参保率95%", "满意度", "不是一回事"),
        ("≥90%", "基本达到95%", "", "含糊"),
        ("≥10件", "没有10件", "", "否定"),
        ("≥90%", "未开展调查", "满意度", "只有文字"),
        ("≤5万元", "未支付", "维修费", "目标是上限"),
        ("计算机≥20台", "打印机21台", "", "不是一回事"),
        ("人均增收≥500元", "户均增收1200元", "", "不是一回事"),
        ("=53人", "55人", "保障人数", "“=”"),
        ("=100%", "105%", "预算执行率", "超过100%"),
        ("≥3等", "4等", "耕地等级", "不明"),
        ("1:5", "1:4", "师生比", "比例"),
        ("12月底前", "1月10日", "", "次年"),
        ("及时", "工作" * 600, "", "太长"),
        ("2023年底前", "正在施工，预计2023年11月完工", "", "预计"),
        ("≥10件", "增加12件", "", "变动幅度"),
        ("≥90%", "120%", "群众满意度调查", "超过100%"),
    ],
)
def test_judge_says_why_it_cannot_tell(target: str, actual: str | None, name: str, reason: str) -> None:
    judgement = judge(target, actual, name=name)

    assert judgement.achieved is None
    assert reason in judgement.reason


@pytest.mark.parametrize(
    ("target", "actual", "achieved"),
    [
        ("100%得满分；90%(含)~100%得2分", "95%（应为96%）", False),
        ("4项每项25%", "制定了规划（4项均满足）", True),
        ("全部符合得满分，否则每发现1人扣25%权重分", "未发现不符合", True),
        ("100%", "5个断面全部达标", True),
        ("零发生", "2起", False),
        ("2025年8月底前", "自评：2025年8月7日；实际2026年1月16日", False),
        ("≥100件", "共98件，其中上半年50件", False),
        ("≥100件", "完成调研；检查120件，但有延误", None),
        ("小学2所、中学1所", "2所、1所", True),
        ("下降3%", "-3.4%", True),
        ("下降3%", "上升1%", False),
        ("增长5-8%", "6%", True),
        ("≤0%得满分，否则每超过5%扣10%权重分", "89.38%（应为-89.38%）", True),
        ("≥90%", "干部满意93%，群众满意95%", True),
        ("≥90%", "干部满意83%，群众满意85%", False),
        ("≥90%", "目标95%，上年96%", None),
        ("新建公厕2座、改建公厕3座", "公厕2座", None),
        ("次26次", "次26次", None),
        ("≥30户", "完成32户，超额完成2户", True),
        ("视察≥4次", "组织视察3次，调研5次", False),
        ("电脑10台、打印机3台", "购置电脑10台，打印机4台", True),
        ("春节、八一慰问2次", "2次", True),
        ("师生比1:5", "师生比1：5", True),
        ("2023年1月1日-12月31日", "2023年1月1日-12月31日", True),
        ("2022年底前", "预计2023年6月完工", False),
        ("符合得满分，否则不得分", "召开推广部署会、入户指导激活", True),
        ("①30%②30%③40%", "依据充分、匹配、合理", True),
        ("每项目≥5个", "每项目6个", True),
        ("提升", "提升5%", True),
        ("提升", "下降5%", False),
        ("显著提升", "提升5%", None),
        ("提升", "提升-5%", None),
        ("=达标", "达标", True),
        ("同比下降", "同比下降5.6%", True),
    ],
)
def test_judge_reads_longer_answers(target: str, actual: str, achieved: bool | None) -> None:
    assert judge(target, actual).achieved is achieved


def test_judge_gives_the_ratio_in_the_target_unit() -> None:
    assert judge("≤320万元", "3,185,600元", level2="成本指标").ratio == Decimal("318.56") / 320
    assert judge("新建1所、改建2所", "新建1所、改建2所").ratio is None
    assert judge("显著提升", "显著提升").ratio is None


FRAGMENTS = sorted(
    {case[cell] for case in CASES for cell in ("target", "actual")} | {"每月", "15/100%", "应为", "（"}
)


@settings(deadline=None)
@given(st.lists(st.sampled_from(FRAGMENTS), max_size=3), st.lists(st.sampled_from(FRAGMENTS), max_size=3))
def test_judge_never_raises_on_cells_run_together(target: list[str], actual: list[str]) -> None:
    assert judge("".join(target), "，".join(actual)).reason


@settings(deadline=None)
@given(st.text(max_size=60), st.text(max_size=60), st.text(max_size=20))
def test_judge_never_raises_on_any_text(target: str, actual: str, name: str) -> None:
    assert judge(target, actual, name=name).reason


@settings(deadline=None)
@given(
    st.text(TYPED, max_size=24),
    st.text(TYPED, max_size=24),
    st.sampled_from(["", "投诉率", "成本", "满意度"]),
)
def test_judge_never_raises_on_what_people_type(target: str, actual: str, name: str) -> None:
    assert judge(target, actual, level1="产出指标", level2="成本指标", name=name).reason
