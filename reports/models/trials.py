"""试算: what a campaign's submissions would score under another version of their scheme."""

from decimal import Decimal

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from reports.models.campaigns import Campaign
from reports.models.jobs import Job
from reports.models.submissions import Submission
from scoring.models import Scheme


class Trial(Job):
    """One trial. Nothing official is touched: its results stand in rows of their own."""

    campaign = models.ForeignKey(
        Campaign, models.PROTECT, related_name="trials", verbose_name=_("年度自评工作")
    )
    scheme = models.ForeignKey(Scheme, models.CASCADE, related_name="+", verbose_name=_("试算方案"))
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="trials", verbose_name=_("申请人")
    )
    scheme_hash = models.CharField(max_length=80)
    total = models.PositiveIntegerField(_("份数"), default=0)
    done = models.PositiveIntegerField(_("已算"), default=0)

    class Meta:
        verbose_name = verbose_name_plural = _("试算")
        ordering = ["-requested_at", "-pk"]
        indexes = [models.Index(fields=["status", "requested_at"], name="trial_queue")]

    def __str__(self) -> str:
        return f"{self.campaign} · {self.scheme}"

    @property
    def percent(self) -> int:
        """How far it is, 0–100."""
        return 100 * self.done // self.total if self.total else 0


class TrialResult(models.Model):
    """One submission under both versions. Scores are what the engine computes, never the reviewed ones."""

    trial = models.ForeignKey(Trial, models.CASCADE, related_name="results")
    submission = models.ForeignKey(Submission, models.PROTECT, related_name="+")
    points_before = models.DecimalField(max_digits=10, decimal_places=2, null=True)
    points_after = models.DecimalField(max_digits=10, decimal_places=2, null=True)
    total_before = models.DecimalField(max_digits=10, decimal_places=2, null=True)
    total_after = models.DecimalField(max_digits=10, decimal_places=2, null=True)
    grade_before = models.CharField(max_length=20, blank=True)
    grade_after = models.CharField(max_length=20, blank=True)
    rows = models.JSONField(_("变化的指标"), default=list)
    is_changed = models.BooleanField(_("有变化"), default=False)
    error = models.CharField(max_length=500, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("试算结果")
        ordering = ["trial", "pk"]
        constraints = [models.UniqueConstraint(fields=["trial", "submission"], name="trial_result_once")]
        indexes = [models.Index(fields=["trial", "is_changed"], name="trial_changed")]

    def __str__(self) -> str:
        return f"{self.trial_id}/{self.submission_id}"

    @property
    def difference(self) -> Decimal | None:
        """Points after minus before, None where one of them is missing."""
        if self.points_before is None or self.points_after is None:
            return None
        return self.points_after - self.points_before
