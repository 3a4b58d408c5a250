"""The sign-off chain of a printed form, with the people who did in the system what each line asks for."""

from dataclasses import dataclass
from datetime import datetime

from reports.models import Report, Review, Submission, User
from reports.roles import FILER
from reports.workflow import STAGE_ROLES

Signed = tuple[User, datetime | None]


@dataclass(frozen=True)
class Signature:
    """One line as the form calls it; without person and time while nobody has signed."""

    label: str
    by: User | None = None
    at: datetime | None = None


def signatures_of(report: Report, submission: Submission | None = None) -> tuple[Signature, ...]:
    """The form's lines for a submission, or for what awaits signature; none where the form has none.

    A filer signs by handing over, a stage of the review by approving. What is signed on paper alone stays open.
    """
    slots = report.scheme.form.sign_offs
    done = _signed(report, submission) if slots else {}
    return tuple(Signature(slot.label, *done.get(slot.role, ())) for slot in slots)


def _signed(report: Report, submission: Submission | None) -> dict[str, Signed]:
    """Who signed and when, by role."""
    handed = report.status_changes.filter(action="hand_over").select_related("by").order_by("-at", "-pk")
    if submission is None:
        return {FILER: (last.by, last.at)} if (last := handed.first()) else {}
    last = handed.filter(at__lte=submission.submitted_at).first()
    signed: dict[str, Signed] = {FILER: (last.by, last.at)} if last else {}
    signed |= {each.role: (each.by, each.at) for each in submission.sign_offs.select_related("by")}
    approved = submission.reviews.filter(decision=Review.Decision.APPROVED).select_related("by")
    return signed | {STAGE_ROLES[each.stage]: (each.by, each.decided_at) for each in approved}
