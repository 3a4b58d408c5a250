"""Files in: a new form or version from a YAML or xlsx file, or another text for a draft."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin.models import ADDITION, CHANGE
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from reports.admin.schemes.pages import (
    PUBLISHED_ONLY_READ,
    logged,
    render,
    render_version,
    require,
    scheme_for,
)
from scoring.authoring.sheets.found import SheetProblem
from scoring.authoring.sheets.read import MAX_BYTES
from scoring.authoring.text import identity_of, with_version
from scoring.authoring.uploads import Uploaded, UploadRefusedError, line_problems, read_upload
from scoring.authoring.versions import (
    Change,
    SchemeRefusedError,
    StaleSchemeError,
    change_draft,
    create_draft,
    seen_digest,
)
from scoring.models import Scheme

NOTE_LENGTH = 2000


class UploadForm(forms.Form):
    """A file and why it is brought in."""

    file = forms.FileField(
        label=gettext_lazy("方案文件"),
        help_text=gettext_lazy("YAML 或从本系统下载后修改的 xlsx，不超过 2 MB。"),
        widget=forms.ClearableFileInput(attrs={"accept": ".yaml,.yml,.xlsx", "class": "form-control"}),
    )
    note = forms.CharField(
        label=gettext_lazy("修订说明"),
        required=False,
        max_length=NOTE_LENGTH,
        widget=forms.Textarea(attrs={"rows": 2, "class": "form-control"}),
    )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > MAX_BYTES:
            raise ValidationError(_("文件 %(size).1f MB，超过 2 MB。") % {"size": file.size / 1024 / 1024})
        return file


@dataclass(frozen=True)
class Refusal:
    """Why a file wasn't taken, and where in it."""

    message: str = ""
    problems: tuple[SheetProblem, ...] = ()


@require_http_methods(["GET", "HEAD", "POST"])
def create(request: HttpRequest) -> HttpResponse:
    """A draft from a file: under the file's own version where that is free, else under the next one."""
    require(request, "add")
    form = UploadForm(request.POST, request.FILES) if request.method == "POST" else UploadForm()
    if request.method != "POST" or not form.is_valid():
        return _asked(request, form, Refusal())
    try:
        uploaded = read_upload(form.cleaned_data["file"].read())
        with transaction.atomic():
            draft, is_new = create_draft(uploaded.text, note=form.cleaned_data["note"].strip())
            if is_new:
                logged(request, draft, ADDITION, _("上传文件新建"))
    except UploadRefusedError as refused:
        return _asked(request, form, Refusal(refused.message, refused.problems))
    except SchemeRefusedError as refused:
        return _asked(request, form, Refusal(refused.message, line_problems(refused.problems)))
    return _done(request, draft, uploaded)


@require_http_methods(["GET", "HEAD", "POST"])
def replace(request: HttpRequest, pk: int) -> HttpResponse:
    """Another text for a draft, from a file of the same form; the draft keeps its version."""
    draft = scheme_for(request, pk, "change")
    if draft.status != Scheme.Status.DRAFT:
        messages.error(request, PUBLISHED_ONLY_READ)
        return redirect("admin:scoring_scheme_change", pk)
    is_sent = request.method == "POST"
    form = UploadForm(request.POST, request.FILES) if is_sent else UploadForm(initial={"note": draft.note})
    seen = request.POST.get("based_on") or seen_digest(draft)
    if not is_sent or not form.is_valid():
        return _asked_for(request, draft, form, Refusal(), seen)
    try:
        uploaded = read_upload(form.cleaned_data["file"].read())
        change = Change(_own_text(draft, uploaded), form.cleaned_data["note"].strip(), seen)
        with transaction.atomic():
            changed, is_new = change_draft(draft, change)
            if is_new:
                logged(request, changed, CHANGE, _("上传文件替换内容"))
    except UploadRefusedError as refused:
        return _asked_for(request, draft, form, Refusal(refused.message, refused.problems), seen)
    except StaleSchemeError as stale:
        return _asked_for(request, stale.current, form, Refusal(stale.message), seen_digest(stale.current))
    except SchemeRefusedError as refused:
        return _asked_for(request, draft, form, Refusal(refused.message), seen)
    return _done(request, changed, uploaded)


def _own_text(draft: Scheme, uploaded: Uploaded) -> str:
    """The file's text under the draft's version. Raises UploadRefusedError for another form's file."""
    code, _version = identity_of(uploaded.text)
    if code != draft.code:
        raise UploadRefusedError(
            _("文件是方案 %(found)s，这份草稿是 %(expected)s，不能替换。")
            % {"found": code or _("（没有写明代码）"), "expected": draft.code}
        )
    return with_version(uploaded.text, draft.version)


def _asked(request: HttpRequest, form: UploadForm, refusal: Refusal) -> HttpResponse:
    return render(request, "upload", _("上传方案"), form=form, refusal=refusal)


def _asked_for(
    request: HttpRequest, draft: Scheme, form: UploadForm, refusal: Refusal, seen: str
) -> HttpResponse:
    return render_version(request, "replace", draft, form=form, refusal=refusal, based_on=seen)


def _done(request: HttpRequest, draft: Scheme, uploaded: Uploaded) -> HttpResponse:
    """To the draft; by way of what the file still has wrong, cell by cell, where there is anything."""
    said = identity_of(uploaded.text)
    if said != (draft.code, draft.version):
        messages.info(
            request,
            _("文件写的是第 %(said)s 版，已存为第 %(version)d 版草稿。")
            % {"said": said[1] or "—", "version": draft.version},
        )
    if uploaded.problems:
        return render_version(request, "uploaded", draft, file_problems=uploaded.problems)
    messages.success(request, _("%(scheme)s已存为草稿，没有发现问题。") % {"scheme": draft})
    return redirect("admin:scoring_scheme_change", draft.pk)
