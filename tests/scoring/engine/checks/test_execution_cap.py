"""X_CAP: a total above the cap of its execution rate."""

import pytest

from scoring.engine.filing import Filing
from tests.scoring.engine.checks.dossiers import found, only
from tests.scoring.engine.checks.weighted import FORM, standards, weighted

STEPS = "{below: 80, most: 89}, {below: 70, most: 79}, {below: 60, most: 69}, {below: 50, most: 59}"
CAPPED = standards(f"execution_caps: [{STEPS}]")


def test_total_above_the_cap_is_found_at_the_total() -> None:
    finding = only("X_CAP", weighted(form=CAPPED, budget="121.3", spent="87.7", total="98"))

    assert (finding.anchor, finding.severity, finding.touches_score) == ("page/total", "warning", True)
    assert finding.message == "预算执行率 72.3%，低于 80%，总分最高 89 分，填写 98 分。"
    assert (finding.stated, finding.computed, finding.difference) == ("98", "89", "9")


# Boundaries belong to the step above: [70,80), [60,70), [50,60).
@pytest.mark.parametrize(
    ("spent", "most"),
    [("79.99", "89"), ("70", "89"), ("69.99", "79"), ("60", "79"), ("50", "69"), ("0", "59")],
)
def test_lowest_step_reached_counts(spent: str, most: str) -> None:
    assert only("X_CAP", weighted(form=CAPPED, spent=spent, total="98")).computed == most


@pytest.mark.parametrize(
    "own",
    [
        weighted(form=CAPPED, spent="80", total="98"),
        weighted(form=CAPPED, spent="72", total="89"),
        weighted(form=CAPPED, spent="72", total=None),
        weighted(form=CAPPED, spent="", total="98"),
        weighted(form=CAPPED, budget="0", total="98"),
        weighted(form=FORM, spent="72", total="98"),
        weighted(form=CAPPED.replace("totals: {official: total}", ""), spent="72", total="98"),
    ],
)
def test_within_the_cap_or_without_figures_nothing_is_found(own: Filing) -> None:
    assert found("X_CAP", own) == []


def test_rate_is_the_fact_that_the_scheme_names() -> None:
    form = standards(f"execution: rate, execution_caps: [{STEPS}]").replace(
        "/ funds.own.budget * 100}", "/ funds.own.budget * 10}"
    )

    assert only("X_CAP", weighted(form=form, total="98")).computed == "59"
