"""Where a report stands."""

import datetime

import pytest

from reports.models import Report
from reports.standing import due_text, next_step, standing_of
from reports.workflow import ALL, Status
from tests.factories import make_campaign, make_filer, make_head, make_report

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("status", ALL)
def test_standing_says_who_acts_next_in_every_status(status: str) -> None:
    report = make_report(status=status)

    actor, task = next_step(report)

    assert task
    assert bool(actor) == (status not in (Status.APPROVED, Status.CANCELLED))


def test_standing_submitted_names_the_first_stage() -> None:
    campaign = make_campaign()
    campaign.stages = ["office_review"]

    assert next_step(make_report(campaign=campaign, status=Status.SUBMITTED))[0] == "绩效科"


def test_standing_is_mine_for_the_filer_while_it_is_edited() -> None:
    report = make_report()
    today = datetime.date(2026, 1, 1)

    assert standing_of(report, make_filer(), today).is_mine
    assert not standing_of(report, make_head(), today).is_mine


@pytest.mark.parametrize(
    ("days", "text", "tone"),
    [
        (-9, "还有 9 天", ""),
        (-7, "还有 7 天", "warn"),
        (0, "今天截止", "warn"),
        (2, "逾期 2 天", "bad"),
        (9, "已关闭", "bad"),
    ],
)
def test_standing_due_text(days: int, text: str, tone: str) -> None:
    report: Report = make_report(campaign=make_campaign(due_in=0, closes_in=5))

    assert due_text(report, report.campaign.due_on + datetime.timedelta(days=days)) == (text, tone)


def test_standing_before_the_campaign_opens() -> None:
    report = make_report()

    assert due_text(report, report.campaign.opens_on - datetime.timedelta(days=1)) == ("尚未开放", "bad")
