"""Rows that the system couldn't compute are confirmed by a person before a submission goes on."""

import pytest

from reports.errors import RefusedError
from reports.models import Review, Submission
from reports.services import reviews
from reports.services.confirmations import confirmed_rows, rows_to_confirm
from scoring.models import IndicatorScore
from tests.reports.accounts import TARGETS, fill, report_under
from tests.reports.admin.desk import Desk

UNCOMPUTED = {"i01": "needs_data", "i04": "judgement"}


@pytest.fixture
def desk(db: None) -> Desk:
    return Desk()


@pytest.fixture
def submission(desk: Desk) -> Submission:
    """In review by the division; two of its rows have no computed score."""
    return uncomputed(desk, desk.in_review(), UNCOMPUTED)


def uncomputed(desk: Desk, submission: Submission, statuses: dict[str, str]) -> Submission:
    for key, status in statuses.items():
        rows = IndicatorScore.objects.filter(scorecard=submission.scorecard, indicator_id=key)
        assert rows.update(status=status, points=None)
    return desk.again(submission)


def keys(submission: Submission) -> list[str]:
    return [row.indicator_id for row in rows_to_confirm(submission)]


@pytest.mark.parametrize(
    ("status", "asked"),
    [
        ("needs_data", True),
        ("judgement", True),
        ("scored", False),
        ("accepted", False),
        ("not_applicable", False),
    ],
)
def test_rows_without_a_computed_score_are_to_be_confirmed(desk: Desk, status: str, asked: bool) -> None:
    submission = uncomputed(desk, desk.in_review(), {"i04": status})

    assert keys(submission) == (["i04"] if asked else [])


def test_a_form_without_points_has_nothing_to_confirm(desk: Desk) -> None:
    report = fill(report_under(TARGETS, desk.bureau, campaign=desk.campaign), desk.filer)
    submission = desk.submit(report)

    assert submission.scorecard.rows.filter(status="judgement").exists()
    assert keys(submission) == []


@pytest.mark.parametrize("confirmed", [(), ("i01",), ("i04", "i02")])
def test_approve_names_the_rows_that_are_left(
    desk: Desk, submission: Submission, confirmed: tuple[str, ...]
) -> None:
    left = [row.name for row in rows_to_confirm(submission) if row.indicator_id not in confirmed]

    with pytest.raises(RefusedError) as refused:
        reviews.approve(submission, by=desk.reviewer, confirmed=confirmed)

    named = "".join(f"“{name}”" for name in left)
    assert refused.value.message == (f"有 {len(left)} 行系统未能计算，请逐行核对后勾选确认再通过：{named}。")
    assert desk.again(submission).report.status == "division_review"
    assert confirmed_rows(desk.again(submission)) == frozenset()


def test_approve_names_the_first_five_of_many(desk: Desk) -> None:
    submission = uncomputed(desk, desk.in_review(), {f"i0{number}": "judgement" for number in range(1, 7)})

    with pytest.raises(RefusedError, match="有 6 行系统未能计算") as refused:
        reviews.approve(submission, by=desk.reviewer)

    assert refused.value.message.count("“") == 5
    assert refused.value.message.endswith("”等。")


def test_approve_records_the_rows_that_were_confirmed(desk: Desk, submission: Submission) -> None:
    reviews.approve(submission, by=desk.reviewer, confirmed=["i04", "i01", "i02", "nothing"])

    review = Review.objects.get()
    assert (review.decision, review.by, review.confirmed) == ("approved", desk.reviewer, ["i01", "i04"])


def test_the_next_stage_confirms_nothing_again(desk: Desk, submission: Submission) -> None:
    reviews.approve(submission, by=desk.reviewer, confirmed=UNCOMPUTED)
    submission = desk.again(submission)

    assert (keys(submission), confirmed_rows(submission)) == ([], frozenset(UNCOMPUTED))
    reviews.approve(submission, by=desk.office)
    assert desk.again(submission).report.status == "approved"


def test_the_next_stage_confirms_what_became_uncomputed_meanwhile(desk: Desk, submission: Submission) -> None:
    reviews.approve(submission, by=desk.reviewer, confirmed=UNCOMPUTED)
    submission = uncomputed(desk, submission, {"i02": "needs_data"})

    with pytest.raises(RefusedError, match="有 1 行系统未能计算"):
        reviews.approve(submission, by=desk.office)


def test_a_new_submission_is_confirmed_anew(desk: Desk, submission: Submission) -> None:
    reviews.approve(submission, by=desk.reviewer, confirmed=UNCOMPUTED)
    submission = desk.again(submission)
    reviews.add_comment(submission, anchor="funds", text="请核实", by=desk.office)
    reviews.return_for_correction(submission, by=desk.office)

    second = desk.submit(submission.report)
    reviews.start_review(second, by=desk.reviewer)

    assert keys(uncomputed(desk, second, UNCOMPUTED)) == list(UNCOMPUTED)
