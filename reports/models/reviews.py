"""Decisions of the finance side on one submission, with comments and reviewed scores."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from reports.models.submissions import Submission


class Review(models.Model):
    """复核: one stage's work on one submission; open until it is decided.

    `confirmed` holds the ids of the indicators that the system couldn't compute and the approval says were checked.
    """

    class Decision(models.TextChoices):
        OPEN = "", _("复核中")
        APPROVED = "approved", _("通过")
        RETURNED = "returned", _("退回修改")

    submission = models.ForeignKey(Submission, models.PROTECT, related_name="reviews")
    stage = models.CharField(_("环节"), max_length=20)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("复核人")
    )
    started_at = models.DateTimeField(_("开始时间"), default=timezone.now)
    decision = models.CharField(_("结论"), max_length=10, choices=Decision.choices, blank=True)
    decided_at = models.DateTimeField(_("决定时间"), null=True, blank=True)
    note = models.TextField(_("说明"), blank=True)
    confirmed = models.JSONField(_("已逐行核对"), default=list)
    revision = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = verbose_name_plural = _("复核")
        ordering = ["submission", "started_at"]
        constraints = [
            models.UniqueConstraint(fields=["submission", "stage"], name="review_once_per_stage"),
            models.CheckConstraint(
                condition=Q(decision="", decided_at__isnull=True)
                | Q(~Q(decision=""), decided_at__isnull=False),
                name="review_decided_at",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.submission_id} {self.stage}"


class ReviewedScore(models.Model):
    """The score that a review gives one indicator; a reason where it is above self or computed."""

    review = models.ForeignKey(Review, models.CASCADE, related_name="scores")
    indicator_id = models.CharField(max_length=80)
    score = models.DecimalField(_("复核得分"), max_digits=10, decimal_places=2)
    reason = models.CharField(_("理由"), max_length=500, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("复核得分")
        constraints = [models.UniqueConstraint(fields=["review", "indicator_id"], name="reviewed_score_once")]

    def __str__(self) -> str:
        return f"{self.indicator_id}: {self.score}"


class ReviewComment(models.Model):
    """A comment tied to a line. The bureau sees it once the submission is returned, and may answer."""

    submission = models.ForeignKey(Submission, models.PROTECT, related_name="comments")
    review = models.ForeignKey(Review, models.PROTECT, related_name="comments")
    anchor = models.CharField(_("位置"), max_length=200)
    text = models.TextField(_("意见"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("复核人")
    )
    at = models.DateTimeField(_("时间"), default=timezone.now)
    reply = models.TextField(_("单位答复"), blank=True)
    replied_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    replied_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(_("关闭时间"), null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("复核意见")
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return self.text
