"""E_SAT: a satisfaction percentage that the number of people asked can't give."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.engine.loading import scheme_problems
from scoring.engine.numbers import printed
from tests.scoring.engine.checks.rows import WITHOUT_ACTUAL, found, in_row, with_standards
from tests.scoring.engine.checks.small import FORM

CODE = "E_SAT"
SAMPLED = with_standards("sample: headcount")
SATISFIED = {"level1": "满意度指标", "level2": "服务对象满意度指标", "name": "群众满意度", "target": "≥90%"}


def test_percentage_of_ten_people() -> None:
    (finding,) = in_row(CODE, SAMPLED, **SATISFIED, actual="98%")

    assert (finding.anchor, finding.severity) == ("page/r1/actual", "warning")
    assert (finding.stated, finding.computed, finding.also) == ("98%", "90%、100%", ("page/headcount",))
    assert finding.message == (
        "群众满意度填写“98%”，人数为 10，按人数算得不出这个比例，最接近的是 90%、100%。"
        "请核对样本数和满意人数；按平均分计算的请写明算法。"
    )


@pytest.mark.parametrize(
    ("size", "actual", "nearest"),
    [
        ("10", "90%", None),
        ("10", "100%", None),
        ("10", "105%", "100%"),
        ("30", "96.7%", None),  # 29 of 30, rounded
        ("30", "96.66%", None),  # cut off
        ("30", "96.5%", "93.33%、96.67%"),
        ("200", "98%", None),
        ("200", "98.3%", "98%、98.5%"),
        ("50", "97%", "96%、98%"),
        ("0", "100%", ""),
        ("-10", "98%", None),
        (None, "98%", None),
        ("10", "≥98%", None),
        ("10", "4.8分（5分制）", None),
        ("10", "满意", None),
    ],
)
def test_sample_and_percentage(size: str | None, actual: str, nearest: str | None) -> None:
    rows = [{**SATISFIED, "id": "r1", "actual": actual, "weight": "50", "self_score": "50"}]

    found_here = found(CODE, {"lists/rows": rows, "facts/headcount": size}, SAMPLED)

    assert [finding.computed for finding in found_here] == ([] if nearest is None else [nearest or None])


def test_nobody_asked() -> None:
    rows = [{**SATISFIED, "id": "r1", "actual": "100%", "weight": "50", "self_score": "50"}]

    (finding,) = found(CODE, {"lists/rows": rows, "facts/headcount": "0"}, SAMPLED)

    assert "人数为 0，没有人作答就没有满意度" in finding.message


def test_rule_of_the_row_may_name_the_sample() -> None:
    rule = "{kind: satisfaction_scaled, target: 90, sample: headcount}"
    form = FORM.replace("{kind: by_target}", rule)

    assert len(in_row(CODE, form, **SATISFIED, actual="98%")) == 1
    assert in_row(CODE, form.replace(", sample: headcount", ""), **SATISFIED, actual="98%") == []


def test_other_rates_are_no_satisfaction() -> None:
    assert in_row(CODE, SAMPLED, level2="质量指标", name="合格率", target="≥90%", actual="98%") == []


def test_right_filing_and_schemes_or_forms_without_the_figures() -> None:
    assert found(CODE, form=SAMPLED) == []
    assert in_row(CODE, **SATISFIED, actual="98%") == []
    assert in_row(CODE, with_standards("sample: headcount", WITHOUT_ACTUAL), **SATISFIED, actual="98%") == []


@settings(max_examples=40, deadline=None)
@given(
    st.integers(1, 400).flatmap(lambda size: st.tuples(st.just(size), st.integers(0, size))),
    st.integers(0, 2),
)
def test_what_people_really_answered_is_never_doubted(answers: tuple[int, int], places: int) -> None:
    size, happy = answers
    share = printed(Decimal(happy) / size * 100, places)
    rows = [{**SATISFIED, "id": "r1", "actual": f"{share}%", "weight": "50", "self_score": "50"}]

    assert found(CODE, {"lists/rows": rows, "facts/headcount": str(size)}, SAMPLED) == []


def test_sample_must_be_a_figure_of_the_scheme() -> None:
    (problem,) = scheme_problems(with_standards("sample: name"))

    assert problem.message == "“name”不是本方案的数值数据项或表格单元"
