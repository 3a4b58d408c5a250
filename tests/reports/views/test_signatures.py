"""The sign-off chain of the printed form."""

from pytest_django import DjangoAssertNumQueries

from reports.models import Report, Submission, User
from reports.services import filing, reviews
from reports.views.signatures import signatures_of
from tests.factories import hand_over, make_scheme
from tests.reports.views.conftest import signed_in

# Signed by the evaluators' head, the bureau's head, the division and the filer, in this order.
OVERALL = "overall-yueyanglou-2020"


def names(report: Report, submission: Submission | None = None) -> list[str | None]:
    return [line.by and line.by.display_name for line in signatures_of(report, submission)]


def test_before_the_signature_only_the_filer_has_signed(awaiting: Report) -> None:
    handed = awaiting.status_changes.get(action="hand_over")

    filer, head = signatures_of(awaiting)

    assert (filer.label, filer.by, filer.at) == ("填表人", handed.by, handed.at)
    assert (head.label, head.by, head.at) == ("单位负责人签字", None, None)


def test_draft_is_signed_by_nobody(report: Report) -> None:
    assert names(report) == [None, None]


def test_head_signs_a_submission(submission: Submission, head: User) -> None:
    signed = submission.sign_offs.get()

    line = signatures_of(submission.report, submission)[1]

    assert (line.by, line.at) == (head, signed.at)


def test_division_signs_by_approving(submission: Submission, reviewer: User) -> None:
    report = submission.report
    report.scheme = make_scheme(OVERALL)
    before = names(report, submission)
    reviews.start_review(submission, by=reviewer)
    started = names(report, submission)

    reviews.approve(submission, by=reviewer)

    assert before == started == [None, "负责人甲", None, "填报人甲"]
    assert names(report, submission) == [None, "负责人甲", "复核人乙", "填报人甲"]


def test_returning_is_no_signature(returned: Submission) -> None:
    returned.report.scheme = make_scheme(OVERALL)

    assert names(returned.report, returned) == [None, "负责人甲", None, "填报人甲"]


def test_submission_keeps_its_own_handover(returned: Submission, filer: User) -> None:
    first = returned.report.status_changes.get(action="hand_over")
    report = returned.report
    report.refresh_from_db()
    hand_over(report, filer, scored=False)

    assert signatures_of(report, returned)[0].at == first.at
    assert signatures_of(report)[0].at != first.at


def test_form_without_sign_offs_asks_nothing(
    submission: Submission, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    submission.report.scheme = make_scheme("targets-miyi-2019")

    with django_assert_num_queries(0):
        assert signatures_of(submission.report, submission) == ()


def block_of(user: User, url: str) -> str:
    text = signed_in(user).get(url).content.decode()
    return text.partition('class="card signatures"')[2].partition("</section>")[0]


def test_pages_list_who_signed(awaiting: Report, head: User) -> None:
    before = block_of(head, f"/reports/{awaiting.pk}/sealed/")
    assert awaiting.sealed is not None
    signed = filing.sign(awaiting, by=head, digest=awaiting.sealed.digest)
    after = block_of(head, f"/submissions/{signed.pk}/")

    assert "<dt>填表人</dt>" in before
    assert "<b>填报人甲</b>" in before
    assert "未签" in before.partition("单位负责人签字")[2]
    assert "<b>负责人甲</b>" in after.partition("单位负责人签字")[2]
    assert "未签" not in after


def test_form_without_sign_offs_shows_no_block(submission: Submission, head: User) -> None:
    assert "signatures" in signed_in(head).get(f"/submissions/{submission.pk}/").content.decode()
    Report.objects.update(scheme=make_scheme("targets-miyi-2019"))

    assert "signatures" not in signed_in(head).get(f"/submissions/{submission.pk}/").content.decode()
