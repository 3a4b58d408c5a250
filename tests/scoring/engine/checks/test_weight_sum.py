"""W_SUM: the weights of all rows add up to the form's total."""

import pytest

from tests.scoring.engine.checks.dossiers import found, only, row
from tests.scoring.engine.checks.weighted import FORM, RIGHT, weighted

WITHOUT_LEVELS = f"{FORM}check_settings: {{W_LEVEL: off}}\n"


def test_weights_beyond_the_total_are_found_at_the_list() -> None:
    finding = only("W_SUM", weighted(*RIGHT, row("培训次数", "2.5"), form=WITHOUT_LEVELS))

    assert (finding.anchor, finding.severity) == ("page/rows", "warning")
    assert finding.message == "各项指标分值合计 102.5，应为 100，多 2.5。"
    assert (finding.stated, finding.computed, finding.difference) == ("102.5", "100", "2.5")
    assert finding.touches_score


def test_weights_short_of_the_total_are_found() -> None:
    finding = only("W_SUM", weighted(*RIGHT[:-1], form=WITHOUT_LEVELS))

    assert finding.message == "各项指标分值合计 90，应为 100，少 10。"


@pytest.mark.parametrize("rows", [RIGHT[:-1], (*RIGHT, row("培训次数", "2.5"))])
def test_gap_of_one_level_is_said_of_the_level(rows: tuple[dict[str, str | None], ...]) -> None:
    own = weighted(*rows)

    assert len(found("W_LEVEL", own)) == 1
    assert found("W_SUM", own) == []


def test_row_of_no_level_is_found() -> None:
    finding = only("W_SUM", weighted(*RIGHT, row("创新", "5", "创新指标")))

    assert finding.message == "各项指标分值合计 105，应为 100，多 5。"


def test_level_that_is_only_information_does_not_answer_for_the_total() -> None:
    form = WITHOUT_LEVELS.replace("W_LEVEL: off", "W_LEVEL: information")

    assert len(found("W_SUM", weighted(*RIGHT[:-1], form=form))) == 1


def test_right_weights_draw_nothing() -> None:
    assert found("W_SUM", weighted()) == []


def test_rows_without_weights_draw_nothing() -> None:
    assert found("W_SUM", weighted(row("参保人数", ""))) == []


def test_form_without_scores_is_not_checked() -> None:
    form = FORM.replace("scope: project", "scope: project\nscoring: none")

    assert found("W_SUM", weighted(*RIGHT[:-1], form=form)) == []
