"""Trials (试算): a campaign scored again under another version of its scheme, with nothing official touched."""

import datetime
import time
from collections.abc import Sequence
from decimal import Decimal

from django.db import transaction
from django.db.models import Exists, F, OuterRef, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from reports.errors import RefusedError, RoleRefusedError
from reports.models import Campaign, Submission, Trial, TrialResult, User
from reports.services import jobs
from scoring.engine.numbers import printed
from scoring.engine.problems import SchemeFileError
from scoring.engine.results import Scorecard as Scored
from scoring.engine.scheme import Scheme as SchemeForm
from scoring.engine.score import score
from scoring.messages import wake
from scoring.models import IndicatorScore, Scheme, Scorecard, SealBrokenError

RUN_TASK = "reports.tasks.run_trial"
LEASE = datetime.timedelta(minutes=2)
AT_A_TIME = 100
SECONDS_PER_TASK = 100.0
REQUESTERS = frozenset({User.Role.ADMINISTRATOR, User.Role.PERFORMANCE_OFFICE})


@transaction.atomic
def request_trial(*, campaign: Campaign, scheme: Scheme, by: User) -> Trial:
    """Queues a trial of `scheme`, a draft or a published version. Raises RoleRefusedError for other roles.

    Asked for twice before it is done, it is one trial. Raises RefusedError where the scheme has problems or nothing
    was submitted under its form.
    """
    if by.role not in REQUESTERS:
        raise RoleRefusedError(_("只有系统管理员和绩效科可以试算。"))
    _sound_form(scheme)
    total = submissions_under(campaign, scheme.code).count()
    if not total:
        raise RefusedError(_("“%(campaign)s”还没有按这张表报送的报告。") % {"campaign": campaign})
    trial, _created = Trial.objects.get_or_create(
        campaign=campaign,
        scheme=scheme,
        owner=by,
        scheme_hash=scheme.hash,
        status=Trial.Status.PENDING,
        defaults={"total": total},
    )
    transaction.on_commit(lambda: wake(RUN_TASK, trial.pk))
    return trial


def submissions_under(campaign: Campaign, code: str) -> QuerySet[Submission]:
    """The newest scored submission of each report under the form `code`, withdrawn ones left out."""
    newer = Submission.objects.filter(report=OuterRef("report"), number__gt=OuterRef("number"))
    return (
        Submission.objects.filter(
            ~Exists(newer),
            report__campaign=campaign,
            report__scheme__code=code,
            withdrawn_at=None,
            scorecard__status=Scorecard.Status.DONE,
        )
        .select_related("content", "scorecard")
        .order_by("pk")
    )


def run_trial(trial_id: int) -> bool:
    """Works on one trial unless another worker has it or it is done. Returns whether this call finished it.

    Goes on where a lost worker stopped. A long trial hands over to its own next message.
    """
    if not jobs.claim(Trial, trial_id, LEASE):
        return False
    trial = Trial.objects.select_related("scheme", "campaign").get(pk=trial_id)
    try:
        form = _sound_form(trial.scheme)
    except RefusedError as error:
        return _fail(trial, str(error))
    deadline = time.monotonic() + SECONDS_PER_TASK
    while left := list(_left(trial)[:AT_A_TIME]):
        if _is_changed(trial):
            return _fail(trial, "试算期间方案被修改，请重新试算。")
        _store(trial, form, left)
        if time.monotonic() > deadline:
            return _hand_on(trial)
    _finish(trial, status=Trial.Status.DONE)
    return True


def sweep_trials() -> int:
    """Sends waiting trials again. Returns how many were sent."""
    return jobs.sweep(Trial, RUN_TASK, LEASE, "试算程序多次中断，请联系管理员。")


def _left(trial: Trial) -> QuerySet[Submission]:
    has_result = TrialResult.objects.filter(trial=trial, submission=OuterRef("pk"))
    return submissions_under(trial.campaign, trial.scheme.code).filter(~Exists(has_result))


@transaction.atomic
def _store(trial: Trial, form: SchemeForm, submissions: Sequence[Submission]) -> None:
    """Results of one batch and the progress, together; keeps the claim alive."""
    cards = [submission.scorecard_id for submission in submissions]
    before: dict[int, dict[str, IndicatorScore]] = {pk: {} for pk in cards}
    for row in IndicatorScore.objects.filter(scorecard__in=cards):
        before[row.scorecard_id][row.indicator_id] = row
    TrialResult.objects.bulk_create(
        _result(trial, form, submission, before[submission.scorecard_id]) for submission in submissions
    )
    Trial.objects.filter(pk=trial.pk).update(done=F("done") + len(submissions), started_at=timezone.now())


def _result(
    trial: Trial, form: SchemeForm, submission: Submission, before: dict[str, IndicatorScore]
) -> TrialResult:
    card = submission.scorecard
    result = TrialResult(
        trial=trial,
        submission=submission,
        points_before=card.computed_points,
        total_before=card.computed_total,
        grade_before=card.grade,
    )
    try:
        scored = score(submission.content.read(), form)
    except SealBrokenError:
        result.error = "封存内容与摘要不符，内容已被改动，未试算。"
        return result
    result.points_after, result.total_after = scored.totals.points, scored.totals.total
    result.grade_after = scored.totals.grade
    result.rows = changed_rows(before, scored)
    result.is_changed = bool(result.rows) or (card.computed_points, card.computed_total, card.grade) != (
        result.points_after,
        result.total_after,
        result.grade_after,
    )
    return result


def changed_rows(before: dict[str, IndicatorScore], scored: Scored) -> list[dict[str, str | None]]:
    """Rows whose points or weight differ, new ones and dropped ones; figures as printed, absent ones None."""
    changed: list[dict[str, str | None]] = []
    after = {row.filed.id: row for row in scored.rows}
    for key, row in after.items():
        old = before.get(key)
        if old is None or (old.points, old.weight) != (row.points, row.weight):
            changed.append(
                {
                    "name": row.filed.given.name,
                    "weight_before": _text(old.weight if old else None),
                    "weight_after": _text(row.weight),
                    "before": _text(old.points if old else None),
                    "after": _text(row.points),
                    "explanation": row.outcome.explanation,
                }
            )
    for key, old in before.items():
        if key not in after:
            changed.append(
                {
                    "name": old.name,
                    "weight_before": _text(old.weight),
                    "weight_after": None,
                    "before": _text(old.points),
                    "after": None,
                    "explanation": "新方案中没有这一行。",
                }
            )
    return changed


def _text(value: Decimal | None) -> str | None:
    return None if value is None else printed(value)


def _sound_form(scheme: Scheme) -> SchemeForm:
    try:
        return scheme.form
    except SchemeFileError as error:
        raise RefusedError(
            _("方案有 %(count)d 个问题，改正后才能试算。") % {"count": len(error.problems)}
        ) from error


def _is_changed(trial: Trial) -> bool:
    """Whether the draft was edited since the trial was asked for."""
    return not Scheme.objects.filter(pk=trial.scheme_id, hash=trial.scheme_hash).exists()


def _hand_on(trial: Trial) -> bool:
    Trial.objects.filter(pk=trial.pk, status=Trial.Status.RUNNING).update(
        status=Trial.Status.PENDING, attempts=0
    )
    wake(RUN_TASK, trial.pk)
    return False


def _fail(trial: Trial, error: str) -> bool:
    _finish(trial, status=Trial.Status.FAILED, error=error)
    return False


def _finish(trial: Trial, *, status: str, error: str = "") -> None:
    Trial.objects.filter(pk=trial.pk, status=Trial.Status.RUNNING).update(
        status=status, error=error, finished_at=timezone.now()
    )
