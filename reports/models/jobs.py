"""What every job has: its state in the database, so that a lost worker or message loses nothing."""

import datetime

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Job(models.Model):
    """Queued by a person, done by a worker that claims it; `error` says in words why it failed."""

    class Status(models.TextChoices):
        PENDING = "pending", _("排队中")
        RUNNING = "running", _("生成中")
        DONE = "done", _("已完成")
        FAILED = "failed", _("失败")

    status = models.CharField(_("状态"), max_length=10, choices=Status.choices, default=Status.PENDING)
    attempts = models.PositiveSmallIntegerField(default=0)
    error = models.CharField(_("失败原因"), max_length=500, blank=True)
    requested_at = models.DateTimeField(_("申请时间"), default=timezone.now)
    started_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(_("完成时间"), null=True)

    class Meta:
        abstract = True

    @property
    def silent_for(self) -> datetime.timedelta:
        """How long ago a job that is waited for was last heard of; nothing for one that is through."""
        heard = self.started_at or self.requested_at
        return timezone.now() - heard if self.is_waiting else datetime.timedelta()

    @property
    def is_waiting(self) -> bool:
        return self.status in (self.Status.PENDING, self.Status.RUNNING)
