import pytest

from scoring.engine.direction import point
from scoring.engine.quantity import read_quantity


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
        ("90天", "时效指标", "任务完成", "max"),
        ("90天", "时效指标", "公示时间", "min"),
        ("90天", "质量指标", "资金拨付时间", "max"),
        ("90天", "质量指标", "合同期限", "unclear"),
        ("90天", "数量指标", "走访天数", "min"),
        ("0次", "质量指标", "违规使用资金次数", "max"),
        ("0", "质量指标", "错案率", "max"),
        ("0%", "经济效益指标", "收入增长率", "min"),
        ("20", "经济成本指标", "宣传费", "max"),
        ("20", "经济成本指标", "资金到位率", "min"),
        ("20", "经济成本指标", "节约资金", "min"),
        ("20万元", "成本指标", "招商引资额", "min"),
        ("10元/册", "成本指标", "印刷费", "max"),
        ("3万元", "经济成本指标", "培训费", "max"),
        ("≤3万元", "经济成本指标", "培训费", "max"),
        ("≤30批次", "数量指标", "公务接待批次", "max"),
        ("≤5天", "时效指标", "受理时间", "max"),
        ("≤300人", "经济成本指标", "培训人数", "max"),
        ("≤100%", "经济成本指标", "资金保障率", "max"),
        ("≤5个工作日", "时效指标", "投诉处理率", "max"),
        ("下降≤5%", "满意度指标", "群众满意度", "max"),
        ("≤5%", "质量指标", "合格率变动幅度", "max"),
        ("投诉率≤5%", "满意度指标", "群众满意度", "max"),
        ("≤5%", "质量指标", "产品不合格率", "max"),
        ("≤300人", "数量指标", "培训经费保障人数", "max"),
        ("", "成本指标", "人员经费", "max"),
        ("≤5%", "质量指标", "培训缺课率", "max"),
        ("3等", "质量指标", "耕地等级", "unclear"),
        ("", "社会效益指标", "治安状况", "unclear"),
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
        ("≥3等", "质量指标", "耕地等级"),
        ("≤90%", "满意度指标", "群众满意度"),
        ("<90分", "满意度指标", "群众满意度"),
        ("≤90", "满意度指标", "群众满意度"),
        ("满意度≤90%", "满意度指标", "服务对象"),
        ("不高于95%", "质量指标", "投诉办结率"),
    ],
)
def test_point_says_when_sign_and_name_disagree(target: str, level2: str, name: str) -> None:
    conflict = point(read_quantity(target), "", level2, name).conflict

    assert "方向存疑" in conflict or "不明" in conflict


@pytest.mark.parametrize(
    ("target", "name"), [("≥0", "三公经费变动率"), ("≥150元/亩", "奖补标准"), ("≥98%", "基金征缴任务")]
)
def test_point_accepts_floors_that_make_sense_under_cost(target: str, name: str) -> None:
    assert point(read_quantity(target), "", "成本指标", name).conflict == ""


@pytest.mark.parametrize(
    ("target", "name", "direction"),
    [
        ("提前30分钟", "预警发布时间", "min"),
        ("30分钟", "预警发布时间", "max"),
        ("≥0.3", "耕地质量提升等级", "min"),
    ],
)
def test_point_reads_what_is_to_be_early_or_raised(target: str, name: str, direction: str) -> None:
    pointing = point(read_quantity(target), "产出指标", "时效指标", name)

    assert (pointing.direction, pointing.conflict) == (direction, "")
