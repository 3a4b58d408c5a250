"""The text of a draft: kept whatever it says, checked with line numbers, never overwritten unseen."""

from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.test import Client

from scoring.authoring.versions import seen_digest
from scoring.models import Scheme
from tests.reports.admin.conftest import Login
from tests.reports.admin.desk import Desk
from tests.reports.admin.schemes.conftest import page, rewritten


def typed(draft: Scheme, text: str, **more: Any) -> dict[str, Any]:
    """A form as a browser sends it: with line ends of its own."""
    return {"text": text.replace("\n", "\r\n"), "note": "", "based_on": seen_digest(draft), **more}


def test_text_is_shown_as_it_is_stored(client: Client, draft: Scheme) -> None:
    response = client.get(page("edit", draft))

    assert response.context["form"]["text"].value() == draft.text
    assert "没有问题" in response.content.decode()


def test_saving_what_was_shown_changes_nothing(client: Client, draft: Scheme) -> None:
    client.post(page("edit", draft), typed(draft, draft.text))

    assert Scheme.objects.get(pk=draft.pk).text == draft.text
    assert not LogEntry.objects.exists()


def test_saved_text_is_checked_and_logged(client: Client, draft: Scheme) -> None:
    text = draft.text.replace("label: 填报日期", "label: 填表日期")

    response = client.post(page("edit", draft), typed(draft, text, note="改一处"), follow=True)

    stored = Scheme.objects.get(pk=draft.pk)
    assert (stored.text, stored.note) == (text, "改一处")
    assert "已保存，没有发现问题。" in response.content.decode()
    assert LogEntry.objects.get().get_change_message() == "修改草稿"


def line_of(text: str, words: str) -> str:
    return f"第 {text[: text.index(words)].count(chr(10)) + 1} 行"


@pytest.mark.parametrize(
    ("old", "new", "place", "message"),
    [
        ("weight: 10", "weight: 12", "code:", "各指标分值合计 102，应为 100，差 2"),
        ("numerator: funds.total.spent", "numerator: funds.other.x", "numerator:", "“funds.other.x”不是"),
        ("facts:\n", "facts: [\n", "facts:", "行"),
        ("code: project-ziyang-2022", "code: 项目", "code:", "名称“项目”不合规则"),
    ],
)
def test_unsound_text_is_kept_and_its_problems_are_shown_with_lines(
    client: Client, draft: Scheme, old: str, new: str, place: str, message: str
) -> None:
    text = draft.text.replace(old, new, 1)
    assert text != draft.text

    body = client.post(page("edit", draft), typed(draft, text), follow=True).content.decode()

    assert Scheme.objects.get(pk=draft.pk).text == text
    assert "改好后才能发布" in body
    assert message in body
    assert place == "facts:" or line_of(text, place) in body


def test_hostile_text_is_shown_as_text(client: Client, draft: Scheme) -> None:
    text = draft.text + "# </textarea><script>alert(1)</script>\n"

    body = client.post(page("edit", draft), typed(draft, text), follow=True).content.decode()

    assert "<script>alert(1)" not in body
    assert "&lt;/textarea&gt;&lt;script&gt;" in body


@pytest.mark.parametrize("text", ["", "x" * 1_000_001, "a\0b"])
def test_text_that_cannot_be_stored_comes_back(client: Client, draft: Scheme, text: str) -> None:
    response = client.post(page("edit", draft), typed(draft, text))

    assert response.status_code == 200
    assert response.context["form"].errors
    assert response.context["form"]["text"].value() == text
    assert Scheme.objects.get(pk=draft.pk).text == draft.text


def test_stale_save_keeps_both_texts(desk: Desk, client: Client, login: Login, draft: Scheme) -> None:
    mine = typed(draft, draft.text.replace("label: 填报日期", "label: 我的日期"))
    rewritten(draft, "label: 填报日期", "label: 他的日期")

    response = client.post(page("edit", draft), mine)
    body = response.content.decode()

    assert Scheme.objects.get(pk=draft.pk).text.count("他的日期") == 1
    assert "我的日期" in response.context["form"]["text"].value()
    assert "-  filled_on: {label: 他的日期, type: date}" in body
    assert "+  filled_on: {label: 我的日期, type: date}" in body
    assert not LogEntry.objects.exists()


def test_stale_save_again_is_refused_until_it_is_meant(client: Client, draft: Scheme) -> None:
    mine = typed(draft, draft.text.replace("label: 填报日期", "label: 我的日期"))
    theirs = rewritten(draft, "label: 填报日期", "label: 他的日期")
    client.post(page("edit", draft), mine)

    refused = client.post(page("edit", draft), mine)
    meant = client.post(page("edit", draft), mine | {"overwrite": seen_digest(theirs)})

    assert refused.context["stale"]
    assert meant.status_code == 302
    assert "我的日期" in Scheme.objects.get(pk=draft.pk).text


def test_draft_discarded_meanwhile_is_404_and_published_one_refused(client: Client, draft: Scheme) -> None:
    mine = typed(draft, draft.text + "# 补充\n")
    Scheme.objects.filter(pk=draft.pk).update(status="published")
    assert client.post(page("edit", draft), mine, follow=True).redirect_chain[-1][0] == page("change", draft)
    Scheme.objects.filter(pk=draft.pk).delete()

    assert client.post(page("edit", draft), mine).status_code == 404


def test_flawed_draft_shows_its_problems_in_place_of_previews(client: Client, draft: Scheme) -> None:
    flawed = rewritten(draft, "weight: 10", "weight: 12")

    for name in ("form", "score"):
        response = client.get(page(name, flawed), follow=True)
        assert response.redirect_chain[-1][0] == page("change", flawed)
        assert "草稿还有问题，改好后才能预览。" in response.content.decode()
    assert "发布前要改正" in client.get(page("change", flawed)).content.decode()
