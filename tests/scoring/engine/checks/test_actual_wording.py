"""I_INEQ, I_ECHO: how completed values are written."""

import pytest

from tests.scoring.engine.checks.rows import in_row, in_rows


@pytest.mark.parametrize("actual", ["≥100人", "100人以上", "不低于100人", "约120人", "120人左右"])
def test_completed_value_that_is_no_figure(actual: str) -> None:
    (finding,) = in_row("I_INEQ", actual=actual)

    assert (finding.anchor, finding.severity) == ("page/r1/actual", "information")
    assert finding.message == "完成值应填写确数，不能写成“≥”“≤”“以上”“约”：培训人数。"


@pytest.mark.parametrize("actual", ["120人", "已完成", "", "100-120人"])
def test_figures_and_words(actual: str) -> None:
    assert in_row("I_INEQ", actual=actual) == []


def test_all_rows_are_listed_once() -> None:
    (finding,) = in_rows(
        "I_INEQ", {"actual": "≥100人"}, {"name": "学时", "target": "≥8小时", "actual": "≥8小时"}
    )

    assert finding.also == ("page/r2/actual",)


def test_words_of_the_target() -> None:
    (finding,) = in_row("I_ECHO", target="显著提升", actual="显著提升。")

    assert finding.message == "完成值照抄指标值，请写明实际完成情况：培训人数。"
    assert in_row("I_ECHO", target="显著提升", actual="满意度提高3个百分点") == []
