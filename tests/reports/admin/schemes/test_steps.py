"""New version, publishing, discarding: asked, done once, logged; the slower of two is told."""

import re

import pytest
from django.contrib.admin.models import LogEntry
from django.test import Client

from reports.models import Report
from scoring.authoring.versions import seen_digest
from scoring.models import Scheme
from tests.reports.admin.conftest import Login
from tests.reports.admin.desk import Desk
from tests.reports.admin.schemes.conftest import page, rewritten


def said(response: object) -> str:
    """The messages on the page that was reached."""
    return " ".join(str(message) for message in response.context["messages"])  # type: ignore[attr-defined]


def logs() -> list[tuple[str, str, str]]:
    entries = LogEntry.objects.order_by("pk").select_related("user")
    return [(entry.user.username, entry.object_repr, entry.get_change_message()) for entry in entries]


def test_clone_offers_the_next_number(client: Client, draft: Scheme) -> None:
    response = client.get(page("clone", draft))

    assert response.context["form"]["version"].value() == 3
    assert "建立第 3 版草稿" in response.content.decode()


def test_clone_makes_a_draft_and_leads_to_its_text(client: Client, project: Scheme) -> None:
    response = client.post(page("clone", project), {"version": "2", "note": " 为下一年 "}, follow=True)

    made = Scheme.objects.get(version=2)
    assert response.redirect_chain[-1][0] == page("edit", made)
    assert made.text == project.text.replace("version: 1", "version: 2")
    assert (made.status, made.note) == ("draft", "为下一年")
    assert logs() == [("administrator", "项目支出绩效自评表（第2版）", "由第 1 版新建")]


def test_clone_clicked_twice_is_one_draft(client: Client, project: Scheme) -> None:
    for _click in range(2):
        client.post(page("clone", project), {"version": "2"})

    assert Scheme.objects.count() == 2
    assert len(logs()) == 1


def test_clone_to_a_number_that_somebody_took_says_so(client: Client, project: Scheme, draft: Scheme) -> None:
    rewritten(draft, "项目支出", "别的项目支出")

    response = client.post(page("clone", project), {"version": "2"}, follow=True)

    assert "第 2 版已经存在，请刷新后重试" in said(response)
    assert response.context["form"]["version"].value() == 3


@pytest.mark.parametrize("number", ["", "0", "x", "1000000"])
def test_clone_without_a_proper_number_asks_again(client: Client, project: Scheme, number: str) -> None:
    response = client.post(page("clone", project), {"version": number})

    assert response.status_code == 200
    assert Scheme.objects.count() == 1


def test_publish_page_shows_the_differences_to_the_version_before(client: Client, draft: Scheme) -> None:
    changed = rewritten(draft, "label: 填报日期", "label: 填表日期")

    response = client.get(page("publish", changed))
    body = response.content.decode()

    assert response.context["comparison"].older.version == 1
    assert "<del>填报日期</del>" in body
    assert "<ins>填表日期</ins>" in body
    assert "确认发布第 2 版" in body


def test_published_version_is_final_and_logged(client: Client, draft: Scheme) -> None:
    response = client.post(page("publish", draft), {"based_on": seen_digest(draft)}, follow=True)

    published = Scheme.objects.get(pk=draft.pk)
    assert (published.status, "已发布" in said(response)) == ("published", True)
    assert published.published_at is not None
    assert logs() == [("administrator", "项目支出绩效自评表（第2版）", "发布")]


def test_publish_clicked_twice_is_done_and_logged_once(client: Client, draft: Scheme) -> None:
    seen = {"based_on": seen_digest(draft)}
    client.post(page("publish", draft), seen)
    first = Scheme.objects.get(pk=draft.pk).published_at

    response = client.post(page("publish", draft), seen, follow=True)

    assert response.status_code == 200
    assert Scheme.objects.get(pk=draft.pk).published_at == first
    assert len(logs()) == 1


def test_publish_of_an_unsound_draft_shows_all_problems_and_no_button(client: Client, draft: Scheme) -> None:
    flawed = rewritten(draft, "weight: 10", "weight: 12")

    body = client.get(page("publish", flawed)).content.decode()
    response = client.post(page("publish", flawed), {"based_on": seen_digest(flawed)}, follow=True)

    assert "确认发布" not in body
    assert "各指标分值合计 102，应为 100，差 2" in body
    assert re.search(r"第 \d+ 行", body)
    assert "改好后才能发布" in said(response)
    assert Scheme.objects.get(pk=draft.pk).status == "draft"
    assert logs() == []


def test_publish_of_what_was_changed_meanwhile_is_refused(client: Client, draft: Scheme) -> None:
    seen = seen_digest(draft)
    rewritten(draft, "label: 填报日期", "label: 填表日期")

    response = client.post(page("publish", draft), {"based_on": seen}, follow=True)

    assert "已被他人修改" in said(response)
    assert Scheme.objects.get(pk=draft.pk).status == "draft"


def test_two_administrators_publish_and_discard_at_once(
    desk: Desk, client: Client, login: Login, draft: Scheme
) -> None:
    seen = {"based_on": seen_digest(draft)}
    other = login(desk.account("administrator", "second"))
    client.post(page("publish", draft), seen)

    response = other.post(page("discard", draft), seen, follow=True)

    assert "已发布的版本不能删除" in said(response)
    assert Scheme.objects.get(pk=draft.pk).status == "published"


@pytest.mark.parametrize("name", ["edit", "publish", "discard", "replace"])
def test_published_version_leads_away_from_every_step(client: Client, project: Scheme, name: str) -> None:
    before = (project.text, project.hash, project.published_at)

    for response in (
        client.get(page(name, project), follow=True),
        client.post(
            page(name, project), {"text": "x", "note": "", "based_on": seen_digest(project)}, follow=True
        ),
    ):
        assert response.redirect_chain[-1][0] in (page("change", project), page("publish", project))

    stored = Scheme.objects.get(pk=project.pk)
    assert (stored.text, stored.hash, stored.published_at) == before
    assert logs() == []


def test_discarded_draft_is_gone_and_logged(client: Client, draft: Scheme) -> None:
    response = client.post(page("discard", draft), {"based_on": seen_digest(draft)}, follow=True)

    assert not Scheme.objects.filter(pk=draft.pk).exists()
    assert "草稿已丢弃" in said(response)
    assert logs() == [("administrator", "项目支出绩效自评表（第2版）", "丢弃草稿")]


def test_discard_clicked_twice_says_that_it_is_gone(client: Client, draft: Scheme) -> None:
    for _click in range(2):
        response = client.post(page("discard", draft), {"based_on": seen_digest(draft)}, follow=True)

    assert "已被丢弃" in said(response)
    assert len(logs()) == 1


def test_draft_changed_meanwhile_is_not_discarded(client: Client, draft: Scheme) -> None:
    seen = seen_digest(draft)
    rewritten(draft, "label: 填报日期", "label: 填表日期")

    response = client.post(page("discard", draft), {"based_on": seen}, follow=True)

    assert "已被他人修改" in said(response)
    assert Scheme.objects.filter(pk=draft.pk).exists()
    assert logs() == []


def test_draft_that_a_report_uses_is_not_discarded(desk: Desk, client: Client, draft: Scheme) -> None:
    Report.objects.create(campaign=desk.campaign, bureau=desk.bureau, scheme=draft, title="一个项目")

    response = client.post(page("discard", draft), {"based_on": seen_digest(draft)}, follow=True)

    assert "已有报告使用，不能丢弃" in said(response)
    assert Scheme.objects.filter(pk=draft.pk).exists()
    assert logs() == []


def test_log_is_shown_on_the_version(client: Client, project: Scheme) -> None:
    client.post(page("clone", project), {"version": "2"})
    made = Scheme.objects.get(version=2)

    body = client.get(page("change", made)).content.decode()

    assert "由第 1 版新建 · 账号administrator" in body
    assert "由系统载入，没有人工操作。" in client.get(page("change", project)).content.decode()
