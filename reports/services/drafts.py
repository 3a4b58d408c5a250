"""Drafts: pages that are saved one by one, never over a newer revision, and checked while being written."""

import datetime
from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from reports.errors import StaleRevisionError, StatusRefusedError
from reports.models import RefusedSave, Report, Section, User
from reports.permissions import require_editor
from reports.services.dossiers import other_reports, standing_contents
from scoring.contexts import filings_of
from scoring.engine.completeness import completeness as filled_share
from scoring.engine.content import Content, Explanation, SectionContent
from scoring.engine.filing import Filing
from scoring.engine.results import Finding, Scorecard
from scoring.engine.score import ScoreContext, score
from scoring.models import SealedContent

EXPLANATIONS = "explanations"


@transaction.atomic
def save_section(report: Report, key: str, data: Mapping[str, Any], *, revision: int, by: User) -> Section:
    """Stores `data` (shape of SectionContent) as the next revision of the page.

    Raises StaleRevisionError when the stored revision isn't `revision`; what was typed is kept beside it.
    Raises RoleRefusedError, or StatusRefusedError when the report isn't open for writing.
    """
    require_editor(by, report)
    locked = Report.objects.select_for_update().get(pk=report.pk)
    if not locked.is_editable:
        raise StatusRefusedError(
            _("报告当前状态是“%(status)s”，不能修改。") % {"status": locked.get_status_display()}
        )
    section, _created = Section.objects.get_or_create(report=report, key=key)
    now = timezone.now()
    stored = Section.objects.filter(pk=section.pk, revision=revision).update(
        data=data, revision=revision + 1, saved_by=by, saved_at=now
    )
    section.refresh_from_db()
    if not stored and section.data != data:
        raise StaleRevisionError(
            section, RefusedSave(report=report, key=key, data=data, based_on=revision, typed_by=by)
        )
    return section


def keep_refused(refused: RefusedSave) -> RefusedSave:
    """Stores what a refused save had typed; outside the refused transaction, so that it stays."""
    RefusedSave.objects.filter(report=refused.report, key=refused.key, typed_by=refused.typed_by).delete()
    refused.save()
    return refused


def drop_refused(report: Report, key: str, *, by: User) -> None:
    """Forgets what `by` had typed on this page and could not save."""
    RefusedSave.objects.filter(report=report, key=key, typed_by=by).delete()


def draft_content(report: Report) -> Content:
    """The draft as the content that a handover would seal."""
    stored = {section.key: section.data for section in report.sections.all()}
    explanations = stored.pop(EXPLANATIONS, {}).get("items", [])
    form = report.scheme.form
    return Content(
        bureau_code=report.bureau.code,
        bureau_name=report.bureau.name,
        year=report.campaign.fiscal_year,
        title=report.title,
        scheme_code=form.code,
        scheme_version=form.version,
        scheme_hash=report.scheme.hash,
        sections={key: SectionContent.model_validate(data) for key, data in stored.items()},
        explanations=[Explanation.model_validate(item) for item in explanations],
    )


def check_draft(report: Report) -> Scorecard:
    """What scoring would make of the draft now, beside the bureau's other reports; nothing is stored."""
    return score(draft_content(report), report.scheme.form, ScoreContext(filings_beside(report)))


def filings_beside(report: Report) -> tuple[Filing, ...]:
    """The other reports of the dossier as they stand now: drafts as typed, the rest as sealed."""
    others = other_reports(report).prefetch_related("sections")
    standing = standing_contents(other_reports(report))
    sealed = SealedContent.objects.in_bulk(standing.values())
    contents: list[Content] = []
    for other in others:
        if other.is_editable:
            contents += [draft_content(other)] if other.sections.all() else []
        elif other.pk in standing and sealed[standing[other.pk]].is_intact:
            contents.append(sealed[standing[other.pk]].read())
    return filings_of(contents)


def explained_keys(content: Content) -> frozenset[str]:
    """Findings (`code@anchor`) that the bureau has explained."""
    return frozenset(key for item in content.explanations if item.text.strip() for key in item.findings)


def unexplained(findings: tuple[Finding, ...], content: Content) -> list[Finding]:
    """Warnings that touch a score or total and have no explanation yet."""
    explained = explained_keys(content)
    return [finding for finding in findings if finding.needs_explanation and finding.key not in explained]


def explain_findings(report: Report, items: list[dict[str, Any]], *, revision: int, by: User) -> Section:
    """Stores the explanations as a page of its own: items of {"text", "findings": [code@anchor, …]}."""
    return save_section(report, EXPLANATIONS, {"items": items}, revision=revision, by=by)


def completeness(report: Report) -> int:
    """How many of the required cells are filled, in percent (0–100)."""
    return filled_share(report.scheme.form, draft_content(report))


def days_left(report: Report, today: datetime.date) -> int:
    """Days until the report is due; negative once it is late."""
    return (report.due_on - today).days
