import pytest

from scoring.engine.naming import is_spent, is_to_be_high, is_unwanted, is_workload, named_direction


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
        ("案件数量", "unclear"),
        ("刑事案件发案数", "max"),
        ("法律援助案件数量", "min"),
        ("查处违法案件", "min"),
        ("处理投诉件数", "min"),
        ("排查隐患数", "min"),
        ("消除隐患数", "unclear"),
        ("挽回经济损失", "min"),
        ("病死率", "max"),
        ("错案率", "unclear"),
        ("减灾率", "min"),
        ("上诉率", "unclear"),
        ("公务接待费", "max"),
        ("负面影响", "max"),
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


def test_is_workload_knows_work_done() -> None:
    assert is_workload("接待信访件")
    assert not is_workload("植树面积")


@pytest.mark.parametrize(
    ("name", "high"),
    [
        ("群众满意度", True),
        ("投诉办结率", True),
        ("不满意率", False),
        ("产品不合格率", False),
        ("满意度下降幅度", False),
        ("预算执行率", False),
    ],
)
def test_is_to_be_high_knows_rates_that_nobody_wants_low(name: str, high: bool) -> None:
    assert is_to_be_high(name) is high


def test_is_spent_knows_money_and_time() -> None:
    assert is_spent("单位成本")
    assert is_spent("办理时间")
    assert not is_spent("成本节约率")
    assert not is_spent("重大事故")


def test_rate_of_keeping_a_standard_is_a_rate() -> None:
    assert named_direction("补助标准达标率") == "min"
    assert named_direction("补助标准") == "equal"
