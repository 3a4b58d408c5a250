"""The head signs exactly the content whose digest was shown."""

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
def sign(request: HttpRequest, pk: int) -> HttpResponse:
    """Makes the next submission; a content that was exchanged or changed leads back to it."""
    report = get_report(person(request), pk)
    try:
        submission = filing.sign(report, by=person(request), digest=request.POST.get("digest", ""))
    except (RoleRefusedError, StatusRefusedError):
        raise
    except RefusedError as error:
        messages.error(request, error.message)
        return redirect("sealed", pk)
    messages.success(request, _("已签章报送，第 %(number)d 次报送。") % {"number": submission.number})
    return redirect("report", pk)
