"""What bureaus owe: the office registers, extends, cancels and reinstates."""

import datetime
from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from reports.admin.access import RoleAdmin, chip, signed_in, status_chip
from reports.admin.review_lines import events_of
from reports.errors import RefusedError
from reports.models import Report, StatusChange
from reports.permissions import actions_for
from reports.services import reviews
from reports.views.history import action_label
from scoring.models import Scheme

SERVICES: dict[str, Callable[..., StatusChange]] = {"cancel": reviews.cancel, "reinstate": reviews.reinstate}


class ReportForm(forms.ModelForm[Report]):
    """The office's part of a report. An extension never ends before the campaign's own due day."""

    class Meta:
        model = Report
        fields = ("campaign", "bureau", "scheme", "title", "is_classified", "extended_until")

    def clean_extended_until(self) -> datetime.date | None:
        until: datetime.date | None = self.cleaned_data.get("extended_until")
        campaign = self.cleaned_data.get("campaign") or self.instance.campaign
        if until and until <= campaign.due_on:
            raise forms.ValidationError(
                gettext("延期至 %(until)s 应晚于截止日期 %(due)s。")
                % {"until": until, "due": campaign.due_on}
            )
        return until


class WordForm(forms.Form):
    note = forms.CharField(label=_("原因"), max_length=500, widget=forms.Textarea(attrs={"rows": 4}))


@admin.register(Report)
class ReportAdmin(RoleAdmin):
    form = ReportForm
    list_display = (
        "bureau",
        "title",
        "scheme_title",
        "state",
        "due_on",
        "lateness",
        "extended_until",
        "classified",
    )
    list_display_links = ("title",)
    list_filter = ("campaign", "status", "scheme", "bureau__division", "is_classified")
    list_select_related = ("campaign", "bureau", "scheme")
    search_fields = ("bureau__code", "bureau__name", "title")
    search_help_text = _("单位编码、单位名称、报告名称")
    ordering = ("-campaign__fiscal_year", "bureau__code", "title")
    autocomplete_fields = ("bureau",)
    change_form_template = "admin/reports/report/change_form.html"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Report]:
        return Report.objects.visible_to(signed_in(request)).order_by(*self.ordering)

    def get_fields(self, request: HttpRequest, obj: Report | None = None) -> tuple[str, ...]:
        if obj is None:
            return ("campaign", "bureau", "scheme", "title", "is_classified", "extended_until")
        return ("owed", "scheme_title", "title", "state", "due_on", "extended_until", "classified", "filler")

    def get_readonly_fields(self, request: HttpRequest, obj: Report | None = None) -> tuple[str, ...]:
        """Once registered, only the extension may change: the rest is the bureau's or the workflow's."""
        if obj is None:
            return ()
        return tuple(name for name in self.get_fields(request, obj) if name != "extended_until")

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "scheme":
            kwargs["queryset"] = Scheme.objects.filter(status=Scheme.Status.PUBLISHED)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    @admin.display(description=_("应报事项"))
    def owed(self, report: Report) -> str:
        return f"{report.campaign} · {report.bureau}"

    @admin.display(description=_("填报人"))
    def filler(self, report: Report) -> str:
        return str(report.filled_by or "—")

    @admin.display(description=_("方案"), ordering="scheme__title")
    def scheme_title(self, report: Report) -> str:
        return str(report.scheme)

    @admin.display(description=_("状态"), ordering="status")
    def state(self, report: Report) -> SafeString:
        return status_chip(report.status, report.get_status_display())

    @admin.display(description=_("涉密"), ordering="is_classified")
    def classified(self, report: Report) -> SafeString | str:
        return chip(_("涉密"), "bad") if report.is_classified else "—"

    @admin.display(description=_("截止日期"))
    def due_on(self, report: Report) -> datetime.date:
        return report.due_on

    @admin.display(description=_("逾期"))
    def lateness(self, report: Report) -> SafeString | str:
        today = timezone.localdate()
        if not report.is_late_on(today):
            return ""
        return chip(gettext("逾期 %(days)d 天") % {"days": (today - report.due_on).days}, "bad")

    def get_urls(self) -> list[URLPattern]:
        guard = self.admin_site.admin_view
        own = [
            path(f"<int:pk>/{action}/", guard(self.word_view), {"action": action}, f"reports_report_{action}")
            for action in SERVICES
        ]
        return own + super().get_urls()

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        report = self.get_object(request, object_id)
        extra = (
            {"actions": actions_for(signed_in(request), report), "events": events_of(report)}
            if report
            else {}
        )
        return super().change_view(request, object_id, form_url, (extra_context or {}) | extra)

    def word_view(self, request: HttpRequest, pk: int, action: str) -> HttpResponse:
        """Asks for a reason, then calls the service: `action` is cancel or reinstate."""
        report = self.get_queryset(request).filter(pk=pk).first()
        if report is None:
            raise Http404
        if not self.has_change_permission(request, report):
            raise PermissionDenied
        form = WordForm(request.POST or None)
        if request.method != "POST" or not form.is_valid():
            context = self.admin_site.each_context(request) | {
                "title": action_label(action),
                "report": report,
                "form": form,
                "action": action,
            }
            return TemplateResponse(request, "admin/reports/report/word.html", context)
        try:
            SERVICES[action](report, by=signed_in(request), note=request.POST.get("note", ""))
        except RefusedError as refused:
            messages.error(request, refused.message)
        else:
            messages.success(
                request,
                gettext("%(report)s：%(action)s。") % {"report": report, "action": action_label(action)},
            )
        return redirect("admin:reports_report_change", pk)
