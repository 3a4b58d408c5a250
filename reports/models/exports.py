"""Jobs that write files, for their owner only."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from reports.models.campaigns import Campaign
from reports.models.jobs import Job


class ExportJob(Job):
    """The year's summary as a file: queued, built by a worker, downloaded by its owner until it expires."""

    campaign = models.ForeignKey(
        Campaign, models.PROTECT, related_name="exports", verbose_name=_("年度自评工作")
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="exports", verbose_name=_("申请人")
    )
    rows = models.PositiveIntegerField(_("行数"), null=True)
    file = models.FileField(_("文件"), upload_to="exports/", blank=True)
    expires_at = models.DateTimeField(_("有效期至"), null=True)

    class Meta:
        verbose_name = verbose_name_plural = _("汇总导出")
        ordering = ["-requested_at"]
        indexes = [models.Index(fields=["status", "requested_at"], name="export_queue")]

    def __str__(self) -> str:
        return f"{self.campaign} {self.get_status_display()}"

    @property
    def is_downloadable(self) -> bool:
        return bool(
            self.status == self.Status.DONE
            and self.file
            and self.expires_at
            and self.expires_at > timezone.now()
        )
