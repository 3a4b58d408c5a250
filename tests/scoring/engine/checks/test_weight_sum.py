"""W_SUM: the weights of all rows add up to the form's total."""

from tests.scoring.engine.checks.dossiers import found, only, row
from tests.scoring.engine.checks.weighted import FORM, RIGHT, weighted


def test_weights_beyond_the_total_are_found_at_the_list() -> None:
    finding = only("W_SUM", weighted(*RIGHT, row("培训次数", "2.5")))

    assert (finding.anchor, finding.severity) == ("page/rows", "warning")
    assert finding.message == "各项指标分值合计 102.5，应为 100，多 2.5。"
    assert (finding.stated, finding.computed, finding.difference) == ("102.5", "100", "2.5")
    assert finding.touches_score


def test_weights_short_of_the_total_are_found() -> None:
    finding = only("W_SUM", weighted(*RIGHT[:-1]))

    assert finding.message == "各项指标分值合计 90，应为 100，少 10。"


def test_right_weights_draw_nothing() -> None:
    assert found("W_SUM", weighted()) == []


def test_rows_without_weights_draw_nothing() -> None:
    assert found("W_SUM", weighted(row("参保人数", ""))) == []


def test_form_without_scores_is_not_checked() -> None:
    form = FORM.replace("scope: project", "scope: project\nscoring: none")

    assert found("W_SUM", weighted(*RIGHT[:-1], form=form)) == []
