"""What a filing comes to under its form."""

import pytest
from pytest_django import DjangoAssertNumQueries

from reports.outcomes import Achievement, achievement_of, achievements_by_scorecard, outcome_of
from scoring.models import IndicatorScore, Scorecard
from tests.factories import OVERALL, PROJECT, hand_over, make_filer, make_scheme
from tests.reports.accounts import FIGURES, RUBRIC, TARGETS, fill, form_of, report_under


@pytest.mark.parametrize(
    ("text", "outcome"), [(FIGURES, "figures"), (TARGETS, "achievement"), (RUBRIC, "points")]
)
def test_outcome_of_a_form(text: str, outcome: str) -> None:
    assert outcome_of(form_of(text)) == outcome


def test_figures_alone_have_no_points_whatever_the_form_says() -> None:
    assert outcome_of(form_of(FIGURES).model_copy(update={"scoring": "points"})) == "figures"


@pytest.mark.django_db
@pytest.mark.parametrize("code", [OVERALL, PROJECT])
def test_published_forms_have_points(code: str) -> None:
    assert outcome_of(make_scheme(code).form) == "points"


def test_achievement_counts_verdicts() -> None:
    assert achievement_of([True, None, True, False]) == Achievement(2, 1, 1)
    assert str(achievement_of([])) == "已完成 0 · 未完成 0 · 待判断 0"


@pytest.mark.django_db
def test_achievements_by_scorecard_leave_out_what_does_not_apply() -> None:
    filer = make_filer()
    report = fill(report_under(TARGETS, filer.bureau), filer)
    hand_over(report, filer)
    card = Scorecard.objects.get()
    IndicatorScore.objects.filter(indicator_id="g3").update(status="not_applicable")

    assert achievements_by_scorecard([card.pk]) == {card.pk: Achievement(1, 1, 0)}


@pytest.mark.django_db
def test_achievements_of_nothing_ask_nothing(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(0):
        assert achievements_by_scorecard([]) == {}
