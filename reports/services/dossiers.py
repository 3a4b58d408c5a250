"""The dossier (报送档案): what a bureau's reports of one campaign say about each other."""

from django.db.models import OuterRef, Q, QuerySet, Subquery

from reports.models import Report, Submission
from reports.workflow import REVIEWING, Status
from scoring import services as scoring
from scoring.models import Scorecard, SealedContent

COMPARED = (Status.AWAITING_SIGNATURE, Status.SUBMITTED, *REVIEWING)


def other_reports(report: Report) -> QuerySet[Report]:
    """The bureau's other reports of the campaign that are filed here."""
    own = Report.objects.filter(campaign=report.campaign_id, bureau=report.bureau_id, is_classified=False)
    return (
        own.exclude(Q(pk=report.pk) | Q(status=Status.CANCELLED))
        .select_related("campaign", "bureau", "scheme", "sealed")
        .prefetch_related("sections")
        .order_by("pk")
    )


def sealed_digests(report: Report) -> list[str]:
    """Digests of the newest sealed content of each other report, as far as there are any."""
    sealed = (sealed_of(other) for other in other_reports(report))
    return sorted(each.digest for each in sealed if each is not None)


def sealed_of(report: Report) -> SealedContent | None:
    """What the bureau last handed over or signed, None before that and after a withdrawal."""
    if report.sealed is not None:
        return report.sealed
    latest = Submission.objects.filter(report=report).select_related("content").order_by("-number").first()
    return latest.content if latest and latest.withdrawn_at is None else None


def queue_beside(report: Report) -> list[Scorecard]:
    """Scores the reports beside this one again, now that they are compared with something else.

    Only reports that somebody still has to decide on; a new scorecard takes over once it is done.
    """
    queued = []
    for other in other_reports(report).filter(status__in=COMPARED):
        if (sealed := sealed_of(other)) is not None:
            queued.append(scoring.queue_scorecard(sealed, other.scheme, sealed_digests(other)))
    return queued


def adopt_scorecards() -> int:
    """Points submissions that wait for a decision to their newest finished scorecard. Returns how many moved."""
    newest = Scorecard.objects.filter(content=OuterRef("content"), status=Scorecard.Status.DONE)
    newest_pk = Subquery(newest.order_by("-queued_at", "-pk").values("pk")[:1])
    waiting = Submission.objects.filter(report__status__in=COMPARED, withdrawn_at=None, approved_at=None)
    behind = waiting.annotate(newest=newest_pk).exclude(newest=None).exclude(scorecard=Subquery(newest_pk))
    ids = list(behind.values_list("pk", flat=True))
    return Submission.objects.filter(pk__in=ids).update(scorecard=newest_pk)
