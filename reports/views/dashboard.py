"""What a bureau owes, sorted by what needs action."""

from collections import defaultdict

from django.contrib.auth.decorators import login_required
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from reports.models import Campaign, Report, StatusChange, User
from reports.standing import Standing, standing_of
from reports.views.access import person


@login_required
@require_safe
def dashboard(request: HttpRequest) -> HttpResponse:
    """Reports per campaign; people of the finance side go to the review desk."""
    user = person(request)
    if user.is_staff:
        return redirect("admin:index")
    standings = _standings(user)
    mine = [standing for standing in standings if standing.is_mine]
    by_campaign: dict[Campaign, list[Standing]] = defaultdict(list)
    for standing in standings:
        if standing not in mine:
            by_campaign[standing.report.campaign].append(standing)
    context = {"mine": mine, "campaigns": dict(by_campaign)}
    return render(request, "reports/dashboard.html", context)


def _standings(user: User) -> list[Standing]:
    changes = StatusChange.objects.select_related("by")
    reports = (
        Report.objects.visible_to(user)
        .select_related("campaign", "bureau", "scheme")
        .prefetch_related("sections", Prefetch("status_changes", changes), "submissions__scorecard")
    )
    today = timezone.localdate()
    return sorted(
        (standing_of(report, user, today) for report in reports), key=lambda standing: standing.rank
    )
