import datetime
from typing import Any

import pytest
from django.utils import timezone

from reports.admin.queue import DONE, IN_REVIEW, MINE, queue_of
from reports.models import Report, Submission
from reports.services import filing, reviews
from tests.reports.admin.conftest import Login
from tests.reports.admin.desk import DAY, Desk

URL = "/desk/reports/submission/"


def titles(desk: Desk, login: Login, query: str = "") -> list[str]:
    client = login(desk.reviewer)
    return [s.report.title for s in client.get(f"{URL}{query}").context["cl"].result_list]


def test_queue_starts_with_what_waits_longest_for_this_reader(desk: Desk, login: Login) -> None:
    for title in ("甲", "乙", "丙"):
        desk.submit(desk.report(title))
    passed = desk.in_review("丁")
    reviews.approve(passed, by=desk.reviewer)
    Report.objects.filter(title="乙").update(status_changed_at=timezone.now() - 3 * DAY)

    assert titles(desk, login) == ["乙", "甲", "丙", "丁"]


@pytest.mark.parametrize(
    ("stages", "submitted", "office"),
    [
        (["division_review", "office_review"], MINE, IN_REVIEW),
        (["office_review"], IN_REVIEW, MINE),
    ],
)
def test_turn_follows_the_campaigns_stages(
    desk: Desk, stages: list[str], submitted: int, office: int
) -> None:
    desk.campaign.stages = stages
    desk.campaign.save()
    desk.submit(desk.report())

    assert queue_of(desk.reviewer).get().turn == submitted
    assert queue_of(desk.office).get().turn == office
    assert queue_of(desk.auditor).get().turn == IN_REVIEW


def test_turn_is_done_once_approved(desk: Desk) -> None:
    submission = desk.in_review()
    reviews.approve(submission, by=desk.reviewer)
    reviews.approve(desk.again(submission), by=desk.office)

    found = queue_of(desk.office).get()

    assert (found.turn, found.waiting_since) == (DONE, None)


def test_queue_holds_the_newest_submission_only(desk: Desk, login: Login) -> None:
    submission = desk.in_review()
    row = submission.scorecard.rows.all()[0]
    reviews.add_comment(submission, anchor=row.anchor, text="请核对", by=desk.reviewer)
    reviews.return_for_correction(submission, by=desk.reviewer)
    second = desk.submit(submission.report)

    assert [s.pk for s in queue_of(desk.reviewer)] == [second.pk]


def test_withdrawn_submission_leaves_the_queue(desk: Desk) -> None:
    submission = desk.submit(desk.report())
    filing.withdraw(desk.fresh(submission.report), by=desk.head)

    assert not queue_of(desk.reviewer).exists()


def test_late_submission_is_marked(desk: Desk, login: Login) -> None:
    submission = desk.submit(desk.report())
    Submission.objects.filter(pk=submission.pk).update(
        submitted_at=timezone.now() + datetime.timedelta(days=11)
    )

    assert "逾期报送" in login(desk.reviewer).get(URL).content.decode()


@pytest.mark.parametrize(
    "query", ["?q=000123", "?q=医疗保障", "?q=代办", "?turn=0", "?report__status__exact=submitted"]
)
def test_queue_finds_by_bureau_title_and_progress(desk: Desk, login: Login, query: str) -> None:
    desk.submit(desk.report())

    assert titles(desk, login, query) == ["代办项目"]


@pytest.mark.parametrize("query", ["?q=000999", "?turn=2"])
def test_queue_leaves_out_what_does_not_match(desk: Desk, login: Login, query: str) -> None:
    desk.submit(desk.report())

    assert titles(desk, login, query) == []


def test_queue_shows_scores_coverage_and_warnings(desk: Desk, login: Login) -> None:
    desk.submit(desk.report())

    page = login(desk.reviewer).get(URL).content.decode()

    for text in ("98.00", "97.23", "第 1 次报送", "0 天", ">3</span>", "000123"):
        assert text in page


def test_queue_says_when_scoring_is_not_done(desk: Desk, login: Login) -> None:
    desk.submit(desk.report(), scored=False)

    assert "待评分" in login(desk.reviewer).get(URL).content.decode()


def test_queue_shows_a_range_where_rows_wait_for_data(desk: Desk, login: Login) -> None:
    submission = desk.submit(desk.report(code="overall-yueyanglou-2020"))
    card = submission.scorecard

    assert f"{card.computed_low}–{card.computed_high}" in login(desk.reviewer).get(URL).content.decode()


@pytest.mark.parametrize("rows", [1, 3])
def test_queue_takes_the_same_queries_for_any_number_of_rows(
    desk: Desk, login: Login, django_assert_num_queries: Any, rows: int
) -> None:
    for number in range(rows):
        desk.submit(desk.report(f"项目{number}"))
    client = login(desk.reviewer)

    with django_assert_num_queries(12):
        client.get(URL)
