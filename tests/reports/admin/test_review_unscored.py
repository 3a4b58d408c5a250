"""The review desk for forms without scores: targets are judged, figures are read."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from reports.admin.places import place_label
from reports.admin.review_page import ReviewPage
from reports.models import Report, ReviewComment, ReviewedScore, Submission
from reports.services import drafts, reviews
from scoring.models import IndicatorScore
from tests.reports.accounts import FIGURES, TARGETS, content_of, publish
from tests.reports.admin.conftest import Login
from tests.reports.admin.desk import Desk

QUEUE = "/desk/reports/submission/"


def url(name: str, submission: Submission) -> str:
    return reverse(f"admin:reports_submission_{name}", args=[submission.pk])


def submitted(desk: Desk, text: str, title: str = "小决算") -> Submission:
    report = Report.objects.create(
        campaign=desk.campaign, bureau=desk.bureau, scheme=publish(text), title=title
    )
    for key, data in content_of(text).model_dump(mode="json")["sections"].items():
        drafts.save_section(report, key, data, revision=0, by=desk.filer)
    return desk.submit(report)


def in_review(desk: Desk, text: str) -> Submission:
    submission = submitted(desk, text)
    reviews.start_review(submission, by=desk.reviewer)
    return desk.again(submission)


@pytest.fixture
def client(desk: Desk, login: Login) -> Client:
    return login(desk.reviewer)


def test_targets_are_shown_as_met_missed_and_undecided(desk: Desk, client: Client) -> None:
    page = client.get(url("review", in_review(desk, TARGETS))).content.decode()

    assert [page.count(f">{word}</span>") for word in ("已完成", "未完成", "不能自动判断")] == [2, 2, 1]
    assert "未完成或待判断 2" in page
    assert "完成值“98%”对照指标值“100%”，未完成。" in page
    assert "<code>achievement" in page
    for absent in ("复核得分", "data-reviewed", "等次", "系统评分", "评分标准"):
        assert absent not in page


def test_figures_have_no_table_of_indicators_and_stand_open(desk: Desk, client: Client) -> None:
    page = client.get(url("review", in_review(desk, FIGURES))).content.decode()

    assert 'id="lines"' not in page
    assert '<details class="card" id="filing" open>' in page
    assert 'class="kpi"' not in page
    assert page.count('<svg class="drawing"') == 2
    assert "系统核查完成" in page


@pytest.mark.parametrize("text", [FIGURES, TARGETS], ids=["figures", "targets"])
def test_reviewers_approve_without_scores(desk: Desk, client: Client, login: Login, text: str) -> None:
    submission = in_review(desk, text)

    client.post(url("approve", submission), {"revision": "0", "note": "", "place": ""})
    login(desk.office).post(url("approve", submission), {"revision": "0", "note": "", "place": ""})

    submission.report.refresh_from_db()
    assert submission.report.status == "approved"
    assert desk.again(submission).grade == ""


def test_a_line_can_be_saved_without_a_score(desk: Desk, client: Client) -> None:
    submission = in_review(desk, TARGETS)

    client.post(url("save", submission), {"revision": "0", "note": "", "comment:targets/g2": "请说明原因"})

    assert ReviewComment.objects.get().text == "请说明原因"
    assert not ReviewedScore.objects.exists()


@pytest.mark.parametrize(
    "place",
    [
        "accounts/spending",
        "accounts/spending/s210",
        "accounts/spending/s210/basic",
        "accounts/spending/total",
    ],
)
def test_comments_on_tables_rows_and_cells_come_back_beside_them(
    desk: Desk, client: Client, login: Login, place: str
) -> None:
    submission = in_review(desk, FIGURES)

    client.post(
        url("return", submission),
        {"revision": "0", "note": "请改", "place": place, "comment:elsewhere": "数对不上"},
    )

    page = login(desk.filer).get(f"/reports/{submission.report_id}/sections/accounts/").content.decode()
    assert page.count("数对不上") == 1
    assert "数对不上" in page[page.index('id="section-form"') :]


def test_a_place_that_the_filing_has_not_is_refused(desk: Desk, client: Client) -> None:
    submission = in_review(desk, FIGURES)

    client.post(
        url("save", submission),
        {"revision": "0", "note": "", "place": "accounts/spending/nobody", "comment:elsewhere": "?"},
    )

    assert not ReviewComment.objects.exists()


def test_places_offer_rows_and_know_cells(desk: Desk) -> None:
    page = ReviewPage(in_review(desk, FIGURES), desk.reviewer)

    assert page.other_places["支出决算"] == [
        ("accounts", "支出决算"),
        ("accounts/received", "支出决算 · 本年收入"),
        ("accounts/spending", "支出决算表"),
        ("accounts/spending/total", "支出决算表 · 合计"),
        ("accounts/spending/s208", "支出决算表 · 208 社会保障"),
        ("accounts/spending/s20805", "支出决算表 · 20805 养老支出"),
        ("accounts/spending/s210", "支出决算表 · 210 卫生健康"),
        ("accounts/spending/s2101301", "支出决算表 · 2101301 城乡医疗救助"),
    ]
    assert place_label(page.places, "accounts/spending/total/all") == "支出决算表 · 合计 · 本年支出合计"
    assert place_label(page.places, "elsewhere/nothing") == "elsewhere/nothing"


def test_changes_of_rows_and_totals_are_named(desk: Desk) -> None:
    first = in_review(desk, FIGURES)
    reviews.add_comment(first, anchor="accounts", text="请改", by=desk.reviewer)
    reviews.return_for_correction(first, by=desk.reviewer)
    report = desk.fresh(first.report)
    section = report.sections.get(key="accounts")
    section.data["lists"]["spending"][0]["basic"] = "34568"
    section.data["tables"]["spending"]["total"]["basic"] = "34568"
    drafts.save_section(report, "accounts", section.data, revision=section.revision, by=desk.filer)
    second = desk.submit(report)

    changes = ReviewPage(second, desk.reviewer).other_changes

    assert {(change.label, change.before, change.after) for change in changes} == {
        ("支出决算表 · 208 社会保障 · 基本支出", "34567.5", "34568"),
        ("支出决算表 · 合计 · 基本支出", "34567.5", "34568"),
    }


def test_queue_says_what_is_met_in_one_more_query(desk: Desk, client: Client) -> None:
    submitted(desk, FIGURES)
    client.get(QUEUE)
    with CaptureQueriesContext(connection) as figures:
        client.get(QUEUE)
    for number in range(3):
        submitted(desk, TARGETS, f"目标{number}")

    with CaptureQueriesContext(connection) as targets:
        text = client.get(QUEUE).content.decode()

    assert len(targets) == len(figures) + 1
    assert text.count("已完成 1 · 未完成 1 · 待判断 1") == 3
    assert text.count("不计分") == 1
    assert "0.00" not in text


def test_queue_waits_for_the_check(desk: Desk, client: Client) -> None:
    submission = submitted(desk, TARGETS)
    type(submission.scorecard).objects.update(status="pending")

    text = client.get(QUEUE).content.decode()

    assert "待评分" in text
    assert "已完成 0" not in text


def test_lines_that_do_not_apply_are_not_counted(desk: Desk) -> None:
    submission = in_review(desk, TARGETS)
    IndicatorScore.objects.filter(indicator_id="g3").update(status="not_applicable")

    page = ReviewPage(desk.again(submission), desk.reviewer)

    assert str(page.achievement) == "已完成 1 · 未完成 1 · 待判断 0"
    assert [line.differs for line in page.lines] == [False, True, False]
