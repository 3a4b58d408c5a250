"""The bureau's answer to a comment."""

import pytest
from django.test import Client

from reports.models import ReviewComment, Submission, User
from reports.services import reviews
from tests.reports.views.conftest import signed_in


@pytest.fixture
def comment(returned: Submission) -> ReviewComment:
    return returned.comments.get()


def url(comment: ReviewComment) -> str:
    return f"/comments/{comment.pk}/reply/"


def test_reply_comment_works(comment: ReviewComment, filer: User) -> None:
    back = f"/reports/{comment.submission.report_id}/sections/indicators/"

    response = signed_in(filer).post(url(comment), {"text": "已补说明。", "next": back})

    comment.refresh_from_db()
    assert comment.reply == "已补说明。"
    assert comment.replied_by == filer
    assert response["Location"] == back


def test_reply_comment_goes_nowhere_else(comment: ReviewComment, filer: User) -> None:
    response = signed_in(filer).post(url(comment), {"text": "x", "next": "https://elsewhere.example/"})

    assert response["Location"] == f"/reports/{comment.submission.report_id}/"


def test_reply_comment_after_handover_is_refused(submission: Submission, filer: User, reviewer: User) -> None:
    reviews.start_review(submission, by=reviewer)
    reviews.add_comment(submission, anchor="indicators/i04", text="意见", by=reviewer)
    reviews.return_for_correction(submission, by=reviewer)
    submission.report.refresh_from_db()
    type(submission.report).objects.filter(pk=submission.report_id).update(status="awaiting_signature")

    response = signed_in(filer).post(url(submission.comments.get()), {"text": "x"}, follow=True)

    assert "报告不在修改中，不能答复" in response.content.decode()


def test_reply_comment_under_review_is_not_found(submission: Submission, filer: User, reviewer: User) -> None:
    reviews.start_review(submission, by=reviewer)
    hidden = reviews.add_comment(submission, anchor="indicators/i04", text="意见", by=reviewer)

    assert signed_in(filer).post(url(hidden), {"text": "x"}).status_code == 404


def test_reply_comment_wrong_role_is_forbidden(comment: ReviewComment, head: User) -> None:
    assert signed_in(head).post(url(comment), {"text": "x"}).status_code == 403


def test_reply_comment_outsider_finds_nothing(comment: ReviewComment, outsider: User) -> None:
    assert signed_in(outsider).post(url(comment), {"text": "x"}).status_code == 404


def test_reply_comment_unknown_is_not_found(filer: User) -> None:
    assert signed_in(filer).post("/comments/999999/reply/", {"text": "x"}).status_code == 404


def test_reply_comment_anonymous_is_asked_to_sign_in(comment: ReviewComment) -> None:
    assert "登录已过期" in Client().post(url(comment)).content.decode()


def test_reply_comment_get_is_not_allowed(comment: ReviewComment, filer: User) -> None:
    assert signed_in(filer).get(url(comment)).status_code == 405


@pytest.mark.parametrize(("text", "message"), [("已\x00改", "控制字符"), ("长" * 2001, "最多 2000 个字")])
def test_reply_comment_refuses_what_the_record_cannot_hold(
    text: str, message: str, comment: ReviewComment, filer: User
) -> None:
    response = signed_in(filer).post(url(comment), {"text": text}, follow=True)

    comment.refresh_from_db()
    assert comment.reply == ""
    assert message in response.content.decode()
