"""Whether two names are of the same rate."""

import pytest

from scoring.engine.checks.rate_names import same_rate

SAME = [
    ("支出预算执行率", "支出预算完成率"),
    ("支出预算执行率", "执行率"),
    ("项目资金执行率", "预算执行率"),
    ("预算执行", "预算执行率"),
    ("“三公经费”变动率", "三公经费变化率"),
    ("政府采购节支率", "采购节约率"),
    ("资产使用率", "固定资产利用率"),
    ("政策知晓度", "知晓率"),
    ("群众满意度", "群众满意率"),
    ("按时拨付率", "及时拨付率"),
    ("案件结案率", "案件办结率"),
    ("年度重点支出占比", "重点支出比例"),
    ("质量达标率", "质量合格率"),
    ("收入增幅", "收入增长率"),
    ("预算率", "预算率"),
]
OTHERS = [
    ("政府采购节支率", "政府采购率"),
    ("公用经费控制率", "变动比率"),
    ("财政供养人员控制率", "在职人员控制率"),
    ("资金到位率", "资金支付率"),
    ("预算调整率", "预算执行率"),
    ("结转结余率", "结转结余变动率"),
    ("任务完成率", "任务执行率"),
    ("项目完成率", "质量合格率"),
    ("执行率", "%"),
    ("", ""),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_one_rate_by_two_names(one: str, other: str) -> None:
    assert same_rate(one, other)
    assert same_rate(other, one)


@pytest.mark.parametrize(("one", "other"), OTHERS)
def test_two_rates(one: str, other: str) -> None:
    assert not same_rate(one, other)
    assert not same_rate(other, one)
