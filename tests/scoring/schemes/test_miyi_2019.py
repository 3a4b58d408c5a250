"""Targets of 2019, a form without scores: which are completed, which figures leave open, what a person decides."""

from decimal import Decimal

import pytest

from tests.scoring.schemes.published import figures, filed, of, row, scored

STATEMENT = "statement-miyi-2019"
SUBSIDY, WORK, EVALUATION = (f"targets-miyi-2019-{name}" for name in ("subsidy", "work", "evaluation"))
TARGETS = (SUBSIDY, WORK, EVALUATION)

JUDGED = {
    SUBSIDY: [
        ("s01", "1.8067万人", "1.8067万人", True),
        ("s02", "=100%", "100%", True),
        ("s03", "=100%", "100%", True),
        ("s04", "220元/人", "220元/人", True),
        ("s05", "≥100%", "≥100%", True),
        ("s06", "≥95%", "≥95%", True),
        ("s07", "≥95%", "≥95%", True),
    ],
    WORK: [
        ("w01", "18.8万人", "18.9627万人", True),
        ("w02", "≥95%", "≥98%", True),
        ("w03", "2019年6月30日", "2019年6月30日", True),
        ("w04", "≥95%", "≥98%", True),
        ("w05", "≥95%", "≥95%", True),
        ("w06", "≥95%", "≥95%", True),
    ],
    EVALUATION: [
        ("e01", "18067人", "18067人", True),
        ("e02", "18067人", "13297人", False),
        ("e03", "18067人", "18067人", True),
        ("e04", "=100%", "100%", True),
        ("e05", "=100%", "100%", True),
        ("e07", "=100%", "到达100%", True),
        ("e09", "=100%", "达到100%", True),
        ("e10", "≥95%", "大于等于95%", True),
        ("e11", "≥15000人次", "25266 人次", True),
        ("e12", "≥4800人次", "7107 人次", True),
        ("e14", "≥95%", "95%以上", True),
    ],
}
CASES = [(name, *case) for name, cases in JUDGED.items() for case in cases]


@pytest.mark.parametrize(("name", "key", "target", "actual", "done"), CASES)
def test_targets_are_judged_without_points(name: str, key: str, target: str, actual: str, done: bool) -> None:
    outcome = row(scored(name), key).outcome

    said = "已完成" if done else "未完成"
    assert (outcome.status, outcome.points, outcome.achieved) == ("scored", 0, done)
    assert outcome.explanation == f"完成值“{actual}”对照指标值“{target}”，{said}。"


@pytest.mark.parametrize(
    ("key", "status", "said"),
    [
        ("e06", "judgement", "完成值本身是一个界限，不能断定是否达到目标"),
        ("e08", "judgement", "完成值本身是一个界限，不能断定是否达到目标"),
        ("e13", "needs_data", "完成值未填写"),
    ],
)
def test_targets_that_figures_leave_open_are_a_persons(key: str, status: str, said: str) -> None:
    outcome = row(scored(EVALUATION), key).outcome

    assert (outcome.status, outcome.achieved) == (status, None)
    assert said in outcome.explanation


@pytest.mark.parametrize(("key", "done"), [("e06", False), ("e08", False), ("e13", True)])
def test_targets_are_decided_by_plain_figures(key: str, done: bool) -> None:
    outcome = row(scored(EVALUATION, corrected=True), key).outcome

    assert outcome.achieved is done


@pytest.mark.parametrize("name", [*TARGETS, STATEMENT])
def test_forms_without_scores_have_no_total_and_no_grade(name: str) -> None:
    totals = scored(name).totals

    assert (totals.total, totals.grade, totals.self_stated, totals.points) == (None, "", None, 0)


@pytest.mark.parametrize(
    ("name", "rows", "rate"), [(SUBSIDY, 7, "100"), (WORK, 6, "100"), (EVALUATION, 14, "99.245")]
)
def test_targets_keep_every_row_and_derive_the_execution_rate(name: str, rows: int, rate: str) -> None:
    filing = filed(name)

    assert len(filing.rows) == rows
    assert filing.facts.value("execution_rate") == pytest.approx(Decimal(rate), abs=Decimal("0.001"))


@pytest.mark.parametrize("name", TARGETS)
def test_targets_of_the_published_forms_draw_no_warning(name: str) -> None:
    assert of(scored(name), "error", "warning") == []


@pytest.mark.parametrize("column", ["budget", "spent"])
@pytest.mark.parametrize(("source", "total"), [("treasury", "9.49"), ("other", "260.69")])
def test_targets_sum_up_their_funds(source: str, column: str, total: str) -> None:
    card = scored(SUBSIDY, (f"funds/tables/funds/{source}/{column}", "9.49"))

    assert ("X_PARTS", f"funds/funds/total/{column}", "251.2", total) in figures(card.findings)
