"""The filer hands the draft over for signature."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from reports.errors import HandOverRefusedError
from reports.permissions import get_report
from reports.services import filing
from reports.views.access import for_people, person


@for_people
@require_POST
def hand_over(request: HttpRequest, pk: int) -> HttpResponse:
    """Seals the draft; with findings that block it, back to where they are listed."""
    report = get_report(person(request), pk)
    try:
        filing.hand_over(report, by=person(request))
    except HandOverRefusedError as error:
        messages.error(request, error.message)
        return redirect("check_report", pk)
    messages.success(request, _("已提交单位负责人，等待签章。签章之前可以取回修改。"))
    return redirect("report", pk)
