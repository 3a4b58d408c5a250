"""One bureau with a filer and a head, its neighbour, and the finance side."""

import pytest
from django.test import Client

from reports.models import Report, Submission, User
from reports.services import filing, reviews
from tests.factories import (
    fill_report,
    hand_over,
    make_bureau,
    make_filer,
    make_head,
    make_office,
    make_report,
    make_reviewer,
)


@pytest.fixture(autouse=True)
def database(db: None) -> None:
    """Every view needs one."""


@pytest.fixture
def filer() -> User:
    return make_filer()


@pytest.fixture
def head() -> User:
    return make_head()


@pytest.fixture
def outsider() -> User:
    return make_filer(make_bureau("0999999", "邻县局"), "外单位填报人")


@pytest.fixture
def reviewer() -> User:
    return make_reviewer()


@pytest.fixture
def office() -> User:
    return make_office()


@pytest.fixture
def report(filer: User) -> Report:
    """A draft with nothing saved."""
    return make_report(filer.bureau)


@pytest.fixture
def filled(report: Report, filer: User) -> Report:
    """A draft ready for handover."""
    return fill_report(report, filer)


@pytest.fixture
def awaiting(filled: Report, filer: User) -> Report:
    """Handed over and scored."""
    hand_over(filled, filer)
    return filled


@pytest.fixture
def submission(awaiting: Report, head: User) -> Submission:
    """Signed."""
    assert awaiting.sealed is not None
    return filing.sign(awaiting, by=head, digest=awaiting.sealed.digest)


@pytest.fixture
def returned(submission: Submission, reviewer: User) -> Submission:
    """Sent back with one comment."""
    reviews.start_review(submission, by=reviewer)
    reviews.add_comment(
        submission, anchor="indicators/i04/self_score", text="达成却扣分，请说明。", by=reviewer
    )
    reviews.return_for_correction(submission, by=reviewer, note="请修改后重报。")
    submission.report.refresh_from_db()
    return submission


def signed_in(user: User) -> Client:
    """A browser in which `user` is signed in."""
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def submitted(submission: Submission) -> Report:
    """Signed, its review not begun."""
    submission.report.refresh_from_db()
    return submission.report
