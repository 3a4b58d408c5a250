"""The year's summary, row by row: one row per report, in the order of bureau codes."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import islice

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.utils import timezone

from reports.models import Campaign, Report, Submission
from reports.outcomes import Achievement, achievements_by_scorecard, outcome_of
from reports.workflow import Status
from scoring.engine.content import Content
from scoring.engine.facts import FactBook
from scoring.engine.formula import ZeroDenominatorError, compile_formula
from scoring.engine.numbers import round_half_up
from scoring.engine.rules.exec_rate import ExecRate
from scoring.engine.scheme import Scheme as SchemeForm
from scoring.models import Finding, SealBrokenError

BATCH = 500
Counts = dict[str, int]


@dataclass(frozen=True)
class SummaryRow:
    """One report with its newest submission. Scores are points, `execution_rate` is in percent."""

    number: int
    bureau_code: str
    bureau_name: str
    title: str
    scheme: str
    status: str
    submissions: int
    self_total: Decimal | None
    computed_points: Decimal | None
    computed_weight: Decimal | None
    computed_low: Decimal | None
    computed_high: Decimal | None
    reviewed_total: Decimal | None
    grade: str
    execution_rate: Decimal | None
    errors: int | None
    warnings: int | None
    hints: int | None
    due_on: datetime.date
    submitted_on: datetime.date | None
    approved_on: datetime.date | None
    is_late: bool
    counts_in_average: bool
    achievement: str = ""


def summary_rows(campaign: Campaign, today: datetime.date) -> Iterator[SummaryRow]:
    """Rows of a campaign, `BATCH` reports at a time: three queries for each batch, one more for targets without points."""
    reports = _reports(campaign).iterator(chunk_size=BATCH)
    number = 0
    while batch := list(islice(reports, BATCH)):
        newest = _submissions(batch)
        findings = _finding_counts(newest.values())
        met = achievements_by_scorecard(_judged(batch, newest))
        for report in batch:
            number += 1
            submission = newest.get(report.newest_id)  # type: ignore[attr-defined]
            counts = findings[submission.scorecard_id] if submission else {}
            row = _row(number, report, submission, counts, today)
            yield replace(row, achievement=_met(met, submission))


def _judged(reports: Iterable[Report], newest: Mapping[int, Submission]) -> Iterator[int]:
    """Scorecards of reports whose targets are judged without points."""
    for report in reports:
        submission = newest.get(report.newest_id)  # type: ignore[attr-defined]
        if submission and outcome_of(report.scheme.form) == "achievement":
            yield submission.scorecard_id


def _met(met: Mapping[int, Achievement], submission: Submission | None) -> str:
    found = met.get(submission.scorecard_id) if submission else None
    return str(found) if found else ""


def _reports(campaign: Campaign) -> QuerySet[Report]:
    handed_in = Submission.objects.filter(report=OuterRef("pk"), withdrawn_at=None)
    number = handed_in.order_by().values("report").annotate(number=Count("pk")).values("number")
    return (
        Report.objects.filter(campaign=campaign)
        .select_related("bureau", "scheme", "campaign")
        .annotate(
            newest_id=Subquery(handed_in.order_by("-number").values("pk")[:1]),
            submission_count=Subquery(number),
            first_submitted_at=Subquery(handed_in.order_by("number").values("submitted_at")[:1]),
        )
        .order_by("bureau__code", "title", "pk")
    )


def _submissions(reports: Sequence[Report]) -> dict[int, Submission]:
    ids = [report.newest_id for report in reports if report.newest_id]  # type: ignore[attr-defined]
    return Submission.objects.select_related("scorecard", "content").in_bulk(ids)


def _finding_counts(submissions: Iterable[Submission]) -> dict[int, Counts]:
    """By scorecard id, how many findings of each severity."""
    counted = (
        Finding.objects.filter(scorecard__in=[submission.scorecard_id for submission in submissions])
        .order_by()
        .values_list("scorecard", "severity")
        .annotate(number=Count("pk"))
    )
    counts: dict[int, Counts] = defaultdict(dict)
    for scorecard, severity, number in counted:
        counts[scorecard][severity] = number
    return counts


def _row(
    number: int, report: Report, submission: Submission | None, counts: Counts, today: datetime.date
) -> SummaryRow:
    card = submission.scorecard if submission else None
    is_done = card is not None and card.is_done
    is_scored = outcome_of(report.scheme.form) == "points"
    handed_in = timezone.localdate(submission.submitted_at) if submission else None
    return SummaryRow(
        number=number,
        bureau_code=report.bureau.code,
        bureau_name=report.bureau.name,
        title=report.title,
        scheme=report.scheme.title,
        status=str(report.get_status_display()),
        submissions=report.submission_count or 0,  # type: ignore[attr-defined]
        self_total=submission.self_total if submission and is_scored else None,
        computed_points=card.computed_points if card and is_scored else None,
        computed_weight=card.computed_weight if card and is_scored else None,
        computed_low=card.computed_low if card and is_scored else None,
        computed_high=card.computed_high if card and is_scored else None,
        reviewed_total=submission.reviewed_total if submission and is_scored else None,
        grade=submission.grade if submission and is_scored else "",
        execution_rate=_filed_rate(report, submission),
        errors=counts.get("error", 0) if is_done else None,
        warnings=counts.get("warning", 0) if is_done else None,
        hints=counts.get("information", 0) if is_done else None,
        due_on=report.due_on,
        submitted_on=handed_in,
        approved_on=timezone.localdate(submission.approved_at)
        if submission and submission.approved_at
        else None,
        is_late=_is_late(report, today),
        counts_in_average=is_scored and report.status != Status.CANCELLED,
    )


def _is_late(report: Report, today: datetime.date) -> bool:
    """First handed in after the due day, or still owed after it. Corrections aren't held against the bureau."""
    if report.status == Status.CANCELLED:
        return False
    first: datetime.datetime | None = report.first_submitted_at  # type: ignore[attr-defined]
    return report.is_late_on(today) if first is None else timezone.localdate(first) > report.due_on


def _filed_rate(report: Report, submission: Submission | None) -> Decimal | None:
    if submission is None:
        return None
    try:
        return execution_rate(report.scheme.form, submission.content.read())
    except SealBrokenError:
        return None


def execution_rate(scheme: SchemeForm, content: Content) -> Decimal | None:
    """The budget's execution rate in percent, two places; None where the form has none or a figure is missing.

    Taken from the fact `execution_rate`, else from the indicator that is scored by it.
    """
    book = FactBook(scheme, content)
    value = book.value("execution_rate") if "execution_rate" in scheme.facts else _ruled_rate(scheme, book)
    return None if value is None else round_half_up(value)


def _ruled_rate(scheme: SchemeForm, book: FactBook) -> Decimal | None:
    for indicator in scheme.indicators:
        rule = indicator.rule
        if isinstance(rule, ExecRate):
            try:
                return compile_formula(rule.rate).evaluate(book.value)
            except ZeroDenominatorError:
                return None
    return None
