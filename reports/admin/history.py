"""Who did what and when, for the auditor and the office."""

from django.contrib import admin
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from reports.admin.access import RoleAdmin, status_chip
from reports.models import StatusChange
from reports.views.history import action_label


@admin.register(StatusChange)
class StatusChangeAdmin(RoleAdmin):
    list_display = ("at", "of_report", "step", "before", "after", "by", "note")
    list_select_related = ("report__bureau", "by")
    list_filter = ("report__campaign", "to_status")
    search_fields = ("report__bureau__code", "report__bureau__name", "report__title", "by__display_name")
    search_help_text = _("单位编码、单位名称、报告名称、操作人")
    ordering = ("-at", "-pk")
    fields = ("of_report", "step", "before", "after", "by", "at", "note")
    readonly_fields = ("of_report", "step", "before", "after")
    date_hierarchy = "at"

    @admin.display(description=_("自评报告"), ordering="report")
    def of_report(self, change: StatusChange) -> str:
        return str(change.report)

    @admin.display(description=_("操作"), ordering="action")
    def step(self, change: StatusChange) -> str:
        return action_label(change.action)

    @admin.display(description=_("原状态"), ordering="from_status")
    def before(self, change: StatusChange) -> SafeString:
        return status_chip(change.from_status, change.get_from_status_display())

    @admin.display(description=_("新状态"), ordering="to_status")
    def after(self, change: StatusChange) -> SafeString:
        return status_chip(change.to_status, change.get_to_status_display())
