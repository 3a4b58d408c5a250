"""Campaigns: dates and review stages."""

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from reports.admin.access import RoleAdmin, is_granted
from reports.admin.words import STAGES
from reports.models import Campaign
from reports.workflow import REVIEWING, STAGE_ROLES, Status


class CampaignForm(forms.ModelForm[Campaign]):
    stages = forms.MultipleChoiceField(
        label=_("复核环节"),
        choices=[(stage, STAGES[stage]) for stage in REVIEWING if stage in STAGE_ROLES],
        widget=forms.CheckboxSelectMultiple,
        help_text=_("按顺序进行；至少选一个。"),
    )

    class Meta:
        model = Campaign
        fields = ("title", "fiscal_year", "opens_on", "due_on", "closes_on", "stages")

    def clean_stages(self) -> list[str]:
        """Refuses to switch a stage off while reports are in it."""
        stages: list[str] = self.cleaned_data["stages"]
        dropped = [stage for stage in REVIEWING if stage not in stages]
        waiting = self.instance.reports.filter(status__in=dropped).count() if self.instance.pk else 0
        if waiting:
            raise ValidationError(
                gettext("有 %(count)d 份报告正在取消的环节中复核，处理完才能取消。") % {"count": waiting}
            )
        return stages

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        opens, due, closes = (cleaned.get(name) for name in ("opens_on", "due_on", "closes_on"))
        if opens and due and due < opens:
            self.add_error("due_on", _("截止日期不能早于开始日期。"))
        if due and closes and closes < due:
            self.add_error("closes_on", _("关闭日期不能早于截止日期。"))
        return cleaned


@admin.register(Campaign)
class CampaignAdmin(RoleAdmin):
    form = CampaignForm
    list_display = (
        "title",
        "fiscal_year",
        "opens_on",
        "due_on",
        "closes_on",
        "stage_names",
        "owed",
        "approved",
        "ways",
    )
    list_filter = ("fiscal_year",)
    search_fields = ("title",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Campaign]:
        campaigns: QuerySet[Campaign] = super().get_queryset(request)
        return campaigns.annotate(
            owed_count=Count("reports", filter=~Q(reports__status=Status.CANCELLED)),
            approved_count=Count("reports", filter=Q(reports__status=Status.APPROVED)),
        )

    @admin.display(description=_("复核环节"))
    def stage_names(self, campaign: Campaign) -> str:
        return " → ".join(str(STAGES[stage]) for stage in REVIEWING if stage in campaign.stages)

    @admin.display(description=_("应报"), ordering="owed_count")
    def owed(self, campaign: Campaign) -> int:
        return campaign.owed_count  # type: ignore[attr-defined,no-any-return]

    @admin.display(description=_("已通过"), ordering="approved_count")
    def approved(self, campaign: Campaign) -> int:
        return campaign.approved_count  # type: ignore[attr-defined,no-any-return]

    @admin.display(description=_("相关"))
    def ways(self, campaign: Campaign) -> SafeString:
        return format_html(
            '<a href="{}?campaign__id__exact={}">{}</a>　<a href="{}?campaign={}">{}</a>',
            reverse("admin:reports_report_changelist"),
            campaign.pk,
            _("应报事项"),
            reverse("admin:reports_exportjob_add"),
            campaign.pk,
            _("导出年度汇总"),
        )

    def get_list_display(self, request: HttpRequest) -> Any:
        """The ways onward are for those who may take them."""
        if is_granted(request.user, "exportjob", "add"):
            return self.list_display
        return [name for name in self.list_display if name != "ways"]
