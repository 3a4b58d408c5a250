"""The order of the review desk: whose turn it is, since when, and how late."""

from collections.abc import Iterable

from django.db.models import (
    Case,
    Count,
    DateTimeField,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)

from reports import workflow
from reports.models import Campaign, Report, Submission, User
from reports.workflow import REVIEWING, Status
from scoring.models import Finding

MINE, IN_REVIEW, DONE = 0, 1, 2
UNDER_REVIEW = (Status.SUBMITTED, *REVIEWING)


def queue_of(user: User) -> QuerySet[Submission]:
    """The newest submission of every report that `user` may see, what `user` must act on first.

    Each carries `turn` (MINE, IN_REVIEW, DONE), `waiting_since` (None once done), `first_submitted_at` and
    `warning_count`. What was withdrawn is back at the bureau and left out.
    """
    standing = Submission.objects.filter(report=OuterRef("report"), withdrawn_at=None)
    newest = standing.order_by("-number").values("pk")[:1]
    turn = Case(
        When(turn_of(user, Campaign.objects.all()), then=Value(MINE)),
        When(report__status__in=UNDER_REVIEW, then=Value(IN_REVIEW)),
        default=Value(DONE),
        output_field=IntegerField(),
    )
    warnings = (
        Finding.objects.filter(scorecard=OuterRef("scorecard"), severity=Finding.Severity.WARNING)
        .order_by()
        .values("scorecard")
        .annotate(number=Count("pk"))
        .values("number")
    )
    return (
        Submission.objects.filter(pk=Subquery(newest), report__in=Report.objects.visible_to(user))
        .select_related("report__campaign", "report__bureau", "report__scheme", "scorecard")
        .annotate(
            turn=turn,
            warning_count=Subquery(warnings, output_field=IntegerField()),
            first_submitted_at=Subquery(standing.order_by("number").values("submitted_at")[:1]),
        )
        .annotate(
            waiting_since=Case(
                When(turn__lt=DONE, then=F("report__status_changed_at")), output_field=DateTimeField()
            )
        )
    )


def turn_of(user: User, campaigns: Iterable[Campaign]) -> Q:
    """Submissions on which `user` must act, by what each campaign's stages give to the role."""
    mine = Q(pk__in=[])
    for campaign in campaigns:
        statuses = [s for s in UNDER_REVIEW if workflow.actions_for(s, user.role, campaign.stages)]
        if statuses:
            mine |= Q(report__campaign=campaign.pk, report__status__in=statuses)
    return mine
