"""Taking back before the signature."""

from django.test import Client

from reports.models import Report, User
from tests.reports.views.conftest import signed_in


def url(report: Report) -> str:
    return f"/reports/{report.pk}/take-back/"


def test_take_back_anonymous_is_asked_to_sign_in(awaiting: Report) -> None:
    response = Client().post(url(awaiting))

    assert response.status_code == 403
    assert "登录已过期" in response.content.decode()


def test_take_back_outsider_finds_nothing(awaiting: Report, outsider: User) -> None:
    assert signed_in(outsider).post(url(awaiting)).status_code == 404


def test_take_back_unknown_report_is_not_found(filer: User) -> None:
    assert signed_in(filer).post("/reports/999999/take-back/").status_code == 404


def test_take_back_wrong_role_is_forbidden(awaiting: Report, head: User) -> None:
    assert signed_in(head).post(url(awaiting)).status_code == 403


def test_take_back_get_is_not_allowed(awaiting: Report, filer: User) -> None:
    assert signed_in(filer).get(url(awaiting)).status_code == 405


def test_take_back_works(awaiting: Report, filer: User) -> None:
    response = signed_in(filer).post(url(awaiting), follow=True)

    awaiting.refresh_from_db()
    assert awaiting.status == "draft"
    assert "已取回" in response.content.decode()


def test_take_back_in_another_status_says_so(report: Report, filer: User) -> None:
    response = signed_in(filer).post(url(report), follow=True)

    assert "报告当前状态是“填报中”" in response.content.decode()
