"""The list: a form's versions together, newest first."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from reports.admin.schemes.pages import STATUS_TONES, render, require
from scoring.models import Scheme

FORMS_PER_PAGE = 20


@dataclass(frozen=True)
class Version:
    """One line of a form's table. `older` is what it can be compared with."""

    scheme: Scheme
    tone: str
    older: Scheme | None


@dataclass(frozen=True)
class Form:
    """A form with its versions; its title is that of the newest."""

    code: str
    title: str
    versions: list[Version]


@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """Forms by code; `q` searches titles and codes."""
    require(request, "view")
    query = request.GET.get("q", "").strip()
    found = Scheme.objects.filter(Q(title__icontains=query) | Q(code__icontains=query))
    codes = found.order_by("code").values_list("code", flat=True).distinct()
    page = Paginator(codes, FORMS_PER_PAGE).get_page(request.GET.get("page"))
    schemes = (
        Scheme.objects.filter(code__in=list(page.object_list))
        .defer("text")
        .annotate(report_count=Count("reports"))
        .order_by("code", "-version")
    )
    return render(request, "list", _("自评方案"), forms=_forms(schemes), page=page, query=query)


def _forms(schemes: Iterable[Scheme]) -> list[Form]:
    forms = []
    for code, group in groupby(schemes, key=lambda scheme: scheme.code):
        versions = list(group)
        lines = [
            Version(scheme, STATUS_TONES[Scheme.Status(scheme.status)], older)
            for scheme, older in zip(versions, [*versions[1:], None], strict=True)
        ]
        forms.append(Form(code, versions[0].title, lines))
    return forms
