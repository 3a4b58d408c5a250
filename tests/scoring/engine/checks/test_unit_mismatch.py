"""I_UNIT: a completed value that can't be set against its target."""

import pytest

from tests.scoring.engine.checks.rows import WITHOUT_ACTUAL, WITHOUT_TARGET, found, in_row, in_rows

CODE = "I_UNIT"


def test_other_unit_is_named() -> None:
    (finding,) = in_row(CODE, actual="100人次")

    assert (finding.anchor, finding.severity) == ("page/r1/actual", "warning")
    assert (finding.stated, finding.computed, finding.touches_score) == ("100人次", "≥100人", False)
    assert finding.message == (
        "培训人数的指标值是“≥100人”，完成值“100人次”的单位不同，不能换算，无法对照。"
        "请按指标值的单位填写实际数。"
    )


@pytest.mark.parametrize(
    ("target", "actual", "said"),
    [
        ("≥85%", "年末结余6万", "的单位不同"),
        ("≥90%", "未收到投诉", "里没有数字"),
        ("±20%以内", "符合政府采购要求", "里没有数字"),
        ("≥95%", "2022年12月", "是日期"),
        ("≥95%", "1500", "没有写单位"),
        ("≥2000册", "2150元，已付清", "的单位不同"),
    ],
)
def test_what_is_wrong_is_said(target: str, actual: str, said: str) -> None:
    (finding,) = in_row(CODE, level2="质量指标", name="办理情况", target=target, actual=actual)

    assert said in finding.message


@pytest.mark.parametrize(
    ("target", "actual"),
    [
        ("≥1.2万户", "11860户"),
        ("≥3公顷", "45亩"),
        ("100%", "全部办结"),
        ("≥100人", "未完成"),
        ("≥100人", "无"),
        ("≥100人", "100"),
        ("≥1次/周", "48次"),
        ("≥98%", "0.95"),
        ("≤5个工作日", "平均3.2天"),
        ("显著提升", "1500"),
        ("", "1500"),
        ("≥100人", ""),
        ("30人，其中女性10人", "30元"),
        ("前3名", "第2名"),
        ("≥1次/月", "1次"),
        ("≤5个工作日", "8天"),
        ("≥3次", "3场左右"),
        ("≥98%", "98%左右"),
        ("≥100人", "100左右"),
        ("500", "500人左右"),
        ("显著提升", "效果一般"),
    ],
)
def test_what_can_be_compared_or_is_no_figure_is_left_alone(target: str, actual: str) -> None:
    assert in_row(CODE, level2="质量指标", name="办理情况", target=target, actual=actual) == []


@pytest.mark.parametrize(
    ("target", "actual", "severity"),
    [("3篇", "3份", "information"), ("3篇", "3场", "warning"), ("3篇", "完成", "warning")],
)
def test_measure_words_of_things_are_information(target: str, actual: str, severity: str) -> None:
    (finding,) = in_row(CODE, name="调研报告", target=target, actual=actual)

    assert finding.severity == severity


def test_value_in_the_wrong_row_is_said_once_by_another_check() -> None:
    swapped = (
        {"name": "三公经费控制率", "target": "≤120%", "actual": "调出2人、调入2人"},
        {"name": "在职人员控制率", "target": "≤120%", "actual": "去年0.8，今年2.2"},
    )

    assert in_rows(CODE, *swapped) == []
    assert len(in_rows(CODE, swapped[0])) == 1
    assert in_rows(CODE, swapped[1]) == []


def test_right_filing_and_rows_of_a_group() -> None:
    assert found(CODE) == []
    assert [finding.anchor for finding in found(CODE, {"answers/economy/actual": "6万元"})] == [
        "page/economy/actual"
    ]


@pytest.mark.parametrize("form", [WITHOUT_TARGET, WITHOUT_ACTUAL])
def test_forms_without_both_cells_are_left_alone(form: str) -> None:
    assert in_row(CODE, form, actual="100人次") == []
