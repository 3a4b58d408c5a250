"""What the rules of a version make of some values: made up, handed in, or typed here. Nothing is stored."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from reports.admin.access import signed_in
from reports.admin.schemes.pages import FLAWED, form_of, is_flawed, render_version, scheme_for
from reports.admin.schemes.score_form import Given, ScoreForm
from reports.admin.schemes.sources import LABELS, source_for
from reports.anchors import same_page
from reports.sheets import ScoreLine, scores_of_draft
from scoring.engine.results import Scorecard
from scoring.engine.scheme import Scheme as SchemeForm
from scoring.engine.score import score


@dataclass(frozen=True)
class PreviewLine:
    """A row with its inputs, its standard and what the rule made of it."""

    level: str
    name: str
    line: ScoreLine
    given: Given


@require_http_methods(["GET", "HEAD", "POST"])
def score_preview(request: HttpRequest, pk: int) -> HttpResponse:
    """`source` names the values to start from; a POST lays the typed ones over them."""
    scheme = scheme_for(request, pk)
    if is_flawed(scheme):
        messages.info(request, FLAWED)
        return redirect("admin:scoring_scheme_change", pk)
    form, asked = form_of(scheme), (request.POST if request.method == "POST" else request.GET)
    source = source_for(form, asked.get("source", ""), signed_in(request))
    if source.refusal:
        messages.info(request, source.refusal)
    typed = ScoreForm(form, source.content, request.POST if request.method == "POST" else None)
    is_scored = not typed.is_bound or typed.is_valid()
    content = typed.content() if typed.is_bound and is_scored else source.content
    card = score(content, form)
    return render_version(
        request,
        "score",
        scheme,
        form=form,
        source=source,
        choices=LABELS.items(),
        typed=typed,
        is_scored=is_scored,
        totals=card.totals,
        lines=_lines(card, form, typed),
    )


def _lines(card: Scorecard, form: SchemeForm, typed: ScoreForm) -> list[PreviewLine]:
    scores = scores_of_draft(card, form, same_page)
    return [
        PreviewLine(
            row.filed.given.level2 or row.filed.given.level1,
            row.filed.given.name,
            scores[row.filed.anchor],
            typed.given(row.filed.id),
        )
        for row in card.rows
    ]
