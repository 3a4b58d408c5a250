"""Rows that the system couldn't compute. Their reviewed score starts at the bureau's own: a person says that it was checked."""

from collections.abc import Collection, Sequence

from django.utils.translation import gettext as _

from reports.errors import RefusedError
from reports.models import Submission
from scoring.models import IndicatorScore

UNCOMPUTED = (IndicatorScore.Status.NEEDS_DATA, IndicatorScore.Status.JUDGEMENT)
NAMED = 5


def confirmed_rows(submission: Submission) -> frozenset[str]:
    """Indicator ids that a stage confirmed when it passed the submission on."""
    return frozenset(key for review in submission.reviews.all() for key in review.confirmed)


def rows_to_confirm(submission: Submission) -> list[IndicatorScore]:
    """Rows with points to give but none computed that no stage has confirmed yet, in the form's order."""
    if submission.report.scheme.form.scoring != "points":
        return []
    done = confirmed_rows(submission)
    rows = submission.scorecard.rows.all()
    return [row for row in rows if row.status in UNCOMPUTED and row.indicator_id not in done]


def take_confirmed(submission: Submission, confirmed: Collection[str]) -> list[str]:
    """The ids that this approval confirms. Raises RefusedError that names the rows `confirmed` leaves out."""
    rows = rows_to_confirm(submission)
    left = [row for row in rows if row.indicator_id not in confirmed]
    if left:
        raise RefusedError(
            _("有 %(count)d 行系统未能计算，请逐行核对后勾选确认再通过：%(rows)s。")
            % {"count": len(left), "rows": _names(left)}
        )
    return [row.indicator_id for row in rows]


def _names(rows: Sequence[IndicatorScore]) -> str:
    """“甲”“乙”, the first few of many."""
    named = "".join(f"“{row.name}”" for row in rows[:NAMED])
    return named if len(rows) <= NAMED else _("%(rows)s等") % {"rows": named}
