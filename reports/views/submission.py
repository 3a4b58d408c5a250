"""One submission for reading, with comments and reviewed scores once the bureau may see them."""

from decimal import Decimal

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from reports.models import Submission, User
from reports.permissions import actions_for, get_submission, sees_comments
from reports.views.access import for_people, person
from reports.views.filed import filed_of
from reports.views.signatures import signatures_of


@for_people
@require_safe
def submission(request: HttpRequest, pk: int) -> HttpResponse:
    """The content as it was signed."""
    user = person(request)
    shown = get_submission(user, pk)
    open_to_reader = sees_comments(user, shown.report)
    comments = shown.comments.select_related("by", "replied_by") if open_to_reader else ()
    context = {
        "report": shown.report,
        "submission": shown,
        "actions": actions_for(user, shown.report),
        "sign_offs": shown.sign_offs.select_related("by"),
        "signatures": signatures_of(shown.report, shown),
        "reviews": shown.reviews.select_related("by").exclude(decision="") if open_to_reader else (),
        "filed": filed_of(
            shown.report, shown.content, shown.scorecard, comments=comments, reviewed=_reviewed(shown, user)
        ),
    }
    return render(request, "reports/submission.html", context)


def _reviewed(submission: Submission, user: User) -> dict[str, tuple[Decimal, str]]:
    """Scores of the last decided review by indicator id."""
    if not sees_comments(user, submission.report):
        return {}
    last = submission.reviews.exclude(decision="").order_by("-decided_at").first()
    return {row.indicator_id: (row.score, row.reason) for row in last.scores.all()} if last else {}
