import datetime
from typing import Any

import pytest
from django.utils import timezone

from reports.errors import HandOverRefusedError, RefusedError, RoleRefusedError, StatusRefusedError
from reports.models import Campaign, Report, SignOff
from reports.services import drafts, filing
from reports.workflow import Status
from scoring.models import Scorecard, SealedContent
from tests.reports.services.conftest import Example


def test_hand_over_seals_and_queues_scoring(example: Example) -> None:
    report = example.hand_over()

    assert report.status == Status.AWAITING_SIGNATURE
    assert report.filled_by == example.filer
    assert report.sealed is not None
    assert report.sealed.is_intact
    assert Scorecard.objects.get().status == Scorecard.Status.PENDING
    change = report.status_changes.get()
    assert (change.action, change.from_status, change.to_status, change.by) == (
        "hand_over",
        "draft",
        "awaiting_signature",
        example.filer,
    )


def test_hand_over_refuses_unexplained_warnings(example: Example) -> None:
    with pytest.raises(HandOverRefusedError) as refused:
        filing.hand_over(example.report, by=example.filer)

    assert [finding.code for finding in refused.value.unexplained] == ["T_SUM", "X_SCORE", "I_MET_CUT"]
    assert refused.value.errors == ()
    assert example.fresh().status == Status.DRAFT


def test_hand_over_refuses_errors(example: Example) -> None:
    section = example.report.sections.get(key="funds")
    section.data["answers"]["execution"]["self_score"] = "11"
    drafts.save_section(example.report, "funds", section.data, revision=section.revision, by=example.filer)

    with pytest.raises(HandOverRefusedError) as refused:
        filing.hand_over(example.fresh(), by=example.filer)

    assert [(finding.code, finding.anchor) for finding in refused.value.errors] == [
        ("S_GT_W", "funds/execution/self_score")
    ]


def test_hand_over_twice_is_refused_and_leaves_one_history_row(example: Example) -> None:
    example.explain()
    stale = example.fresh()
    filing.hand_over(example.fresh(), by=example.filer)

    with pytest.raises(StatusRefusedError, match="待签章"):
        filing.hand_over(stale, by=example.filer)

    assert example.report.status_changes.count() == 1
    assert SealedContent.objects.count() == 1


def test_hand_over_refuses_a_closed_campaign_until_extended(example: Example) -> None:
    today = timezone.localdate()
    day = datetime.timedelta(days=1)
    Campaign.objects.update(opens_on=today - 9 * day, due_on=today - 3 * day, closes_on=today - day)
    example.explain()

    with pytest.raises(RefusedError, match="延期"):
        filing.hand_over(example.fresh(), by=example.filer)
    Report.objects.filter(pk=example.report.pk).update(extended_until=today)

    filing.hand_over(example.fresh(), by=example.filer)
    assert example.fresh().status == Status.AWAITING_SIGNATURE


def test_hand_over_refuses_a_classified_report(example: Example) -> None:
    Report.objects.filter(pk=example.report.pk).update(is_classified=True)

    with pytest.raises(RefusedError, match="涉密"):
        filing.hand_over(example.fresh(), by=example.filer)


def test_hand_over_refuses_other_roles(example: Example) -> None:
    example.explain()
    for person in (example.head, example.division, example.office, example.stranger):
        with pytest.raises(RoleRefusedError):
            filing.hand_over(example.fresh(), by=person)


def test_hand_over_tells_another_role_nothing_of_the_findings(example: Example) -> None:
    with pytest.raises(RoleRefusedError):
        filing.hand_over(example.fresh(), by=example.head)


def test_sign_makes_submission_number_one(example: Example) -> None:
    report = example.hand_over()
    assert report.sealed is not None
    sealed = report.sealed

    submission = filing.sign(report, by=example.head, digest=sealed.digest)

    assert (submission.number, submission.content) == (1, sealed)
    assert SignOff.objects.get().digest == sealed.digest
    report = example.fresh()
    assert (report.status, report.sealed) == (Status.SUBMITTED, None)


def test_sign_refuses_another_digest(example: Example) -> None:
    report = example.hand_over()

    with pytest.raises(RefusedError, match="已更换"):
        filing.sign(report, by=example.head, digest="sha256:0")

    assert not SignOff.objects.exists()


def test_sign_refuses_a_changed_byte(example: Example) -> None:
    report = example.hand_over()
    assert report.sealed is not None
    content = bytes(report.sealed.content)
    SealedContent.objects.update(content=content.replace(b"121.3", b"121.4", 1))

    with pytest.raises(RefusedError, match="已被改动"):
        filing.sign(example.fresh(), by=example.head, digest=report.sealed.digest)


def test_sign_twice_is_refused(example: Example) -> None:
    report = example.hand_over()
    assert report.sealed is not None
    filing.sign(report, by=example.head, digest=report.sealed.digest)

    with pytest.raises(StatusRefusedError):
        filing.sign(example.fresh(), by=example.head, digest=report.sealed.digest)

    assert SignOff.objects.count() == 1


def test_sign_refuses_who_filled(example: Example) -> None:
    report = example.hand_over()
    assert report.sealed is not None
    Report.objects.filter(pk=report.pk).update(filled_by=example.head)

    with pytest.raises(RoleRefusedError, match="同一人"):
        filing.sign(example.fresh(), by=example.head, digest=report.sealed.digest)


def test_send_back_needs_a_word(example: Example) -> None:
    report = example.hand_over()

    with pytest.raises(RefusedError, match="原因"):
        filing.send_back(report, by=example.head, note="  ")
    filing.send_back(report, by=example.head, note="请核对总分")

    report = example.fresh()
    assert (report.status, report.sealed) == (Status.DRAFT, None)
    assert report.status_changes.latest("pk").note == "请核对总分"


def test_withdraw_before_review_keeps_the_number_used(example: Example) -> None:
    submission = example.submit()

    filing.withdraw(example.fresh(), by=example.head)
    second = example.submit()

    assert example.submission(submission.pk).withdrawn_at is not None
    assert (submission.number, second.number) == (1, 2)


def test_same_content_handed_over_again_is_sealed_and_scored_once(example: Example) -> None:
    filing.take_back(example.hand_over(), by=example.filer)
    example.hand_over()

    assert SealedContent.objects.count() == 1
    assert Scorecard.objects.count() == 1


def test_current_scorecard_is_of_what_awaits_signature(example: Example) -> None:
    assert filing.current_scorecard(example.fresh()) is None
    report = example.hand_over()

    assert filing.current_scorecard(report) == Scorecard.objects.get()


def test_hand_over_succeeds_while_the_broker_is_down(
    example: Example,
    no_broker: None,
    django_capture_on_commit_callbacks: Any,
    caplog: pytest.LogCaptureFixture,
) -> None:
    example.explain()

    with django_capture_on_commit_callbacks(execute=True):
        filing.hand_over(example.fresh(), by=example.filer)

    assert example.fresh().status == Status.AWAITING_SIGNATURE
    assert Scorecard.objects.get().status == Scorecard.Status.PENDING
    assert "the sweeper will" in caplog.text


def test_sign_after_closing_needs_an_extension(example: Example) -> None:
    report = example.hand_over()
    assert report.sealed is not None
    yesterday = timezone.localdate() - datetime.timedelta(days=1)
    Campaign.objects.update(due_on=yesterday, closes_on=yesterday)

    with pytest.raises(RefusedError, match="需由绩效科延期后才能签章"):
        filing.sign(report, by=example.head, digest=report.sealed.digest)

    Report.objects.update(extended_until=timezone.localdate())
    assert filing.sign(report, by=example.head, digest=report.sealed.digest).number == 1
