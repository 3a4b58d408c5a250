"""Files that people upload: the text they stand for, and problems at the cell or line that has them."""

from decimal import Decimal
from typing import Any

import pytest
from openpyxl import Workbook

from scoring.authoring.diff import scheme_differences
from scoring.authoring.sheets.write import workbook_of
from scoring.authoring.uploads import UploadRefusedError, read_upload
from scoring.authoring.versions import create_draft, publish, seen_digest
from scoring.authoring.yaml_text import shaped
from scoring.models import Scheme
from tests.scoring.engine.small_scheme import SOUND
from tests.scoring.forms import OVERALL, cell, edited, form_of, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def published() -> Scheme:
    draft, _ = create_draft(text_of(OVERALL))
    return publish(draft, based_on=seen_digest(draft))[0]


def differences(old: Scheme, new: Scheme) -> list[tuple[str, str, str, str]]:
    before, after = shaped(old.text), shaped(new.text)
    assert before is not None
    assert after is not None
    return [
        (subject.title, line.label, line.before, line.after)
        for group in scheme_differences(before, after)
        for subject in group.subjects
        for line in subject.lines
    ]


def test_yaml_comes_in_as_it_is() -> None:
    uploaded = read_upload(b"\xef\xbb\xbf" + SOUND.replace("\n", "\r\n").encode())

    assert (uploaded.text, uploaded.problems) == (SOUND, ())


def test_yaml_with_problems_names_their_lines() -> None:
    uploaded = read_upload(SOUND.replace("numerator: done", "numerator: dona").encode())

    assert [str(problem) for problem in uploaded.problems] == [
        "第 44 行：公式中的“dona”不是本方案的数值数据项或表格单元"
    ]


REFUSED: list[tuple[bytes, str]] = [
    (b"\xd0\xcf\x11\xe0 old", "旧版 Excel（.xls）或加了密码的文件"),
    (b"PK\x03\x04 broken", "不是 xlsx 文件，或有密码保护；请用 Excel 或 WPS 另存为 xlsx 后上传。"),
    (b"x" * 1_000_001, "文件超过 1 MB。"),
    ("代码".encode("gbk"), "文件不能读取。"),
    (b"code: a\0", "文件不是文本文件"),
]


@pytest.mark.parametrize(("raw", "message"), REFUSED, ids=range(len(REFUSED)))
def test_what_can_not_be_read_is_refused(raw: bytes, message: str) -> None:
    with pytest.raises(UploadRefusedError) as caught:
        read_upload(raw)

    assert message in caught.value.message


def test_workbook_of_a_stored_version_is_its_very_text(published: Scheme) -> None:
    uploaded = read_upload(workbook_of(form_of(OVERALL)))

    assert (uploaded.text, uploaded.problems) == (published.text, ())


def test_changed_weight_makes_a_draft_with_exactly_that_difference(published: Scheme) -> None:
    def edit(book: Workbook) -> None:
        cell(book, "指标", "staff_control", "分值").value = 6

    uploaded = read_upload(edited(form_of(OVERALL), edit))
    draft, _ = create_draft(uploaded.text)

    assert differences(published, draft) == [("财政供养人员控制率", "分值", "5", "6")]
    assert draft.text == published.text.replace("version: 1", "version: 2").replace(
        "    weight: 5", "    weight: 6", 1
    )
    assert [str(problem) for problem in uploaded.problems] == [
        "基本信息!B9（总分值）：各指标分值合计 101，应为 100，差 1",
        "一级指标分值!B2（内容）：一级指标“投入”写 15，各指标分值合计 16",
    ]


def test_changed_and_added_bands_make_a_draft_with_exactly_that_difference(published: Scheme) -> None:
    def edit(book: Workbook) -> None:
        cell(book, "档次", "key_spending", "下限").value = 95
        book["档次"].append(["key_spending", 50, None, 60, None, 1])

    uploaded = read_upload(edited(form_of(OVERALL), edit))
    draft, _ = create_draft(uploaded.text)

    assert uploaded.problems == ()
    assert [line for line in differences(published, draft) if line[1] != "评分标准"] == [
        ("重点支出安排率", "档次", "90（含）以上 得5分", "95（含）以上 得5分"),
        ("重点支出安排率", "档次", "", "50（含）至60 得1分"),
    ]
    assert draft.text.count("#") == published.text.count("#")


def test_workbook_of_an_unknown_version_is_written_anew() -> None:
    uploaded = read_upload(workbook_of(form_of(OVERALL)))

    assert shaped(uploaded.text) == form_of(OVERALL)
    assert uploaded.problems == ()


def test_rows_in_another_order_are_written_anew(published: Scheme) -> None:
    def edit(book: Workbook) -> None:
        book["等次"].move_range("A2:C2", rows=10)

    uploaded = read_upload(edited(form_of(OVERALL), edit))

    form = shaped(uploaded.text)
    assert form is not None
    assert [grade.label for grade in form.grades] == ["良", "中", "差", "优"]


def put(book: Workbook, *path: Any) -> None:
    sheet, row, heading, value = path
    cell(book, sheet, row, heading).value = value


SOUNDNESS = [
    (("指标", "staff_control", "计算公式", "staff.in_post / nothing * 100"),
     "指标!{ref}（计算公式）：公式中的“nothing”不是本方案的数值数据项或表格单元"),
    (("指标", "staff_control", "每档扣分", None), "指标!A2：缺少“每档扣分”"),
    (("数据项", "staff.quota", "名称", None), "数据项!A4：缺少“名称”"),
    (("数据项", "staff.quota", "数据项编号", "编制"), "只能用小写字母、数字、下划线"),
    (("数据项", "staff.quota", "最多字数", 0), "数据项!{ref}（最多字数）：“最多字数”不能小于 1，读到的是 “0”"),
    (("基本信息", "方案代码", "内容", None), "基本信息：缺少“方案代码”"),
    (("基本信息", "方案名称", "内容", "长" * 201), "基本信息!{ref}（方案名称）：“方案名称”最多 200 个字"),
    (("章节", "overview", "章节编号", "Overview"), "页面内容!A2：工作表“章节”中没有“overview”"),
]  # fmt: skip


@pytest.mark.parametrize(("change", "message"), SOUNDNESS, ids=range(len(SOUNDNESS)))
def test_unsound_workbook_names_the_cells(change: Any, message: str) -> None:
    ref = ""

    def edit(book: Workbook) -> None:
        nonlocal ref
        ref = cell(book, change[0], change[1], change[2]).coordinate
        put(book, *change)

    raw = edited(form_of(OVERALL), edit)
    try:
        found = [str(problem) for problem in read_upload(raw).problems]
    except UploadRefusedError as refused:
        found = [str(problem) for problem in refused.problems]

    assert any(message.format(ref=ref) in problem for problem in found), found


def test_unreadable_cells_refuse_the_workbook_with_all_of_them() -> None:
    def edit(book: Workbook) -> None:
        put(book, "指标", "staff_control", "分值", "五分")
        put(book, "指标", "key_spending", "分值", "=SUM(A1:A2)")

    with pytest.raises(UploadRefusedError) as caught:
        read_upload(edited(form_of(OVERALL), edit))

    assert caught.value.message == "工作簿中有 2 处不能读取，请改正后重新上传。"
    assert len(caught.value.problems) == 2


def test_exact_decimals_come_back_from_a_workbook(published: Scheme) -> None:
    def edit(book: Workbook) -> None:
        put(book, "指标", "staff_control", "每档扣分", 0.35)
        put(book, "数据项", "staff.quota", "允许误差", "0.0100000000000000001")

    form = shaped(read_upload(edited(form_of(OVERALL), edit)).text)

    assert form is not None
    assert form.indicators[0].rule.per == Decimal("0.35")  # type: ignore[union-attr]
    assert form.facts["staff.quota"].tolerance == Decimal("0.0100000000000000001")
