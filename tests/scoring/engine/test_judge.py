import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.engine.judge import judge
from scoring.engine.units import convert
from tests.scoring.engine.test_quantity import TYPED, WIDE

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
        ("89%", "89.38%（应为-89.38%）", "增长率", "更正"),
        ("≥90%", "参保率95%", "满意度", "不是一回事"),
        ("≥90%", "基本达到95%", "", "含糊"),
        ("≥10件", "没有达到10件", "", "否定"),
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


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=3), st.lists(st.sampled_from(FRAGMENTS), max_size=3))
def test_judge_never_raises_on_cells_run_together(target: list[str], actual: list[str]) -> None:
    assert judge("".join(target), "，".join(actual)).reason


@given(st.text(max_size=60), st.text(max_size=60), st.text(max_size=20))
def test_judge_never_raises_on_any_text(target: str, actual: str, name: str) -> None:
    assert judge(target, actual, name=name).reason


@given(
    st.text(TYPED, max_size=24),
    st.text(TYPED, max_size=24),
    st.sampled_from(["", "投诉率", "成本", "满意度"]),
)
def test_judge_never_raises_on_what_people_type(target: str, actual: str, name: str) -> None:
    assert judge(target, actual, level1="产出指标", level2="成本指标", name=name).reason


EXACT = [
    ("万元", "元"),
    ("亿元", "万元"),
    ("万人", "人"),
    ("小时", "分钟"),
    ("公顷", "亩"),
    ("公里", "米"),
    ("吨", "斤"),
    ("%", "‰"),
    ("年", "个月"),
]


@given(
    st.sampled_from(["≥", "≤", ">", "<", "="]),
    st.decimals(1, 10_000, places=1),
    st.decimals(1, 10_000, places=1),
    st.sampled_from(EXACT),
)
def test_judge_is_untouched_by_the_unit(
    sign: str, target: Decimal, actual: Decimal, units: tuple[str, str]
) -> None:
    large, small = units
    converted = convert(actual, large, small)
    assert converted is not None

    same = judge(f"{sign}{target}{large}", f"{actual}{large}")
    other = judge(f"{sign}{target}{large}", f"{converted:f}{small}")

    assert same.achieved is not None
    assert (same.achieved, same.ratio) == (other.achieved, other.ratio)


@given(st.sampled_from([case for case in CASES if case["target"]]))
def test_judge_reads_wide_and_narrow_alike(case: dict[str, Any]) -> None:
    wide = judge(
        case["target"].translate(WIDE),
        case["actual"].translate(WIDE),
        level2=case["level2"],
        name=case["name"],
    )
    narrow = judge(case["target"], case["actual"], level2=case["level2"], name=case["name"])

    assert (wide.achieved, wide.direction, wide.ratio) == (narrow.achieved, narrow.direction, narrow.ratio)
