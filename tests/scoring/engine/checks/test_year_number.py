"""I_YEARNUM: the only number in a quantity's target is a year, a month or part of a name."""

import pytest

from tests.scoring.engine.checks.rows import WITHOUT_TARGET, found, in_row

CODE = "I_YEARNUM"


def test_period_in_place_of_a_quantity() -> None:
    (finding,) = in_row(CODE, name="拨付医疗保障待遇", target="拨付 2020 年度其他医疗保障待遇", actual="1500")

    assert (finding.anchor, finding.severity) == ("page/r1/target", "information")
    assert finding.stated == "拨付 2020 年度其他医疗保障待遇"
    assert finding.message == (
        "拨付医疗保障待遇的指标值“拨付 2020 年度其他医疗保障待遇”里的数字是年份、月份或名称，不是目标数量，"
        "完成多少无法衡量。请写明数字和单位。"
    )


@pytest.mark.parametrize(
    "target", ["支付 1-12 月住院救助", "2022年12月底前", "年底前", "打造“15分钟医保服务圈”"]
)
def test_months_deadlines_and_names(target: str) -> None:
    assert len(in_row(CODE, target=target)) == 1


@pytest.mark.parametrize(
    ("level2", "target"),
    [
        ("数量指标", "2022年培训100人"),
        ("数量指标", "每月1次"),
        ("数量指标", "广泛开展"),
        ("数量指标", ""),
        ("时效指标", "2022年12月底前"),
        ("社会效益指标", "2022年显著提升"),
    ],
)
def test_targets_with_a_quantity_or_of_another_kind(level2: str, target: str) -> None:
    assert in_row(CODE, level2=level2, target=target) == []


def test_right_filing() -> None:
    assert found(CODE) == []


def test_form_without_targets_is_left_alone() -> None:
    assert in_row(CODE, WITHOUT_TARGET, target="支付 1-12 月住院救助") == []
