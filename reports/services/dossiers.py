"""The dossier (报送档案): what a bureau's reports of one campaign say about each other."""

from typing import Any

from django.db import transaction
from django.db.models import BigIntegerField, Exists, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from reports.models import Report, StatusChange, Submission, User
from reports.services.status import change_status
from reports.workflow import REVIEWING, Status
from scoring import services as scoring
from scoring.models import Scorecard, SealedContent

DECIDED_NEXT = (Status.SUBMITTED, *REVIEWING)
COMPARED = (Status.AWAITING_SIGNATURE, *DECIDED_NEXT)


def filed_reports(campaign: int) -> QuerySet[Report]:
    """A campaign's reports that are filed here."""
    return Report.objects.filter(campaign=campaign, is_classified=False).exclude(status=Status.CANCELLED)


def other_reports(report: Report) -> QuerySet[Report]:
    """The bureau's other reports of the campaign that are filed here."""
    own = filed_reports(report.campaign_id).filter(bureau=report.bureau_id).exclude(pk=report.pk)
    return own.select_related("campaign", "bureau", "scheme").order_by("pk")


def standing_contents(reports: QuerySet[Report]) -> dict[int, int]:
    """By report the key of the content that its bureau last handed over or signed.

    Reports before their first handover and after a withdrawal aren't in it.
    """
    newer = Submission.objects.filter(report=OuterRef("report"), number__gt=OuterRef("number"))
    signed = Submission.objects.filter(~Exists(newer), report=OuterRef("pk"), withdrawn_at=None)
    content = Coalesce("sealed_id", Subquery(signed.values("content_id")), output_field=BigIntegerField())
    found = reports.annotate(standing=content).exclude(standing=None).order_by("bureau", "pk")
    return dict(found.values_list("pk", "standing"))


def sealed_digests(report: Report) -> list[str]:
    """Digests of the newest sealed content of each other report, as far as there are any."""
    contents = standing_contents(other_reports(report)).values()
    return sorted(SealedContent.objects.filter(pk__in=contents).values_list("digest", flat=True))


def lock_dossier(report: Report) -> None:
    """Makes others who change what the dossier holds wait until the transaction ends, where the database can.

    Otherwise two reports handed over at the same time would each be compared without the other.
    """
    dossier = Report.objects.filter(campaign=report.campaign_id, bureau=report.bureau_id)
    list(dossier.select_for_update(of=("self",)).order_by("pk").values_list("pk", flat=True))


def queue_in_dossier(report: Report, sealed: SealedContent) -> Scorecard:
    """Scores `sealed` beside what the dossier holds now.

    Where it was scored beside just that before, the result of then is the newest again.
    """
    card = scoring.queue_scorecard(sealed, report.scheme, sealed_digests(report))
    Scorecard.objects.filter(pk=card.pk, status=Scorecard.Status.DONE).update(queued_at=timezone.now())
    return card


def queue_beside(report: Report) -> list[Scorecard]:
    """Scores the reports beside this one again, now that they are compared with something else.

    Only reports that somebody still has to decide on; a new scorecard takes over once it is done.
    """
    undecided = other_reports(report).filter(status__in=COMPARED)
    standing = standing_contents(undecided)
    sealed = SealedContent.objects.in_bulk(standing.values())
    return [
        queue_in_dossier(other, sealed[standing[other.pk]]) for other in undecided if other.pk in standing
    ]


@transaction.atomic
def change_standing(report: Report, action: str, *, by: User, note: str = "", **fields: Any) -> StatusChange:
    """Takes a step after which the reports beside this one are compared with something else."""
    lock_dossier(report)
    change = change_status(report, action, by=by, note=note, **fields)
    queue_beside(report)
    return change


def adopt_scorecards() -> int:
    """Points submissions that wait for a decision to their newest finished scorecard. Returns how many moved."""
    newest = Scorecard.objects.filter(content=OuterRef("content"), status=Scorecard.Status.DONE)
    newest_pk = Subquery(newest.order_by("-queued_at", "-pk").values("pk")[:1])
    newer = Submission.objects.filter(report=OuterRef("report"), number__gt=OuterRef("number"))
    waiting = Submission.objects.filter(~Exists(newer), report__status__in=DECIDED_NEXT, withdrawn_at=None)
    behind = waiting.annotate(newest=newest_pk).exclude(newest=None).exclude(scorecard=Subquery(newest_pk))
    ids = list(behind.values_list("pk", flat=True))
    return Submission.objects.filter(pk__in=ids).update(scorecard=newest_pk)
