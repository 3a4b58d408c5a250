"""Jobs on the desk: how one stands, and pages that come again by themselves while one is under way."""

import datetime

from django.db.models import QuerySet
from django.http import HttpResponse
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from reports.admin.access import chip
from reports.models.jobs import Job

REFRESH_SECONDS = "3"
TONES = {"pending": "", "running": "brand", "done": "good", "failed": "bad"}
UNDER_WAY = (Job.Status.PENDING, Job.Status.RUNNING)


def job_chip(job: Job, *, running: str | Promise = "") -> SafeString:
    """A job's state as a label; `running` is what this kind of job is doing while it runs."""
    label = running if running and job.status == Job.Status.RUNNING else job.get_status_display()
    return chip(label, TONES[job.status])


def job_state(job: Job, lease: datetime.timedelta, *, running: str | Promise = "") -> SafeString:
    """The label with what is to be said of it: why it failed, or that its worker isn't heard of."""
    said = job.error or silence_of(job, lease)
    shown = job_chip(job, running=running)
    return format_html('{}<div class="why">{}</div>', shown, said) if said else shown


def silence_of(job: Job, lease: datetime.timedelta) -> str:
    """That nobody has heard of a job for longer than its worker may be silent, and what happens next; else empty."""
    if job.silent_for <= lease:
        return ""
    return gettext(
        "已有 %(minutes)d 分钟没有进展，后台程序可能中断。恢复后会自动接着做，已完成的部分不会丢失；长时间不动请联系管理员。"
    ) % {"minutes": job.silent_for.total_seconds() // 60}


def watched(response: HttpResponse, jobs: QuerySet[Job]) -> HttpResponse:
    """Lets the page come again while one of `jobs` is under way."""
    if jobs.filter(status__in=UNDER_WAY).exists():
        response["Refresh"] = REFRESH_SECONDS
    return response
