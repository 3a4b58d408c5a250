"""Seals contents, queues scorecards, finishes them. The database is the queue of record; messages only wake workers."""

import datetime
from collections.abc import Iterable
from pathlib import Path

import rfc8785
from django.db import connection, transaction
from django.db.models import F, Q
from django.utils import timezone

from scoring.authoring.text import decoded, line_of
from scoring.contexts import context_digest, read_filings
from scoring.engine.checks.registry import TITLES
from scoring.engine.content import Content
from scoring.engine.loading import load_scheme_text, scheme_hash
from scoring.engine.results import ENGINE_VERSION
from scoring.engine.results import Scorecard as Scored
from scoring.engine.scheme import Scheme as SchemeForm
from scoring.engine.score import ScoreContext, score
from scoring.messages import wake
from scoring.models import (
    Finding,
    IndicatorScore,
    Scheme,
    Scorecard,
    SealBrokenError,
    SealedContent,
    digest_of,
)
from scoring.result_rows import findings, indicator_scores, total_fields

SCORE_TASK = "scoring.tasks.score_content"
SCHEME_FILES = Path(__file__).parent / "schemes"
LEASE = datetime.timedelta(seconds=30)
RESEND_AFTER = datetime.timedelta(seconds=15)
MAX_ATTEMPTS = 3


class SchemeConflictError(Exception):
    """A file has the code and version of a stored scheme but another content."""


def load_scheme_file(path: Path) -> Scheme:
    """Seeds one published scheme. Raises SchemeFileError, or SchemeConflictError where the version is another's."""
    text = decoded(path.read_bytes(), path.name)
    form = load_scheme_text(text, source=path.name)
    digest = scheme_hash(form)
    scheme, _ = Scheme.objects.get_or_create(
        code=form.code,
        version=form.version,
        defaults={
            "title": form.title,
            "text": text,
            "hash": digest,
            "status": Scheme.Status.PUBLISHED,
            "published_at": timezone.now(),
        },
    )
    place = f"{path.name}:{line_of(text, 'version')}"
    if scheme.status == Scheme.Status.DRAFT:
        raise SchemeConflictError(
            f"{place}: 方案 {form.code} 第 {form.version} 版在系统中还是草稿，请先发布、改号或丢弃。"
        )
    if scheme.hash != digest:
        raise SchemeConflictError(
            f"{place}: 方案 {form.code} 第 {form.version} 版已经发布且内容不同，"
            f"不能覆盖（已发布 {scheme.hash}，文件 {digest}）。请改用新的版本号。"
        )
    return scheme


def published_form(code: str) -> SchemeForm | None:
    """The newest published version of a form, from the database, else from the files; None where unknown.

    A database that isn't set up yet has no schemes.
    """
    if Scheme._meta.db_table in connection.introspection.table_names():
        stored = Scheme.objects.filter(code=code, status=Scheme.Status.PUBLISHED).order_by("-version").first()
        if stored:
            return stored.form
    path = SCHEME_FILES / f"{code}.yaml"
    return load_scheme_text(path.read_text(encoding="utf-8"), source=path.name) if path.is_file() else None


def seal(content: Content) -> SealedContent:
    """Stores `content` as canonical JSON (RFC 8785) under its digest; the same content is stored once."""
    sealed_bytes = rfc8785.dumps(content.model_dump(mode="json"))
    sealed, _ = SealedContent.objects.get_or_create(
        digest=digest_of(sealed_bytes), defaults={"content": sealed_bytes}
    )
    return sealed


def queue_scorecard(sealed: SealedContent, scheme: Scheme, dossier: Iterable[str] = ()) -> Scorecard:
    """The scorecard of a sealed content, queued; sent to a worker after the transaction commits.

    `dossier` are the digests of the contents that it is compared with; another dossier is another scorecard.
    """
    context = sorted(dossier)
    scorecard, _ = Scorecard.objects.get_or_create(
        content=sealed,
        scheme=scheme,
        engine_version=ENGINE_VERSION,
        context_digest=context_digest(context),
        defaults={"context": context},
    )
    if scorecard.status == Scorecard.Status.FAILED:
        Scorecard.objects.filter(pk=scorecard.pk).update(
            status=Scorecard.Status.PENDING, attempts=0, error="", queued_at=timezone.now()
        )
        scorecard.refresh_from_db()
    if scorecard.is_waiting:
        transaction.on_commit(lambda: wake(SCORE_TASK, scorecard.pk))
    return scorecard


def finish(scorecard_id: int) -> bool:
    """Scores one scorecard unless another worker has it or it is done. Returns whether this call finished it."""
    if not _claim(scorecard_id):
        return False
    scorecard = Scorecard.objects.select_related("content", "scheme").get(pk=scorecard_id)
    try:
        content = scorecard.content.read()
    except SealBrokenError:
        _fail(scorecard_id, "封存内容与摘要不符，内容已被改动，不能评分。")
        return False
    context = ScoreContext(tuple(read_filings(scorecard.context).values()))
    return _store(scorecard, score(content, scorecard.scheme.form, context))


def sweep() -> int:
    """Sends waiting scorecards again; gives up on those that failed their worker too often. Returns how many."""
    now = timezone.now()
    lost = Q(status=Scorecard.Status.RUNNING, started_at__lt=now - LEASE)
    Scorecard.objects.filter(lost, attempts__gte=MAX_ATTEMPTS).update(
        status=Scorecard.Status.FAILED, finished_at=now, error="评分程序多次中断，请联系管理员。"
    )
    waiting = Q(status=Scorecard.Status.PENDING, queued_at__lt=now - RESEND_AFTER)
    ids = list(Scorecard.objects.filter(lost | waiting).values_list("pk", flat=True))
    return sum(wake(SCORE_TASK, pk) for pk in ids)


def _claim(scorecard_id: int) -> bool:
    now = timezone.now()
    free = Q(status=Scorecard.Status.PENDING) | Q(status=Scorecard.Status.RUNNING, started_at__lt=now - LEASE)
    claimed = Scorecard.objects.filter(free, pk=scorecard_id).update(
        status=Scorecard.Status.RUNNING, started_at=now, attempts=F("attempts") + 1
    )
    return bool(claimed)


def _fail(scorecard_id: int, error: str) -> None:
    Scorecard.objects.filter(pk=scorecard_id, status=Scorecard.Status.RUNNING).update(
        status=Scorecard.Status.FAILED, finished_at=timezone.now(), error=error
    )


@transaction.atomic
def _store(scorecard: Scorecard, scored: Scored) -> bool:
    """Writes the result once: a slower worker finds the scorecard done and writes nothing."""
    written = Scorecard.objects.filter(pk=scorecard.pk, status=Scorecard.Status.RUNNING).update(
        status=Scorecard.Status.DONE, finished_at=timezone.now(), error="", **total_fields(scored)
    )
    if not written:
        return False
    IndicatorScore.objects.bulk_create(indicator_scores(scorecard, scored))
    Finding.objects.bulk_create(findings(scorecard, scored))
    return True


def finding_title(code: str) -> str:
    """The short name of a check; the code itself for a check of a scheme's own."""
    return TITLES.get(code, code)
