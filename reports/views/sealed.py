"""What awaits signature: the sealed content with its computed scores."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from reports.errors import RoleRefusedError, StatusRefusedError
from reports.permissions import get_report
from reports.services import filing
from reports.standing import standing_of
from reports.views.access import for_people, person
from reports.views.filed import filed_of
from reports.views.signatures import signatures_of


@for_people
@require_safe
def sealed(request: HttpRequest, pk: int) -> HttpResponse:
    """For the bureau's people only: before the signature it is none of the finance side's business."""
    user = person(request)
    report = get_report(user, pk)
    if not user.is_bureau_user:
        raise RoleRefusedError(_("签章之前，封存内容只供本单位查看。"))
    if report.sealed is None:
        raise StatusRefusedError(_("没有待签章的内容。"))
    standing = standing_of(report, user, timezone.localdate())
    context = {
        "report": report,
        "standing": standing,
        "actions": standing.actions,
        "filed": filed_of(report, report.sealed, filing.current_scorecard(report)),
        "signatures": signatures_of(report),
        "next_number": report.submissions.count() + 1,
    }
    return render(request, "reports/sealed.html", context)
