"""Schemes on the desk: read only. They come from files, by command."""

from django.contrib import admin
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from reports.admin.access import RoleAdmin
from scoring.models import Scheme


@admin.register(Scheme)
class SchemeAdmin(RoleAdmin):
    list_display = ("title", "code", "version", "status", "published_at")
    search_fields = ("title", "code")
    search_help_text = _("方案名称、代码")
    fields = ("title", "code", "version", "status", "published_at", "hash", "source")
    readonly_fields = ("source",)

    class Media:
        css = {"all": ["css/review.css"]}

    @admin.display(description=_("方案内容"))
    def source(self, scheme: Scheme) -> SafeString:
        return format_html('<pre class="source">{}</pre>', scheme.text)
