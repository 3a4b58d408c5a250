"""Where one report stands: who acts next, what happened, what was submitted."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from reports.models import Report, Submission
from reports.outcomes import Achievement, achievements_by_scorecard, outcome_of
from reports.permissions import get_report
from reports.standing import standing_of
from reports.views.access import for_people, person
from reports.views.draft import Draft
from reports.views.history import returned_note, steps_of
from reports.views.steps import first_unfinished, section_steps


@for_people
@require_safe
def report(request: HttpRequest, pk: int) -> HttpResponse:
    """The overview that every refusal leads to."""
    user = person(request)
    shown = get_report(user, pk)
    standing = standing_of(shown, user, timezone.localdate())
    comments = Draft(shown, user).comments if "edit" in standing.actions else ()
    context = {
        "report": shown,
        "standing": standing,
        "actions": standing.actions,
        "steps": section_steps(shown, (), comments=comments),
        "first": first_unfinished(shown),
        "history": steps_of(shown),
        "returned_note": returned_note(shown),
        "outcome": outcome_of(shown.scheme.form),
        "submissions": _submissions(shown),
    }
    return render(request, "reports/report.html", context)


def _submissions(report: Report) -> list[tuple[Submission, Achievement]]:
    """Newest first; how far targets were met is only asked for where there are no points."""
    own = report.submissions.select_related("scorecard").prefetch_related("sign_offs__by")
    submissions = list(own.order_by("-number"))
    judged = submissions if outcome_of(report.scheme.form) == "achievement" else []
    found = achievements_by_scorecard(submission.scorecard_id for submission in judged)
    return [(submission, found.get(submission.scorecard_id, Achievement())) for submission in submissions]
