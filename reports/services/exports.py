"""The year-end export as a job: requested by a person, built by a worker, kept for a week."""

import datetime
import tempfile
from pathlib import Path

from django.core.files import File
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from reports.errors import RoleRefusedError
from reports.exports.rows import summary_rows
from reports.exports.summary import write_summary
from reports.models import Campaign, ExportJob, User
from reports.services import jobs
from scoring.messages import wake

BUILD_TASK = "reports.tasks.build_export"
LEASE = datetime.timedelta(minutes=5)
KEPT_FOR = datetime.timedelta(days=7)
REQUESTERS = frozenset({User.Role.ADMINISTRATOR, User.Role.PERFORMANCE_OFFICE})


@transaction.atomic
def request_summary(*, campaign: Campaign, by: User) -> ExportJob:
    """Queues the campaign's summary for `by` alone. Raises RoleRefusedError for other roles."""
    if by.role not in REQUESTERS:
        raise RoleRefusedError(_("只有系统管理员和绩效科可以导出年度汇总。"))
    job = ExportJob.objects.create(campaign=campaign, owner=by)
    transaction.on_commit(lambda: wake(BUILD_TASK, job.pk))
    return job


def build_summary(job_id: int) -> bool:
    """Builds one job's file unless another worker has it or it is done. Returns whether this call finished it."""
    if not jobs.claim(ExportJob, job_id, LEASE):
        return False
    job = ExportJob.objects.select_related("campaign").get(pk=job_id)
    today = timezone.localdate()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "summary.xlsx"
        rows = write_summary(path, job.campaign.title, summary_rows(job.campaign, today), today)
        with path.open("rb") as built:
            name = default_storage.save(f"exports/summary-{job.pk}.xlsx", File(built))
    return _finish(job, name, rows)


def sweep_exports() -> int:
    """Sends waiting jobs again, fails those that lost their worker too often, deletes expired files.

    Returns how many were sent.
    """
    _delete_expired(timezone.now())
    return jobs.sweep(ExportJob, BUILD_TASK, LEASE, "导出程序多次中断，请联系管理员。")


def _finish(job: ExportJob, name: str, rows: int) -> bool:
    """Hands the file to the job, once: a worker that lost its claim meanwhile deletes what it made."""
    now = timezone.now()
    finished = ExportJob.objects.filter(
        pk=job.pk, status=ExportJob.Status.RUNNING, attempts=job.attempts
    ).update(
        status=ExportJob.Status.DONE,
        finished_at=now,
        expires_at=now + KEPT_FOR,
        file=name,
        rows=rows,
        error="",
    )
    if not finished:
        default_storage.delete(name)
    return bool(finished)


def _delete_expired(now: datetime.datetime) -> None:
    for job in ExportJob.objects.filter(expires_at__lt=now).exclude(file=""):
        default_storage.delete(job.file.name or "")
        ExportJob.objects.filter(pk=job.pk).update(file="")
