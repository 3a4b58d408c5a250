"""Where one report stands: who acts next, what happened, what was submitted."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from reports.permissions import get_report
from reports.standing import standing_of
from reports.views.access import for_people, person
from reports.views.history import returned_note, steps_of
from reports.views.steps import first_unfinished, section_steps


@for_people
@require_safe
def report(request: HttpRequest, pk: int) -> HttpResponse:
    """The overview that every refusal leads to."""
    user = person(request)
    shown = get_report(user, pk)
    standing = standing_of(shown, user, timezone.localdate())
    context = {
        "report": shown,
        "standing": standing,
        "actions": standing.actions,
        "steps": section_steps(shown, ()),
        "first": first_unfinished(shown),
        "history": steps_of(shown),
        "returned_note": returned_note(shown),
        "submissions": shown.submissions.select_related("scorecard")
        .prefetch_related("sign_offs__by")
        .order_by("-number"),
    }
    return render(request, "reports/report.html", context)
