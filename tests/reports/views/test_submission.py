"""One submission for reading."""

from decimal import Decimal

from django.test import Client

from reports.models import Submission, User
from reports.services import reviews
from reports.services.reviews import GivenScore
from scoring.models import SealedContent
from tests.reports.views.conftest import signed_in


def url(submission: Submission) -> str:
    return f"/submissions/{submission.pk}/"


def test_submission_shows_content_and_scores(submission: Submission, filer: User) -> None:
    text = signed_in(filer).get(url(submission)).content.decode()

    assert "各级财政补助资金到位率" in text
    assert "7.23" in text
    assert "负责人甲 于" in text


def test_submission_under_review_hides_comments(submission: Submission, filer: User, reviewer: User) -> None:
    reviews.start_review(submission, by=reviewer)
    reviews.add_comment(submission, anchor="indicators/i04", text="尚未公开的意见", by=reviewer)

    text = signed_in(filer).get(url(submission)).content.decode()

    assert "尚未公开的意见" not in text


def test_submission_returned_shows_comments(returned: Submission, filer: User) -> None:
    text = signed_in(filer).get(url(returned)).content.decode()

    assert "达成却扣分，请说明。" in text
    assert "请修改后重报。" in text


def test_submission_approved_shows_reviewed_scores(
    submission: Submission, filer: User, reviewer: User, office: User
) -> None:
    review = reviews.start_review(submission, by=reviewer)
    reviews.save_scores(review, {"i01": GivenScore(Decimal("6.5"))}, revision=0, by=reviewer)
    reviews.approve(submission, by=reviewer)
    submission.report.refresh_from_db()
    reviews.approve(submission, by=office)

    text = signed_in(filer).get(url(submission)).content.decode()

    assert "复核总分" in text
    assert "<b>6.50</b>" in text


def test_submission_with_a_changed_byte_says_so(submission: Submission, filer: User) -> None:
    SealedContent.objects.update(content=b"{}")

    assert "封存内容与摘要不符" in signed_in(filer).get(url(submission)).content.decode()


def test_submission_outsider_finds_nothing(submission: Submission, outsider: User) -> None:
    assert signed_in(outsider).get(url(submission)).status_code == 404


def test_submission_unknown_is_not_found(filer: User) -> None:
    assert signed_in(filer).get("/submissions/999999/").status_code == 404


def test_submission_anonymous_goes_to_login(submission: Submission) -> None:
    assert Client().get(url(submission))["Location"].startswith("/login/")


def test_submission_post_is_not_allowed(submission: Submission, filer: User) -> None:
    assert signed_in(filer).post(url(submission)).status_code == 405
