"""Scoring a campaign again after the engine changed: new scorecards for all that isn't decided yet."""

from collections import defaultdict
from collections.abc import Iterator

from reports.models import Campaign
from reports.services.dossiers import COMPARED, adopt_scorecards, filed_reports, standing_contents
from scoring.models import Scheme, SealedContent
from scoring.rescoring import Work, rescore


def rescore_campaign(campaign: Campaign) -> Iterator[int]:
    """Scores every undecided report under the present engine; gives the number of scorecards batch by batch.

    Decided reports keep the scorecard they were decided on.
    """
    yield from rescore(_work(campaign))
    adopt_scorecards()


def _work(campaign: Campaign) -> Iterator[Work]:
    reports = filed_reports(campaign.pk)
    standing = standing_contents(reports)
    digests = dict(SealedContent.objects.filter(pk__in=standing.values()).values_list("pk", "digest"))
    schemes = Scheme.objects.in_bulk(set(reports.values_list("scheme", flat=True)))
    rows = [row for row in reports.values_list("pk", "bureau", "status", "scheme") if row[0] in standing]
    dossiers: dict[int, list[int]] = defaultdict(list)
    for report, bureau, _, _ in rows:
        dossiers[bureau].append(standing[report])
    for report, bureau, status, scheme in rows:
        if status in COMPARED:
            own = standing[report]
            beside = sorted(digests[content] for content in dossiers[bureau] if content != own)
            yield Work(own, schemes[scheme], tuple(beside))
