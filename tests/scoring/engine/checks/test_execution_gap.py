"""X_MISMATCH: indicators scored far better than the money was spent."""

import pytest

from scoring.engine.filing import Filing
from tests.scoring.engine.checks.dossiers import found, only, row
from tests.scoring.engine.checks.weighted import FORM, standards, weighted

WARNED = standards("execution_gap: 5")


def test_score_rate_above_the_execution_rate_is_found_at_the_total() -> None:
    finding = only("X_MISMATCH", weighted(form=WARNED, spent="72.3", own_score="7.23"))

    assert (finding.anchor, finding.severity, finding.touches_score) == ("page/total", "warning", True)
    assert finding.message == (
        "各项指标得分率 100%（90 ÷ 90），预算执行率 72.3%，偏差 27.7%，超过 5%，请核实得分或说明原因。"
    )
    assert (finding.stated, finding.computed) == ("100%", "72.3%")


@pytest.mark.parametrize(("spent", "count"), [("95", 0), ("94.99", 1)])
def test_limit_itself_is_no_mismatch(spent: str, count: int) -> None:
    assert len(found("X_MISMATCH", weighted(form=WARNED, spent=spent))) == count


@pytest.mark.parametrize(
    "own",
    [
        weighted(form=WARNED),
        weighted(form=WARNED, spent=""),
        weighted(row("参保人数", "90", self_score=""), form=WARNED, spent="50"),
        weighted(row("参保人数", "", self_score="5"), form=WARNED, spent="50"),
        weighted(form=FORM, spent="50"),
    ],
)
def test_right_rates_and_blank_figures_draw_nothing(own: Filing) -> None:
    assert found("X_MISMATCH", own) == []


@pytest.mark.parametrize(
    ("form", "anchor"),
    [
        (WARNED.replace("totals: {official: total}", ""), "page/execution"),
        (
            standards("execution: rate, execution_gap: 5")
            .replace("/ funds.own.budget * 100}", "/ funds.own.budget * 100, stated: true}")
            .replace("facts: [total]", "facts: [total, rate]")
            .replace("totals: {official: total}", ""),
            "page/rate",
        ),
    ],
)
def test_form_without_a_total_has_it_at_its_execution(form: str, anchor: str) -> None:
    assert only("X_MISMATCH", weighted(form=form, spent="50")).anchor == anchor


def test_form_with_neither_has_it_at_its_first_row() -> None:
    form = standards("execution: rate, execution_gap: 5").replace("totals: {official: total}", "")
    form = form.replace(", {answers: [execution]}", "").replace(
        "\ntitle: 项", "\ntotal_weight: 90\ntitle: 项"
    )
    form = form.replace(form[form.index("indicators:\n") : form.index("sections:\n")], "")

    assert only("X_MISMATCH", weighted(form=form, spent="50")).anchor == "page/id-参保人数"
