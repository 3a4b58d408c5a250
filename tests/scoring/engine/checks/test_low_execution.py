"""X_LOW: budget execution under 90 % asks for reasons."""

import pytest

from tests.scoring.engine.checks.dossiers import filed, found, only
from tests.scoring.engine.checks.weighted import FORM, standards, weighted

CODE = "X_LOW"
REASON = FORM.replace(
    "name: 预算执行率, weight: 10, columns: []", "name: 预算执行率, weight: 10, columns: [reason]"
)
UNSCORED = standards("execution: rate").replace(
    "{kind: exec_rate, numerator: funds.own.spent - funds.own.transfer, denominator: funds.own.budget}",
    "{kind: reviewer_judgement}",
)


@pytest.mark.parametrize(("spent", "count"), [("89.99", 1), ("90", 0), ("100", 0), ("287", 0)])
def test_rate_under_ninety_is_found(spent: str, count: int) -> None:
    assert len(found(CODE, weighted(spent=spent))) == count


def test_message_names_the_rate_and_where_to_say_why() -> None:
    finding = only(CODE, weighted(spent="72.3"))

    assert (finding.anchor, finding.severity, finding.stated) == ("page/execution", "information", "72.3%")
    assert finding.message == "预算执行率 72.3%，低于 90%，请在自评报告中说明原因和改进措施。"


def test_less_than_half_may_cost_the_next_budget() -> None:
    warning = "低于 50% 的，可能影响下年预算安排。"

    assert only(CODE, weighted(spent="49.9")).message.endswith(warning)
    assert warning not in only(CODE, weighted(spent="50")).message


def test_written_reason_is_enough() -> None:
    explained = filed(
        REASON,
        tables={"funds": {"own": {"budget": "100", "spent": "72.3"}}},
        answers={"execution": {"self_score": "10", "reason": "项目跨年实施"}},
    )

    assert only(CODE, weighted(form=REASON, spent="72.3")).message.endswith(
        "请在偏差原因中说明原因和改进措施。"
    )
    assert found(CODE, explained) == []


def test_deduction_without_a_reason_asks_for_it_already() -> None:
    own = weighted(form=REASON, spent="72.3", own_score="7.23")

    assert len(found("I_REASON", own)) == 1
    assert found(CODE, own) == []


def test_rate_of_a_form_that_does_not_score_it() -> None:
    form = UNSCORED.replace("blocks: [{facts: [total]}", "blocks: [{facts: [total, rate]}").replace(
        "derived: (funds", "stated: true, derived: (funds"
    )

    finding = only(CODE, weighted(form=form, spent="72.3"))

    assert (finding.anchor, finding.message) == (
        "page/rate",
        "执行率 72.3%，低于 90%，请在自评报告中说明原因和改进措施。",
    )
    assert found(CODE, weighted(form=form, spent="95")) == []
    assert len(found(CODE, weighted(form=standards("execution: rate"), spent="72.3"))) == 1


def test_budget_of_zero_has_no_rate() -> None:
    form = FORM.replace(
        "denominator: funds.own.budget}", "denominator: funds.own.budget, zero_denominator: full}"
    )

    assert found(CODE, weighted(form=form, budget="0")) == []
