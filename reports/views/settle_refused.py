"""Settles a stale save: one's own text over what is stored, or what is stored."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from reports.errors import StaleRevisionError
from reports.models import RefusedSave
from reports.permissions import get_report
from reports.services import drafts
from reports.views.access import for_people, person
from reports.views.draft import require_open_draft
from reports.views.section import posted_revision


@for_people
@require_POST
def settle_refused(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    """`take=mine` saves over the revision that was shown; when that is old again, both stay kept."""
    user = person(request)
    report = get_report(user, pk)
    require_open_draft(user, report)
    refused = RefusedSave.objects.filter(report=report, key=key, typed_by=user).first()
    target = ("check_report", pk) if key == drafts.EXPLANATIONS else ("section", pk, key)
    if refused is None:
        return redirect(*target)
    if request.POST.get("take") == "mine":
        try:
            drafts.save_section(report, key, refused.data, revision=posted_revision(request, 0), by=user)
        except StaleRevisionError as error:
            messages.warning(request, error.message)
            return redirect(*target)
        messages.success(request, _("已采用您的填写。"))
    else:
        messages.success(request, _("已保留对方的填写。"))
    drafts.drop_refused(report, key, by=user)
    return redirect(*target)
