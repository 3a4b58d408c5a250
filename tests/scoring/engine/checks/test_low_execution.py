"""X_LOW beside a budget of zero whose row gets full marks."""

from tests.scoring.engine.checks.dossiers import found, only
from tests.scoring.engine.checks.weighted import FORM, weighted


def test_low_rate_is_found() -> None:
    assert only("X_LOW", weighted(spent="72.3")).stated == "72.3%"


def test_budget_of_zero_has_no_rate() -> None:
    form = FORM.replace(
        "denominator: funds.own.budget}", "denominator: funds.own.budget, zero_denominator: full}"
    )

    assert found("X_LOW", weighted(form=form, budget="0")) == []
