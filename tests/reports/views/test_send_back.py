"""The head sends the report back."""

from django.test import Client

from reports.models import Report, User
from tests.reports.views.conftest import signed_in


def url(report: Report) -> str:
    return f"/reports/{report.pk}/send-back/"


def test_send_back_anonymous_is_asked_to_sign_in(awaiting: Report) -> None:
    response = Client().post(url(awaiting), {"note": "请核对"})

    assert response.status_code == 403
    assert "登录已过期" in response.content.decode()


def test_send_back_outsider_finds_nothing(awaiting: Report, outsider: User) -> None:
    assert signed_in(outsider).post(url(awaiting), {"note": "请核对"}).status_code == 404


def test_send_back_unknown_report_is_not_found(head: User) -> None:
    assert signed_in(head).post("/reports/999999/send-back/", {"note": "请核对"}).status_code == 404


def test_send_back_wrong_role_is_forbidden(awaiting: Report, filer: User) -> None:
    assert signed_in(filer).post(url(awaiting), {"note": "请核对"}).status_code == 403


def test_send_back_get_is_not_allowed(awaiting: Report, head: User) -> None:
    assert signed_in(head).get(url(awaiting)).status_code == 405


def test_send_back_works(awaiting: Report, head: User) -> None:
    signed_in(head).post(url(awaiting), {"note": "总分请核对"})

    awaiting.refresh_from_db()
    assert awaiting.status == "draft"
    assert awaiting.status_changes.get(action="send_back").note == "总分请核对"


def test_send_back_without_a_word_is_refused(awaiting: Report, head: User) -> None:
    response = signed_in(head).post(url(awaiting), {"note": "  "}, follow=True)

    awaiting.refresh_from_db()
    assert awaiting.status == "awaiting_signature"
    assert response.redirect_chain[0][0] == f"/reports/{awaiting.pk}/sealed/"
    assert "请写明退回填报人的原因" in response.content.decode()


def test_send_back_in_another_status_says_so(report: Report, head: User) -> None:
    response = signed_in(head).post(url(report), {"note": "x"}, follow=True)

    assert "报告当前状态是“填报中”" in response.content.decode()


def test_send_back_without_a_word_by_a_wrong_role_is_forbidden(
    awaiting: Report, filer: User, reviewer: User
) -> None:
    assert signed_in(filer).post(url(awaiting)).status_code == 403
    assert signed_in(reviewer).post(url(awaiting)).status_code == 403


def test_send_back_refuses_words_with_control_characters(awaiting: Report, head: User) -> None:
    response = signed_in(head).post(url(awaiting), {"note": "请\x00核对"}, follow=True)

    awaiting.refresh_from_db()
    assert awaiting.status == "awaiting_signature"
    assert "控制字符" in response.content.decode()
