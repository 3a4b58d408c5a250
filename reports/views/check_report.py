"""The last look before the handover: every finding, the explanations, and what happens next."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from reports.errors import StaleRevisionError
from reports.forms.explanations import BaseExplanationFormSet, explanation_formset
from reports.permissions import get_report
from reports.services import drafts
from reports.sheets import group_findings
from reports.sheets.finding_groups import page_counts
from reports.views.access import for_people, person
from reports.views.conflict import conflict_of, unsettled_pages
from reports.views.draft import Draft, require_open_draft
from reports.views.history import returned_note
from reports.views.section import posted_revision
from reports.views.steps import section_steps


@for_people
@require_http_methods(["GET", "HEAD", "POST"])
def check_report(request: HttpRequest, pk: int) -> HttpResponse:
    """GET shows what was found; POST stores the explanations."""
    report = get_report(person(request), pk)
    draft = require_open_draft(person(request), report)
    revision = posted_revision(request, draft.revision(drafts.EXPLANATIONS))
    data = request.POST if request.method == "POST" else None
    formset = explanation_formset(draft.content.explanations, draft.findings, data)
    if data is not None and formset.is_valid():
        return _save(request, draft, formset, revision)
    return render(request, "reports/check_report.html", _context(draft, formset, revision))


def _save(request: HttpRequest, draft: Draft, formset: BaseExplanationFormSet, revision: int) -> HttpResponse:
    try:
        drafts.explain_findings(draft.report, formset.items(), revision=revision, by=draft.user)
    except StaleRevisionError as error:
        drafts.keep_refused(error.refused)
        messages.warning(request, error.message)
        return redirect("check_report", draft.report.pk)
    messages.success(request, _("说明已保存。"))
    return redirect("check_report", draft.report.pk)


def _context(draft: Draft, formset: BaseExplanationFormSet, revision: int) -> dict[str, Any]:
    steps = section_steps(draft.report, draft.findings, comments=draft.marks.comments)
    waiting = unsettled_pages(draft)
    form = draft.report.scheme.form
    groups = group_findings(draft.findings, form)
    return draft.head | {
        "steps": steps,
        "unsettled": [step for step in steps if step.key in waiting],
        "groups": groups,
        "pages": page_counts(groups, form),
        "comments": [(draft.link(line.anchor), line) for line in draft.marks.comments if not line.is_closed],
        "formset": formset,
        "revision": revision,
        "blocked": blocked_by(draft),
        "actions": draft.standing.actions,
        "returned_note": returned_note(draft.report),
        "conflict": conflict_of(draft, drafts.EXPLANATIONS),
    }


def blocked_by(draft: Draft) -> str:
    """Why the draft can't be handed over yet, empty where it can; the service decides again."""
    errors = sum(line.severity == "error" for line in draft.findings)
    unexplained = sum(line.is_open for line in draft.findings)
    if draft.report.is_closed_on(timezone.localdate()):
        return _("本年度自评工作未开放或已关闭，需由绩效科延期后才能提交。")
    parts = []
    if errors:
        parts.append(_("%(count)d 项错误需要改正") % {"count": errors})
    if unexplained:
        parts.append(_("%(count)d 项问题需要说明") % {"count": unexplained})
    return _("还有 %(parts)s。") % {"parts": "，".join(parts)} if parts else ""
