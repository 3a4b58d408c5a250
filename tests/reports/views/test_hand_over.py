"""Handing the draft over."""

from django.test import Client

from reports.models import Report, User
from tests.reports.views.conftest import signed_in


def url(report: Report) -> str:
    return f"/reports/{report.pk}/hand-over/"


def test_hand_over_anonymous_is_asked_to_sign_in(filled: Report) -> None:
    response = Client().post(url(filled))

    assert response.status_code == 403
    assert "登录已过期" in response.content.decode()


def test_hand_over_outsider_finds_nothing(filled: Report, outsider: User) -> None:
    assert signed_in(outsider).post(url(filled)).status_code == 404


def test_hand_over_unknown_report_is_not_found(filer: User) -> None:
    assert signed_in(filer).post("/reports/999999/hand-over/").status_code == 404


def test_hand_over_wrong_role_is_forbidden(filled: Report, head: User) -> None:
    assert signed_in(head).post(url(filled)).status_code == 403


def test_hand_over_get_is_not_allowed(filled: Report, filer: User) -> None:
    assert signed_in(filer).get(url(filled)).status_code == 405


def test_hand_over_works(filled: Report, filer: User) -> None:
    response = signed_in(filer).post(url(filled), follow=True)

    filled.refresh_from_db()
    assert filled.status == "awaiting_signature"
    assert filled.sealed is not None
    assert "已提交单位负责人" in response.content.decode()


def test_hand_over_twice_is_harmless(filled: Report, filer: User) -> None:
    client = signed_in(filer)
    client.post(url(filled))

    response = client.post(url(filled), follow=True)

    assert "报告当前状态是“待签章”" in response.content.decode()
    assert filled.status_changes.count() == 1


def test_hand_over_with_findings_leads_to_the_check(report: Report, filer: User) -> None:
    response = signed_in(filer).post(url(report))

    assert response["Location"] == f"/reports/{report.pk}/check/"
    report.refresh_from_db()
    assert report.status == "draft"


def test_hand_over_classified_is_refused(filled: Report, filer: User) -> None:
    Report.objects.filter(pk=filled.pk).update(is_classified=True)

    response = signed_in(filer).post(url(filled), follow=True)

    assert "涉密报告不在本系统填报" in response.content.decode()
