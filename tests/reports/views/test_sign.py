"""The signature."""

from django.test import Client

from reports.models import Report, User
from scoring.models import SealedContent
from tests.reports.views.conftest import signed_in


def url(report: Report) -> str:
    return f"/reports/{report.pk}/sign/"


def digest(report: Report) -> str:
    assert report.sealed is not None
    return report.sealed.digest


def test_sign_anonymous_is_asked_to_sign_in(awaiting: Report) -> None:
    response = Client().post(url(awaiting), {"digest": "x"})

    assert response.status_code == 403
    assert "登录已过期" in response.content.decode()


def test_sign_outsider_finds_nothing(awaiting: Report, outsider: User) -> None:
    assert signed_in(outsider).post(url(awaiting), {"digest": "x"}).status_code == 404


def test_sign_unknown_report_is_not_found(head: User) -> None:
    assert signed_in(head).post("/reports/999999/sign/", {"digest": "x"}).status_code == 404


def test_sign_wrong_role_is_forbidden(awaiting: Report, filer: User) -> None:
    assert signed_in(filer).post(url(awaiting), {"digest": digest(awaiting)}).status_code == 403


def test_sign_get_is_not_allowed(awaiting: Report, head: User) -> None:
    assert signed_in(head).get(url(awaiting)).status_code == 405


def test_sign_works(awaiting: Report, head: User) -> None:
    response = signed_in(head).post(url(awaiting), {"digest": digest(awaiting)}, follow=True)

    awaiting.refresh_from_db()
    assert awaiting.status == "submitted"
    assert awaiting.submissions.get().sign_offs.get().by == head
    assert "已签章报送，第 1 次报送" in response.content.decode()


def test_sign_twice_is_harmless(awaiting: Report, head: User) -> None:
    client, shown = signed_in(head), digest(awaiting)
    client.post(url(awaiting), {"digest": shown})

    response = client.post(url(awaiting), {"digest": shown}, follow=True)

    assert "报告当前状态是“已报送”" in response.content.decode()
    assert awaiting.submissions.count() == 1


def test_sign_another_digest_is_refused(awaiting: Report, head: User) -> None:
    response = signed_in(head).post(url(awaiting), {"digest": "sha256:0"}, follow=True)

    assert "待签章的内容已更换" in response.content.decode()
    assert awaiting.submissions.count() == 0


def test_sign_changed_content_is_refused(awaiting: Report, head: User) -> None:
    shown = digest(awaiting)
    SealedContent.objects.update(content=b"{}")

    response = signed_in(head).post(url(awaiting), {"digest": shown}, follow=True)

    assert "封存内容与摘要不符" in response.content.decode()
    assert awaiting.submissions.count() == 0
