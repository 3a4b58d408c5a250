import datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from reports.models import Campaign
from tests.reports.admin.conftest import Login
from tests.reports.admin.desk import Desk

DATES = {"opens_on": "2026-01-01", "due_on": "2026-02-01", "closes_on": "2026-03-01"}


@pytest.fixture
def client(desk: Desk, login: Login) -> Client:
    return login(desk.office)


def form(**changes: Any) -> dict[str, Any]:
    stages = ["division_review", "office_review"]
    return {"title": "2025年度", "fiscal_year": "2025", "stages": stages} | DATES | changes


def test_campaign_is_created(client: Client) -> None:
    client.post(reverse("admin:reports_campaign_add"), form(stages=["office_review"]))

    campaign = Campaign.objects.get(title="2025年度")
    assert campaign.stages == ["office_review"]
    assert campaign.due_on == datetime.date(2026, 2, 1)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"stages": []}, "stages"),
        ({"stages": ["parent_review"]}, "stages"),
        ({"due_on": "2025-12-31"}, "due_on"),
        ({"closes_on": "2026-01-15"}, "closes_on"),
        ({"title": ""}, "title"),
    ],
)
def test_bad_campaign_is_refused_at_its_field(client: Client, changes: dict[str, Any], field: str) -> None:
    response = client.post(reverse("admin:reports_campaign_add"), form(**changes))

    assert field in response.context["adminform"].form.errors


def test_stage_with_reports_in_it_cannot_be_switched_off(desk: Desk, client: Client) -> None:
    desk.in_review()

    response = client.post(
        reverse("admin:reports_campaign_change", args=[desk.campaign.pk]), form(stages=["office_review"])
    )

    assert "有 1 份报告" in response.context["adminform"].form.errors["stages"][0]


def test_list_counts_and_leads_on(desk: Desk, client: Client, login: Login) -> None:
    desk.report()
    url = reverse("admin:reports_campaign_changelist")

    page = client.get(url).content.decode()

    assert "科室复核 → 绩效科复核" in page
    assert f"{reverse('admin:reports_exportjob_add')}?campaign={desk.campaign.pk}" in page
    assert "导出年度汇总" not in login(desk.auditor).get(url).content.decode()
