"""Files in and out through the desk."""

import io
from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import load_workbook

from scoring.authoring.sheets.read import MAX_BYTES
from scoring.authoring.versions import seen_digest
from scoring.models import Scheme
from tests.reports.admin.schemes.conftest import page, rewritten
from tests.scoring.engine.small_scheme import SOUND
from tests.scoring.forms import cell, edited


def file(content: bytes, name: str = "form.yaml") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def upload(client: Client, content: bytes, **more: Any) -> Any:
    return client.post(page("add"), {"file": file(content), **more}, follow=True)


def test_yaml_is_downloaded_byte_for_byte(client: Client, project: Scheme) -> None:
    response = client.get(page("yaml", project))

    assert response.content == project.text.encode()
    assert response["Content-Disposition"] == 'attachment; filename="project-ziyang-2022-v1.yaml"'
    assert response["X-Content-Type-Options"] == "nosniff"


def test_workbook_is_downloaded_and_comes_back_as_the_same_text(client: Client, project: Scheme) -> None:
    response = client.get(page("xlsx", project))
    assert response["Content-Disposition"] == 'attachment; filename="project-ziyang-2022-v1.xlsx"'

    body = upload(client, response.content).content.decode()

    made = Scheme.objects.get(version=2)
    assert made.text == project.text.replace("version: 1", "version: 2")
    assert "文件写的是第 1 版，已存为第 2 版草稿" in body
    assert "没有发现问题" in body


def test_workbook_of_a_broken_draft_is_refused_with_a_message(client: Client, draft: Scheme) -> None:
    broken = rewritten(draft, "facts:\n", "facts: [\n")

    response = client.get(page("xlsx", broken), follow=True)

    assert "不能转成 Excel" in response.content.decode()


def test_uploaded_form_is_a_draft_and_logged(client: Client) -> None:
    response = upload(client, SOUND.encode(), note="新表")

    made = Scheme.objects.get()
    assert response.redirect_chain[-1][0] == page("change", made)
    assert (made.status, made.note, made.text) == ("draft", "新表", SOUND)
    assert LogEntry.objects.get().get_change_message() == "上传文件新建"


def test_upload_clicked_twice_is_one_draft(client: Client, project: Scheme) -> None:
    changed = project.text.replace("label: 填报日期", "label: 填表日期").encode()
    for _click in range(2):
        upload(client, changed)

    assert Scheme.objects.count() == 2
    assert LogEntry.objects.count() == 1


def test_unsound_file_is_kept_as_a_draft_with_its_problems(client: Client) -> None:
    body = upload(client, SOUND.replace("weight: 40", "weight: 41").encode()).content.decode()

    assert Scheme.objects.get().status == "draft"
    assert "已存为草稿，还有问题要改正" in body
    assert "第 1 行" in body
    assert "各指标分值合计 101，应为 100，差 1" in body


def test_problems_of_a_workbook_are_shown_by_cell(client: Client, project: Scheme) -> None:
    def edit(book: Any) -> None:
        cell(book, "指标", "execution", "分值").value = 12

    body = upload(client, edited(project.form, edit)).content.decode()

    assert "基本信息!B9（总分值）" in body
    assert "各指标分值合计 102" in body


def test_unreadable_cells_are_listed_and_nothing_is_stored(client: Client, project: Scheme) -> None:
    def edit(book: Any) -> None:
        cell(book, "指标", "execution", "分值").value = "=1+1"

    body = upload(client, edited(project.form, edit)).content.decode()

    assert "工作簿中有 1 处不能读取" in body
    assert "指标!E2（分值）" in body
    assert Scheme.objects.count() == 1


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"title: x\n", "没有写明可用的方案代码"),
        (b"\xd0\xcf\x11\xe0", "旧版 Excel"),
        (b"x" * (MAX_BYTES + 1), "文件 2.0 MB，超过 2 MB。"),
        (b"", "提交的是空文件"),
    ],
)
def test_what_is_no_scheme_is_refused(client: Client, content: bytes, message: str) -> None:
    body = upload(client, content).content.decode()

    assert message in body
    assert not Scheme.objects.exists()


def test_upload_without_a_file_asks_for_one(client: Client) -> None:
    assert client.post(page("add"), {}).context["form"].errors["file"]


def replaced(client: Client, draft: Scheme, content: bytes, **more: Any) -> Any:
    data = {"file": file(content), "based_on": seen_digest(draft), "note": "换", **more}
    return client.post(page("replace", draft), data, follow=True)


def test_replacing_keeps_the_version_of_the_draft(client: Client, project: Scheme, draft: Scheme) -> None:
    changed = project.text.replace("label: 填报日期", "label: 填表日期")

    response = replaced(client, draft, changed.encode())

    stored = Scheme.objects.get(pk=draft.pk)
    assert stored.text == changed.replace("version: 1", "version: 2")
    assert (stored.version, stored.note) == (2, "换")
    assert response.redirect_chain[-1][0] == page("change", draft)
    assert LogEntry.objects.get().get_change_message() == "上传文件替换内容"


def test_replacing_with_another_forms_file_is_refused(client: Client, draft: Scheme) -> None:
    body = replaced(client, draft, SOUND.encode()).content.decode()

    assert "文件是方案 small-2024，这份草稿是 project-ziyang-2022，不能替换。" in body
    assert Scheme.objects.get(pk=draft.pk).text == draft.text


def test_replacing_what_was_changed_meanwhile_is_refused_once(
    client: Client, project: Scheme, draft: Scheme
) -> None:
    theirs = rewritten(draft, "label: 填报日期", "label: 他的日期")

    response = replaced(client, draft, project.text.encode())

    assert "已被他人修改" in response.content.decode()
    assert Scheme.objects.get(pk=draft.pk).text == theirs.text
    assert response.context["based_on"] == seen_digest(theirs)


def test_replacing_with_an_unreadable_file_names_the_cells(client: Client, draft: Scheme) -> None:
    def edit(book: Any) -> None:
        cell(book, "指标", "execution", "分值").value = "十"

    body = replaced(client, draft, edited(draft.form, edit)).content.decode()

    assert "指标!E2（分值）" in body
    assert Scheme.objects.get(pk=draft.pk).text == draft.text


def test_downloaded_workbook_holds_no_formula(client: Client, project: Scheme) -> None:
    book = load_workbook(io.BytesIO(client.get(page("xlsx", project)).content))

    assert {each.data_type for sheet in book for row in sheet.iter_rows() for each in row} <= {"s", "n"}
