"""Bureaus in and out of spreadsheets: found by code, codes as text, nothing read as a formula."""

import io
from typing import Any

import tablib
from django.utils.translation import gettext as _
from import_export import fields, resources, widgets
from import_export.formats import base_formats

from reports.models import Bureau, Division

LARGEST_FILE = 2 * 1024 * 1024
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


class CodeWidget(widgets.CharWidget):
    """A code as text. A spreadsheet that stored it as a number has lost its leading zeros: refused."""

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> Any:
        if isinstance(value, int | float):
            raise ValueError(
                _("编码 %(value)s 在表格中是数字，可能已丢失前导零；请把这一列设为文本格式后重新填写。")
                % {"value": value}
            )
        return (super().clean(value, row, **kwargs) or "").strip()


class ParentWidget(CodeWidget):
    """The bureau above, by code; blank for none. It must exist already or stand higher up in the file."""

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> Bureau | None:
        code = super().clean(value, row, **kwargs)
        if not code:
            return None
        found = Bureau.objects.filter(code=code).first()
        if found is None:
            raise ValueError(_("主管部门编码 %(code)s 不存在，请先导入主管部门。") % {"code": code})
        return found

    def render(self, value: Any, obj: Any = None, **kwargs: Any) -> str:
        return value.code if value else ""


class DivisionWidget(widgets.CharWidget):
    """A division by its name."""

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> Division:
        name = (super().clean(value, row, **kwargs) or "").strip()
        found = Division.objects.filter(name=name).first()
        if found is None:
            raise ValueError(_("归口业务科室“%(name)s”不存在。") % {"name": name})
        return found

    def render(self, value: Any, obj: Any = None, **kwargs: Any) -> str:
        return value.name if value else ""


class BureauResource(resources.ModelResource):
    """Columns 预算单位编码, 单位名称, 主管部门编码, 归口业务科室."""

    code = fields.Field("code", _("预算单位编码"), widget=CodeWidget())
    name = fields.Field("name", _("单位名称"), widget=widgets.CharWidget())
    parent = fields.Field("parent", _("主管部门编码"), widget=ParentWidget())
    division = fields.Field("division", _("归口业务科室"), widget=DivisionWidget())

    class Meta:
        model = Bureau
        fields = ("code", "name", "parent", "division")
        import_id_fields = ("code",)
        clean_model_instances = True
        skip_unchanged = True
        report_skipped = True
        skip_diff = True
        use_transactions = True

    def get_queryset(self) -> Any:
        return Bureau.objects.select_related("parent", "division")


class Workbook(base_formats.XLSX):
    """xlsx whose cells are all text or figures, never formulas."""

    def export_data(self, dataset: tablib.Dataset, **kwargs: Any) -> bytes:
        from xlsxwriter import Workbook as Writer

        target = io.BytesIO()
        with Writer(target, {"strings_to_formulas": False, "strings_to_urls": False}) as book:
            sheet = book.add_worksheet()
            text = book.add_format({"num_format": "@"})
            sheet.set_column(0, max(dataset.width - 1, 0), 24, text)
            for number, row in enumerate([dataset.headers, *dataset]):
                for column, value in enumerate(row):
                    sheet.write_string(number, column, str(value or ""), text)
        return target.getvalue()


class Csv(base_formats.CSV):
    """CSV for spreadsheets: with a byte order mark, and nothing that they would take for a formula."""

    def export_data(self, dataset: tablib.Dataset, **kwargs: Any) -> str:
        guarded = tablib.Dataset(headers=dataset.headers)
        for row in dataset:
            guarded.append([guard(str(value or "")) for value in row])
        return "\ufeff" + str(super().export_data(guarded, **kwargs))

    def create_dataset(self, in_stream: Any, **kwargs: Any) -> tablib.Dataset:
        text = in_stream.decode("utf-8-sig") if isinstance(in_stream, bytes) else in_stream
        dataset = super().create_dataset(text.lstrip("\ufeff"), **kwargs)
        plain = tablib.Dataset(headers=dataset.headers)
        for row in dataset:
            plain.append([unguard(value) for value in row])
        return plain


def guard(text: str) -> str:
    """`text` with an apostrophe in front where a spreadsheet would calculate it."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def unguard(text: str) -> str:
    """What `guard` was given."""
    return text[1:] if text[:1] == "'" and text[1:].startswith(FORMULA_STARTS) else text


base_formats.BINARY_FORMATS.append(Workbook)
