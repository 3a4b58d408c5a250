"""How a job's state is shown, and that a job nobody hears of says so."""

import datetime
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from reports.admin.jobs import job_chip, job_state, silence_of
from reports.models import ExportJob, Trial
from reports.services import trials
from tests.reports.admin.conftest import Login
from tests.reports.admin.desk import Desk
from tests.reports.services.test_trials import lighter

LEASE = datetime.timedelta(minutes=2)


def job(status: str, *, requested: float = 0, started: float | None = None, error: str = "") -> ExportJob:
    """A job that was asked for and last heard of so many minutes ago."""
    now = timezone.now()
    ago = datetime.timedelta(minutes=1)
    heard = None if started is None else now - started * ago
    return ExportJob(status=status, requested_at=now - requested * ago, started_at=heard, error=error)


@pytest.mark.parametrize(
    ("status", "requested", "started", "said"),
    [
        ("pending", 1, None, ""),
        ("pending", 5, None, "已有 5 分钟没有进展"),
        ("running", 60, 1, ""),
        ("running", 60, 3.5, "已有 3 分钟没有进展"),
        ("pending", 60, 1, ""),
        ("done", 60, 50, ""),
        ("failed", 60, 50, ""),
    ],
)
def test_a_job_that_is_not_heard_of_says_since_when(
    status: str, requested: float, started: float | None, said: str
) -> None:
    waited = job(status, requested=requested, started=started)

    assert silence_of(waited, LEASE).partition("，")[0] == said


@pytest.mark.parametrize(
    ("status", "label"),
    [
        ("pending", '<span class="chip ">排队中</span>'),
        ("running", '<span class="chip brand">试算中</span>'),
        ("done", '<span class="chip good">已完成</span>'),
        ("failed", '<span class="chip bad">失败</span>'),
    ],
)
def test_the_label_has_a_tone_of_its_own(status: str, label: str) -> None:
    assert job_chip(job(status), running="试算中") == label
    assert job_state(job(status), LEASE, running="试算中") == label


def test_the_state_says_why() -> None:
    failed, silent = job("failed", error="程序<中断>"), job("running", started=9)

    assert '<div class="why">程序&lt;中断&gt;' in job_state(failed, LEASE)
    assert '<div class="why">已有 9 分钟没有进展' in job_state(silent, LEASE)


def test_pages_say_that_a_trial_is_not_heard_of(desk: Desk, login: Login) -> None:
    desk.submit(desk.report())
    trial = trials.request_trial(campaign=desk.campaign, scheme=lighter(desk), by=desk.office)
    client: Client = login(desk.office)
    pages = ("/desk/reports/trial/", f"/desk/reports/trial/{trial.pk}/change/")

    fresh: list[Any] = [client.get(page) for page in pages]
    Trial.objects.update(status="running", started_at=timezone.now() - 2 * LEASE)
    silent: list[Any] = [client.get(page) for page in pages]

    assert ["没有进展" in page.content.decode() for page in fresh] == [False, False]
    assert ["已有 4 分钟没有进展" in page.content.decode() for page in silent] == [True, True]
    assert [page["Refresh"] for page in fresh + silent] == ["3"] * 4
