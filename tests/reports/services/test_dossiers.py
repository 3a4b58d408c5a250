import datetime
from collections.abc import Callable

import pytest
from django.utils import timezone

from reports.errors import StatusRefusedError
from reports.models import Report, Submission, User
from reports.services import dossiers, drafts, filing, reviews
from scoring import services as scoring
from scoring.contexts import context_digest, read_filings
from scoring.models import Scorecard
from tests.factories import (
    fill_report,
    make_campaign,
    make_filer,
    make_head,
    make_office,
    make_report,
    make_reviewer,
)


def _pair() -> tuple[Report, Report]:
    """Two project reports of one bureau, both filled."""
    filer, campaign = make_filer(), make_campaign()
    first, second = (make_report(campaign=campaign, title=title) for title in ("项目一", "项目二"))
    for report in (first, second):
        fill_report(report, filer)
    return _fresh(first), _fresh(second)


def _fresh(report: Report) -> Report:
    return Report.objects.select_related("campaign", "bureau", "scheme", "sealed").get(pk=report.pk)


def _hand_over(report: Report) -> Report:
    assert report.bureau.users.exists()
    filing.hand_over(report, by=report.bureau.users.get(role="filer"))
    return _fresh(report)


def _digest(report: Report) -> str:
    assert report.sealed is not None
    return report.sealed.digest


def test_the_first_handover_is_compared_with_nothing(db: None) -> None:
    first, _second = _pair()

    first = _hand_over(first)

    (card,) = Scorecard.objects.all()
    assert (card.context, card.context_digest) == ([], "")


def test_a_later_handover_is_compared_with_the_earlier_and_the_earlier_again(db: None) -> None:
    first, second = _pair()

    first, second = _hand_over(first), _hand_over(second)

    contexts = {(card.content.digest, tuple(card.context)) for card in Scorecard.objects.all()}
    assert contexts == {
        (_digest(first), ()),
        (_digest(second), (_digest(first),)),
        (_digest(first), (_digest(second),)),
    }


def test_reports_of_others_other_years_and_cancelled_ones_are_not_compared(db: None) -> None:
    first, second = _pair()
    elsewhere = make_report(campaign=make_campaign(2021), title="上年项目")
    Report.objects.filter(pk=second.pk).update(status="cancelled")

    assert list(dossiers.other_reports(first)) == []
    assert list(dossiers.other_reports(elsewhere)) == []


def test_a_withdrawn_submission_is_no_longer_compared(db: None) -> None:
    first, second = _pair()
    head = make_head(first.bureau)
    first = _hand_over(first)
    filing.sign(first, by=head, digest=_digest(first))
    filing.withdraw(_fresh(first), by=head)

    assert dossiers.sealed_digests(second) == []


def test_drafts_are_compared_with_drafts_and_with_what_was_sealed(db: None) -> None:
    first, second = _pair()

    beside_draft = drafts.filings_beside(second)
    first = _hand_over(first)
    beside_sealed = drafts.filings_beside(second)

    assert [other.title for other in beside_draft] == ["项目一"]
    assert [other.content for other in beside_sealed] == [first.sealed and first.sealed.read()]


def test_an_empty_draft_is_not_compared(db: None) -> None:
    first, _second = _pair()
    make_report(campaign=first.campaign, title="没有填写")

    assert [other.title for other in drafts.filings_beside(first)] == ["项目二"]


def test_a_tampered_content_is_left_out(db: None) -> None:
    first, second = _pair()
    first = _hand_over(first)
    assert first.sealed is not None
    type(first.sealed).objects.filter(pk=first.sealed.pk).update(content=b"{}")

    assert drafts.filings_beside(_fresh(second)) == ()
    assert read_filings([_digest(first)]) == {}


def test_context_digest_knows_no_order() -> None:
    assert context_digest(["b", "a"]) == context_digest(["a", "b"]) != context_digest(["a"])


def _submitted() -> tuple[Submission, Report]:
    """A submission scored alone, then the second report handed over."""
    first, second = _pair()
    first = _hand_over(first)
    submission = filing.sign(first, by=make_head(first.bureau), digest=_digest(first))
    scoring.finish(submission.scorecard_id)
    _hand_over(second)
    return submission, second


def test_a_submission_keeps_its_scorecard_until_the_newer_one_is_done(db: None) -> None:
    submission, _second = _submitted()

    moved = dossiers.adopt_scorecards()

    assert moved == 0
    assert Submission.objects.get(pk=submission.pk).scorecard_id == submission.scorecard_id


def test_a_finished_newer_scorecard_takes_over_once(db: None) -> None:
    submission, second = _submitted()
    newer = Scorecard.objects.get(content=submission.content, context=[_digest(_fresh(second))])
    scoring.finish(newer.pk)

    moved = [dossiers.adopt_scorecards(), dossiers.adopt_scorecards()]

    assert moved == [1, 0]
    assert Submission.objects.get(pk=submission.pk).scorecard == newer


def test_a_decided_submission_keeps_the_scorecard_it_was_decided_on(db: None) -> None:
    submission, second = _submitted()
    for reviewer in (make_reviewer(), make_office()):
        open_submission = Submission.objects.select_related("report__campaign", "scorecard").get(
            pk=submission.pk
        )
        if reviewer.role == "division_reviewer":
            reviews.start_review(open_submission, by=reviewer)
        reviews.approve(open_submission, by=reviewer)
    newer = Scorecard.objects.get(content=submission.content, context=[_digest(_fresh(second))])
    scoring.finish(newer.pk)

    assert dossiers.adopt_scorecards() == 0
    assert dossiers.queue_beside(_fresh(second)) == []


def test_the_head_sees_the_finished_scorecard_while_a_newer_one_waits(db: None) -> None:
    first, second = _pair()
    first = _hand_over(first)
    card = Scorecard.objects.get(content=first.sealed)
    scoring.finish(card.pk)
    Scorecard.objects.filter(pk=card.pk).update(queued_at=timezone.now() - datetime.timedelta(minutes=1))

    _hand_over(second)

    assert filing.current_scorecard(_fresh(first)) == card


def test_a_returned_submission_keeps_the_scorecard_it_was_returned_on(db: None) -> None:
    submission, second = _submitted()
    reviewer = make_reviewer()
    open_submission = Submission.objects.select_related("report__campaign", "scorecard").get(pk=submission.pk)
    reviews.start_review(open_submission, by=reviewer)
    reviews.add_comment(open_submission, anchor="funds", text="请核实", by=reviewer)
    reviews.return_for_correction(open_submission, by=reviewer)
    newer = Scorecard.objects.get(content=submission.content, context=[_digest(_fresh(second))])
    scoring.finish(newer.pk)

    while_corrected = dossiers.adopt_scorecards()
    _hand_over(_fresh(submission.report))
    while_awaiting = dossiers.adopt_scorecards()

    assert (while_corrected, while_awaiting) == (0, 0)
    assert Submission.objects.get(pk=submission.pk).scorecard_id == submission.scorecard_id


def _handed_over() -> tuple[Report, Report]:
    """Both reports handed over and scored beside each other."""
    first, second = _pair()
    first, second = _hand_over(first), _hand_over(second)
    for card in Scorecard.objects.all():
        scoring.finish(card.pk)
    return first, second


def _head(report: Report) -> User:
    return report.bureau.users.filter(role="bureau_head").first() or make_head(report.bureau)


def _signed(report: Report) -> Submission:
    return filing.sign(report, by=_head(report), digest=_digest(report))


def _take_back(report: Report) -> None:
    filing.take_back(_fresh(report), by=report.bureau.users.get(role="filer"))


def _send_back(report: Report) -> None:
    filing.send_back(_fresh(report), by=_head(report), note="请改")


def _withdraw(report: Report) -> None:
    _signed(report)
    filing.withdraw(_fresh(report), by=_head(report))


def _return_and_cancel(report: Report) -> None:
    submission, reviewer = _signed(report), make_reviewer()
    reviews.start_review(submission, by=reviewer)
    reviews.add_comment(submission, anchor="funds", text="请核实", by=reviewer)
    reviews.return_for_correction(submission, by=reviewer)
    reviews.cancel(_fresh(report), by=make_office(), note="项目并入其他项目")


@pytest.mark.parametrize("leave", [_take_back, _send_back, _withdraw, _return_and_cancel])
def test_a_report_that_leaves_the_dossier_has_the_others_scored_without_it(
    db: None, leave: Callable[[Report], None]
) -> None:
    first, second = _handed_over()
    submission = _signed(first)
    assert submission.scorecard.context == [_digest(second)]

    leave(second)
    moved = dossiers.adopt_scorecards()

    assert moved == 1
    assert Submission.objects.get(pk=submission.pk).scorecard.context == []


def test_a_report_that_is_reinstated_is_compared_again(db: None) -> None:
    first, second = _handed_over()
    digest = _digest(second)
    submission = _signed(first)
    _return_and_cancel(second)
    dossiers.adopt_scorecards()

    reviews.reinstate(_fresh(second), by=User.objects.get(role="performance_office"))
    dossiers.adopt_scorecards()

    assert Submission.objects.get(pk=submission.pk).scorecard.context == [digest]


def test_a_report_handed_over_again_unchanged_takes_its_earlier_scorecards_back(db: None) -> None:
    first, second = _handed_over()
    submission = _signed(first)
    beside, cards = submission.scorecard, Scorecard.objects.count()
    _take_back(second)
    dossiers.adopt_scorecards()

    second = _hand_over(_fresh(second))
    dossiers.adopt_scorecards()

    assert Submission.objects.get(pk=submission.pk).scorecard == beside
    assert filing.current_scorecard(second) == Scorecard.objects.get(
        content=second.sealed, context=[_digest(first)]
    )
    assert Scorecard.objects.count() == cards


def test_taking_back_what_was_taken_back_asks_for_nothing(db: None) -> None:
    _first, second = _handed_over()
    stale = _fresh(second)
    _take_back(second)
    asked = list(Scorecard.objects.order_by("pk").values_list("queued_at", flat=True))

    with pytest.raises(StatusRefusedError):
        filing.take_back(stale, by=second.bureau.users.get(role="filer"))

    assert list(Scorecard.objects.order_by("pk").values_list("queued_at", flat=True)) == asked
