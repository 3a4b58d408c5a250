from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from reports.models import Report
from tests.reports.admin.conftest import Login
from tests.reports.admin.desk import DAY, Desk


@pytest.fixture
def client(desk: Desk, login: Login) -> Client:
    return login(desk.office)


def owed(desk: Desk, **changes: Any) -> dict[str, Any]:
    given = {
        "campaign": desk.campaign.pk,
        "bureau": desk.bureau.pk,
        "scheme": desk.scheme().pk,
        "title": "新项目",
        "extended_until": "",
    }
    return given | changes


def shown(response: Any) -> list[str]:
    return [str(message) for message in response.context["messages"]]


def test_office_registers_what_a_bureau_owes(desk: Desk, client: Client) -> None:
    client.post(reverse("admin:reports_report_add"), owed(desk, is_classified="on"))

    report = Report.objects.get()
    assert (report.title, report.status, report.is_classified) == ("新项目", "draft", True)


def test_same_report_is_not_registered_twice(desk: Desk, client: Client) -> None:
    client.post(reverse("admin:reports_report_add"), owed(desk))

    response = client.post(reverse("admin:reports_report_add"), owed(desk))

    assert response.status_code == 200
    assert Report.objects.count() == 1


def test_form_stands_under_the_lists_name(desk: Desk, client: Client) -> None:
    report = desk.report()
    pages = [reverse("admin:reports_report_add"), reverse("admin:reports_report_change", args=[report.pk])]

    texts = [client.get(page).content.decode() for page in pages]

    way = '<a href="/desk/">工作台</a> ›\n    <a href="/desk/reports/report/">应报事项</a> ›'
    assert [way in text for text in texts] == [True, True]


def test_form_says_that_a_report_is_not_classified(desk: Desk, client: Client) -> None:
    page = reverse("admin:reports_report_change", args=[desk.report().pk])

    row = client.get(page).content.decode().partition("field-classified")[2].partition("form-row")[0]

    assert '<div class="readonly">—</div>' in row


@pytest.mark.parametrize(
    ("query", "said", "unsaid"),
    [
        ("", "这里还没有内容", "显示全部"),
        ("?q=没有这个", "没有符合条件的内容", "这里还没有内容"),
        ("?status__exact=draft", "没有符合条件的内容", "这里还没有内容"),
    ],
)
def test_empty_list_says_so(desk: Desk, client: Client, query: str, said: str, unsaid: str) -> None:
    text = client.get(reverse("admin:reports_report_changelist") + query).content.decode()

    assert said in text
    assert unsaid not in text
    assert "共 0 条" in text


@pytest.mark.parametrize(
    ("query", "offered"), [("", False), ("?q=代办", True), ("?status__exact=draft", True)]
)
def test_list_offers_everything_where_it_does_not_show_it(
    desk: Desk, client: Client, query: str, offered: bool
) -> None:
    desk.report()

    text = client.get(reverse("admin:reports_report_changelist") + query).content.decode()

    assert "共 1 条" in text
    assert "没有符合条件的内容" not in text
    assert ('<a href="?">显示全部</a>' in text) == offered


def test_office_extends(desk: Desk, client: Client) -> None:
    report = desk.report()
    until = desk.campaign.due_on + 5 * DAY

    client.post(
        reverse("admin:reports_report_change", args=[report.pk]), {"extended_until": until, "title": "改名"}
    )

    report.refresh_from_db()
    assert (report.extended_until, report.title) == (until, "代办项目")


def test_extension_before_the_due_day_is_refused(desk: Desk, client: Client) -> None:
    report = desk.report()

    response = client.post(
        reverse("admin:reports_report_change", args=[report.pk]), {"extended_until": desk.campaign.due_on}
    )

    assert "应晚于截止日期" in response.context["adminform"].form.errors["extended_until"][0]


def test_cancel_and_reinstate_with_a_reason(desk: Desk, client: Client) -> None:
    report = desk.report()
    cancel, reinstate = (
        reverse(f"admin:reports_report_{action}", args=[report.pk]) for action in ("cancel", "reinstate")
    )
    assert client.get(cancel).status_code == 200

    client.post(cancel, {"note": "项目已并入整体支出"})
    assert desk.fresh(report).status == "cancelled"
    client.post(reinstate, {"note": "仍需单独自评"})

    assert desk.fresh(report).status == "draft"
    assert [change.note for change in report.status_changes.all()] == ["项目已并入整体支出", "仍需单独自评"]


def test_cancel_without_reason_is_refused(desk: Desk, client: Client) -> None:
    report = desk.report()

    response = client.post(reverse("admin:reports_report_cancel", args=[report.pk]), {"note": " "})

    assert response.context["form"].errors
    assert desk.fresh(report).status == "draft"


def test_cancel_in_the_wrong_status_is_a_message(desk: Desk, client: Client) -> None:
    report = desk.in_review().report

    response = client.post(
        reverse("admin:reports_report_cancel", args=[report.pk]), {"note": "不要了"}, follow=True
    )

    assert any("科室复核中" in message for message in shown(response))


@pytest.mark.parametrize(("role", "status"), [("administrator", 403), ("auditor", 403), ("outsider", 404)])
def test_cancel_by_others(desk: Desk, login: Login, role: str, status: int) -> None:
    report = desk.report()

    response = login(getattr(desk, role)).post(
        reverse("admin:reports_report_cancel", args=[report.pk]), {"note": "不要了"}
    )

    assert response.status_code == status


def test_list_marks_late_and_classified(desk: Desk, client: Client) -> None:
    report = desk.report()
    today = timezone.localdate()
    desk.campaign.opens_on, desk.campaign.due_on = today - 9 * DAY, today - 3 * DAY
    desk.campaign.save()
    Report.objects.filter(pk=report.pk).update(is_classified=True)

    page = client.get(reverse("admin:reports_report_changelist")).content.decode()

    assert "逾期 3 天" in page
    assert '<span class="chip bad">涉密</span>' in page


@pytest.mark.parametrize("rows", [1, 3])
def test_list_takes_the_same_queries_for_any_number_of_rows(
    desk: Desk, client: Client, django_assert_num_queries: Any, rows: int
) -> None:
    for number in range(rows):
        desk.report(f"项目{number}")

    with django_assert_num_queries(10):
        client.get(reverse("admin:reports_report_changelist"))


def test_page_shows_the_way_so_far_and_what_may_be_done(desk: Desk, client: Client) -> None:
    report = desk.report()

    page = client.get(reverse("admin:reports_report_change", args=[report.pk])).content.decode()

    assert reverse("admin:reports_report_cancel", args=[report.pk]) in page
    assert reverse("admin:reports_report_reinstate", args=[report.pk]) not in page


def test_auditor_reads_a_report(desk: Desk, login: Login) -> None:
    report = desk.in_review().report

    page = login(desk.auditor).get(reverse("admin:reports_report_change", args=[report.pk])).content.decode()

    assert "开始复核" in page
    assert 'name="_save"' not in page
