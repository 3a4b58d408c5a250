"""The finance side's work on a submission: scores, comments, approval, return."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from reports import workflow
from reports.errors import RefusedError, RoleRefusedError, StatusRefusedError
from reports.models import Report, Review, ReviewComment, ReviewedScore, StatusChange, Submission, User
from reports.permissions import require_editor
from reports.services.confirmations import take_confirmed
from reports.services.dossiers import change_standing
from reports.services.status import change_status
from reports.services.words import read_words
from reports.workflow import Status
from scoring.engine.grade import grade_of
from scoring.engine.scheme import Scheme as SchemeForm
from scoring.engine.score import total_with_idle
from scoring.models import IndicatorScore, Scorecard

LONGEST_REPLY = 2000


@dataclass(frozen=True)
class GivenScore:
    """A reviewed score with its reason, as a reviewer enters it."""

    score: Decimal
    reason: str = ""


@transaction.atomic
def start_review(submission: Submission, *, by: User) -> Review:
    """Begins the campaign's first review stage; the head can't withdraw any more."""
    report = submission.report
    _refuse_involved(submission, by)
    change_status(report, "start_review", by=by)
    return open_review(submission, by=by)


def open_review(submission: Submission, *, by: User) -> Review:
    """The review of the report's present stage, begun by `by` if nobody has yet."""
    require_reviewer(submission, by)
    review, _created = Review.objects.get_or_create(
        submission=submission, stage=submission.report.status, defaults={"by": by}
    )
    return review


def require_reviewer(submission: Submission, by: User) -> None:
    """Raises StatusRefusedError outside the review stages, RoleRefusedError for another stage's role."""
    status = submission.report.status
    if status not in workflow.REVIEWING or submission != Submission.objects.latest_of(submission.report):
        raise StatusRefusedError(_("这份报送件不在复核中。"))
    if by.role != workflow.STAGE_ROLES.get(status):
        raise RoleRefusedError(_("当前环节不由您的角色复核。"))
    _refuse_involved(submission, by)


def proposed_score(row: IndicatorScore) -> Decimal:
    """Where a reviewed score starts: the lower of self and computed, whichever there is.

    A row that doesn't apply gets none; the form says what becomes of its weight.
    """
    if row.status == IndicatorScore.Status.NOT_APPLICABLE:
        return Decimal(0)
    known = [value for value in (row.self_score, row.points) if value is not None]
    return min(known, default=Decimal(0))


def scores_of(review: Review | None, submission: Submission) -> dict[str, GivenScore]:
    """Reviewed scores by indicator id: this review's, else the previous stage's, else the proposal."""
    given = {row.indicator_id: GivenScore(proposed_score(row)) for row in submission.scorecard.rows.all()}
    reviews = submission.reviews.order_by("started_at").prefetch_related("scores")
    for earlier in reviews:
        given |= {score.indicator_id: GivenScore(score.score, score.reason) for score in earlier.scores.all()}
        if review is not None and earlier.pk == review.pk:
            break
    return given


def total_of(form: SchemeForm, rows: Iterable[IndicatorScore], scores: Mapping[str, GivenScore]) -> Decimal:
    """The reviewed total, with what the form makes of the weight of rows that don't apply."""
    points = idle = Decimal(0)
    for row in rows:
        points += scores[row.indicator_id].score
        idle += row.weight if row.status == IndicatorScore.Status.NOT_APPLICABLE else 0
    return total_with_idle(form, points, idle)


@transaction.atomic
def save_scores(review: Review, scores: Mapping[str, GivenScore], *, revision: int, by: User) -> Review:
    """Stores the reviewed scores of an open review. Raises RefusedError for a score outside 0 … weight.

    Raises StatusRefusedError when another reviewer saved meanwhile or the review is decided.
    """
    require_reviewer(review.submission, by)
    rows = {row.indicator_id: row for row in review.submission.scorecard.rows.all()}
    for key, given in scores.items():
        _refuse_outside(rows[key], given)
    saved = Review.objects.filter(pk=review.pk, revision=revision, decision="").update(revision=revision + 1)
    if not saved:
        raise StatusRefusedError(_("另一位复核人员已更新复核得分，请刷新后重新填写。"))
    _store(review, scores)
    review.revision = revision + 1
    return review


def add_comment(submission: Submission, *, anchor: str, text: str, by: User) -> ReviewComment:
    """Ties a comment to a line of the submission."""
    words = read_words(text)
    if not words:
        raise RefusedError(_("请填写意见内容。"))
    review = open_review(submission, by=by)
    return ReviewComment.objects.create(
        submission=submission, review=review, anchor=anchor, text=words, by=by
    )


def close_comment(comment: ReviewComment, *, by: User) -> None:
    """Marks a comment as settled."""
    require_reviewer(_latest(comment.submission.report), by)
    ReviewComment.objects.filter(pk=comment.pk, closed_at=None).update(closed_at=timezone.now())


def reply_comment(comment: ReviewComment, *, text: str, by: User) -> None:
    """The bureau's answer to a comment, while it corrects the report."""
    require_editor(by, comment.submission.report)
    if not comment.submission.report.is_editable:
        raise StatusRefusedError(_("报告不在修改中，不能答复。"))
    ReviewComment.objects.filter(pk=comment.pk).update(
        reply=read_words(text, longest=LONGEST_REPLY), replied_by=by, replied_at=timezone.now()
    )


@transaction.atomic
def approve(
    submission: Submission, *, by: User, note: str = "", confirmed: Collection[str] = ()
) -> StatusChange:
    """Passes the submission on to the next stage, or approves it for good with its reviewed total and grade.

    `confirmed` are the ids of rows that the system couldn't compute and the reviewer has checked.
    Raises RefusedError while scoring isn't finished, where scoring failed and no reason is given, where the
    sealed content was changed, where a score above the self or computed one has no reason, or where such a row
    is neither confirmed now nor by an earlier stage.
    """
    # Locked, so that a colleague's save comes before the total is taken or after the decision.
    review = Review.objects.select_for_update().get(pk=open_review(submission, by=by).pk)
    _refuse_broken(submission)
    _refuse_unscored(submission, note)
    scores = scores_of(review, submission)
    form = submission.report.scheme.form
    rows = list(submission.scorecard.rows.all()) if form.scoring == "points" else []
    for row in rows:
        _refuse_unreasoned(row, scores[row.indicator_id])
    checked = take_confirmed(submission, confirmed)
    _store(review, {row.indicator_id: scores[row.indicator_id] for row in rows})
    change = change_status(submission.report, "approve", by=by, note=read_words(note))
    _decide(review, Review.Decision.APPROVED, by, note, checked)
    total = total_of(form, rows, scores) if rows else None
    _conclude(submission, total, grade_of(total, form.grades))
    return change


@transaction.atomic
def return_for_correction(submission: Submission, *, by: User, note: str = "") -> StatusChange:
    """Sends the submission back to the bureau. Raises RefusedError without at least one comment."""
    review = open_review(submission, by=by)
    if not review.comments.filter(closed_at=None).exists():
        raise RefusedError(_("退回修改至少要有一条意见，请在有问题的行上填写。"))
    change = change_status(submission.report, "return_for_correction", by=by, note=read_words(note))
    _decide(review, Review.Decision.RETURNED, by, note)
    return change


def cancel(report: Report, *, by: User, note: str) -> StatusChange:
    """无需自评: the office takes the report off what the bureau owes, with a reason, and out of the dossier."""
    word = read_words(note)
    if not word:
        raise RefusedError(_("请写明无需自评的原因。"))
    return change_standing(report, "cancel", by=by, note=word)


def reinstate(report: Report, *, by: User, note: str = "") -> StatusChange:
    """Puts a cancelled report back on what the bureau owes."""
    return change_standing(report, "reinstate", by=by, note=read_words(note))


def _latest(report: Report) -> Submission:
    return report.submissions.select_related("report__campaign").latest("number")


def _store(review: Review, scores: Mapping[str, GivenScore]) -> None:
    for key, given in scores.items():
        ReviewedScore.objects.update_or_create(
            review=review, indicator_id=key, defaults={"score": given.score, "reason": given.reason.strip()}
        )


def _conclude(submission: Submission, total: Decimal | None, grade: str) -> None:
    approved = submission.report.status == Status.APPROVED
    Submission.objects.filter(pk=submission.pk).update(
        reviewed_total=total, grade=grade, approved_at=timezone.now() if approved else None
    )


def _decide(review: Review, decision: str, by: User, note: str, confirmed: Sequence[str] = ()) -> None:
    Review.objects.filter(pk=review.pk, decision="").update(
        decision=decision, decided_at=timezone.now(), by=by, note=note, confirmed=list(confirmed)
    )


def _refuse_involved(submission: Submission, by: User) -> None:
    """Who filled, who signed and who reviewed one filing are three different people."""
    involved = {submission.report.filled_by_id, *submission.sign_offs.values_list("by", flat=True)}
    if by.pk in involved:
        raise RoleRefusedError(_("填报、签章和复核不能是同一人。"))


def _refuse_outside(row: IndicatorScore, given: GivenScore) -> None:
    if not 0 <= given.score <= row.weight:
        raise RefusedError(
            _("%(name)s复核得分 %(score)s 应在 0 到分值 %(weight)s 之间。")
            % {"name": row.name, "score": given.score, "weight": row.weight}
        )


def _refuse_unreasoned(row: IndicatorScore, given: GivenScore) -> None:
    if given.score > proposed_score(row) and not given.reason.strip():
        raise RefusedError(
            _("%(name)s复核得分 %(score)s 高于自评或系统得分，请填写理由。")
            % {"name": row.name, "score": given.score}
        )


def _refuse_broken(submission: Submission) -> None:
    if not submission.content.is_intact:
        raise RefusedError(_("封存内容与摘要不符，内容已被改动，不能通过。请联系管理员。"))


def _refuse_unscored(submission: Submission, note: str) -> None:
    submission.scorecard.refresh_from_db()
    if submission.scorecard.is_waiting:
        raise RefusedError(_("系统评分尚未完成，请稍后再试。"))
    if submission.scorecard.status == Scorecard.Status.FAILED and not note.strip():
        raise RefusedError(_("系统评分失败，不经系统评分作出决定需要填写理由。"))
