"""Scoring of many contents at once: new scorecards beside the old ones, written batch by batch."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from django.db import IntegrityError, transaction
from django.utils import timezone

from scoring.contexts import context_digest, read_filings
from scoring.engine.content import Content
from scoring.engine.filing import Filing
from scoring.engine.results import ENGINE_VERSION
from scoring.engine.results import Scorecard as Scored
from scoring.engine.score import ScoreContext, score
from scoring.models import Finding, IndicatorScore, Scheme, Scorecard, SealBrokenError, SealedContent
from scoring.result_rows import findings, indicator_scores, total_fields

AT_A_TIME = 200


@dataclass(frozen=True)
class Work:
    """One content to score: its key, the form, and the digests that it is compared with."""

    content: int
    scheme: Scheme
    context: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[int, int, str]:
        return self.content, self.scheme.pk, context_digest(self.context)


def rescore(work: Iterable[Work], *, at_a_time: int = AT_A_TIME) -> Iterator[int]:
    """Scores what has no scorecard of this engine yet; after each batch gives how many scorecards it made.

    A content whose bytes were changed is left out, like one that a worker has queued or scored meanwhile.
    """
    pending = iter(work)
    while batch := list(islice(pending, at_a_time)):
        try:
            yield _batch(batch)
        except IntegrityError:
            # A worker stored one of these in between; the second reading leaves it out.
            yield _batch(batch)


@transaction.atomic
def _batch(batch: Sequence[Work]) -> int:
    contents = SealedContent.objects.in_bulk([work.content for work in batch])
    known = set(
        Scorecard.objects.filter(content__in=contents, engine_version=ENGINE_VERSION).values_list(
            "content", "scheme", "context_digest"
        )
    )
    beside = read_filings({digest for work in batch for digest in work.context})
    scored: list[tuple[Scorecard, Scored]] = []
    for work in batch:
        content = _read(contents[work.content])
        if work.key not in known and content is not None:
            dossier = tuple(beside[digest] for digest in work.context if digest in beside)
            scored.append(_scored(work, content, dossier))
    Scorecard.objects.bulk_create(card for card, _ in scored)
    IndicatorScore.objects.bulk_create(row for card, found in scored for row in indicator_scores(card, found))
    Finding.objects.bulk_create(row for card, found in scored for row in findings(card, found))
    return len(scored)


def _scored(work: Work, content: Content, dossier: tuple[Filing, ...]) -> tuple[Scorecard, Scored]:
    now = timezone.now()
    found = score(content, work.scheme.form, ScoreContext(dossier))
    card = Scorecard(
        content_id=work.content,
        scheme=work.scheme,
        engine_version=ENGINE_VERSION,
        context=sorted(work.context),
        context_digest=context_digest(work.context),
        status=Scorecard.Status.DONE,
        attempts=1,
        queued_at=now,
        started_at=now,
        finished_at=now,
        **total_fields(found),
    )
    return card, found


def _read(sealed: SealedContent) -> Content | None:
    try:
        return sealed.read()
    except SealBrokenError:
        return None
