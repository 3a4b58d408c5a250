"""X_OVER: execution above 100 % without an explanation."""

import pytest

from scoring.engine.filing import Filing
from tests.scoring.engine.checks.dossiers import filed, found, only
from tests.scoring.engine.checks.weighted import FORM, standards, weighted

# The row has a cell for reasons, nothing is taken off what was spent.
REASONED = FORM.replace("columns: [],", "columns: [reason],").replace(
    "numerator: funds.own.spent - funds.own.transfer", "numerator: funds.own.spent"
)
BARE = REASONED.replace("columns: [reason],", "columns: [],")
UNSCORED = (
    standards("execution: rate")
    .replace("scope: project", "scope: project\nscoring: none")
    .replace(", {answers: [execution]}", "")
    .replace(FORM[FORM.index("indicators:\n") : FORM.index("sections:\n")], "")
)


def test_transfers_are_asked_for_where_the_form_has_them() -> None:
    finding = only("X_OVER", weighted(budget="10276", spent="29525.64", transfer="0"))

    assert (finding.anchor, finding.severity) == ("page/funds/own/transfer", "warning")
    assert finding.message == ("预算执行率 287.33%，超过 100%，请填写上级转移支付或说明追加预算等原因。")
    assert finding.stated == "287.33%"
    assert not finding.touches_score


@pytest.mark.parametrize(("form", "anchor"), [(REASONED, "page/execution/reason"), (BARE, "page/execution")])
def test_a_reason_is_asked_for_where_nothing_is_taken_off(form: str, anchor: str) -> None:
    finding = only("X_OVER", weighted(form=form, spent="120"))

    assert finding.anchor == anchor
    assert finding.message == "预算执行率 120%，超过 100%，请说明追加预算等原因。"


def test_anything_above_a_hundred_percent_counts() -> None:
    assert len(found("X_OVER", weighted(spent="100.01"))) == 1
    assert len(found("X_OVER", weighted(form=UNSCORED, spent="100.01"))) == 1


def test_a_reason_explains_it() -> None:
    own = filed(
        REASONED,
        tables={"funds": {"own": {"budget": "100", "spent": "120"}}},
        answers={"execution": {"self_score": "10", "reason": "年中追加预算20万元"}},
    )

    assert found("X_OVER", own) == []


@pytest.mark.parametrize(
    "own",
    [
        weighted(spent="287", transfer="10"),
        weighted(spent="100"),
        weighted(budget="", spent="287"),
        weighted(budget="0", spent="287"),
    ],
)
def test_transfers_full_execution_and_blank_budgets_draw_nothing(own: Filing) -> None:
    assert found("X_OVER", own) == []


def test_rate_of_a_form_that_does_not_score_it_is_read_from_its_fact() -> None:
    finding = only("X_OVER", weighted(form=UNSCORED, spent="287"))

    assert (finding.anchor, finding.stated) == ("rate", "287%")
    assert finding.message == "执行率 287%，超过 100%，请在报告中说明追加预算等原因。"


def test_right_rate_of_such_a_form_draws_nothing() -> None:
    assert found("X_OVER", weighted(form=UNSCORED)) == []
    assert found("X_OVER", weighted(form=UNSCORED, budget="")) == []
