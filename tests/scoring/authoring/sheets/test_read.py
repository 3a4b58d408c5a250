"""What an uploaded workbook may be, and what is said of one that can't be taken: sheet, cell, reason."""

import datetime
import io
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.styles import Font

from scoring.authoring.sheets import read
from scoring.authoring.sheets.read import WorkbookError, read_workbook
from scoring.engine.scheme import Scheme
from tests.scoring.forms import OVERALL, PROJECT, cell, edited, form_of

Edit = Callable[[Workbook], Any]


def put(sheet: str, row: str, heading: str, value: Any) -> Edit:
    def edit(book: Workbook) -> None:
        cell(book, sheet, row, heading).value = value

    return edit


def append(sheet: str, *values: Any) -> Edit:
    return lambda book: book[sheet].append(values)


def problems(stem: str, *edits: Edit) -> list[str]:
    def edit(book: Workbook) -> None:
        for each in edits:
            each(book)

    return [str(problem) for problem in read_workbook(edited(form_of(stem), edit)).problems]


PROBLEMS: list[tuple[Edit, str]] = [
    (put("指标", "staff_control", "分值", "十分"), "指标!E2（分值）：“十分”不是数字"),
    (put("指标", "staff_control", "分值", "=1+1"), "指标!E2（分值）：是公式，请改为文字或数字"),
    (put("指标", "staff_control", "名称", datetime.date(2024, 1, 1)), "指标!D2（名称）：被当成了日期"),
    (put("指标", "staff_control", "评分规则", "随便"), "这种评分规则，可用："),
    (put("指标", "staff_control", "评分规则", None), "填了参数，但没有可用的评分规则，请先选评分规则"),
    (put("指标", "staff_control", "评分规则", "人工评分"), "评分规则“人工评分”没有这一项，请清空"),
    (put("指标", "key_spending", "评分规则", "按清单计分"), "（评分规则）：评分规则“按清单计分”还缺内容"),
    (put("指标", "key_spending", "评分规则", "人工评分"), "档次!A2：所属指标的评分规则是“人工评分”，不用这张表"),
    (append("档次", "nobody", 1), "：工作表“指标”中没有“nobody”"),
    (append("档次", None, 1), "：这一行没有填“指标编号”"),
    (append("数据项", "staff.quota", "又一个"), "：“staff.quota”重复"),
    (append("表格的行", "income", "more"), "：没有填“内容”；要留空请填“（空）”"),
    (append("核查设置", "X_LOW", "随便"), "（内容）：应为 关闭、错误、警告、提示 之一，读到的是“随便”"),
    (append("基本信息", "版次", "2"), "：不认识的项目“版次”"),
    (lambda book: book.create_sheet("备忘"), "备忘：不认识的工作表，请删除或改回原来的名称"),
    (lambda book: book["指标"].merge_cells("B2:B4"), "指标!B2:B4：合并的单元格请拆开，逐行填写"),
    (lambda book: setattr(book["等次"]["A1"], "value", "起点"), "等次!A1：不认识的列名“起点”"),
    (lambda book: setattr(book["等次"]["B1"], "value", "起点分"), "等次!B1：列名“起点分”重复"),
    (lambda book: setattr(book["等次"]["A1"], "value", None), "等次!A2：这一列没有列名"),
    (lambda book: setattr(book["等次"].cell(5001, 1), "value", 1), "等次：最多 5000 行、200 列，请删除多余的行列"),
    (lambda book: book["等次"].delete_cols(2), "等次!第1行：缺少列“名称”，请加回（没有内容的留空），或重新下载后修改"),
    (lambda book: book["等次"].delete_cols(2, 2), "等次!第1行：缺少列“名称”、“同义用语”，请加回"),
    (lambda book: book["等次"].insert_rows(1), "等次!第1行：应是列名：起点分、名称、同义用语等，请恢复"),
    (lambda book: book["等次"].delete_rows(1), "等次!第1行：应是列名：起点分、名称、同义用语等，请恢复"),
    (lambda book: book.remove(book["等次"]), "等次：缺少这张工作表，请加回（没有内容的只留列名），或重新下载后修改"),
    (lambda book: book.remove(book["基本信息"]), "基本信息：缺少这张工作表"),
    (lambda book: setattr(book.copy_worksheet(book["等次"]), "title", "等次 "), "等次：不认识的工作表，请删除或改回原来的名称"),
    (lambda book: setattr(cell(book, "指标", "staff_control", "每档扣分"), "number_format", "0.0%"),
     "（每档扣分）：是百分比格式，看到的 95% 存的是 0.95，请把单元格设为文本格式后重新填写"),
]  # fmt: skip


@pytest.mark.parametrize(("edit", "message"), PROBLEMS, ids=range(len(PROBLEMS)))
def test_problem_names_sheet_and_cell(edit: Edit, message: str) -> None:
    found = problems(OVERALL, edit)

    assert any(message in problem for problem in found), found


def test_heading_line_that_is_gone_is_one_problem_of_its_sheet() -> None:
    assert len(problems(OVERALL, lambda book: book["等次"].insert_rows(1))) == 1


def test_percent_format_of_a_blank_cell_or_a_text_is_no_problem() -> None:
    def edit(book: Workbook) -> None:
        for row, heading in (("staff_control", "原文"), ("staff_control", "所属分组")):
            cell(book, "指标", row, heading).number_format = "0%"
        book["等次"].title = " 等次 "

    assert data_of(OVERALL, edit) == form_of(OVERALL)


def test_error_value_is_refused() -> None:
    def edit(book: Workbook) -> None:
        target = cell(book, "指标", "execution", "分值")
        target.value, target.data_type = "#REF!", "e"

    assert any("是错误值“#REF!”" in problem for problem in problems(PROJECT, edit))


def test_all_problems_are_found_at_once() -> None:
    found = problems(
        OVERALL, put("指标", "staff_control", "分值", "十分"), put("数据项", "staff.quota", "必填", "也许")
    )

    assert len(found) == 2


def data_of(stem: str, edit: Edit) -> Scheme:
    found = read_workbook(edited(form_of(stem), edit))
    assert found.problems == []
    return Scheme.model_validate(found.data)


def test_what_a_spreadsheet_does_to_a_file_changes_nothing() -> None:
    def edit(book: Workbook) -> None:
        page = book["指标"]
        page["D2"].font = Font(bold=True)
        page.cell(60, 1).value = "   "
        page.move_range("D1:D60", cols=70)
        cell(book, "指标", "execution", "原文").value = None
        del book["说明"]

    assert data_of(PROJECT, edit) == form_of(PROJECT)


def test_numbers_and_words_may_be_typed_either_way() -> None:
    def edit(book: Workbook) -> None:
        cell(book, "指标", "staff_control", "分值").value = "5"
        cell(book, "指标", "staff_control", "每档扣分").value = 0.1 + 0.4
        cell(book, "数据项", "staff.quota", "必填").value = True
        cell(book, "数据项", "staff.quota", "类型").value = "count"
        cell(book, "指标", "staff_control", "一级指标").value = "投入_x000D_"

    assert data_of(OVERALL, edit) == form_of(OVERALL)


def test_floats_are_taken_with_the_digits_that_a_sheet_shows() -> None:
    def edit(book: Workbook) -> None:
        cell(book, "指标", "staff_control", "每档扣分").value = 0.1 + 0.2

    rule = data_of(OVERALL, edit).indicators[0].rule

    assert str(rule.per) == "0.3"  # type: ignore[union-attr]


def packed(**parts: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as book:
        for name, content in parts.items():
            book.writestr(name, content)
    return target.getvalue()


def test_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = packed(**{"xl/worksheets/sheet1.xml": b"<" * (read.MAX_UNPACKED + 1)})

    assert len(bomb) < 100_000
    with pytest.raises(WorkbookError, match="解压后超过 4 MB"):
        read_workbook(bomb)


def test_many_parts_are_refused() -> None:
    with pytest.raises(WorkbookError, match="解压后超过"):
        read_workbook(packed(**{f"part{number}.xml": b"" for number in range(read.MAX_PARTS + 1)}))


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"x" * (read.MAX_BYTES + 1), "文件超过 2 MB"),
        (b"PK\x03\x04 not really", "不是 xlsx 文件，或有密码保护"),
        (b"", "不是 xlsx 文件"),
        (packed(**{"a.xml": b"<!DOCTYPE x [<!ENTITY a 'b'>]>"}), "不允许的内容"),
        (packed(**{"a.xml": "<!DOCTYPE x [<!ENTITY a 'b'>]>".encode("utf-16")}), "不允许的内容"),
        (packed(**{"a.txt": b"hello"}), "文件已损坏或不是标准的 xlsx"),
        (packed(**{"[Content_Types].xml": b"<not-xml"}), "文件已损坏或不是标准的 xlsx"),
    ],
)
def test_what_is_no_workbook_is_refused(raw: bytes, message: str) -> None:
    with pytest.raises(WorkbookError, match=message):
        read_workbook(raw)


def test_damaged_workbook_is_refused_and_never_fails_otherwise() -> None:
    whole = edited(form_of(PROJECT), lambda book: None)
    for cut in range(200, len(whole), len(whole) // 25):
        with pytest.raises(WorkbookError):
            read_workbook(whole[:cut])
        spoiled = whole[:cut] + b"\x00" * 40 + whole[cut + 40 :]
        try:
            read_workbook(spoiled)
        except WorkbookError:
            continue
