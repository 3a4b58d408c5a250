"""Withdrawing before the review begins."""

from django.test import Client

from reports.models import Report, User
from reports.services import reviews
from tests.reports.views.conftest import signed_in


def url(report: Report) -> str:
    return f"/reports/{report.pk}/withdraw/"


def test_withdraw_anonymous_is_asked_to_sign_in(submitted: Report) -> None:
    response = Client().post(url(submitted))

    assert response.status_code == 403
    assert "登录已过期" in response.content.decode()


def test_withdraw_outsider_finds_nothing(submitted: Report, outsider: User) -> None:
    assert signed_in(outsider).post(url(submitted)).status_code == 404


def test_withdraw_unknown_report_is_not_found(head: User) -> None:
    assert signed_in(head).post("/reports/999999/withdraw/").status_code == 404


def test_withdraw_wrong_role_is_forbidden(submitted: Report, filer: User) -> None:
    assert signed_in(filer).post(url(submitted)).status_code == 403


def test_withdraw_get_is_not_allowed(submitted: Report, head: User) -> None:
    assert signed_in(head).get(url(submitted)).status_code == 405


def test_withdraw_works(submitted: Report, head: User) -> None:
    signed_in(head).post(url(submitted))

    submitted.refresh_from_db()
    assert submitted.status == "draft"
    assert submitted.submissions.get().withdrawn_at is not None


def test_withdraw_after_review_began_is_refused(submitted: Report, head: User, reviewer: User) -> None:
    reviews.start_review(submitted.submissions.get(), by=reviewer)

    response = signed_in(head).post(url(submitted), follow=True)

    assert "报告当前状态是“科室复核中”" in response.content.decode()
