"""From the finished draft to the signed submission, and back."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from reports.errors import HandOverRefusedError, RefusedError, RoleRefusedError
from reports.models import Report, SignOff, StatusChange, Submission, User
from reports.services.dossiers import change_standing, lock_dossier, queue_beside, queue_in_dossier
from reports.services.drafts import check_draft, draft_content, unexplained
from reports.services.status import change_status, require_action
from reports.services.words import read_words
from scoring import services as scoring
from scoring.models import Scorecard, SealedContent

LONGEST_NOTE = 2000


@transaction.atomic
def hand_over(report: Report, *, by: User) -> SealedContent:
    """Seals the draft and queues its scoring; the report then awaits the head's signature.

    Raises HandOverRefusedError with the findings that block it, RefusedError when the campaign is closed.
    """
    report = _locked(report)
    require_action(report, "hand_over", by=by)
    if report.is_classified:
        raise RefusedError(_("涉密报告不在本系统填报。"))
    if report.is_closed_on(timezone.localdate()):
        raise RefusedError(_("本年度自评工作未开放或已关闭，需由绩效科延期后才能提交。"))
    _refuse_findings(report)
    content = draft_content(report)
    sealed = scoring.seal(content)
    change_status(report, "hand_over", by=by, sealed=sealed, filled_by=by)
    queue_in_dossier(report, sealed)
    queue_beside(report)
    return sealed


def take_back(report: Report, *, by: User) -> StatusChange:
    """The filer takes the report back before the signature; the reports beside it are compared without it."""
    return change_standing(report, "take_back", by=by, sealed=None)


def send_back(report: Report, *, by: User, note: str) -> StatusChange:
    """The head sends the report back to the filer with a word, otherwise as taking back.

    Raises RefusedError without a word.
    """
    require_action(report, "send_back", by=by)
    words = read_words(note, longest=LONGEST_NOTE)
    if not words:
        raise RefusedError(_("请写明退回填报人的原因。"))
    return change_standing(report, "send_back", by=by, note=words, sealed=None)


@transaction.atomic
def sign(report: Report, *, by: User, digest: str) -> Submission:
    """The head signs exactly the content whose digest was shown; it becomes the next submission.

    Raises RefusedError when the content is another one by now or was changed, and once the campaign is closed;
    RoleRefusedError for the filer.
    """
    report = _locked(report)
    sealed = report.sealed
    change_status(report, "sign", by=by, sealed=None)
    if sealed is None or sealed.digest != digest:
        raise RefusedError(_("待签章的内容已更换，请重新查看后再签章。"))
    if not sealed.is_intact:
        raise RefusedError(_("封存内容与摘要不符，内容已被改动，不能签章。请联系管理员。"))
    if report.filled_by_id == by.pk:
        raise RoleRefusedError(_("填报和签章不能是同一人。"))
    if report.is_closed_on(timezone.localdate()):
        raise RefusedError(_("本年度自评工作未开放或已关闭，需由绩效科延期后才能签章。"))
    number = report.submissions.count() + 1
    submission = Submission.objects.create(
        report=report, number=number, content=sealed, scorecard=_scorecard(report, sealed)
    )
    SignOff.objects.create(submission=submission, role=by.role, by=by, digest=digest)
    return submission


@transaction.atomic
def withdraw(report: Report, *, by: User) -> StatusChange:
    """The head takes the submission back before its review begins; its number stays used.

    The reports beside it are compared without it.
    """
    lock_dossier(report)
    change = change_status(report, "withdraw", by=by)
    latest = report.submissions.latest("number")
    Submission.objects.filter(pk=latest.pk).update(withdrawn_at=timezone.now())
    queue_beside(report)
    return change


def current_scorecard(report: Report) -> Scorecard | None:
    """The scorecard of what awaits signature, else of the newest submission."""
    if report.sealed is not None:
        return _scorecard(report, report.sealed)
    latest = Submission.objects.filter(report=report).select_related("scorecard").order_by("-number").first()
    return latest.scorecard if latest else None


def _scorecard(report: Report, sealed: SealedContent) -> Scorecard:
    """The newest finished scorecard; the one being waited for while there is none."""
    cards = Scorecard.objects.filter(content=sealed, scheme=report.scheme)
    return cards.filter(status=Scorecard.Status.DONE).order_by("queued_at").last() or cards.latest(
        "queued_at"
    )


def _locked(report: Report) -> Report:
    """The report as stored now, locked with its dossier until the transaction ends where the database can."""
    lock_dossier(report)
    return Report.objects.select_related("campaign", "bureau", "scheme", "sealed").get(pk=report.pk)


def _refuse_findings(report: Report) -> None:
    findings = check_draft(report).findings
    errors = [finding for finding in findings if finding.severity == "error"]
    open_warnings = unexplained(findings, draft_content(report))
    if errors or open_warnings:
        raise HandOverRefusedError(errors, open_warnings)
