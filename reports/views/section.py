"""One page of a draft: shown with what was found on it, saved with its revision."""

from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from reports.anchors import is_within
from reports.errors import StaleRevisionError
from reports.forms.layout import helper_of, is_wide
from reports.forms.page import SectionPage
from reports.permissions import get_report
from reports.services import drafts
from reports.sheets import group_findings
from reports.views.access import for_people, person
from reports.views.conflict import conflict_of
from reports.views.draft import Draft, require_open_draft
from reports.views.history import returned_note
from reports.views.steps import page_after, section_steps
from scoring.engine.scheme import Section


@for_people
@require_http_methods(["GET", "HEAD", "POST"])
def section(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    """GET shows the page; POST saves it, shows it again with messages, or keeps both texts of a stale save."""
    report = get_report(person(request), pk)
    part = next((part for part in report.scheme.form.sections if part.key == key), None)
    if part is None:
        raise Http404
    draft = require_open_draft(person(request), report)
    revision = posted_revision(request, draft.revision(key))
    data = request.POST if request.method == "POST" else None
    mint = f"{report.pk}/{key}/{revision}/{draft.user.pk}"
    page = SectionPage(report.scheme.form, part, draft.content, mint=mint, data=data)
    if data is not None and page.is_valid():
        return _save(request, draft, page, revision)
    return render(request, "reports/section.html", _context(draft, part, page, revision))


def posted_revision(request: HttpRequest, stored: int) -> int:
    """The revision that the reader had before them; something unreadable counts as none."""
    if request.method != "POST":
        return stored
    text = request.POST.get("revision", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


def _save(request: HttpRequest, draft: Draft, page: SectionPage, revision: int) -> HttpResponse:
    key = page.section.key
    try:
        drafts.save_section(draft.report, key, page.data(), revision=revision, by=draft.user)
    except StaleRevisionError as error:
        drafts.keep_refused(error.refused)
        messages.warning(request, error.message)
        return redirect("section", draft.report.pk, key)
    messages.success(request, _("“%(title)s”已保存。") % {"title": page.section.title})
    if "next" in request.POST:
        return redirect(page_after(draft.report, key))
    return redirect("section", draft.report.pk, key)


def _context(draft: Draft, part: Section, page: SectionPage, revision: int) -> dict[str, Any]:
    stored = draft.report.sections.select_related("saved_by").filter(key=part.key, revision__gt=0).first()
    here_comments, shown = draft.marks.comments_on(part.key), page.lines()
    here = [line for line in draft.findings if line.section == part.key and stored]
    steps = section_steps(draft.report, draft.findings, part.key, draft.marks.comments)
    not_elsewhere = {part.key, *(step.key for step in steps if not step.is_saved)}
    return draft.head | {
        "draft": draft,
        "section": part,
        "wide": is_wide(page),
        "page": page,
        "helper": helper_of(page, draft.marks if stored else replace(draft.marks, findings=())),
        "revision": revision,
        "stored": stored,
        "steps": steps,
        "findings": here,
        "groups": group_findings(here, draft.report.scheme.form),
        "elsewhere": sum(line.section not in not_elsewhere for line in draft.findings),
        "open_count": sum(line.is_open for line in here),
        "comments": here_comments,
        "loose_comments": [
            line for line in here_comments if not any(is_within(line.anchor, of) for of in shown)
        ],
        "returned_note": returned_note(draft.report),
        "conflict": conflict_of(draft, part.key),
    }
