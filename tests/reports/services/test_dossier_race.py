"""Two reports of one dossier handed over at the same moment."""

import threading

import pytest
from django.db import connection

from reports.models import Report
from reports.services import filing
from scoring.models import Scorecard
from tests.factories import fill_report, make_campaign, make_filer, make_report

pytestmark = pytest.mark.skipif(
    connection.vendor == "sqlite", reason="SQLite has one writer at a time, whatever the code does"
)


@pytest.mark.django_db(transaction=True)
def test_reports_handed_over_at_once_are_compared_with_each_other() -> None:
    filer, campaign = make_filer(), make_campaign()
    reports = [
        fill_report(make_report(campaign=campaign, title=title), filer) for title in ("项目一", "项目二")
    ]
    together = threading.Barrier(len(reports))

    def hand_over(report: Report) -> None:
        together.wait(10)
        filing.hand_over(report, by=filer)
        connection.close()

    threads = [threading.Thread(target=hand_over, args=(report,)) for report in reports]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)

    first, second = Report.objects.order_by("title").values_list("sealed__digest", flat=True)
    contexts = {(card.content.digest, tuple(card.context)) for card in Scorecard.objects.all()}
    assert {(first, (second,)), (second, (first,))} <= contexts
