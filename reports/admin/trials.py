"""试算 on the desk: ask for one, watch it, read what would change."""

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from reports.admin.access import RoleAdmin, chip, signed_in
from reports.admin.jobs import job_chip, job_state, silence_of, watched
from reports.errors import RefusedError
from reports.models import Report, Trial, TrialResult
from reports.services.trials import LEASE, request_trial
from scoring.models import Scheme

RUNNING = _("试算中")


class TrialForm(forms.ModelForm):  # type: ignore[type-arg]
    """Which campaign under which version; what the service refuses is said beside the form."""

    by: Any = None

    class Meta:
        model = Trial
        fields = ("campaign", "scheme")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        used = Report.objects.values("scheme__code")
        schemes = Scheme.objects.filter(code__in=used).order_by("code", "-version")
        choice: Any = self.fields["scheme"]
        choice.queryset = schemes
        choice.help_text = _("可以是尚未发布的草稿：先看会改变什么，再决定是否发布。")

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        if cleaned and cleaned.get("campaign") and cleaned.get("scheme"):
            try:
                self.trial = request_trial(campaign=cleaned["campaign"], scheme=cleaned["scheme"], by=self.by)
            except RefusedError as error:
                raise forms.ValidationError(str(error)) from error
        return cleaned


@dataclass(frozen=True)
class Move:
    """How many reports go from one grade to another."""

    before: str
    after: str
    count: int

    @property
    def is_changed(self) -> bool:
        return self.before != self.after


@admin.register(Trial)
class TrialAdmin(RoleAdmin):
    form = TrialForm
    list_display = ("shown", "of_scheme", "owner", "requested_at", "progress", "state")
    list_display_links = None
    list_select_related = ("campaign", "scheme", "owner")
    list_filter = ("campaign", "status")
    ordering = ("-requested_at", "-pk")

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        form = super().get_form(request, obj, change=change, **kwargs)
        return type(form.__name__, (form,), {"by": signed_in(request)})

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        return {key: value for key, value in request.GET.items() if key in ("campaign", "scheme")}

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> Any:
        return super().add_view(request, form_url, {"title": gettext("新的试算")} | (extra_context or {}))

    def save_model(self, request: HttpRequest, obj: Trial, form: Any, change: bool) -> None:
        obj.pk, obj.owner = form.trial.pk, form.trial.owner

    def response_add(
        self, request: HttpRequest, obj: Trial, post_url_continue: str | None = None
    ) -> HttpResponse:
        messages.success(request, gettext("已开始试算。正式评分不受影响。"))
        return redirect("admin:reports_trial_change", obj.pk)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nothing of a trial is edited; its page is for reading."""
        return False

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        response: HttpResponse = super().changelist_view(request, extra_context)
        return watched(response, Trial.objects.all())

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """The page of one trial: progress, then what would change, changed reports first or alone."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        trials = self.get_queryset(request).select_related("campaign", "scheme", "owner")
        trial = trials.filter(pk=object_id).first() if object_id.isdigit() else None
        if trial is None:
            raise Http404
        shows_all = request.GET.get("all") == "1"
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": str(trial.scheme),
            "trial": trial,
            "is_edited": trial.scheme.hash != trial.scheme_hash,
            "state": job_chip(trial, running=RUNNING),
            "silence": silence_of(trial, LEASE),
            "moves": _moves(trial),
            "changed": trial.results.filter(is_changed=True).count(),
            "broken": trial.results.exclude(error="").count(),
            "mean": _mean(trial),
            "page": _page(trial, request, shows_all=shows_all),
            "shows_all": shows_all,
        }
        response = TemplateResponse(request, "admin/reports/trial/trial.html", context)
        return watched(response, Trial.objects.filter(pk=trial.pk))

    @admin.display(description=_("年度自评工作"), ordering="campaign")
    def shown(self, trial: Trial) -> SafeString:
        address = reverse("admin:reports_trial_change", args=[trial.pk])
        return format_html('<a href="{}"><b>{}</b></a>', address, trial.campaign)

    @admin.display(description=_("试算方案"), ordering="scheme")
    def of_scheme(self, trial: Trial) -> SafeString:
        kind = "good" if trial.scheme.status == Scheme.Status.PUBLISHED else "warn"
        return format_html("{} {}", trial.scheme, chip(trial.scheme.get_status_display(), kind))

    @admin.display(description=_("进度"))
    def progress(self, trial: Trial) -> str:
        return f"{trial.done:,} / {trial.total:,}"

    @admin.display(description=_("状态"), ordering="status")
    def state(self, trial: Trial) -> SafeString:
        return job_state(trial, LEASE, running=RUNNING)


def _page(trial: Trial, request: HttpRequest, *, shows_all: bool) -> Page[TrialResult]:
    results: QuerySet[TrialResult] = trial.results.select_related("submission__report__bureau")
    if not shows_all:
        results = results.exclude(is_changed=False, error="")
    ordered = results.order_by("-is_changed", "submission__report__bureau__code", "pk")
    return Paginator(ordered, 50).get_page(request.GET.get("page"))


def _moves(trial: Trial) -> list[Move]:
    """Grades before and after, most frequent first; reports that couldn't be tried are left out."""
    pairs = trial.results.filter(error="").values_list("grade_before", "grade_after")
    none = gettext("未定")
    counted = Counter((before or none, after or none) for before, after in pairs)
    return [Move(before, after, count) for (before, after), count in counted.most_common()]


def _mean(trial: Trial) -> Decimal | None:
    """Mean change of the computed points, None without any result."""
    points = trial.results.filter(error="").values_list("points_before", "points_after")
    gaps = [after - before for before, after in points if before is not None and after is not None]
    return sum(gaps, Decimal(0)) / len(gaps) if gaps else None
