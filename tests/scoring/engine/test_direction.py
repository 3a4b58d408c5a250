import pytest

from scoring.engine.direction import is_unwanted, named_direction, point
from scoring.engine.quantity import read_quantity


@pytest.mark.parametrize(
    ("name", "direction"),
    [
        ("群众投诉率", "max"),
        ("投诉办结率", "min"),
        ("违规问题整改率", "min"),
        ("重大安全事故发生次数", "max"),
        ("接待信访件", "min"),
        ("信访事项办理", "min"),
        ("人均培训费用", "max"),
        ("住院费用报销比例", "min"),
        ("贫困发生率", "max"),
        ("结转结余率（结余数/预算数）", "max"),
        ("病虫害控制率", "min"),
        ("三公经费控制率", "max"),
        ("补助标准", "equal"),
        ("高标准农田建设", "min"),
        ("标准化水平", None),
        ("成本节约率", "min"),
        ("节约成本", "min"),
        ("减少事故数量", "unclear"),
        ("案件移送率", "unclear"),
        ("服务对象满意度", "min"),
        ("植树面积", "min"),
        ("活动", None),
        ("", None),
    ],
)
def test_named_direction_follows_the_head_of_the_name(name: str, direction: str | None) -> None:
    assert named_direction(name) == direction


def test_is_unwanted_knows_what_should_not_happen() -> None:
    assert is_unwanted("群体性上访事件")
    assert not is_unwanted("民生事项")


@pytest.mark.parametrize(
    ("target", "level2", "name", "direction"),
    [
        ("≥3次", "数量指标", "活动", "min"),
        ("≤3次", "数量指标", "活动", "max"),
        ("＝3次", "数量指标", "活动", "equal"),
        ("3-5次", "数量指标", "活动", "range"),
        ("100%", "质量指标", "", "min"),
        ("100%", "质量指标", "控制率", "max"),
        ("降低5%", "质量指标", "事故发生率", "min"),
        ("0起", "数量指标", "火情", "max"),
        ("20万元", "成本指标", "项目资金", "max"),
        ("20万元", "数量指标", "项目资金", "min"),
        ("20万元", "经济效益指标", "增收", "min"),
        ("5万元", "成本指标", "节约资金", "min"),
        ("500元/人", "成本指标", "补贴", "equal"),
        ("500元/人", "成本指标", "人均成本", "max"),
        ("90天", "时效指标", "工期", "max"),
        ("90天", "时效指标", "任务完成", "unclear"),
        ("10年", "可持续影响指标", "使用年限", "min"),
        ("5个", "成本指标", "", "unclear"),
        ("10%", "社会效益指标", "减少事故", "unclear"),
        ("2022年12月底前", "时效指标", "完成", "date"),
        ("显著提升", "社会效益指标", "能力", "qualitative"),
        ("2022.10", "时效指标", "", "unclear"),
        ("", "成本指标", "总成本", "max"),
    ],
)
def test_point_takes_sign_then_name_then_level(target: str, level2: str, name: str, direction: str) -> None:
    pointing = point(read_quantity(target), "", level2, name)

    assert (pointing.direction, pointing.conflict) == (direction, "")


@pytest.mark.parametrize(
    ("target", "level2", "name"),
    [
        ("≥85%", "时效指标", "结转结余率"),
        ("≥17.4万元", "经济成本指标", "办公费"),
        ("≤300件", "数量指标", "接待信访件"),
    ],
)
def test_point_says_when_sign_and_name_disagree(target: str, level2: str, name: str) -> None:
    assert "方向存疑" in point(read_quantity(target), "", level2, name).conflict


@pytest.mark.parametrize(
    ("target", "name"), [("≥0", "三公经费变动率"), ("≥150元/亩", "奖补标准"), ("≥98%", "基金征缴任务")]
)
def test_point_accepts_floors_that_make_sense_under_cost(target: str, name: str) -> None:
    assert point(read_quantity(target), "", "成本指标", name).conflict == ""
