"""A filing as the other reports of its dossier see it."""

from decimal import Decimal

from scoring.engine.filing import Filing
from tests.scoring.engine.checks.dossiers import filed
from tests.scoring.engine.checks.weighted import FORM, RIGHT, weighted


def test_title_is_its_own_else_the_forms() -> None:
    assert filed(FORM, title="居民医保").title == "居民医保"
    assert filed(FORM).title == "项目支出绩效自评表"


def test_facts_have_figures_self_scores_and_sums() -> None:
    facts = weighted(own_score="7.23", budget="121.3", spent="87.7").facts

    assert facts.value("funds.own.budget") == Decimal("121.3")
    assert facts.value("self.execution") == Decimal("7.23")
    assert facts.value("self.id-参保人数") == Decimal(25)
    assert (facts.value("self.sum"), facts.value("weight.sum")) == (Decimal("97.23"), Decimal(100))


def test_blank_self_scores_count_nothing() -> None:
    facts = weighted(own_score="").facts

    assert (facts.value("self.execution"), facts.value("self.sum")) == (None, Decimal(90))


def test_rows_are_in_form_order_with_their_figures() -> None:
    rows = weighted(spent="50").rows

    assert [row.given.name for row in rows] == [*(row["name"] for row in RIGHT), "预算执行率"]
    assert rows[-1].given.facts.value("funds.own.spent") == Decimal(50)


def test_facts_and_rows_are_read_once() -> None:
    filing = weighted()

    assert filing.facts is filing.facts
    assert filing.rows is filing.rows


def test_what_is_at_hand_is_not_read_again() -> None:
    filing = weighted()

    again = Filing.read_already(filing.scheme, filing.content, filing.facts, filing.rows)

    assert again == filing
    assert again.facts is filing.facts
    assert again.rows is filing.rows
