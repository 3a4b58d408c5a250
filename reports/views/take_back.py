"""The filer takes the report back before the signature."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from reports.permissions import get_report
from reports.services import filing
from reports.views.access import for_people, person


@for_people
@require_POST
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """The report is the filer's again."""
    filing.take_back(get_report(person(request), pk), by=person(request))
    messages.success(request, _("已取回，可以继续修改。"))
    return redirect("report", pk)
