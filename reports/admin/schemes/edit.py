"""A draft as text, with everything that is wrong with it. What was typed is never lost."""

from difflib import unified_diff

from django import forms
from django.contrib import messages
from django.contrib.admin.models import CHANGE
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from reports.admin.schemes.pages import PUBLISHED_ONLY_READ, logged, render_version, scheme_for
from reports.admin.schemes.upload import NOTE_LENGTH
from scoring.authoring.text import tidy
from scoring.authoring.versions import (
    Change,
    SchemeRefusedError,
    StaleSchemeError,
    change_draft,
    draft_problems,
    seen_digest,
)
from scoring.engine.yaml_lines import MAX_BYTES
from scoring.models import Scheme


class TextForm(forms.Form):
    """The text and its note. `strip` stays off: the text is stored as it was typed."""

    text = forms.CharField(
        label=gettext_lazy("方案内容"),
        strip=False,
        max_length=MAX_BYTES,
        widget=forms.Textarea(
            attrs={"class": "code", "wrap": "off", "spellcheck": "false", "autocomplete": "off", "rows": 32}
        ),
    )
    note = forms.CharField(
        label=gettext_lazy("修订说明"),
        required=False,
        max_length=NOTE_LENGTH,
        widget=forms.Textarea(attrs={"rows": 2, "class": "form-control"}),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Saves on POST; a stale save shows both texts and stores nothing."""
    draft = scheme_for(request, pk, "change")
    if draft.status != Scheme.Status.DRAFT:
        messages.error(request, PUBLISHED_ONLY_READ)
        return redirect("admin:scoring_scheme_change", pk)
    if request.method != "POST":
        return _page(request, draft, TextForm(initial={"text": draft.text, "note": draft.note}))
    form = TextForm(request.POST)
    if not form.is_valid():
        return _page(request, draft, form, based_on=request.POST.get("based_on", ""))
    return _save(request, draft, form)


def _save(request: HttpRequest, draft: Scheme, form: TextForm) -> HttpResponse:
    # The button that knowingly overwrites carries what it overwrites.
    based_on = request.POST.get("overwrite") or request.POST.get("based_on", "")
    change = Change(form.cleaned_data["text"], form.cleaned_data["note"].strip(), based_on)
    try:
        with transaction.atomic():
            saved, is_new = change_draft(draft, change)
            if is_new:
                logged(request, saved, CHANGE, _("修改草稿"))
    except StaleSchemeError as stale:
        messages.warning(request, stale.message)
        return _page(request, stale.current, form, based_on=based_on, stale=True)
    except SchemeRefusedError as refused:
        messages.error(request, refused.message)
        return _page(request, draft, form, based_on=based_on)
    _say_saved(request, saved)
    return redirect("admin:scoring_scheme_edit", saved.pk)


def _say_saved(request: HttpRequest, saved: Scheme) -> None:
    count = len(draft_problems(saved))
    if count:
        messages.warning(request, _("已保存。还有 %(count)d 个问题，改好后才能发布。") % {"count": count})
    else:
        messages.success(request, _("已保存，没有发现问题。"))


def _page(
    request: HttpRequest, draft: Scheme, form: TextForm, *, based_on: str = "", stale: bool = False
) -> HttpResponse:
    return render_version(
        request,
        "edit",
        draft,
        form=form,
        based_on=based_on or seen_digest(draft),
        stored_digest=seen_digest(draft),
        stale=stale,
        theirs=_text_changes(draft.text, tidy(form["text"].value() or "")) if stale else (),
    )


def _text_changes(stored: str, typed: str) -> list[str]:
    """Lines that differ, with a few around them: − as stored, + as typed."""
    lines = list(unified_diff(stored.splitlines(), typed.splitlines(), lineterm="", n=2))
    return lines[2:]
