import pytest
from django.test import Client
from django.utils.timezone import localtime

from scoring.authoring.versions import clone
from scoring.models import Scheme
from tests.reports.admin.desk import Desk
from tests.reports.admin.schemes.conftest import page


def listed(client: Client, **query: str) -> list[tuple[str, list[tuple[int, str, int]]]]:
    """(code, [(version, status, reports)]) as shown."""
    forms = client.get(page("changelist"), query).context["forms"]
    return [
        (
            form.code,
            [(line.scheme.version, line.scheme.status, line.scheme.report_count) for line in form.versions],
        )
        for form in forms
    ]


def test_versions_of_a_form_stand_together_newest_first(
    desk: Desk, client: Client, overall: Scheme, draft: Scheme
) -> None:
    desk.report("甲项目")
    desk.report("乙项目")

    assert listed(client) == [
        ("overall-yueyanglou-2020", [(1, "published", 0)]),
        ("project-ziyang-2022", [(2, "draft", 0), (1, "published", 2)]),
    ]


def test_list_shows_what_an_administrator_looks_for(client: Client, project: Scheme, draft: Scheme) -> None:
    Scheme.objects.filter(pk=draft.pk).update(note="为 2023 年调整")

    body = client.get(page("changelist")).content.decode()

    for shown in (
        "项目支出绩效自评表",
        "project-ziyang-2022",
        "草稿",
        "已发布",
        "为 2023 年调整",
        "与第 1 版比较",
    ):
        assert shown in body
    assert f"{localtime(project.published_at):%Y-%m-%d}" in body


@pytest.mark.parametrize(("query", "found"), [("项目", 1), ("OVERALL-yue", 1), ("没有这个", 0), ("", 2)])
def test_search_finds_titles_and_codes(
    client: Client, overall: Scheme, project: Scheme, query: str, found: int
) -> None:
    assert len(listed(client, q=query)) == found


def test_empty_list_says_so(client: Client) -> None:
    assert "还没有方案。" in client.get(page("changelist")).content.decode()
    assert "没有符合条件的方案。" in client.get(page("changelist"), {"q": "x"}).content.decode()


def test_forms_come_in_pages(client: Client, project: Scheme, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reports.admin.schemes.listing.FORMS_PER_PAGE", 1)
    Scheme.objects.create(code="z-form", version=1, title="另一张表", text="code: z-form\n", hash="")

    assert [code for code, _ in listed(client)] == ["project-ziyang-2022"]
    assert [code for code, _ in listed(client, page="2")] == ["z-form"]


@pytest.mark.parametrize("versions", [1, 3])
def test_list_asks_the_same_few_queries_however_many_there_are(
    desk: Desk, client: Client, project: Scheme, versions: int, django_assert_num_queries: object
) -> None:
    for number in range(2, versions + 1):
        clone(project, number)
        desk.report(f"项目{number}")
    client.get(page("changelist"))

    # session and account, count of forms, their codes, their versions; storing the session takes three
    with django_assert_num_queries(8):  # type: ignore[operator]
        client.get(page("changelist"))
