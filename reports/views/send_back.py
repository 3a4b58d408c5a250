"""The head sends the report back to the filer."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from reports.errors import RefusedError, RoleRefusedError, StatusRefusedError
from reports.permissions import get_report
from reports.services import filing
from reports.views.access import for_people, person


@for_people
@require_POST
def send_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Needs a word; without one, back to the sealed content."""
    report = get_report(person(request), pk)
    try:
        filing.send_back(report, by=person(request), note=request.POST.get("note", ""))
    except (RoleRefusedError, StatusRefusedError):
        raise
    except RefusedError as error:
        messages.error(request, error.message)
        return redirect("sealed", pk)
    messages.success(request, _("已退回填报人。"))
    return redirect("report", pk)
