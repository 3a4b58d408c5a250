"""A version as a file: the exact text, or a workbook."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from reports.admin.exports import XLSX
from reports.admin.schemes.pages import scheme_for
from scoring.authoring.sheets.write import workbook_of
from scoring.authoring.yaml_text import shaped


@require_safe
def as_yaml(request: HttpRequest, pk: int) -> HttpResponse:
    """The text as it is stored, byte for byte."""
    scheme = scheme_for(request, pk)
    name = f"{scheme.code}-v{scheme.version}.yaml"
    return _file(scheme.text.encode("utf-8"), "application/yaml; charset=utf-8", name)


@require_safe
def as_workbook(request: HttpRequest, pk: int) -> HttpResponse:
    """The workbook of a version whose text has the shape of a scheme, sound or not."""
    scheme = scheme_for(request, pk)
    form = shaped(scheme.text)
    if form is None:
        messages.error(request, _("草稿的文字还不完整，不能转成 Excel；请先改正，或下载 YAML。"))
        return redirect("admin:scoring_scheme_change", pk)
    return _file(workbook_of(form), XLSX, f"{scheme.code}-v{scheme.version}.xlsx")


def _file(content: bytes, content_type: str, name: str) -> HttpResponse:
    return HttpResponse(
        content,
        content_type=content_type,
        headers={
            "Content-Disposition": f'attachment; filename="{name}"',
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "private, no-store",
        },
    )
