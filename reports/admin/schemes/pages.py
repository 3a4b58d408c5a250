"""What every page on a scheme shares: who may open it, its head, and the record of what was done."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.core.exceptions import PermissionDenied
from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _

from reports.admin.access import is_granted, signed_in
from reports.admin.schemes.tabs import tabs_of
from scoring.authoring.versions import draft_problems
from scoring.engine.loading import load_scheme_text
from scoring.engine.scheme import Scheme as SchemeForm
from scoring.models import Scheme

STATUS_TONES = {Scheme.Status.DRAFT: "warn", Scheme.Status.PUBLISHED: "good"}
PUBLISHED_ONLY_READ = _("这个版本已经发布，不能再改；要修改请新建版本。")
FLAWED = _("草稿还有问题，改好后才能预览。")


def is_flawed(scheme: Scheme) -> bool:
    """Whether a draft has problems, so that nothing but its text can be shown."""
    return scheme.status == Scheme.Status.DRAFT and bool(draft_problems(scheme))


def form_of(scheme: Scheme) -> SchemeForm:
    """The typed form of a sound version; a draft is read anew, whatever was stored of it."""
    if scheme.status == Scheme.Status.PUBLISHED:
        return scheme.form
    return load_scheme_text(scheme.text, source=f"{scheme.code}.yaml")


def require(request: HttpRequest, right: str) -> None:
    """Raises PermissionDenied unless the reader's role has `right` (view, change) on schemes."""
    if not is_granted(request.user, "scheme", right):
        raise PermissionDenied


def scheme_for(request: HttpRequest, pk: int, right: str = "view") -> Scheme:
    """The version with the number of its reports. Raises PermissionDenied or Http404."""
    require(request, right)
    found = Scheme.objects.annotate(report_count=Count("reports")).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def render(request: HttpRequest, template: str, title: str, **context: Any) -> HttpResponse:
    """A page of the desk about schemes in general."""
    shared = admin.site.each_context(request) | {
        "title": title,
        "may_change": is_granted(request.user, "scheme", "change"),
        "may_add": is_granted(request.user, "scheme", "add"),
    }
    return TemplateResponse(request, f"admin/scoring/scheme/{template}.html", shared | context)


def render_version(request: HttpRequest, template: str, scheme: Scheme, **context: Any) -> HttpResponse:
    """A page about one version, with the head that all of them have."""
    problems = draft_problems(scheme) if scheme.status == Scheme.Status.DRAFT else ()
    head = {
        "scheme": scheme,
        "is_draft": scheme.status == Scheme.Status.DRAFT,
        "tone": STATUS_TONES[Scheme.Status(scheme.status)],
        "problems": problems,
        "tabs": tabs_of(scheme, template, may_change=is_granted(request.user, "scheme", "change")),
    }
    return render(request, template, str(scheme), **(head | context))


def logged(request: HttpRequest, scheme: Scheme, flag: int, what: str) -> None:
    """Records who did what to a version."""
    LogEntry.objects.log_actions(
        user_id=signed_in(request).pk,
        queryset=[scheme],
        action_flag=flag,
        change_message=what,
        single_object=True,
    )
