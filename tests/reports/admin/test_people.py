"""Accounts, bureaus and their spreadsheets."""

import io
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from openpyxl import Workbook, load_workbook

from reports.admin.bureau_import import guard, unguard
from reports.models import Bureau, User
from tests.reports.admin.conftest import Login
from tests.reports.admin.desk import Desk

HEAD = ["预算单位编码", "单位名称", "主管部门编码", "归口业务科室"]
STRONG = "a-very-long-password-1"


@pytest.fixture
def client(desk: Desk, login: Login) -> Client:
    return login(desk.administrator)


def account(desk: Desk, **changes: Any) -> dict[str, Any]:
    given = {
        "username": "new",
        "display_name": "新账号",
        "role": "filer",
        "bureau": desk.bureau.pk,
        "division": "",
        "password1": STRONG,
        "password2": STRONG,
    }
    return given | changes


def test_account_is_created_with_a_password(desk: Desk, client: Client) -> None:
    client.post(reverse("admin:reports_user_add"), account(desk))

    user = User.objects.get(username="new")
    assert (user.role, user.bureau, user.division) == ("filer", desk.bureau, None)
    assert user.check_password(STRONG)


@pytest.mark.parametrize(
    ("role", "bureau", "division", "field", "message"),
    [
        ("filer", False, False, "bureau", "必须选择所在单位"),
        ("bureau_head", False, False, "bureau", "必须选择所在单位"),
        ("division_reviewer", False, False, "division", "必须选择所在科室"),
        ("performance_office", True, False, "bureau", "请清空或改选角色"),
        ("auditor", False, True, "division", "请清空或改选角色"),
    ],
)
def test_role_decides_where_an_account_works(
    desk: Desk, client: Client, role: str, bureau: bool, division: bool, field: str, message: str
) -> None:
    place = {"bureau": desk.bureau.pk if bureau else "", "division": desk.social.pk if division else ""}

    response = client.post(reverse("admin:reports_user_add"), account(desk, role=role, **place))

    errors = response.context["adminform"].form.errors
    assert list(errors) == [field]
    assert message in errors[field][0]
    assert not User.objects.filter(username="new").exists()


@pytest.mark.parametrize(
    "changes", [{"password2": "other"}, {"password1": "123", "password2": "123"}, {"username": "filer"}]
)
def test_bad_account_is_refused(desk: Desk, client: Client, changes: dict[str, str]) -> None:
    before = User.objects.count()

    response = client.post(reverse("admin:reports_user_add"), account(desk, **changes))

    assert response.status_code == 200
    assert User.objects.count() == before


def test_account_can_be_switched_off_and_given_another_password(desk: Desk, client: Client) -> None:
    given = {
        "username": "filer",
        "display_name": "改名",
        "role": "filer",
        "bureau": desk.bureau.pk,
        "division": "",
    }
    client.post(reverse("admin:reports_user_change", args=[desk.filer.pk]), given)
    client.post(
        reverse("admin:auth_user_password_change", args=[desk.filer.pk]),
        {"password1": STRONG, "password2": STRONG, "usable_password": "true"},
    )

    desk.filer.refresh_from_db()
    assert (desk.filer.display_name, desk.filer.is_active) == ("改名", False)
    assert desk.filer.check_password(STRONG)


def test_account_list_names_role_and_place(client: Client) -> None:
    page = client.get(reverse("admin:reports_user_changelist")).content.decode()

    for text in ("填报人", "测试医疗保障局", "社会保障科", "财政部门", "在用"):
        assert text in page


def xlsx(rows: list[list[Any]]) -> bytes:
    book, target = Workbook(), io.BytesIO()
    for row in [HEAD, *rows]:
        book.active.append(row)
    book.save(target)
    return target.getvalue()


def upload(client: Client, name: str, content: bytes) -> Any:
    kind = "0" if name.endswith("xlsx") else "1"
    file = SimpleUploadedFile(name, content)
    return client.post(reverse("admin:reports_bureau_import"), {"import_file": file, "format": kind})


def confirm(client: Client, response: Any) -> Any:
    return client.post(
        reverse("admin:reports_bureau_process_import"), response.context["confirm_form"].initial
    )


def test_import_creates_and_updates_by_code(desk: Desk, client: Client) -> None:
    rows = [["000123", "改名的局", None, "社会保障科"], ["000124", "下属单位", "000123", "社会保障科"]]

    confirm(client, upload(client, "bureaus.xlsx", xlsx(rows)))

    desk.bureau.refresh_from_db()
    child = Bureau.objects.get(code="000124")
    assert desk.bureau.name == "改名的局"
    assert (child.name, child.parent, child.division) == ("下属单位", desk.bureau, desk.social)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ([123, "数字编码", None, "社会保障科"], "可能已丢失前导零"),
        (["000777", "无科室", None, "没有的科"], "不存在"),
        (["000777", "无上级", "999999", "社会保障科"], "主管部门编码 999999 不存在"),
        (["0" * 21, "编码太长", None, "社会保障科"], "20"),
    ],
)
def test_import_refuses_a_bad_row(desk: Desk, client: Client, row: list[Any], message: str) -> None:
    response = upload(client, "bureaus.xlsx", xlsx([row]))

    assert "confirm_form" not in response.context
    assert message in response.content.decode()
    assert Bureau.objects.count() == 2


def test_import_reads_csv_with_guarded_cells(desk: Desk, client: Client) -> None:
    text = "\ufeff" + ",".join(HEAD) + "\r\n000125,'=1+1,,社会保障科\r\n"

    confirm(client, upload(client, "bureaus.csv", text.encode()))

    assert Bureau.objects.get(code="000125").name == "=1+1"


def test_import_refuses_a_file_that_is_too_large(desk: Desk, client: Client) -> None:
    response = upload(client, "bureaus.csv", b"x" * (2 * 1024 * 1024 + 1))

    assert "文件超过 2 MB" in response.content.decode()


def test_export_keeps_codes_and_texts_as_text(desk: Desk, client: Client) -> None:
    Bureau.objects.filter(pk=desk.bureau.pk).update(name="=1+1")

    response = client.get(reverse("admin:reports_bureau_export"))

    sheet = load_workbook(io.BytesIO(response.content)).active
    rows = [[(cell.value, cell.data_type) for cell in row] for row in sheet.iter_rows()]
    assert [value for value, _type in rows[0]] == HEAD
    assert rows[1][:2] == [("000123", "s"), ("=1+1", "s")]
    assert rows[1][3] == ("社会保障科", "s")


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@a", "'x", "普通", ""])
def test_guard_is_undone_by_unguard(text: str) -> None:
    assert unguard(guard(text)) == text
    assert not guard(text).startswith(("=", "+", "-", "@"))
