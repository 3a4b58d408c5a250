"""What a bureau owes."""

import datetime

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from reports.models import Report, User
from tests.factories import make_bureau, make_campaign, make_filer, make_report
from tests.reports.views.conftest import signed_in


def test_dashboard_shows_what_is_owed(report: Report, filer: User) -> None:
    text = signed_in(filer).get("/").content.decode()

    assert "城乡居民医疗保险代办" in text
    assert "还有 10 天" in text
    assert "填写各页，核对后提交单位负责人" in text
    assert 'value="0"' in text


def test_dashboard_says_late(filer: User) -> None:
    make_report(filer.bureau, make_campaign(due_in=-2))

    assert "逾期 2 天" in signed_in(filer).get("/").content.decode()


def test_dashboard_says_closed(filer: User) -> None:
    make_report(filer.bureau, make_campaign(due_in=-5, closes_in=-1))

    assert "已关闭" in signed_in(filer).get("/").content.decode()


def test_dashboard_extension_reopens(filer: User) -> None:
    until = timezone.localdate() + datetime.timedelta(days=3)
    make_report(filer.bureau, make_campaign(due_in=-5, closes_in=-1), extended_until=until)

    assert "还有 3 天" in signed_in(filer).get("/").content.decode()


def test_dashboard_head_sees_what_awaits_signature_first(awaiting: Report, head: User) -> None:
    make_report(head.bureau, awaiting.campaign, title="另一个项目")

    text = signed_in(head).get("/").content.decode()

    assert "查看并签章" in text
    assert text.index("城乡居民医疗保险代办") < text.index("另一个项目")


def test_dashboard_says_classified(filer: User) -> None:
    make_report(filer.bureau, is_classified=True)

    assert "涉密报告不在本系统填报" in signed_in(filer).get("/").content.decode()


def test_dashboard_hides_other_bureaus(report: Report, outsider: User) -> None:
    assert "城乡居民医疗保险代办" not in signed_in(outsider).get("/").content.decode()


def test_dashboard_shows_bureaus_below(filer: User) -> None:
    parent = make_bureau("0001", "主管局")
    child = make_bureau("0001001", "所属中心", parent)
    make_report(child, title="下属单位项目")

    assert "下属单位项目" in signed_in(make_filer(parent, "主管填报人")).get("/").content.decode()


def test_dashboard_empty_says_so(filer: User) -> None:
    assert "目前没有要报送的自评报告" in signed_in(filer).get("/").content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_dashboard_queries(
    count: int, filer: User, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    campaign = make_campaign()
    for number in range(count):
        make_report(filer.bureau, campaign, title=f"项目{number}")
    client = signed_in(filer)
    client.get("/")

    with django_assert_num_queries(QUERIES):
        client.get("/")


# session, account, bureau, reports, pages, steps, submissions, session saved (savepoint twice)
QUERIES = 10


def test_dashboard_desk_goes_to_the_review_desk(office: User) -> None:
    response = signed_in(office).get("/")

    assert response.status_code == 302
    assert response["Location"] == "/desk/"


def test_dashboard_anonymous_goes_to_login() -> None:
    assert Client().get("/")["Location"].startswith("/login/")


def test_dashboard_post_is_not_allowed(filer: User) -> None:
    assert signed_in(filer).post("/").status_code == 405


def test_dashboard_of_a_head_promises_no_signature_where_none_is_due(report: Report, head: User) -> None:
    text = signed_in(head).get("/").content.decode()

    assert "待我签章" not in text
    assert "<h1>本单位报告</h1>" in text
