from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from reports.models import ExportJob
from reports.services.exports import build_summary, request_summary
from tests.reports.admin.conftest import Login
from tests.reports.admin.desk import DAY, Desk

LIST = "/desk/reports/exportjob/"


@pytest.fixture(autouse=True)
def _own_files(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def client(desk: Desk, login: Login) -> Client:
    return login(desk.administrator)


@pytest.fixture
def built(desk: Desk) -> ExportJob:
    job = request_summary(campaign=desk.campaign, by=desk.administrator)
    build_summary(job.pk)
    return ExportJob.objects.get(pk=job.pk)


def download(job: ExportJob) -> str:
    return reverse("admin:reports_exportjob_download", args=[job.pk])


def test_request_queues_a_job_for_its_owner(desk: Desk, client: Client) -> None:
    response = client.post(f"{LIST}add/", {"campaign": desk.campaign.pk}, follow=True)

    job = ExportJob.objects.get()
    assert (job.owner, job.status) == (desk.administrator, "pending")
    assert "已开始导出" in response.content.decode()
    assert response["Refresh"] == "3"


def test_request_form_starts_with_the_campaign_it_was_opened_from(desk: Desk, client: Client) -> None:
    response = client.get(f"{LIST}add/", {"campaign": desk.campaign.pk})

    assert response.context["adminform"].form.initial["campaign"] == str(desk.campaign.pk)


def test_request_without_a_campaign_is_refused(client: Client) -> None:
    response = client.post(f"{LIST}add/", {"campaign": ""})

    assert response.context["adminform"].form.errors
    assert not ExportJob.objects.exists()


def test_finished_list_links_the_file_and_stands_still(client: Client, built: ExportJob) -> None:
    response = client.get(LIST)

    assert download(built) in response.content.decode()
    assert "Refresh" not in response


def test_failed_job_says_why(client: Client, built: ExportJob) -> None:
    ExportJob.objects.update(status="failed", error="导出程序多次中断")

    page = client.get(LIST).content.decode()

    assert "导出程序多次中断" in page
    assert download(built) not in page


def test_owner_downloads_under_a_chinese_name(client: Client, built: ExportJob) -> None:
    response = client.get(download(built))

    assert response.status_code == 200
    assert b"".join(response.streaming_content)[:2] == b"PK"
    day = f"{timezone.localdate():%Y%m%d}"
    assert f"2022年度预算绩效自评汇总-{day}.xlsx" in unquote(response["Content-Disposition"])
    assert response["Content-Disposition"].startswith("attachment")
    assert response["X-Content-Type-Options"] == "nosniff"
    response.close()


@pytest.mark.parametrize(
    ("who", "status"), [("office", 404), ("auditor", 404), ("reviewer", 404), ("filer", 403), ("head", 403)]
)
def test_others_cannot_download(desk: Desk, login: Login, built: ExportJob, who: str, status: int) -> None:
    assert login(getattr(desk, who)).get(download(built)).status_code == status


@pytest.mark.parametrize("change", [{"expires_at": "past"}, {"file": ""}, {"status": "failed"}])
def test_expired_file_is_gone(client: Client, built: ExportJob, change: dict[str, Any]) -> None:
    past = timezone.now() - DAY
    ExportJob.objects.update(**{key: past if value == "past" else value for key, value in change.items()})

    assert client.get(download(built)).status_code == 404


def test_file_that_was_lost_from_the_disk_is_404(client: Client, built: ExportJob) -> None:
    Path(built.file.path).unlink()

    assert client.get(download(built)).status_code == 404


def test_expired_job_is_marked(client: Client, built: ExportJob) -> None:
    ExportJob.objects.update(expires_at=timezone.now() - DAY)

    assert "已过期删除" in client.get(LIST).content.decode()


def test_list_shows_own_jobs_only(desk: Desk, login: Login, built: ExportJob) -> None:
    assert login(desk.office).get(LIST).context["cl"].result_count == 0
    assert login(desk.auditor).get(LIST).context["cl"].result_count == 1


def test_other_persons_job_is_404(desk: Desk, login: Login, built: ExportJob) -> None:
    url = reverse("admin:reports_exportjob_change", args=[built.pk])

    assert login(desk.office).get(url).status_code == 404
