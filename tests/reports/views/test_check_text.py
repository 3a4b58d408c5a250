"""Any text, checked."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from reports import texts
from reports.models import Report, User
from tests.factories import make_reviewer
from tests.reports.views.conftest import signed_in

TEXT = "节支率=(300000-89842)/300000×100%=29.95%。<b>\r\n总得分88.8分，评级为良。"


def answer(user: User, **data: object) -> str:
    response = signed_in(user).post("/text/", data)
    assert response.status_code == 200
    return response.content.decode()


def test_check_text_asks_for_a_text(filer: User) -> None:
    page = signed_in(filer).get("/text/").content.decode()

    assert "粘贴文字，或上传文件" in page
    assert "核对结果" not in page


def test_check_text_lights_up_what_is_wrong(filer: User) -> None:
    page = answer(filer, text=TEXT)

    assert '<a href="#q1">(300000-89842)/300000×100%=29.95%</a>' in page
    assert '<mark class="quote warning">(300000-89842)/300000×100%=29.95%</mark>。&lt;b&gt;' in page
    assert "= 70.0527%，文中写29.95%" in page
    assert "重新计算后一致的 1 处" in page


def test_check_text_reads_a_file(filer: User) -> None:
    file = SimpleUploadedFile("说明.txt", TEXT.encode("gb18030"))

    assert '<a href="#q1">' in answer(filer, text="别的文字", file=file)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("总得分88.8分，评级为良。", "没有发现不符的数字"),
        ("全年工作圆满完成。", "没有读到可以重新计算的数字"),
    ],
)
def test_check_text_says_when_nothing_is_wrong(filer: User, text: str, words: str) -> None:
    assert words in answer(filer, text=text)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"text": " "}, "请粘贴文字，或选择一个文件"),
        ({"file": SimpleUploadedFile("a.doc", b"\xd0\xcf\x11\xe0")}, "旧版 Word"),
    ],
)
def test_check_text_says_what_it_cannot_read(filer: User, data: dict[str, object], words: str) -> None:
    page = answer(filer, **data)

    assert words in page
    assert "核对结果" not in page


def test_check_text_keeps_a_text_that_is_too_long(filer: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(texts, "MAX_CHARACTERS", 10)

    assert TEXT.splitlines()[1] in answer(filer, text=TEXT)


def test_check_text_is_for_the_desk_too(report: Report) -> None:
    page = answer(make_reviewer(), text=TEXT)

    assert '<a href="#q1">' in page
    assert "/submission/" in page  # the desk's own navigation


def test_check_text_is_for_people_with_an_account() -> None:
    response = Client().get("/text/")

    assert response.status_code == 302
    assert response["Location"].startswith("/login/")


def test_check_text_refuses_other_methods(filer: User) -> None:
    assert signed_in(filer).put("/text/").status_code == 405


def test_check_text_asks_the_database_for_nothing_but_the_person(
    filer: User, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client = signed_in(filer)

    with django_assert_num_queries(6):  # the session and its renewal, the person, the bureau
        client.post("/text/", {"text": TEXT * 50})
