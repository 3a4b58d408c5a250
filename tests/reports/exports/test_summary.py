"""The workbook, read back cell by cell."""

import datetime
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from reports.exports.rows import SummaryRow
from reports.exports.summary import COLUMNS, write_summary

TODAY = datetime.date(2026, 11, 22)
HEAD = [
    "序号", "预算单位编码", "部门(单位)", "报告名称", "自评方案", "状态", "报送次数", "自评得分", "系统得分",
    "已核分值", "系统评分下限", "系统评分上限", "复核得分", "等次", "预算执行率(%)", "核查问题：错误",
    "核查问题：警告", "核查问题：提示", "截止日期", "报送日期", "通过日期", "是否逾期",
    "完成情况（不计分方案）",
]  # fmt: skip
ROW = SummaryRow(
    number=1,
    bureau_code="000123",
    bureau_name="=1+1",
    title="http://example.test/项目",
    scheme="项目支出绩效自评表",
    status="已通过",
    submissions=2,
    self_total=Decimal("98"),
    computed_points=Decimal("97.23"),
    computed_weight=Decimal("100"),
    computed_low=Decimal("97.23"),
    computed_high=Decimal("97.23"),
    reviewed_total=Decimal("95.23"),
    grade="优",
    execution_rate=Decimal("72.30"),
    errors=0,
    warnings=3,
    hints=2,
    due_on=datetime.date(2026, 12, 2),
    submitted_on=datetime.date(2026, 11, 20),
    approved_on=datetime.date(2026, 11, 21),
    is_late=False,
    counts_in_average=True,
)
EMPTY = replace(
    ROW,
    number=2,
    status="无需自评",
    submissions=0,
    self_total=None,
    computed_points=None,
    computed_weight=None,
    computed_low=None,
    computed_high=None,
    reviewed_total=None,
    grade="",
    execution_rate=None,
    errors=None,
    warnings=None,
    hints=None,
    submitted_on=None,
    approved_on=None,
    is_late=True,
    counts_in_average=False,
)


def written(path: Path, *rows: SummaryRow) -> Worksheet:
    count = write_summary(path / "summary.xlsx", "2022年度", rows, TODAY)
    assert count == len(rows)
    return load_workbook(path / "summary.xlsx").active


def values(sheet: Worksheet, row: int) -> list[Any]:
    """A day as text, everything else as it is."""
    return [
        cell.value.date().isoformat() if cell.value and cell.is_date else cell.value for cell in sheet[row]
    ]


def test_head_says_what_when_and_in_which_unit(tmp_path: Path) -> None:
    sheet = written(tmp_path)

    assert sheet["A1"].value == "2022年度 绩效自评汇总"
    assert sheet["A2"].value == "单位：万元　　导出日期：2026-11-22"
    assert values(sheet, 3) == HEAD


def test_row_is_written_cell_by_cell(tmp_path: Path) -> None:
    cells = values(written(tmp_path, ROW), 4)

    assert cells == [
        1, "000123", "=1+1", "http://example.test/项目", "项目支出绩效自评表", "已通过", 2, 98, 97.23, 100, 97.23,
        97.23, 95.23, "优", 72.3, 0, 3, 2, "2026-12-02", "2026-11-20", "2026-11-21", "否", None,
    ]  # fmt: skip


def test_texts_are_never_formulas_or_links_and_figures_are_numbers(tmp_path: Path) -> None:
    sheet = written(tmp_path, ROW)

    kinds = {cell.column_letter: cell.data_type for cell in sheet[4]}
    assert (kinds["B"], kinds["C"], kinds["D"], kinds["H"], kinds["S"]) == ("s", "s", "s", "n", "d")
    assert sheet["D4"].hyperlink is None
    assert (sheet["B4"].number_format, sheet["H4"].number_format) == ("@", "0.00")
    assert (sheet["G4"].number_format, sheet["S4"].number_format) == ("0", "yyyy-mm-dd")


def test_absent_values_are_blank(tmp_path: Path) -> None:
    cells = values(written(tmp_path, EMPTY), 4)

    assert cells[5:18] == ["无需自评", 0, *[None] * 11]
    assert cells[19:] == [None, None, "是", None]


def test_averages_leave_out_what_carries_no_score(tmp_path: Path) -> None:
    second = replace(
        ROW, number=3, self_total=Decimal("91.01"), reviewed_total=None, execution_rate=Decimal("80")
    )
    unscored = replace(ROW, number=4, self_total=Decimal("10"), counts_in_average=False)

    last = values(written(tmp_path, ROW, second, EMPTY, unscored), 8)

    assert last[2] == "平均（2 份；不含不计分方案和无需自评）"
    assert (last[7], last[12], last[14]) == (94.51, 95.23, 76.15)
    assert [value for index, value in enumerate(last) if index not in (2, 7, 12, 14)] == [None] * 19


def test_averages_of_nothing_are_blank(tmp_path: Path) -> None:
    last = values(written(tmp_path), 4)

    assert last[2].startswith("平均（0 份")
    assert last[7] is None


def test_sheet_is_ready_to_read_and_print(tmp_path: Path) -> None:
    sheet = written(tmp_path, ROW)

    assert sheet.freeze_panes == "E4"
    assert sheet.page_setup.orientation == "landscape"
    assert (sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.page_setup.fitToHeight) == (True, 0)
    assert sheet.print_title_rows == "$3:$3"
    assert sheet.auto_filter.ref == "A3:W4"
    assert sheet.column_dimensions["D"].width > 35


@pytest.mark.parametrize("text", ["+1", "-1", "@SUM(A1)", "a\x0bb", "长" * 200])
def test_odd_texts_survive(tmp_path: Path, text: str) -> None:
    from python_calamine import CalamineWorkbook

    written_path = tmp_path / "summary.xlsx"
    write_summary(written_path, "2022年度", [replace(ROW, bureau_name=text)], TODAY)

    rows = CalamineWorkbook.from_path(written_path).get_sheet_by_index(0).to_python()
    assert rows[3][2].replace("_x000B_", "\x0b") == text


def test_columns_have_labels_of_their_own() -> None:
    labels = [str(column.label) for column in COLUMNS]

    assert len(set(labels)) == len(labels)
