"""The year's summary as xlsx, written row by row so that 400,000 reports fit into little memory."""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

import xlsxwriter
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from reports.exports.rows import SummaryRow
from scoring.engine.numbers import round_half_up

TITLE_ROW, NOTE_ROW, HEAD_ROW, FIRST_ROW = 0, 1, 2, 3
OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


@dataclass(frozen=True)
class Column:
    """`kind` is text, whole, score, date or mark; a column with `averaged` ends in an average."""

    label: str | Promise
    kind: str
    width: int
    value: Callable[[SummaryRow], Any]
    averaged: bool = False


COLUMNS = (
    Column(gettext_lazy("序号"), "whole", 6, lambda row: row.number),
    Column(gettext_lazy("预算单位编码"), "text", 14, lambda row: row.bureau_code),
    Column(gettext_lazy("部门(单位)"), "text", 28, lambda row: row.bureau_name),
    Column(gettext_lazy("报告名称"), "text", 40, lambda row: row.title),
    Column(gettext_lazy("自评方案"), "text", 26, lambda row: row.scheme),
    Column(gettext_lazy("状态"), "text", 14, lambda row: row.status),
    Column(gettext_lazy("报送次数"), "whole", 9, lambda row: row.submissions),
    Column(gettext_lazy("自评得分"), "score", 9, lambda row: row.self_total, averaged=True),
    Column(gettext_lazy("系统得分"), "score", 9, lambda row: row.computed_points),
    Column(gettext_lazy("已核分值"), "score", 9, lambda row: row.computed_weight),
    Column(gettext_lazy("系统评分下限"), "score", 12, lambda row: row.computed_low),
    Column(gettext_lazy("系统评分上限"), "score", 12, lambda row: row.computed_high),
    Column(gettext_lazy("复核得分"), "score", 9, lambda row: row.reviewed_total, averaged=True),
    Column(gettext_lazy("等次"), "text", 7, lambda row: row.grade),
    Column(gettext_lazy("预算执行率(%)"), "score", 13, lambda row: row.execution_rate, averaged=True),
    Column(gettext_lazy("核查问题：错误"), "whole", 8, lambda row: row.errors),
    Column(gettext_lazy("核查问题：警告"), "whole", 9, lambda row: row.warnings),
    Column(gettext_lazy("核查问题：提示"), "whole", 8, lambda row: row.hints),
    Column(gettext_lazy("截止日期"), "date", 12, lambda row: row.due_on),
    Column(gettext_lazy("报送日期"), "date", 12, lambda row: row.submitted_on),
    Column(gettext_lazy("通过日期"), "date", 12, lambda row: row.approved_on),
    Column(gettext_lazy("是否逾期"), "text", 9, lambda row: _("是") if row.is_late else _("否")),
    Column(gettext_lazy("完成情况（不计分方案）"), "text", 22, lambda row: row.achievement),
)


@dataclass
class _Average:
    """Mean of the values that there are."""

    total: Decimal = Decimal(0)
    number: int = 0

    def add(self, value: Decimal | None) -> None:
        if value is not None:
            self.total += value
            self.number += 1

    @property
    def value(self) -> Decimal | None:
        return round_half_up(self.total / self.number) if self.number else None


@dataclass
class _Averages:
    """By column, over reports that carry a score and are owed."""

    reports: int = 0
    columns: list[_Average] = field(default_factory=lambda: [_Average() for _column in COLUMNS])

    def add(self, row: SummaryRow) -> None:
        if not row.counts_in_average:
            return
        self.reports += 1
        for column, average in zip(COLUMNS, self.columns, strict=True):
            if column.averaged:
                average.add(column.value(row))


def write_summary(path: Path, title: str, rows: Iterable[SummaryRow], today: datetime.date) -> int:
    """Writes `rows` to `path` and returns how many there were. Texts are never read as formulas or links."""
    with xlsxwriter.Workbook(path, OPTIONS) as book:
        formats = _formats(book)
        sheet = book.add_worksheet(_("年度汇总"))
        _prepare(sheet)
        _write_head(sheet, formats, title, today)
        count, averages = 0, _Averages()
        for row in rows:
            averages.add(row)
            _write_row(sheet, formats, FIRST_ROW + count, row)
            count += 1
        _write_averages(sheet, formats, FIRST_ROW + count, averages)
        sheet.autofilter(HEAD_ROW, 0, HEAD_ROW + count, len(COLUMNS) - 1)
    return count


def _formats(book: Any) -> dict[str, Any]:
    base = {"font_name": "宋体", "font_size": 10, "valign": "vcenter", "border": 1}
    last = base | {"bold": True, "bg_color": "#F2F5F9"}
    numbers = {"whole": "0", "score": "0.00", "date": "yyyy-mm-dd"}
    made = {
        "title": book.add_format({"font_name": "宋体", "font_size": 16, "bold": True}),
        "note": book.add_format({"font_name": "宋体", "font_size": 10}),
        "head": book.add_format(
            base | {"bold": True, "text_wrap": True, "align": "center", "bg_color": "#E9F0FA"}
        ),
        "text": book.add_format(base | {"num_format": "@", "text_wrap": True}),
        "last:text": book.add_format(last | {"num_format": "@"}),
    }
    for kind, num_format in numbers.items():
        made[kind] = book.add_format(base | {"num_format": num_format})
        made[f"last:{kind}"] = book.add_format(last | {"num_format": num_format})
    return made


def _prepare(sheet: Any) -> None:
    """Widths, frozen head, and A4 landscape on one page's width with the head on every page."""
    for index, column in enumerate(COLUMNS):
        sheet.set_column(index, index, column.width)
    sheet.freeze_panes(FIRST_ROW, 4)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(HEAD_ROW)
    sheet.set_footer("&C&P / &N")
    sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)


def _write_head(sheet: Any, formats: dict[str, Any], title: str, today: datetime.date) -> None:
    sheet.set_row(TITLE_ROW, 28)
    sheet.write_string(TITLE_ROW, 0, _("%(campaign)s 绩效自评汇总") % {"campaign": title}, formats["title"])
    note = _("单位：万元　　导出日期：%(date)s") % {"date": today.isoformat()}
    sheet.write_string(NOTE_ROW, 0, note, formats["note"])
    sheet.set_row(HEAD_ROW, 30)
    for index, column in enumerate(COLUMNS):
        sheet.write_string(HEAD_ROW, index, str(column.label), formats["head"])


def _write_row(sheet: Any, formats: dict[str, Any], at: int, row: SummaryRow) -> None:
    for index, column in enumerate(COLUMNS):
        _write_cell(sheet, at, index, column.value(row), formats[column.kind])


def _write_averages(sheet: Any, formats: dict[str, Any], at: int, averages: _Averages) -> None:
    label = _("平均（%(count)d 份；不含不计分方案和无需自评）") % {"count": averages.reports}
    for index, (column, average) in enumerate(zip(COLUMNS, averages.columns, strict=True)):
        value = label if index == 2 else average.value if column.averaged else None
        _write_cell(sheet, at, index, value, formats[f"last:{'text' if index == 2 else column.kind}"])


def _write_cell(sheet: Any, row: int, column: int, value: Any, cell_format: Any) -> None:
    if value is None or value == "":
        sheet.write_blank(row, column, None, cell_format)
    elif isinstance(value, str):
        sheet.write_string(row, column, value, cell_format)
    elif isinstance(value, datetime.date):
        sheet.write_datetime(row, column, value, cell_format)
    else:
        sheet.write_number(row, column, value, cell_format)
