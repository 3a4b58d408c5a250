"""The review page and what can be done on it."""

from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from reports.admin.review_page import ReviewPage
from reports.models import ReviewComment, ReviewedScore, Submission
from reports.services import drafts, reviews
from scoring.models import Scorecard
from tests.reports.admin.conftest import Login
from tests.reports.admin.desk import OVERALL, PROJECT, Desk


def url(name: str, submission: Submission, *more: int) -> str:
    return reverse(f"admin:reports_submission_{name}", args=[submission.pk, *more])


def typed(submission: Submission, **changes: str) -> dict[str, str]:
    """The whole form as the browser sends it; changes name fields with _ for -."""
    page = ReviewPage(submission, submission.report.filled_by)
    data = {"revision": str(page.revision), "note": "", "place": "", "comment:elsewhere": ""}
    for line in page.lines:
        data[f"score-{line.row.position}"] = line.score_text
        data[f"reason-{line.row.position}"] = line.reason_text
        data[f"comment:{line.row.anchor}"] = ""
    return data | {key.replace("_", "-"): value for key, value in changes.items()}


def position(submission: Submission, indicator: str) -> int:
    return submission.scorecard.rows.get(indicator_id=indicator).position


def shown(response: Any) -> list[str]:
    return [str(message) for message in response.context["messages"]]


@pytest.fixture
def submission(desk: Desk) -> Submission:
    return desk.in_review()


@pytest.fixture
def client(desk: Desk, login: Login) -> Client:
    return login(desk.reviewer)


def test_page_shows_scores_findings_and_explanations(client: Client, submission: Submission) -> None:
    page = client.get(url("review", submission)).content.decode()

    for text in (
        "98.00",
        "97.23",
        "95.23",
        "封存完好",
        "−1.77",
        "+2.00",
        "已按原口径核实",
        "评分标准",
        "10 × 72.30%",
    ):
        assert text in page


def test_reviewed_score_starts_at_the_lower_of_both(desk: Desk, submission: Submission) -> None:
    page = ReviewPage(submission, desk.reviewer)
    execution, arrival = (
        next(line for line in page.lines if line.row.indicator_id == key) for key in ("execution", "i04")
    )

    assert (execution.score_text, arrival.score_text) == ("7.23", "5.00")
    assert page.reviewed_total == Decimal("95.23")


def test_nothing_is_shown_as_reviewed_before_somebody_reviewed(desk: Desk, client: Client) -> None:
    waiting = desk.submit(desk.report())

    assert not ReviewPage(waiting, desk.reviewer).shows_scores
    page = client.get(url("review", waiting)).content.decode()
    assert "95.23" not in page
    assert '<b id="grade">—</b>' in page


def test_proposals_are_for_who_reviews_and_results_for_everybody(desk: Desk, submission: Submission) -> None:
    assert ReviewPage(submission, desk.reviewer).shows_scores
    assert not ReviewPage(submission, desk.office).shows_scores

    reviews.approve(submission, by=desk.reviewer)

    assert ReviewPage(desk.again(submission), desk.reviewer).shows_scores


def test_tabs_count_lines(desk: Desk, submission: Submission) -> None:
    assert [count for _key, _label, count in ReviewPage(submission, desk.reviewer).tabs] == [16, 2, 0]


@pytest.mark.parametrize(
    ("show", "visible"), [("all", 16), ("differing", 2), ("changed", 0), ("nonsense", 16)]
)
def test_view_hides_other_lines(client: Client, submission: Submission, show: str, visible: int) -> None:
    page = client.get(url("review", submission), {"show": show}).context["page"]

    assert sum(line.is_shown for line in page.lines) == visible


def test_start_opens_the_review(desk: Desk, client: Client) -> None:
    waiting = desk.submit(desk.report())
    assert "开始复核" in client.get(url("review", waiting)).content.decode()

    client.post(url("start", waiting))

    assert desk.again(waiting).report.status == "division_review"


def test_start_twice_is_a_message(client: Client, submission: Submission) -> None:
    response = client.post(url("start", submission), follow=True)

    assert any("科室复核中" in message for message in shown(response))


def test_save_keeps_scores_and_comments(desk: Desk, client: Client, submission: Submission) -> None:
    at = position(submission, "i03")
    anchor = submission.scorecard.rows.get(indicator_id="i03").anchor
    data = typed(submission) | {
        f"score-{at}": "６．５",
        f"reason-{at}": "佐证不足",
        f"comment:{anchor}": "请补佐证",
    }

    response = client.post(url("save", submission), data, follow=True)

    assert shown(response) == ["已保存。"]
    saved = ReviewedScore.objects.get()
    assert (saved.indicator_id, saved.score, saved.reason) == ("i03", Decimal("6.5"), "佐证不足")
    assert [(c.anchor, c.text, c.by) for c in ReviewComment.objects.all()] == [
        (anchor, "请补佐证", desk.reviewer)
    ]
    assert "请补佐证" in response.content.decode()


@pytest.mark.parametrize("text", ["11", "-1", "八", "", "1.234", "9" * 30])
def test_bad_score_is_refused_at_its_field(client: Client, submission: Submission, text: str) -> None:
    at = position(submission, "i03")
    other = position(submission, "i01")

    response = client.post(
        url("save", submission), typed(submission) | {f"score-{at}": text, f"score-{other}": "3"}
    )

    line = response.context["page"].lines[at]
    assert line.errors
    assert line.score_text == text
    assert response.context["page"].lines[other].score_text == "3"
    assert not ReviewedScore.objects.exists()


def test_score_above_weight_names_both(client: Client, submission: Submission) -> None:
    at = position(submission, "i03")

    response = client.post(url("save", submission), typed(submission) | {f"score-{at}": "8.5"})

    assert response.context["page"].lines[at].errors == ("复核得分 8.5 高于分值 8。",)


def test_stale_save_is_refused_and_keeps_what_was_typed(
    desk: Desk, client: Client, submission: Submission
) -> None:
    at = position(submission, "i03")
    mine = typed(submission) | {f"score-{at}": "6"}
    client.post(url("save", submission), typed(submission) | {f"score-{at}": "5"})

    response = client.post(url("save", submission), mine)

    assert any("另一位复核人员" in message for message in shown(response))
    line = response.context["page"].lines[at]
    assert (line.score_text, line.stored_text) == ("6", "5.00")
    assert ReviewedScore.objects.get().score == 5


def test_comment_on_another_cell(client: Client, submission: Submission) -> None:
    data = typed(submission) | {"place": "funds/funds/total/spent", "comment:elsewhere": "与决算不符"}

    response = client.post(url("save", submission), data, follow=True)

    assert ReviewComment.objects.get().anchor == "funds/funds/total/spent"
    assert "年度资金总额" in response.content.decode()


@pytest.mark.parametrize("place", ["", "funds/nowhere", "<script>"])
def test_comment_without_a_known_place_is_refused(client: Client, submission: Submission, place: str) -> None:
    data = typed(submission) | {"place": place, "comment:elsewhere": "与决算不符"}

    response = client.post(url("save", submission), data)

    assert shown(response) == ["请选择意见针对的位置。"]
    assert response.context["page"].typed_elsewhere == "与决算不符"
    assert not ReviewComment.objects.exists()


def test_return_without_comment_is_refused(desk: Desk, client: Client, submission: Submission) -> None:
    response = client.post(url("return", submission), typed(submission, note="请改"))

    assert any("至少要有一条意见" in message for message in shown(response))
    assert response.context["page"].typed_note == "请改"
    assert desk.again(submission).report.status == "division_review"


def test_return_takes_comments_that_were_just_typed(
    desk: Desk, client: Client, submission: Submission
) -> None:
    anchor = submission.scorecard.rows.get(indicator_id="i03").anchor

    client.post(url("return", submission), typed(submission) | {f"comment:{anchor}": "请补佐证"})

    assert desk.again(submission).report.status == "returned"


def test_approve_takes_scores_that_were_just_typed(
    desk: Desk, client: Client, submission: Submission
) -> None:
    at = position(submission, "i03")

    response = client.post(url("approve", submission), typed(submission) | {f"score-{at}": "7"}, follow=True)

    assert any("绩效科复核中" in message for message in shown(response))
    assert desk.again(submission).reviewed_total == Decimal("94.23")


def test_raised_score_without_reason_is_refused_and_kept(
    desk: Desk, client: Client, submission: Submission
) -> None:
    at = position(submission, "i04")

    response = client.post(url("approve", submission), typed(submission) | {f"score-{at}": "7"})

    assert any("请填写理由" in message for message in shown(response))
    assert response.context["page"].lines[at].score_text == "7"
    assert not ReviewedScore.objects.exists()
    assert desk.again(submission).report.status == "division_review"


def test_double_approve_is_a_message(desk: Desk, client: Client, submission: Submission) -> None:
    data = typed(submission)
    client.post(url("approve", submission), data)

    response = client.post(url("approve", submission), data, follow=True)

    assert response.status_code == 200
    assert any("当前环节不由您的角色复核" in message for message in shown(response))
    assert desk.again(submission).report.status == "office_review"


def test_office_gives_the_final_grade(
    desk: Desk, client: Client, login: Login, submission: Submission
) -> None:
    client.post(url("approve", submission), typed(submission))
    office = login(desk.office)
    assert "通过，送绩效科" not in office.get(url("review", submission)).content.decode()

    office.post(url("approve", submission), typed(desk.again(submission)))

    done = desk.again(submission)
    assert (done.report.status, done.reviewed_total, done.grade) == ("approved", Decimal("95.23"), "优")


def test_approve_waits_for_scoring(desk: Desk, client: Client) -> None:
    waiting = desk.submit(desk.report(), scored=False)
    reviews.start_review(waiting, by=desk.reviewer)
    assert "系统正在评分" in client.get(url("review", waiting)).content.decode()

    response = client.post(url("approve", waiting), typed(waiting))

    assert any("尚未完成" in message for message in shown(response))


def test_failed_scoring_needs_a_reason(desk: Desk, client: Client) -> None:
    failed = desk.submit(desk.report(), scored=False)
    Scorecard.objects.update(status="failed", error="评分程序多次中断")
    reviews.start_review(failed, by=desk.reviewer)
    assert "系统评分失败" in client.get(url("review", failed)).content.decode()

    refused = client.post(url("approve", failed), typed(failed))
    client.post(url("approve", failed), typed(failed, note="已人工核对"))

    assert any("需要填写理由" in message for message in shown(refused))
    assert desk.again(failed).report.status == "office_review"


def test_changed_byte_is_said_at_once_and_stops_approval(
    desk: Desk, client: Client, submission: Submission
) -> None:
    content = bytes(submission.content.content).replace(b"87.7", b"88.7")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE scoring_sealedcontent SET content = %s", [content])
    data = typed(submission)

    page = client.get(url("review", submission)).content.decode()
    response = client.post(url("approve", submission), data)

    assert "封存内容与摘要不符" in page
    assert any("已被改动" in message for message in shown(response))
    assert desk.again(submission).report.status == "division_review"


def test_close_comment(desk: Desk, client: Client, submission: Submission) -> None:
    row = submission.scorecard.rows.get(indicator_id="i03")
    comment = reviews.add_comment(submission, anchor=row.anchor, text="请补佐证", by=desk.reviewer)

    response = client.post(url("close_comment", submission, comment.pk), typed(submission), follow=True)

    assert shown(response) == ["意见已关闭。"]
    assert ReviewComment.objects.get().closed_at is not None


def test_close_comment_of_another_report_is_404(desk: Desk, client: Client, submission: Submission) -> None:
    other = desk.in_review("另一项目")
    row = other.scorecard.rows.get(indicator_id="i03")
    comment = reviews.add_comment(other, anchor=row.anchor, text="请补佐证", by=desk.reviewer)

    response = client.post(url("close_comment", submission, comment.pk), typed(submission))

    assert response.status_code == 404


def test_second_submission_shows_what_changed_and_the_answer(
    desk: Desk, client: Client, submission: Submission
) -> None:
    row = submission.scorecard.rows.get(indicator_id="i04")
    comment = reviews.add_comment(submission, anchor=row.anchor, text="达成却扣分", by=desk.reviewer)
    reviews.return_for_correction(submission, by=desk.reviewer, note="请修改")
    reviews.reply_comment(ReviewComment.objects.get(pk=comment.pk), text="已改回", by=desk.filer)
    correct(desk, submission)

    second = desk.submit(submission.report)
    page = ReviewPage(second, desk.reviewer)
    html = client.get(url("review", second)).content.decode()

    line = next(line for line in page.lines if line.row.indicator_id == "i04")
    assert [(c.label, c.before, c.after) for c in line.changes] == [("自评得分", "5", "7")]
    assert [(c.label, c.before, c.after) for c in page.other_changes] == [("绩效指标 · 总分", "98", "99")]
    for text in ("达成却扣分", "已改回", "上次报送后有改动 1", "看第 1 次"):
        assert text in html


def correct(desk: Desk, submission: Submission) -> None:
    section = submission.report.sections.get(key="indicators")
    data = section.data
    next(row for row in data["lists"]["performance"] if row["id"] == "i04")["self_score"] = "7"
    data["facts"]["total"] = "99"
    report = desk.fresh(submission.report)
    drafts.save_section(report, "indicators", data, revision=section.revision, by=desk.filer)


def test_earlier_submission_is_read_only(desk: Desk, client: Client, submission: Submission) -> None:
    row = submission.scorecard.rows.get(indicator_id="i04")
    reviews.add_comment(submission, anchor=row.anchor, text="达成却扣分", by=desk.reviewer)
    reviews.return_for_correction(submission, by=desk.reviewer)
    second = desk.submit(submission.report)
    reviews.start_review(second, by=desk.reviewer)

    page = client.get(url("review", submission)).content.decode()

    assert "data-reviewed" not in page
    assert "已有新的报送" in page


@pytest.mark.parametrize("code", [PROJECT, OVERALL])
def test_page_takes_the_same_queries_for_any_form(
    desk: Desk, client: Client, django_assert_num_queries: Any, code: str
) -> None:
    submission = desk.submit(desk.report(code=code))
    reviews.start_review(submission, by=desk.reviewer)

    with django_assert_num_queries(18):
        client.get(url("review", submission))


def test_overall_form_can_be_commented_on_every_page(desk: Desk) -> None:
    submission = desk.submit(desk.report("部门整体支出", code=OVERALL))
    page = ReviewPage(submission, desk.reviewer)

    labels = dict(place for places in page.other_places.values() for place in places)

    assert labels["overview/staff.quota"].endswith("编制数") or "编制" in labels["overview/staff.quota"]
    assert {anchor.split("/")[0] for anchor in labels} >= {"overview", "finances", "evaluators"}
    assert len(page.sheets) == len(submission.report.scheme.form.sections)
