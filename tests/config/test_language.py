import pytest
from django.conf import settings
from django.test import Client

pytestmark = pytest.mark.django_db


def test_language_is_chinese_whatever_the_browser_prefers(client: Client) -> None:
    response = client.get("/login/", headers={"accept-language": "en-US,en;q=0.9"})

    assert response.headers["Content-Language"] == "zh-hans"
    assert "登录" in response.text


def test_language_is_what_a_person_chose(client: Client) -> None:
    client.post("/language/", {"language": "en", "next": "/login/"})

    response = client.get("/login/")

    assert client.cookies[settings.LANGUAGE_COOKIE_NAME].value == "en"
    assert response.headers["Content-Language"] == "en"


def test_language_ignores_a_cookie_it_does_not_know(client: Client) -> None:
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "xx"

    assert client.get("/login/").headers["Content-Language"] == "zh-hans"
