"""I_CAT: an indicator whose wording belongs under another second level."""

import pytest

from tests.scoring.engine.checks.rows import WITHOUT_LEVEL2, found, in_row, in_rows

CODE = "I_CAT"
MISPLACED = [
    ("时效指标", "重点工作完成率", "100%"),
    ("产出时效", "医药耗材带量采购率", "100%"),
    ("成本指标", "当年各级财政补助到位率", "100%"),
    ("成本指标", "各项医保基金完成目标征缴任务", "≥98%"),
    ("经济成本指标", "培训覆盖率", "≥90%"),
    ("经济效益指标", "定点医药机构监督检查覆盖率", "100%"),
    ("经济效益指标", "医保人才培养合格率", "100%"),
    ("生态效益指标", "重点救助对象年度限额内救助比例", "≥70%"),
    ("生态效益指标", "提升服务水平", "有效提升"),
    ("服务对象满意度指标", "参保群众政策知晓度", "普遍知晓"),
    ("满意度指标", "安全事件发生数", "0起"),
    ("数量指标", "资金支付率", "100%"),
    ("数量指标", "工程资金金额", "43.2万元"),
    ("质量指标", "培训人数", "≥100人"),
    ("质量指标", "新建道路里程", "≥20公里"),
    ("社会效益指标", "项目资金支付率", "100%"),
    ("可持续影响指标", "工程验收合格率", "100%"),
]
FITTING = [
    ("时效指标", "资金支付及时率", "100%"),
    ("时效指标", "预算执行率", "≥95%"),
    ("时效指标", "补助资金到位率", "100%"),
    ("时效指标", "完成时间", "12月底前"),
    ("时效指标", "任务完成率", "按期完成100%"),
    ("成本指标", "预算完成率", "≤100%"),
    ("成本指标", "代缴保费覆盖率", "220元/人"),
    ("成本指标", "财政补助到位率", "550元/人"),
    ("社会成本指标", "受影响人群覆盖率", "≤1%"),
    ("生态环境成本指标", "负面影响", "无"),
    ("经济效益指标", "技能培训人均增收", "≥500元"),
    ("经济效益指标", "基金保值增值", "基本实现"),
    ("生态效益指标", "城市道路清扫保洁率", "100%"),
    ("生态效益指标", "无纸化办公", "全面推行"),
    ("生态效益指标", "无", "无"),
    ("生态效益指标", "影响程度", "无"),
    ("生态效益指标", "废弃物利用率", "≥80%"),
    ("生态效益指标", "", "≥80%"),
    ("满意度指标", "受益群众", "≥95%"),
    ("满意度指标", "待遇到位率", "100%满意"),
    ("数量指标", "救助资金金额", "500万元"),
    ("质量指标", "按时发放率", "100%"),
    ("质量指标", "不合格产品数量", "0件"),
    ("质量指标", "取得职业资格证书人数", "≥50人"),
    ("质量指标", "获奖数量", "≥2项"),
    ("社会效益指标", "资金使用效率", "提高"),
    ("社会效益指标", "案件执行率", "≥90%"),
    ("社会效益指标", "政策知晓率", "≥80%"),
    ("", "重点工作完成率", "100%"),
]


@pytest.mark.parametrize(("level2", "name", "target"), MISPLACED)
def test_row_under_the_wrong_level(level2: str, name: str, target: str) -> None:
    (finding,) = in_row(CODE, level2=level2, name=name, target=target)

    assert (finding.anchor, finding.severity) == ("page/r1/name", "information")
    assert f"：{name}（{level2}）。" in finding.message


@pytest.mark.parametrize(("level2", "name", "target"), FITTING)
def test_row_where_it_belongs(level2: str, name: str, target: str) -> None:
    assert in_row(CODE, level2=level2, name=name, target=target) == []


def test_all_rows_are_listed_once() -> None:
    rows = [{"level2": level2, "name": name, "target": target} for level2, name, target in MISPLACED[:4]]

    (finding,) = in_rows(CODE, *rows)

    assert finding.also == ("page/r2/name", "page/r3/name", "page/r4/name")
    assert finding.message == (
        "三级指标与所属二级指标不符，复核时可能不予计分：重点工作完成率（时效指标）、"
        "医药耗材带量采购率（产出时效）、当年各级财政补助到位率（成本指标）等 4 项。"
        "请移到相符的二级指标下，或换成相符的指标。"
    )


def test_right_filing() -> None:
    assert found(CODE) == []


def test_form_without_a_second_level_is_left_alone() -> None:
    assert in_row(CODE, WITHOUT_LEVEL2, level2="时效指标", name="重点工作完成率", target="100%") == []
