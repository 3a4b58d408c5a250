"""Signing in and out, and the password."""

from django.test import Client

from reports.models import Report, User
from tests.factories import PASSWORD
from tests.reports.views.conftest import signed_in


def test_login_works(filer: User) -> None:
    response = Client().post("/login/", {"username": filer.username, "password": PASSWORD})

    assert response["Location"] == "/"


def test_login_wrong_password_is_refused(filer: User) -> None:
    response = Client().post("/login/", {"username": filer.username, "password": "wrong"})

    assert response.status_code == 200
    assert "用户名" in response.content.decode()


def test_login_returns_to_where_one_wanted_to_go(filer: User, report: Report) -> None:
    wanted = f"/reports/{report.pk}/"

    response = Client().post(
        f"/login/?next={wanted}", {"username": filer.username, "password": PASSWORD, "next": wanted}
    )

    assert response["Location"] == wanted


def test_login_locked_account_is_refused(filer: User) -> None:
    User.objects.update(is_active=False)

    assert Client().post("/login/", {"username": filer.username, "password": PASSWORD}).status_code == 200


def test_logout_works(filer: User) -> None:
    client = signed_in(filer)

    assert client.post("/logout/")["Location"] == "/login/"
    assert client.get("/")["Location"].startswith("/login/")


def test_logout_get_is_not_allowed(filer: User) -> None:
    assert signed_in(filer).get("/logout/").status_code == 405


def test_password_change_works(filer: User) -> None:
    new = "another-long-secret-9"

    response = signed_in(filer).post(
        "/password_change/", {"old_password": PASSWORD, "new_password1": new, "new_password2": new}
    )

    filer.refresh_from_db()
    assert response["Location"] == "/password_change/done/"
    assert filer.check_password(new)


def test_password_change_short_is_refused(filer: User) -> None:
    response = signed_in(filer).post(
        "/password_change/", {"old_password": PASSWORD, "new_password1": "short", "new_password2": "short"}
    )

    assert response.status_code == 200


def test_every_page_says_that_secrets_stay_out(filer: User, report: Report) -> None:
    client = signed_in(filer)
    pages = [
        "/",
        f"/reports/{report.pk}/",
        f"/reports/{report.pk}/sections/basics/",
        f"/reports/{report.pk}/check/",
    ]

    assert all("不得填报国家秘密" in client.get(page).content.decode() for page in pages)
    assert "不得填报国家秘密" in Client().get("/login/").content.decode()
