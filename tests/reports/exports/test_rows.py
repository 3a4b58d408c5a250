import datetime
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from reports.exports.rows import execution_rate, summary_rows
from reports.models import Bureau, Report, Submission
from reports.services import drafts, filing, reviews
from tests.reports.accounts import FIGURES, TARGETS, content_of, publish
from tests.reports.admin.desk import DAY, OVERALL, PROJECT, Desk


def rows(desk: Desk) -> list[Any]:
    return list(summary_rows(desk.campaign, timezone.localdate()))


def test_row_of_an_approved_report(desk: Desk) -> None:
    submission = desk.in_review()
    reviews.approve(submission, by=desk.reviewer)
    reviews.approve(desk.again(submission), by=desk.office)
    today = timezone.localdate()

    row = rows(desk)[0]

    assert (row.number, row.bureau_code, row.bureau_name, row.title) == (
        1,
        "000123",
        "测试医疗保障局",
        "代办项目",
    )
    assert (row.status, row.submissions, row.grade) == ("已通过", 1, "优")
    assert (row.self_total, row.computed_points, row.reviewed_total) == (
        98,
        Decimal("97.23"),
        Decimal("95.23"),
    )
    assert (row.computed_weight, row.computed_low, row.computed_high) == (
        100,
        Decimal("97.23"),
        Decimal("97.23"),
    )
    assert row.execution_rate == Decimal("72.30")
    assert (row.errors, row.warnings) == (0, 3)
    assert (row.due_on, row.submitted_on, row.approved_on) == (today + 10 * DAY, today, today)
    assert (row.is_late, row.counts_in_average) == (False, True)


def test_rows_stand_in_the_order_of_bureau_codes(desk: Desk) -> None:
    first = Bureau.objects.create(code="000001", name="首位", division=desk.social)
    for bureau in (desk.other_bureau, desk.bureau, first):
        desk.report(bureau=bureau)

    assert [row.bureau_code for row in rows(desk)] == ["000001", "000123", "000456"]
    assert [row.number for row in rows(desk)] == [1, 2, 3]


def test_report_that_was_never_handed_in_is_blank(desk: Desk) -> None:
    desk.report()

    row = rows(desk)[0]

    assert (row.status, row.submissions, row.self_total, row.submitted_on) == ("填报中", 0, None, None)
    assert (row.errors, row.execution_rate, row.is_late) == (None, None, False)


def test_pending_score_counts_no_findings(desk: Desk) -> None:
    desk.submit(desk.report(), scored=False)

    row = rows(desk)[0]

    assert (row.errors, row.warnings, row.hints, row.computed_points) == (None, None, None, None)
    assert row.execution_rate == Decimal("72.30")


def test_cancelled_report_stays_out_of_averages(desk: Desk) -> None:
    reviews.cancel(desk.report(), by=desk.office, note="已并入")
    over(desk)

    row = rows(desk)[0]

    assert (row.status, row.counts_in_average, row.is_late) == ("无需自评", False, False)


def test_withdrawn_submission_does_not_count(desk: Desk) -> None:
    submission = desk.submit(desk.report())
    filing.withdraw(desk.fresh(submission.report), by=desk.head)

    row = rows(desk)[0]

    assert (row.submissions, row.self_total) == (0, None)


def over(desk: Desk) -> None:
    """The due day is past."""
    today = timezone.localdate()
    desk.campaign.opens_on, desk.campaign.due_on = today - 9 * DAY, today - DAY
    desk.campaign.save()


def test_report_still_owed_after_the_due_day_is_late(desk: Desk) -> None:
    desk.report()
    over(desk)

    assert rows(desk)[0].is_late


@pytest.mark.parametrize(("days", "late"), [(0, True), (2, False)])
def test_first_submission_decides_whether_it_was_late(desk: Desk, days: int, late: bool) -> None:
    submission = desk.in_review()
    anchor = submission.scorecard.rows.all()[0].anchor
    reviews.add_comment(submission, anchor=anchor, text="请核对", by=desk.reviewer)
    reviews.return_for_correction(submission, by=desk.reviewer)
    desk.submit(submission.report)
    over(desk)
    Submission.objects.filter(pk=submission.pk).update(
        submitted_at=timezone.now() - datetime.timedelta(days=days)
    )

    row = rows(desk)[0]

    assert (row.submissions, row.is_late) == (2, late)


def test_changed_content_gives_no_execution_rate(desk: Desk) -> None:
    desk.submit(desk.report())
    with connection.cursor() as cursor:
        cursor.execute("UPDATE scoring_sealedcontent SET content = %s", [b"{}"])

    assert rows(desk)[0].execution_rate is None


def test_scheme_without_scores_gives_none(desk: Desk) -> None:
    report = desk.report()
    desk.submit(report)
    scheme = report.scheme
    scheme.text = scheme.text.replace("\ntitle:", "\nscoring: none\ntitle:", 1)
    scheme.hash = "sha256:unscored"
    scheme.save()

    row = rows(desk)[0]

    assert (row.self_total, row.computed_points, row.reviewed_total) == (None, None, None)
    assert not row.counts_in_average


def test_execution_rate_of_a_form_without_one_is_none(desk: Desk) -> None:
    submission = desk.submit(desk.report(code=OVERALL))
    form = submission.report.scheme.form

    assert (
        execution_rate(form.model_copy(update={"facts": {}, "indicators": []}), submission.content.read())
        is None
    )


@pytest.mark.parametrize(("spent", "rate"), [("87.7", Decimal("72.30")), (None, None)])
def test_execution_rate_by_the_indicators_rule(desk: Desk, spent: str | None, rate: Decimal | None) -> None:
    report = desk.report(code=PROJECT)
    section = report.sections.get(key="funds")
    section.data["tables"]["funds"]["total"]["spent"] = spent
    section.save()
    from reports.services.drafts import draft_content

    form = report.scheme.form
    bare = form.model_copy(update={"facts": {k: v for k, v in form.facts.items() if k != "execution_rate"}})

    assert execution_rate(bare, draft_content(report)) == rate


def test_execution_rate_with_nothing_to_divide_by_is_none(desk: Desk) -> None:
    report = desk.report(code=PROJECT)
    section = report.sections.get(key="funds")
    section.data["tables"]["funds"]["total"]["full"] = "0"
    section.save()
    from reports.services.drafts import draft_content

    form = report.scheme.form
    bare = form.model_copy(update={"facts": {k: v for k, v in form.facts.items() if k != "execution_rate"}})

    assert execution_rate(bare, draft_content(report)) is None


@pytest.mark.parametrize("count", [1, 3])
def test_batch_takes_three_queries(desk: Desk, django_assert_num_queries: Any, count: int) -> None:
    for number in range(count):
        desk.submit(desk.report(f"项目{number}"))

    with django_assert_num_queries(3):
        assert len(rows(desk)) == count


def test_rows_are_read_in_batches(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reports.exports.rows.BATCH", 2)
    scheme = desk.scheme()
    Report.objects.bulk_create(
        Report(campaign=desk.campaign, bureau=desk.bureau, scheme=scheme, title=f"项目{n}") for n in range(5)
    )

    assert [row.number for row in rows(desk)] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize(("text", "met"), [(TARGETS, "已完成 1 · 未完成 1 · 待判断 1"), (FIGURES, "")])
def test_forms_without_scores_say_what_is_met(desk: Desk, text: str, met: str) -> None:
    report = Report.objects.create(
        campaign=desk.campaign, bureau=desk.bureau, scheme=publish(text), title="小决算"
    )
    for key, data in content_of(text).model_dump(mode="json")["sections"].items():
        drafts.save_section(report, key, data, revision=0, by=desk.filer)
    submission = desk.submit(report)
    reviews.start_review(submission, by=desk.reviewer)
    reviews.approve(desk.again(submission), by=desk.reviewer)
    reviews.approve(desk.again(submission), by=desk.office)

    row = rows(desk)[0]

    assert row.achievement == met
    assert (row.self_total, row.computed_points, row.reviewed_total, row.grade) == (None, None, None, "")
    assert not row.counts_in_average
