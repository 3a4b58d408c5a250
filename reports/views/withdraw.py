"""The head takes a submission back before its review begins."""

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
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """The report is the filer's again; the submission's number stays used."""
    filing.withdraw(get_report(person(request), pk), by=person(request))
    messages.success(request, _("已撤回，报告回到填报人。"))
    return redirect("report", pk)
