"""Who may open which page on schemes, and which steps are steps."""

import pytest
from django.contrib.admin.models import LogEntry

from scoring.models import Scheme
from tests.reports.admin.conftest import Login
from tests.reports.admin.desk import Desk
from tests.reports.admin.schemes.conftest import page

READ = ("change", "form", "score", "compare", "yaml", "xlsx")
CHANGE = ("edit", "replace", "clone", "publish", "discard")
FINANCE = ("reviewer", "office", "auditor")


@pytest.mark.parametrize("name", READ)
def test_reading_is_open_to_the_finance_side(desk: Desk, login: Login, project: Scheme, name: str) -> None:
    for role in (*FINANCE, "administrator"):
        assert login(getattr(desk, role)).get(page(name, project)).status_code == 200


@pytest.mark.parametrize("name", [*READ, *CHANGE])
def test_bureau_users_get_403(desk: Desk, login: Login, draft: Scheme, name: str) -> None:
    for user in (desk.filer, desk.head):
        assert login(user).get(page(name, draft)).status_code == 403
        assert login(user).post(page(name, draft)).status_code == 403


@pytest.mark.parametrize("role", FINANCE)
@pytest.mark.parametrize("name", CHANGE)
def test_changing_is_for_administrators_only(
    desk: Desk, login: Login, draft: Scheme, name: str, role: str
) -> None:
    client, before = login(getattr(desk, role)), draft.text

    assert client.get(page(name, draft)).status_code == 403
    assert client.post(page(name, draft), {"text": "x", "based_on": "y", "version": "3"}).status_code == 403
    assert Scheme.objects.get(pk=draft.pk).text == before
    assert Scheme.objects.count() == 2
    assert not LogEntry.objects.exists()


@pytest.mark.parametrize("name", ["changelist", "add"])
def test_uploading_is_for_administrators_only(desk: Desk, login: Login, name: str) -> None:
    open_to = {
        role
        for role in (*FINANCE, "administrator", "filer")
        if login(getattr(desk, role)).get(page(name)).status_code == 200
    }

    assert open_to == ({*FINANCE, "administrator"} if name == "changelist" else {"administrator"})


@pytest.mark.parametrize("name", [*READ, *CHANGE])
def test_missing_version_is_404(desk: Desk, login: Login, name: str) -> None:
    url = page(name, Scheme(pk=999_999))

    assert login(desk.administrator).get(url).status_code == 404


@pytest.mark.parametrize("name", ["change", "form", "compare", "yaml", "xlsx"])
def test_reading_pages_take_no_post(desk: Desk, login: Login, project: Scheme, name: str) -> None:
    assert login(desk.administrator).post(page(name, project)).status_code == 405


@pytest.mark.parametrize("name", CHANGE)
def test_asking_changes_nothing(desk: Desk, login: Login, draft: Scheme, name: str) -> None:
    assert login(desk.administrator).get(page(name, draft)).status_code == 200
    assert Scheme.objects.get(pk=draft.pk).status == "draft"
    assert Scheme.objects.count() == 2


@pytest.mark.parametrize("way", ["delete/", "history/"])
def test_stock_pages_of_the_admin_are_not_there(desk: Desk, login: Login, project: Scheme, way: str) -> None:
    url = page("change", project).removesuffix("change/") + way

    assert login(desk.administrator).post(url, {"post": "yes"}).status_code == 404
    assert Scheme.objects.filter(pk=project.pk).exists()


def test_steps_are_offered_to_those_who_may_take_them(desk: Desk, login: Login, draft: Scheme) -> None:
    for role, offered in (("administrator", True), ("office", False), ("auditor", False)):
        body = login(getattr(desk, role)).get(page("change", draft)).content.decode()
        assert [page(name, draft) in body for name in CHANGE] == [offered] * len(CHANGE)
