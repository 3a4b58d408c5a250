"""The pages that a bureau would fill, with nothing to be filled: shown as they are, stored nowhere."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from reports.admin.access import signed_in
from reports.admin.schemes.pages import FLAWED, form_of, is_flawed, render_version, scheme_for
from reports.admin.schemes.sources import BLANK, LABELS, SAMPLE, blank_content, source_for
from reports.anchors import same_page
from reports.forms.layout import helper_of
from reports.forms.page import SectionPage
from reports.sheets import Marks, scores_of_draft
from scoring.engine.score import score


@require_safe
def form_preview(request: HttpRequest, pk: int) -> HttpResponse:
    """One page of the form: `page` its key, `values` whether it is blank or filled with made-up values."""
    scheme = scheme_for(request, pk)
    if is_flawed(scheme):
        messages.info(request, FLAWED)
        return redirect("admin:scoring_scheme_change", pk)
    form = form_of(scheme)
    key = request.GET.get("page", form.sections[0].key if form.sections else "")
    section = next((each for each in form.sections if each.key == key), None)
    if section is None:
        raise Http404
    values = SAMPLE if request.GET.get("values") == SAMPLE else BLANK
    filled = values == SAMPLE
    content = source_for(form, values, signed_in(request)).content if filled else blank_content(form)
    scores = scores_of_draft(score(content, form), form, same_page)
    page = SectionPage(form, section, content)
    return render_version(
        request,
        "form",
        scheme,
        form=form,
        section=section,
        page=page,
        helper=helper_of(page, Marks(scores=scores)),
        values=values,
        choices=[(each, LABELS[each]) for each in (BLANK, SAMPLE)],
    )
