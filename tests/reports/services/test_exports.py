"""Export jobs: requested by those who may, built once, kept for a week."""

from pathlib import Path
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.utils import timezone
from openpyxl import load_workbook

from reports import tasks
from reports.errors import RoleRefusedError
from reports.models import ExportJob
from reports.services import exports
from tests.reports.admin.desk import DAY, Desk

ROLES = ("filer", "head", "reviewer", "office", "administrator", "auditor")


@pytest.fixture
def desk(db: None, settings: Any, tmp_path: Path) -> Desk:
    settings.MEDIA_ROOT = tmp_path
    return Desk()


@pytest.fixture
def job(desk: Desk) -> ExportJob:
    return exports.request_summary(campaign=desk.campaign, by=desk.administrator)


@pytest.mark.parametrize("who", ROLES)
def test_summary_is_requested_by_administrator_or_office(desk: Desk, who: str) -> None:
    user = getattr(desk, who)

    if who in ("office", "administrator"):
        assert exports.request_summary(campaign=desk.campaign, by=user).owner == user
    else:
        with pytest.raises(RoleRefusedError):
            exports.request_summary(campaign=desk.campaign, by=user)


def test_request_survives_a_broker_that_is_down(
    desk: Desk,
    no_broker: None,
    django_capture_on_commit_callbacks: Any,
    caplog: pytest.LogCaptureFixture,
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        job = exports.request_summary(campaign=desk.campaign, by=desk.office)

    assert ExportJob.objects.get(pk=job.pk).status == "pending"
    assert f"build_export({job.pk}) not sent" in caplog.text


def test_build_writes_the_file(desk: Desk, job: ExportJob) -> None:
    desk.report()

    assert exports.build_summary(job.pk)

    job.refresh_from_db()
    assert (job.status, job.rows, job.attempts) == ("done", 1, 1)
    assert job.is_downloadable
    assert 6 * DAY < job.expires_at - timezone.now() <= 7 * DAY
    sheet = load_workbook(job.file.path).active
    assert (sheet["B4"].value, sheet["A1"].value) == ("000123", "2022年度预算绩效自评 绩效自评汇总")


def test_task_calls_the_service(desk: Desk, job: ExportJob) -> None:
    tasks.build_export(job.pk)
    tasks.sweep_exports()

    job.refresh_from_db()
    assert job.status == "done"


def test_build_twice_writes_once(desk: Desk, job: ExportJob) -> None:
    assert exports.build_summary(job.pk)
    assert not exports.build_summary(job.pk)

    assert len(default_storage.listdir("exports")[1]) == 1


def test_build_leaves_a_job_that_another_worker_has(job: ExportJob) -> None:
    ExportJob.objects.update(status="running", started_at=timezone.now(), attempts=1)

    assert not exports.build_summary(job.pk)


def test_build_takes_over_from_a_worker_that_was_lost(job: ExportJob) -> None:
    ExportJob.objects.update(status="running", started_at=timezone.now() - exports.LEASE - DAY, attempts=1)

    assert exports.build_summary(job.pk)


def test_build_of_a_missing_job_is_nothing(db: None) -> None:
    assert not exports.build_summary(99999)


def test_slower_worker_drops_its_file(desk: Desk, job: ExportJob) -> None:
    ExportJob.objects.update(status="running", started_at=timezone.now(), attempts=2)
    slow = ExportJob.objects.get()
    slow.attempts = 1
    name = default_storage.save("exports/slow.xlsx", __file_of(b"x"))

    assert not exports._finish(slow, name, 1)

    assert not default_storage.exists(name)
    assert ExportJob.objects.get().status == "running"


def __file_of(content: bytes) -> Any:
    from django.core.files.base import ContentFile

    return ContentFile(content)


def test_sweep_sends_what_waits_too_long(
    job: ExportJob, no_broker: None, caplog: pytest.LogCaptureFixture
) -> None:
    exports.sweep_exports()
    assert caplog.text == ""
    ExportJob.objects.update(requested_at=timezone.now() - DAY)

    exports.sweep_exports()

    assert f"build_export({job.pk}) not sent" in caplog.text


@pytest.mark.parametrize(("attempts", "status"), [(2, "running"), (3, "failed")])
def test_sweep_gives_up_after_three_attempts(job: ExportJob, attempts: int, status: str) -> None:
    ExportJob.objects.update(status="running", started_at=timezone.now() - DAY, attempts=attempts)

    exports.sweep_exports()

    job.refresh_from_db()
    assert job.status == status
    assert bool(job.error) == (status == "failed")


def test_sweep_deletes_expired_files(desk: Desk, job: ExportJob) -> None:
    exports.build_summary(job.pk)
    path = Path(ExportJob.objects.get().file.path)
    exports.sweep_exports()
    assert path.exists()
    ExportJob.objects.update(expires_at=timezone.now() - DAY)

    exports.sweep_exports()

    assert not path.exists()
    assert not ExportJob.objects.get().is_downloadable
