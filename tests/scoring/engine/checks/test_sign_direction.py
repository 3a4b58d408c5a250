"""I_DIR: a target whose sign is against what its indicator naturally wants."""

import pytest

from tests.scoring.engine.checks.rows import WITHOUT_TARGET, found, in_row

CODE = "I_DIR"


@pytest.mark.parametrize(
    ("name", "target", "message"),
    [
        (
            "结转结余率",
            "≥85%",
            "结转结余率一般越低越好，指标值“≥85%”却写成下限，请核对是否应为“≤”；方向写反会颠倒得分。",
        ),
        (
            "接待信访件",
            "≤300件",
            "接待信访件多为工作量，指标值“≤300件”却写成上限，请核对是否应为“≥”；方向写反会颠倒得分。",
        ),
        (
            "群众满意度",
            "≤95%",
            "群众满意度一般越高越好，指标值“≤95%”却写成上限，请核对是否应为“≥”；方向写反会颠倒得分。",
        ),
    ],
)
def test_sign_against_the_indicator(name: str, target: str, message: str) -> None:
    (finding,) = in_row(CODE, level2="质量指标", name=name, target=target, actual="90%")

    assert (finding.anchor, finding.severity, finding.stated) == ("page/r1/target", "information", target)
    assert finding.message == message


@pytest.mark.parametrize(
    ("level2", "name", "target"),
    [
        ("质量指标", "结转结余率", "≤15%"),
        ("质量指标", "投诉办结率", "≥95%"),
        ("质量指标", "群众满意度", "≥95%"),
        ("质量指标", "不满意率", "≤5%"),
        ("质量指标", "产品不合格率", "≤3%"),
        ("质量指标", "辍学率", "<1.8%"),
        ("质量指标", "预算执行率", "≤100%"),
        ("质量指标", "覆盖率", "90%"),
        ("数量指标", "公务接待批次", "≤30批次"),
        ("经济成本指标", "办公费", "≥17万元"),  # a cost is said by another check
    ],
)
def test_signs_in_order(level2: str, name: str, target: str) -> None:
    assert in_row(CODE, level2=level2, name=name, target=target) == []


@pytest.mark.parametrize("name", ["投诉办结率", "隐患整改率", "设施完好率", "诉求处理率"])
def test_rate_of_work_done_is_to_be_high(name: str) -> None:
    assert len(in_row(CODE, name=name, target="≤90%", actual="95%")) == 1
    assert in_row(CODE, name=name, target="≥90%", actual="95%") == []


def test_right_filing_and_rows_of_a_group() -> None:
    assert found(CODE) == []
    assert found(CODE, {"answers/economy/target": "≤5%"}) == []


def test_form_without_targets_is_left_alone() -> None:
    assert in_row(CODE, WITHOUT_TARGET, name="结转结余率", target="≥85%") == []
