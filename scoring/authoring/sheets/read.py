"""Reads an uploaded workbook: what it may be, cell by cell, and which scheme it says."""

import io
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from scoring.authoring.sheets.cells import CellValue
from scoring.authoring.sheets.collect import collect
from scoring.authoring.sheets.found import FilledCell, FilledRow, Found, SheetProblem
from scoring.authoring.sheets.layout import sheets
from scoring.authoring.sheets.titles import BASICS, BASICS_NAME, BASICS_VALUE, GUIDE, is_left_out

MAX_BYTES = 2 * 1024 * 1024
MAX_UNPACKED = 4 * 1024 * 1024
MAX_PARTS = 500
MAX_ROWS, MAX_COLUMNS = 5000, 200
# What openpyxl raises for a file that is xlsx by its packing only; either parser of XML says SyntaxError.
_BROKEN = (
    zipfile.BadZipFile, zipfile.LargeZipFile, SyntaxError, KeyError, ValueError, TypeError, AttributeError,
    IndexError, OSError, EOFError, NotImplementedError, zlib.error,
)  # fmt: skip


class WorkbookError(ValueError):
    """The file isn't a workbook that can be read; the message says why, in Chinese."""


def read_workbook(raw: bytes) -> Found:
    """The scheme data of an xlsx file with all problems of its cells. Raises WorkbookError."""
    _require_workbook(raw)
    book = _opened(raw)
    headings = {sheet.title: sheet.headings for sheet in sheets()} | {BASICS: (BASICS_NAME, BASICS_VALUE)}
    problems: list[SheetProblem] = []
    filled: dict[str, list[FilledRow]] = {}
    for page in book.worksheets:
        title = page.title.strip()
        if title == GUIDE:
            continue
        if title not in headings or title in filled:
            problems.append(SheetProblem(title, "不认识的工作表，请删除或改回原来的名称"))
            continue
        filled[title] = list(_rows(page, headings[title], problems))
    problems += _missing_sheets(filled)
    found = collect(filled)
    found.problems[:0] = problems
    return found


def _missing_sheets(filled: dict[str, list[FilledRow]]) -> Iterator[SheetProblem]:
    """A sheet that is gone would take what it said with it; an empty one says that there is nothing."""
    for title in (BASICS, *(sheet.title for sheet in sheets() if not is_left_out(sheet.way))):
        if title not in filled:
            yield SheetProblem(title, "缺少这张工作表，请加回（没有内容的只留列名），或重新下载后修改")


def _require_workbook(raw: bytes) -> None:
    """Refuses by the packing alone, before anything is unpacked."""
    if len(raw) > MAX_BYTES:
        raise WorkbookError(f"文件超过 {MAX_BYTES // 1024 // 1024} MB")
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            parts = packed.infolist()
            sizes = sum(part.file_size for part in parts)
            if sizes > MAX_UNPACKED or len(parts) > MAX_PARTS:
                raise WorkbookError(f"文件解压后超过 {MAX_UNPACKED // 1024 // 1024} MB，不是方案文件")
            texts = (packed.read(part) for part in parts if part.filename.endswith((".xml", ".rels")))
            # Another encoding than UTF-8 would hide the word from this test.
            if any(b"<!DOCTYPE" in text or b"\0" in text for text in texts):
                raise WorkbookError("文件中有不允许的内容（DOCTYPE）")
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        raise WorkbookError("不是 xlsx 文件，或有密码保护；请用 Excel 或 WPS 另存为 xlsx 后上传") from error


def _opened(raw: bytes) -> Any:
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            # About decorations that are of no interest here.
            warnings.simplefilter("ignore")
            return load_workbook(io.BytesIO(raw), keep_links=False)
    except _BROKEN as error:
        raise WorkbookError(
            "文件已损坏或不是标准的 xlsx，不能读取；请用 Excel 或 WPS 打开后另存为 xlsx"
        ) from error


def _rows(page: Any, headings: tuple[str, ...], problems: list[SheetProblem]) -> Iterator[FilledRow]:
    """Rows under the heading line, by heading."""
    if page.max_row > MAX_ROWS or page.max_column > MAX_COLUMNS:
        problems.append(SheetProblem(page.title, f"最多 {MAX_ROWS} 行、{MAX_COLUMNS} 列，请删除多余的行列"))
        return
    for merged in page.merged_cells.ranges:
        problems.append(SheetProblem(f"{page.title}!{merged.coord}", "合并的单元格请拆开，逐行填写"))
    columns = _columns(page, headings, problems)
    for cells in page.iter_rows(min_row=2):
        row = {columns[cell.column]: cell for cell in cells if cell.column in columns}
        filled = dict(_filled(page, row, problems))
        if filled:
            yield filled


def _columns(page: Any, headings: tuple[str, ...], problems: list[SheetProblem]) -> dict[int, str]:
    columns: dict[int, str] = {}
    heads = next(page.iter_rows(min_row=1, max_row=1), ())
    if not any(str(cell.value or "").strip() in headings for cell in heads):
        problems.append(SheetProblem(f"{page.title}!第1行", f"应是列名：{'、'.join(headings[:3])}等，请恢复"))
        return columns
    for cell in heads:
        heading = str(cell.value or "").strip()
        if not heading:
            _refuse_unheaded(page, cell, problems)
        elif heading not in headings:
            problems.append(SheetProblem(f"{page.title}!{cell.coordinate}", f"不认识的列名“{heading}”"))
        elif heading in columns.values():
            problems.append(SheetProblem(f"{page.title}!{cell.coordinate}", f"列名“{heading}”重复"))
        else:
            columns[cell.column] = heading
    if missing := [heading for heading in headings if heading not in columns.values()]:
        message = f"缺少列“{'”、“'.join(missing)}”，请加回（没有内容的留空），或重新下载后修改"
        problems.append(SheetProblem(f"{page.title}!第1行", message))
    return columns


def _refuse_unheaded(page: Any, head: Any, problems: list[SheetProblem]) -> None:
    """Something under no heading would be lost."""
    for (cell,) in page.iter_rows(min_row=2, min_col=head.column, max_col=head.column):
        if cell.value not in (None, ""):
            problems.append(SheetProblem(f"{page.title}!{cell.coordinate}", "这一列没有列名"))
            return


def _filled(page: Any, row: dict[str, Any], problems: list[SheetProblem]) -> Iterator[tuple[str, FilledCell]]:
    for heading, cell in row.items():
        problem = _unreadable(cell)
        if problem:
            problems.append(SheetProblem(f"{page.title}!{cell.coordinate}（{heading}）", problem))
        elif (value := _value(cell.value)) is not None:
            yield heading, FilledCell(value, cell.coordinate)


def _unreadable(cell: Any) -> str:
    """Why a cell can't be taken, empty where it can."""
    if cell.data_type == "f":
        return "是公式，请改为文字或数字（复制后选择性粘贴为数值）"
    if cell.data_type == "e":
        return f"是错误值“{cell.value}”"
    if isinstance(cell.value, datetime | date | time | timedelta):
        return "被当成了日期，请把单元格设为文本格式后重新填写"
    if cell.data_type == "n" and cell.value is not None and "%" in cell.number_format:
        return "是百分比格式，看到的 95% 存的是 0.95，请把单元格设为文本格式后重新填写"
    return ""


def _value(value: Any) -> CellValue:
    """Text as it is, a number with the 15 digits that a spreadsheet keeps, None where blank."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, int | float):
        return Decimal(format(value, ".15g")) if isinstance(value, float) else Decimal(value)
    text = str(value if value is not None else "").replace("_x000D_", "")
    return text if text.strip() else None
