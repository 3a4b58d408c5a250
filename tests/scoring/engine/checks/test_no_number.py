"""I_NONUM: targets of quantity without a number."""

import pytest

from tests.scoring.engine.checks.rows import WITHOUT_TARGET, found, in_row, in_rows

CODE = "I_NONUM"


def test_quantities_in_words_are_listed_once() -> None:
    (finding,) = in_rows(
        CODE,
        {"name": "药物救助", "target": "每月定点定时发放药物"},
        {},
        {"name": "政策宣传", "target": "广泛开展"},
        {"name": "检查", "target": "定期检查"},
        {"name": "调研", "target": "深入基层"},
    )

    assert (finding.anchor, finding.severity) == ("page/r1/target", "information")
    assert finding.also == ("page/r3/target", "page/r4/target", "page/r5/target")
    assert finding.message == (
        "数量指标的指标值没有数量，完成多少无法衡量：药物救助、政策宣传、检查等 4 项。"
        "请写明数字和单位，例如“≥100人”。"
    )


@pytest.mark.parametrize(
    ("level2", "target"),
    [
        ("数量指标", "100"),
        ("数量指标", "小学2所、幼儿园3所"),
        ("数量指标", ""),
        ("数量指标", "发放1-12月救助金"),  # a period is said by another check
        ("数量指标", "2022年12月底前"),
        ("质量指标", "符合标准"),
        ("", "符合标准"),
    ],
)
def test_targets_with_a_number_or_of_another_kind(level2: str, target: str) -> None:
    assert in_row(CODE, level2=level2, target=target) == []


@pytest.mark.parametrize("target", ["无", "零发生", "不发生"])
def test_that_something_is_not_to_happen_is_a_number(target: str) -> None:
    assert in_row(CODE, name="安全事故", target=target, actual="无") == []


def test_right_filing() -> None:
    assert found(CODE) == []


def test_form_without_targets_is_left_alone() -> None:
    assert in_row(CODE, WITHOUT_TARGET, target="广泛开展") == []
