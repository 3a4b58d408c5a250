"""Export jobs: request the year's summary, watch it, download one's own."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import get_valid_filename
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from reports.admin.access import RoleAdmin, signed_in
from reports.admin.jobs import job_state, watched
from reports.models import ExportJob
from reports.roles import AUDITOR
from reports.services.exports import LEASE, request_summary

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@admin.register(ExportJob)
class ExportJobAdmin(RoleAdmin):
    list_display = ("campaign", "owner", "requested_at", "state", "rows", "expires_at", "download")
    list_display_links = None
    list_select_related = ("campaign", "owner")
    list_filter = ("campaign", "status")
    ordering = ("-requested_at", "-pk")
    fields = ("campaign",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[ExportJob]:
        """One's own jobs; the auditor sees that there were others."""
        found = super().get_queryset(request)
        user = signed_in(request)
        return found if user.role == AUDITOR else found.filter(owner=user)

    def get_urls(self) -> list[URLPattern]:
        download = self.admin_site.admin_view(self.download_view)
        return [path("<int:pk>/download/", download, name="reports_exportjob_download"), *super().get_urls()]

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        """Comes again by itself while a job is under way."""
        response = super().changelist_view(request, extra_context)
        return watched(response, self.get_queryset(request))

    def save_model(self, request: HttpRequest, obj: ExportJob, form: Any, change: bool) -> None:
        job = request_summary(campaign=obj.campaign, by=signed_in(request))
        obj.pk, obj.owner = job.pk, job.owner

    def response_add(
        self, request: HttpRequest, obj: ExportJob, post_url_continue: str | None = None
    ) -> HttpResponse:
        messages.success(
            request, gettext("已开始导出“%(campaign)s”，完成后在下面下载。") % {"campaign": obj.campaign}
        )
        return redirect("admin:reports_exportjob_changelist")

    def download_view(self, request: HttpRequest, pk: int) -> FileResponse:
        """The file, for its owner, until it expires; 404 otherwise."""
        job = ExportJob.objects.select_related("campaign").filter(pk=pk, owner=signed_in(request)).first()
        if job is None or not self.has_view_permission(request) or not job.is_downloadable:
            raise Http404
        try:
            file = job.file.open("rb")
        except FileNotFoundError as error:
            raise Http404 from error
        day = timezone.localdate(job.finished_at)
        name = get_valid_filename(
            gettext("%(campaign)s汇总-%(day)s") % {"campaign": job.campaign, "day": f"{day:%Y%m%d}"}
        )
        response = FileResponse(file, as_attachment=True, filename=f"{name}.xlsx", content_type=XLSX)
        response["X-Content-Type-Options"] = "nosniff"
        response["Cache-Control"] = "private, no-store"
        return response

    @admin.display(description=_("状态"), ordering="status")
    def state(self, job: ExportJob) -> SafeString:
        return job_state(job, LEASE)

    @admin.display(description=_("文件"))
    def download(self, job: ExportJob) -> SafeString | str:
        if job.is_downloadable:
            url = reverse("admin:reports_exportjob_download", args=[job.pk])
            return format_html('<a href="{}">{}</a>', url, _("下载"))
        return gettext("已过期删除") if job.status == ExportJob.Status.DONE else ""
