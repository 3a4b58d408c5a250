"""Steps that need a second look: a new version, publishing, discarding. Each asks on GET and acts on POST."""

from django import forms
from django.contrib import messages
from django.contrib.admin.models import ADDITION, CHANGE, DELETION
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from reports.admin.schemes.compare import compared
from reports.admin.schemes.pages import PUBLISHED_ONLY_READ, logged, render_version, require, scheme_for
from reports.admin.schemes.upload import NOTE_LENGTH
from scoring.authoring import versions as scheme_versions
from scoring.authoring.versions import SchemeRefusedError, next_version, previous_version, seen_digest
from scoring.models import Scheme

ASK = ["GET", "HEAD", "POST"]


class CloneForm(forms.Form):
    """The number that the page offered, so that a second click finds the same draft."""

    version = forms.IntegerField(min_value=1, max_value=999_999, widget=forms.HiddenInput)
    note = forms.CharField(
        label=gettext_lazy("修订说明"),
        required=False,
        max_length=NOTE_LENGTH,
        widget=forms.Textarea(attrs={"rows": 3, "class": "form-control"}),
        help_text=gettext_lazy("为什么改、改什么；可以在编辑时补充。"),
    )


@require_http_methods(ASK)
def clone(request: HttpRequest, pk: int) -> HttpResponse:
    """The same text as a draft with the next number."""
    scheme = scheme_for(request, pk, "change")
    is_sent = request.method == "POST"
    form = CloneForm(request.POST) if is_sent else CloneForm(initial={"version": next_version(scheme.code)})
    if not is_sent or not form.is_valid():
        return render_version(request, "clone", scheme, form=form, number=form["version"].value())
    number, note = form.cleaned_data["version"], form.cleaned_data["note"].strip()
    try:
        with transaction.atomic():
            draft, is_new = scheme_versions.clone(scheme, number, note=note)
            if is_new:
                logged(request, draft, ADDITION, _("由第 %(version)d 版新建") % {"version": scheme.version})
    except SchemeRefusedError as refused:
        messages.error(request, refused.message)
        return redirect("admin:scoring_scheme_clone", pk)
    messages.success(request, _("第 %(version)d 版草稿已建立。") % {"version": draft.version})
    return redirect("admin:scoring_scheme_edit", draft.pk)


@require_http_methods(ASK)
def publish(request: HttpRequest, pk: int) -> HttpResponse:
    """Shows what changes against the version before; then publishes what was shown, for good."""
    draft = scheme_for(request, pk, "change")
    if request.method != "POST":
        return _confirm_publishing(request, draft)
    try:
        with transaction.atomic():
            published, is_new = scheme_versions.publish(draft, based_on=request.POST.get("based_on", ""))
            if is_new:
                logged(request, published, CHANGE, _("发布"))
    except SchemeRefusedError as refused:
        messages.error(request, refused.message)
        return redirect("admin:scoring_scheme_publish", pk)
    messages.success(request, _("%(scheme)s已发布。") % {"scheme": published})
    return redirect("admin:scoring_scheme_change", pk)


def _confirm_publishing(request: HttpRequest, draft: Scheme) -> HttpResponse:
    if draft.status != Scheme.Status.DRAFT:
        messages.info(request, PUBLISHED_ONLY_READ)
        return redirect("admin:scoring_scheme_change", draft.pk)
    comparison = compared(previous_version(draft), draft)
    return render_version(request, "publish", draft, comparison=comparison, based_on=seen_digest(draft))


@require_http_methods(ASK)
def discard(request: HttpRequest, pk: int) -> HttpResponse:
    """Deletes a draft; asked again it says that it is gone."""
    require(request, "change")
    if request.method == "POST" and not Scheme.objects.filter(pk=pk).exists():
        messages.info(request, _("这份草稿已被丢弃。"))
        return redirect("admin:scoring_scheme_changelist")
    draft = scheme_for(request, pk, "change")
    if draft.status != Scheme.Status.DRAFT:
        messages.error(request, _("已发布的版本不能删除。"))
        return redirect("admin:scoring_scheme_change", pk)
    if request.method != "POST":
        return render_version(request, "discard", draft, based_on=seen_digest(draft))
    return _discard(request, draft)


def _discard(request: HttpRequest, draft: Scheme) -> HttpResponse:
    named = str(draft)
    try:
        with transaction.atomic():
            logged(request, draft, DELETION, _("丢弃草稿"))
            scheme_versions.discard(draft, based_on=request.POST.get("based_on", ""))
    except SchemeRefusedError as refused:
        messages.error(request, refused.message)
        return redirect("admin:scoring_scheme_discard", draft.pk)
    messages.success(request, _("%(scheme)s的草稿已丢弃。") % {"scheme": named})
    return redirect("admin:scoring_scheme_changelist")
