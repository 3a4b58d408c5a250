from decimal import Decimal

import pytest

from reports.errors import RefusedError, RoleRefusedError, StatusRefusedError
from reports.models import Review, Submission
from reports.services import filing, reviews
from reports.services.reviews import GivenScore
from reports.workflow import Status
from scoring.engine.loading import load_scheme_text
from scoring.models import IndicatorScore, Scorecard, SealedContent
from tests.factories import PROJECT, SCHEMES
from tests.reports.services.conftest import Example


def start(example: Example) -> tuple[Submission, Review]:
    submission = example.submit()
    return submission, reviews.start_review(submission, by=example.division)


def test_start_review_ends_the_heads_right_to_withdraw(example: Example) -> None:
    start(example)

    with pytest.raises(StatusRefusedError):
        filing.withdraw(example.fresh(), by=example.head)


def test_scores_start_at_the_lower_of_self_and_computed(example: Example) -> None:
    submission, review = start(example)

    scores = reviews.scores_of(review, submission)

    assert scores["execution"].score == Decimal("7.23")
    assert scores["i04"].score == Decimal("5")


def test_save_scores_refuses_a_score_above_the_weight(example: Example) -> None:
    _submission, review = start(example)

    with pytest.raises(RefusedError, match=r"预算执行率复核得分 10\.5 应在 0 到分值 10\.00 之间"):
        reviews.save_scores(
            review, {"execution": GivenScore(Decimal("10.5"))}, revision=0, by=example.division
        )


def test_save_scores_refuses_a_stale_revision(example: Example) -> None:
    _submission, review = start(example)
    reviews.save_scores(review, {"i04": GivenScore(Decimal(4))}, revision=0, by=example.division)

    with pytest.raises(StatusRefusedError, match="另一位"):
        reviews.save_scores(review, {"i04": GivenScore(Decimal(3))}, revision=0, by=example.division)


def test_approve_needs_a_reason_above_self_or_computed(example: Example) -> None:
    submission, review = start(example)
    reviews.save_scores(review, {"i04": GivenScore(Decimal(7))}, revision=0, by=example.division)

    with pytest.raises(RefusedError, match="高于自评或系统得分"):
        reviews.approve(submission, by=example.division)
    reviews.save_scores(
        review, {"i04": GivenScore(Decimal(7), "配套资金已到位")}, revision=1, by=example.division
    )
    reviews.approve(example.submission(submission.pk), by=example.division)

    assert example.fresh().status == Status.OFFICE_REVIEW


def test_two_stages_approve_with_total_and_grade(example: Example) -> None:
    submission, _review = start(example)

    reviews.approve(submission, by=example.division)
    reviews.approve(example.submission(submission.pk), by=example.office)

    approved = example.submission(submission.pk)
    assert example.fresh().status == Status.APPROVED
    assert approved.reviewed_total == Decimal("95.23")
    assert approved.grade == "优"
    assert approved.approved_at is not None


def test_approve_twice_is_refused(example: Example) -> None:
    submission, _review = start(example)
    stale = example.submission(submission.pk)
    reviews.approve(submission, by=example.division)

    with pytest.raises((StatusRefusedError, RoleRefusedError)):
        reviews.approve(stale, by=example.division)

    assert example.report.status_changes.filter(action="approve").count() == 1


def test_approve_waits_for_the_score(example: Example) -> None:
    submission = example.submit(scored=False)
    reviews.start_review(submission, by=example.division)

    with pytest.raises(RefusedError, match="尚未完成"):
        reviews.approve(submission, by=example.division)


def test_failed_scoring_needs_a_reason(example: Example) -> None:
    submission = example.submit(scored=False)
    Scorecard.objects.update(status=Scorecard.Status.FAILED)
    reviews.start_review(submission, by=example.division)

    with pytest.raises(RefusedError, match="理由"):
        reviews.approve(submission, by=example.division)
    reviews.approve(submission, by=example.division, note="系统故障，人工核定")

    assert example.fresh().status == Status.OFFICE_REVIEW


def test_approve_refuses_a_changed_byte(example: Example) -> None:
    submission, _review = start(example)
    changed = bytes(submission.content.content).replace(b"121.3", b"121.4", 1)
    SealedContent.objects.filter(pk=submission.content_id).update(content=changed)

    with pytest.raises(RefusedError, match="已被改动"):
        reviews.approve(example.submission(submission.pk), by=example.division)

    assert example.fresh().status == Status.DIVISION_REVIEW


def test_return_needs_a_comment(example: Example) -> None:
    submission, _review = start(example)

    with pytest.raises(RefusedError, match="至少要有一条意见"):
        reviews.return_for_correction(submission, by=example.division)
    reviews.add_comment(submission, anchor="indicators/i04/self_score", text="请说明", by=example.division)
    reviews.return_for_correction(submission, by=example.division)

    assert example.fresh().status == Status.RETURNED


def test_comment_must_say_something(example: Example) -> None:
    submission, _review = start(example)

    with pytest.raises(RefusedError, match="意见内容"):
        reviews.add_comment(submission, anchor="indicators/i04/self_score", text=" ", by=example.division)


def test_bureau_replies_while_it_corrects(example: Example) -> None:
    submission, _review = start(example)
    comment = reviews.add_comment(submission, anchor="indicators/i04", text="请说明", by=example.division)

    with pytest.raises(StatusRefusedError):
        reviews.reply_comment(comment, text="已说明", by=example.filer)
    reviews.return_for_correction(submission, by=example.division)
    comment.refresh_from_db()
    comment.submission.report.refresh_from_db()
    with pytest.raises(RoleRefusedError):
        reviews.reply_comment(comment, text="已说明", by=example.stranger)
    reviews.reply_comment(comment, text="已说明", by=example.filer)

    comment.refresh_from_db()
    assert (comment.reply, comment.replied_by) == ("已说明", example.filer)


def test_resubmission_is_number_two_and_opens_its_own_review(example: Example) -> None:
    submission, _review = start(example)
    reviews.add_comment(submission, anchor="indicators/i04", text="请说明", by=example.division)
    reviews.return_for_correction(submission, by=example.division)

    second = example.submit()
    review = reviews.start_review(second, by=example.division)

    assert second.number == 2
    assert review.submission == second
    with pytest.raises(StatusRefusedError):
        reviews.add_comment(example.submission(submission.pk), anchor="x", text="旧件", by=example.division)


def test_take_back_after_a_return_leads_to_returned(example: Example) -> None:
    submission, _review = start(example)
    reviews.add_comment(submission, anchor="indicators/i04", text="请说明", by=example.division)
    reviews.return_for_correction(submission, by=example.division)

    filing.take_back(example.hand_over(), by=example.filer)

    assert example.fresh().status == Status.RETURNED


def test_review_refuses_who_filled_or_signed(example: Example) -> None:
    submission = example.submit()
    submission.report.filled_by = example.division
    submission.report.save(update_fields=["filled_by"])

    with pytest.raises(RoleRefusedError, match="同一人"):
        reviews.start_review(submission, by=example.division)


def test_review_refuses_the_other_stages_role(example: Example) -> None:
    submission, _review = start(example)

    with pytest.raises(RoleRefusedError):
        reviews.approve(submission, by=example.office)


def test_cancel_and_reinstate(example: Example) -> None:
    with pytest.raises(RefusedError, match="原因"):
        reviews.cancel(example.report, by=example.office, note="")
    reviews.cancel(example.report, by=example.office, note="项目并入其他项目")
    assert example.fresh().status == Status.CANCELLED

    reviews.reinstate(example.fresh(), by=example.office)
    assert example.fresh().status == Status.DRAFT


def test_cancel_refuses_control_characters(example: Example) -> None:
    with pytest.raises(RefusedError, match="控制字符"):
        reviews.cancel(example.report, by=example.office, note="并入\x07其他项目")


@pytest.mark.parametrize(("policy", "total"), [("redistribute", "90"), ("full", "91"), ("zero", "81")])
def test_reviewed_total_follows_the_form_where_a_row_does_not_apply(policy: str, total: str) -> None:
    form = load_scheme_text((SCHEMES / f"{PROJECT}.yaml").read_text(encoding="utf-8")).model_copy(
        update={"na_policy": policy}
    )
    rows = [
        IndicatorScore(indicator_id="one", weight=Decimal(90), status="scored"),
        IndicatorScore(
            indicator_id="two", weight=Decimal(10), self_score=Decimal(10), status="not_applicable"
        ),
    ]
    scores = {"one": GivenScore(Decimal(81)), "two": GivenScore(reviews.proposed_score(rows[1]))}

    assert reviews.total_of(form, rows, scores) == Decimal(total)
