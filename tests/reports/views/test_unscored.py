"""Forms without scores, on every page that shows scores of others: never a score, a grade or 0 分."""

import re

import pytest
from django.test import Client

from reports.models import Report, Submission, User
from reports.services import filing, reviews
from tests.factories import hand_over
from tests.reports.accounts import FIGURES, TARGETS, fill, report_under
from tests.reports.views.conftest import signed_in

SCORES = re.compile(r"自评得分|自评合计|系统评分|系统总分|复核总分|等次|>\s*0\.00\s*<|0 分|分值")


def filed(text: str, filer: User, head: User) -> Submission:
    report = fill(report_under(text, filer.bureau), filer)
    hand_over(report, filer)
    assert report.sealed is not None
    return filing.sign(report, by=head, digest=report.sealed.digest)


def approved(text: str, filer: User, head: User, reviewer: User, office: User) -> Submission:
    submission = filed(text, filer, head)
    reviews.start_review(submission, by=reviewer)
    for person in (reviewer, office):
        submission = Submission.objects.get(pk=submission.pk)
        reviews.approve(submission, by=person)
    return Submission.objects.get(pk=submission.pk)


def read(client: Client, address: str) -> str:
    """The page without its style sheets, scripts and the words of the seal."""
    text = client.get(address).content.decode()
    return text[text.index("<main") :]


@pytest.mark.parametrize("text", [FIGURES, TARGETS], ids=["figures", "targets"])
def test_unscored_pages_show_no_scores(
    text: str, filer: User, head: User, reviewer: User, office: User
) -> None:
    submission = approved(text, filer, head, reviewer, office)
    client = signed_in(head)

    pages = [read(client, address) for address in (
        "/", f"/reports/{submission.report_id}/", f"/submissions/{submission.pk}/"
    )]  # fmt: skip

    assert [SCORES.findall(page) for page in pages] == [[], [], []]
    assert "已通过" in pages[1]


@pytest.mark.parametrize("text", [FIGURES, TARGETS], ids=["figures", "targets"])
def test_unscored_content_is_signed_without_scores(text: str, filer: User, head: User) -> None:
    report = fill(report_under(text, filer.bureau), filer)
    hand_over(report, filer)

    page = read(signed_in(head), f"/reports/{report.pk}/sealed/")

    assert SCORES.findall(page) == []
    assert "签章报送" in page
    assert page.count('<svg class="drawing"') == 2


def test_targets_are_counted_for_the_head(filer: User, head: User) -> None:
    submission = filed(TARGETS, filer, head)
    client = signed_in(head)

    page = read(client, f"/submissions/{submission.pk}/")

    assert [f"<span>{word}</span><b>1</b>" in page for word in ("已完成", "未完成", "待判断")] == [True] * 3
    assert "改进措施：上门登记" in page
    assert "为困难人口代缴" in page
    assert "已完成 1 · 未完成 1 · 待判断 1" in read(client, f"/reports/{submission.report_id}/")


def test_unscored_content_that_waits_is_being_checked(filer: User, head: User) -> None:
    report = fill(report_under(TARGETS, filer.bureau), filer)
    hand_over(report, filer, scored=False)

    page = read(signed_in(head), f"/reports/{report.pk}/sealed/")

    assert "系统正在核查" in page
    assert "评分" not in page


def test_unscored_draft_is_checked_without_scores(filer: User) -> None:
    report: Report = fill(report_under(TARGETS, filer.bureau), filer)

    page = read(signed_in(filer), f"/reports/{report.pk}/check/")

    assert SCORES.findall(page) == []


def test_unscored_broken_seal_shows_no_scores(filer: User, head: User) -> None:
    submission = filed(TARGETS, filer, head)
    Submission.objects.filter(pk=submission.pk).update(approved_at=submission.submitted_at)
    type(submission.content).objects.filter(pk=submission.content_id).update(content=b"{}")

    page = read(signed_in(head), f"/submissions/{submission.pk}/")

    assert "内容已被改动" in page
    assert SCORES.findall(page) == []
