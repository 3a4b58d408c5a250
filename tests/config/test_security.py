import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from config.security import POLICY, content_security_policy


@pytest.mark.django_db
def test_policy_is_sent_with_a_page(client: Client) -> None:
    headers = client.get("/healthz", headers={"host": "localhost"}).headers

    assert headers["Content-Security-Policy"] == POLICY
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"


def test_policy_allows_nothing_inline_and_nothing_from_elsewhere() -> None:
    assert "unsafe" not in POLICY
    assert "//" not in POLICY


def test_policy_of_a_view_is_left_alone(rf: RequestFactory) -> None:
    def view(request: HttpRequest) -> HttpResponse:
        return HttpResponse(headers={"Content-Security-Policy": "default-src 'none'"})

    response = content_security_policy(view)(rf.get("/"))

    assert response.headers["Content-Security-Policy"] == "default-src 'none'"
