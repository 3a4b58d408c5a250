"""The overview of one report."""

import pytest
from django.test import Client
from django.utils import timezone

from reports.models import Report, ReviewComment, Submission, User
from scoring.models import Scorecard
from tests.reports.views.conftest import signed_in


def url(report: Report) -> str:
    return f"/reports/{report.pk}/"


def test_report_leads_to_the_first_unfinished_page(report: Report, filer: User) -> None:
    text = signed_in(filer).get(url(report)).content.decode()

    assert f'href="/reports/{report.pk}/sections/basics/">继续填报' in text


def test_report_with_every_page_saved_leads_to_the_check(filled: Report, filer: User) -> None:
    text = signed_in(filer).get(url(filled)).content.decode()

    assert f'href="/reports/{filled.pk}/check/">继续填报' in text


def test_report_awaiting_signature_can_be_taken_back(awaiting: Report, filer: User) -> None:
    text = signed_in(filer).get(url(awaiting)).content.decode()

    assert "取回修改" in text
    assert "继续填报" not in text


def test_report_awaiting_signature_leads_the_head_to_it(awaiting: Report, head: User) -> None:
    assert "查看并签章" in signed_in(head).get(url(awaiting)).content.decode()


def test_report_returned_shows_the_words(returned: Submission, filer: User) -> None:
    text = signed_in(filer).get(url(returned.report)).content.decode()

    assert "请修改后重报。" in text
    assert "第 1 次报送" in text


def test_report_returned_counts_open_comments_on_their_pages(returned: Submission, filer: User) -> None:
    page = f'href="/reports/{returned.report_id}/sections/indicators/"'

    opened = signed_in(filer).get(url(returned.report)).content.decode()
    ReviewComment.objects.update(closed_at=timezone.now())
    closed = signed_in(filer).get(url(returned.report)).content.decode()

    assert opened.count("意见 1</span>") == 1
    assert "意见 1</span>" in opened.partition(page)[2].partition("</li>")[0]
    assert "意见 1</span>" not in closed


def test_report_classified_says_it_is_not_filled_here(report: Report, filer: User) -> None:
    Report.objects.filter(pk=report.pk).update(is_classified=True)

    text = signed_in(filer).get(url(report)).content.decode()

    assert "不在本系统填报" in text
    assert "继续填报" not in text


@pytest.mark.parametrize("who", ["head", "reviewer", "office"])
def test_report_is_read_by_everyone_concerned(
    who: str, report: Report, request: pytest.FixtureRequest
) -> None:
    assert signed_in(request.getfixturevalue(who)).get(url(report)).status_code == 200


def test_report_outsider_finds_nothing(report: Report, outsider: User) -> None:
    assert signed_in(outsider).get(url(report)).status_code == 404


def test_report_unknown_is_not_found(filer: User) -> None:
    assert signed_in(filer).get("/reports/999999/").status_code == 404


def test_report_anonymous_goes_to_login(report: Report) -> None:
    assert Client().get(url(report))["Location"].startswith("/login/")


def test_report_post_is_not_allowed(report: Report, filer: User) -> None:
    assert signed_in(filer).post(url(report)).status_code == 405


def test_report_says_how_much_the_computed_score_covers(submission: Submission, head: User) -> None:
    Scorecard.objects.update(computed_total=None, computed_points=13, computed_weight=16)

    text = signed_in(head).get(url(submission.report)).content.decode()

    assert "13.00" in text
    assert "已核 16 分权重" in text
