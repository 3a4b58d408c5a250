"""A session that ended while somebody was typing."""

import json
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from reports.models import Report, ReviewComment, Submission, User
from reports.services import reviews
from tests.factories import PASSWORD, stored
from tests.reports.views.conftest import signed_in
from tests.reports.views.pages import fields_of

AGAIN = "/login/again/"
TYPED = "第一行\n第二行 <b>&\"'"


def page_of(report: Report) -> str:
    return f"/reports/{report.pk}/sections/goals/"


@pytest.fixture
def sent(filled: Report, filer: User) -> HttpResponse:
    """What a filer gets who saves a page after the session has ended."""
    fields = fields_of(signed_in(filer).get(page_of(filled))) | {"f:goal.actual": TYPED, "next": "1"}
    return Client().post(page_of(filled), fields)


def carried(response: Any) -> dict[str, str]:
    """The hidden fields of the page that asks for the password."""
    return {"next": response.context["address"], "held": response.context["held"]}


def credentials(user: User, password: str = PASSWORD) -> dict[str, str]:
    return {"username": user.username, "password": password}


def test_what_was_sent_is_neither_stored_nor_lost(sent: Any, filled: Report) -> None:
    assert sent.status_code == 403
    assert "登录已过期" in sent.content.decode()
    assert ["f:goal.actual", TYPED] in json.loads(sent.context["held"])
    assert "csrfmiddlewaretoken" not in sent.context["held"]
    assert stored(filled, "goals").revision == 1


def test_sign_in_again_works(sent: Any, filled: Report, filer: User) -> None:
    client = Client()

    going_on = client.post(AGAIN, credentials(filer) | carried(sent))
    assert f"以“{filer.display_name}”的身份提交" in going_on.content.decode()
    assert going_on.context["address"] == page_of(filled)
    done = client.post(going_on.context["address"], dict(going_on.context["pairs"]))

    assert done.status_code == 302
    assert done["Location"] != page_of(filled), "the button that was pressed leads to the next page"
    assert stored(filled, "goals").data["facts"]["goal.actual"] == TYPED


def test_what_is_held_is_written_into_the_page_unchanged(sent: Any, filer: User) -> None:
    response = Client().post(AGAIN, credentials(filer) | carried(sent))

    assert "第一行\n第二行 &lt;b&gt;&amp;&quot;&#x27;</textarea>" in response.content.decode()


def test_sign_in_again_wrong_password_keeps_what_was_sent(sent: Any, filer: User) -> None:
    response: Any = Client().post(AGAIN, credentials(filer, "wrong") | carried(sent))

    assert response.status_code == 200
    assert "用户名" in response.content.decode()
    assert carried(response) == carried(sent)
    assert response.wsgi_request.user.is_anonymous


@pytest.mark.parametrize(
    "address", ["https://elsewhere.example/", "//elsewhere.example/", "javascript:0", ""]
)
def test_sign_in_again_sends_nothing_elsewhere(sent: Any, filer: User, address: str) -> None:
    response = Client().post(AGAIN, credentials(filer) | carried(sent) | {"next": address})

    assert response.status_code == 302
    assert response["Location"] == "/login/"


@pytest.mark.parametrize("held", ["", "{", "7", '["a"]', '[["a"]]'])
def test_sign_in_again_with_nothing_held_is_an_ordinary_sign_in(filer: User, held: str) -> None:
    response = Client().post(AGAIN, credentials(filer) | {"next": "/", "held": held})

    assert response["Location"] == "/login/"


def test_sign_in_again_get_is_not_allowed(filer: User) -> None:
    assert Client().get(AGAIN).status_code == 405


def test_somebody_elses_page_stays_closed(sent: Any, filled: Report, outsider: User) -> None:
    client = Client()
    going_on = client.post(AGAIN, credentials(outsider) | carried(sent))

    assert client.post(page_of(filled), dict(going_on.context["pairs"])).status_code == 404
    assert stored(filled, "goals").revision == 1


def test_a_visitor_who_sends_nothing_goes_to_the_login_page(filled: Report) -> None:
    assert Client().get(page_of(filled))["Location"].startswith("/login/?next=")


def test_what_a_reviewer_sent_is_held_too(submission: Submission, reviewer: User) -> None:
    reviews.start_review(submission, by=reviewer)
    address = f"/desk/reports/submission/{submission.pk}/save/"
    typed = {"revision": "0", "note": "", "place": "funds", "comment:elsewhere": "请核实"}
    client = Client()

    asked: Any = client.post(address, typed)
    client.post(AGAIN, credentials(reviewer) | carried(asked))

    assert asked.status_code == 403
    assert dict(json.loads(asked.context["held"])) == typed
    assert not ReviewComment.objects.exists()


def test_a_file_cannot_be_held(db: None) -> None:
    file = SimpleUploadedFile("方案.yaml", b"code: x")

    response = Client().post("/desk/scoring/scheme/add/", {"file": file})

    assert response.status_code == 302
    assert response["Location"].startswith("/desk/login/")
