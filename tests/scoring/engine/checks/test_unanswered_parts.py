"""I_COMPOUND: a target of several things, a completed value that answers fewer of them."""

import pytest

from tests.scoring.engine.checks.rows import WITHOUT_ACTUAL, WITHOUT_TARGET, found, in_row

CODE = "I_COMPOUND"
SCHOOLS = "小学2所、幼儿园3所"


def test_parts_without_an_answer() -> None:
    (finding,) = in_row(CODE, name="建设项目", target=SCHOOLS, actual="小学2所")

    assert (finding.anchor, finding.severity) == ("page/r1/actual", "information")
    assert (finding.stated, finding.computed) == ("小学2所", SCHOOLS)
    assert finding.message == (
        "建设项目的指标值“小学2所、幼儿园3所”有几项内容，完成值“小学2所”没有逐项回答，其余是否完成无法核实。"
        "请逐项写明，或拆成几个指标。"
    )


def test_clauses_of_a_sentence() -> None:
    target = "新增两病门诊，门诊待遇提高到70%。大病保险起付线进一步降低。"

    assert len(in_row(CODE, name="医疗保障水平", target=target, actual="待遇水平在70%以上")) == 1


@pytest.mark.parametrize(
    ("target", "actual"),
    [
        (SCHOOLS, "小学2所、幼儿园3所"),
        (SCHOOLS, "小学2所，幼儿园2所"),
        (SCHOOLS, "小学1所"),
        (SCHOOLS, "全部完成"),
        (SCHOOLS, "学校建设均已完成验收"),
        (SCHOOLS, "已全部购置"),
        ("12月底前达到100%", "100%"),
        (SCHOOLS, "达成预期指标"),
        (SCHOOLS, "未完成"),
        (SCHOOLS, "无"),
        (SCHOOLS, ""),
        (SCHOOLS, "小学共2所，幼儿园若干所"),
        ("100%发放到位", "100%"),
        ("显著提升，持续改善", "显著提升"),
    ],
)
def test_answered_settled_or_single_targets(target: str, actual: str) -> None:
    assert in_row(CODE, name="建设项目", target=target, actual=actual) == []


def test_right_filing() -> None:
    assert found(CODE) == []


@pytest.mark.parametrize("form", [WITHOUT_TARGET, WITHOUT_ACTUAL])
def test_forms_without_both_cells_are_left_alone(form: str) -> None:
    assert in_row(CODE, form, target=SCHOOLS, actual="小学2所") == []
