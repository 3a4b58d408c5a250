"""Signed contents of a report, numbered."""

from decimal import Decimal

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from reports.models.reports import Report
from scoring.models import Scorecard, SealedContent


class SubmissionQuerySet(models.QuerySet["Submission"]):
    def latest_of(self, report: Report) -> "Submission | None":
        """The newest submission of a report, None before the first signature."""
        return self.filter(report=report).order_by("-number").first()


class Submission(models.Model):
    """报送件: a sealed content that the head signed."""

    report = models.ForeignKey(Report, models.PROTECT, related_name="submissions")
    number = models.PositiveSmallIntegerField(_("第几次报送"))
    content = models.ForeignKey(SealedContent, models.PROTECT, related_name="submissions")
    scorecard = models.ForeignKey(
        Scorecard, models.PROTECT, related_name="submissions", verbose_name=_("评分卡")
    )
    submitted_at = models.DateTimeField(_("报送时间"), default=timezone.now)
    withdrawn_at = models.DateTimeField(_("撤回时间"), null=True, blank=True)
    reviewed_total = models.DecimalField(
        _("复核总分"), max_digits=10, decimal_places=2, null=True, blank=True
    )
    grade = models.CharField(_("等次"), max_length=20, blank=True)
    approved_at = models.DateTimeField(_("通过时间"), null=True, blank=True)

    objects = SubmissionQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("报送件")
        ordering = ["report", "number"]
        constraints = [models.UniqueConstraint(fields=["report", "number"], name="submission_number")]

    def __str__(self) -> str:
        return f"{self.report_id} 第{self.number}次"

    @property
    def self_total(self) -> Decimal | None:
        """The self score: as stated on the form, else the sum of the rows."""
        stated = self.scorecard.self_stated
        return stated if stated is not None else self.scorecard.self_sum


class SignOff(models.Model):
    """签章: a person's signature bound to a digest."""

    submission = models.ForeignKey(Submission, models.PROTECT, related_name="sign_offs")
    role = models.CharField(_("签章身份"), max_length=30)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("签章人")
    )
    digest = models.CharField(_("摘要"), max_length=80)
    at = models.DateTimeField(_("签章时间"), default=timezone.now)

    class Meta:
        verbose_name = verbose_name_plural = _("签章")
        constraints = [models.UniqueConstraint(fields=["submission", "role"], name="sign_off_once")]

    def __str__(self) -> str:
        return f"{self.role} {self.digest}"
