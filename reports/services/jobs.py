"""Claiming and sweeping of jobs: compare-and-set on the row, and a sweeper for what was lost."""

import datetime

from django.db.models import F, Q
from django.utils import timezone

from reports.models.jobs import Job
from scoring.messages import wake

RESEND_AFTER = datetime.timedelta(seconds=15)
MAX_ATTEMPTS = 3


def claim(model: type[Job], pk: int, lease: datetime.timedelta) -> bool:
    """Takes a waiting job, or one whose worker has been silent for `lease`. Returns whether it was taken."""
    now = timezone.now()
    lost = Q(status=Job.Status.RUNNING, started_at__lt=now - lease, attempts__lt=MAX_ATTEMPTS)
    claimed = model._default_manager.filter(Q(status=Job.Status.PENDING) | lost, pk=pk).update(
        status=Job.Status.RUNNING, started_at=now, attempts=F("attempts") + 1
    )
    return bool(claimed)


def sweep(model: type[Job], task: str, lease: datetime.timedelta, gave_up: str) -> int:
    """Sends waiting jobs again, fails those that lost their worker too often. Returns how many were sent."""
    now = timezone.now()
    jobs = model._default_manager
    lost = Q(status=Job.Status.RUNNING, started_at__lt=now - lease)
    jobs.filter(lost, attempts__gte=MAX_ATTEMPTS).update(
        status=Job.Status.FAILED, finished_at=now, error=gave_up
    )
    waiting = Q(status=Job.Status.PENDING, requested_at__lt=now - RESEND_AFTER)
    ids = list(jobs.filter(lost | waiting).values_list("pk", flat=True))
    return sum(wake(task, pk) for pk in ids)
