"""What a bureau owes, its draft page by page, and its history."""

import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from reports.models.campaigns import Campaign
from reports.models.people import Bureau, User
from reports.workflow import EDITABLE, REVIEWING, Status
from scoring.models import Scheme, SealedContent

STATUS_CHOICES = [
    (Status.DRAFT, _("填报中")),
    (Status.AWAITING_SIGNATURE, _("待签章")),
    (Status.SUBMITTED, _("已报送")),
    (Status.PARENT_REVIEW, _("主管部门审核中")),
    (Status.DIVISION_REVIEW, _("科室复核中")),
    (Status.OFFICE_REVIEW, _("绩效科复核中")),
    (Status.RETURNED, _("退回修改")),
    (Status.APPROVED, _("已通过")),
    (Status.CANCELLED, _("无需自评")),
]


class ReportQuerySet(models.QuerySet["Report"]):
    """Filters that read as phrases."""

    def visible_to(self, user: User) -> "ReportQuerySet":
        """A bureau's people see their bureau and those below it; a division its bureaus; the rest everything."""
        if user.is_bureau_user:
            own = user.bureau_id
            return self.filter(Q(bureau=own) | Q(bureau__parent=own) | Q(bureau__parent__parent=own))
        if user.role == User.Role.DIVISION_REVIEWER:
            return self.filter(bureau__division=user.division_id)
        return self

    def under_review(self) -> "ReportQuerySet":
        return self.filter(status__in=[Status.SUBMITTED, *REVIEWING])

    def handed_in(self) -> "ReportQuerySet":
        """Reports with at least one signed submission."""
        return self.filter(submissions__isnull=False).distinct()


class Report(models.Model):
    """自评报告: what a bureau owes in a campaign under a scheme."""

    campaign = models.ForeignKey(
        Campaign, models.PROTECT, related_name="reports", verbose_name=_("年度自评工作")
    )
    bureau = models.ForeignKey(Bureau, models.PROTECT, related_name="reports", verbose_name=_("部门(单位)"))
    scheme = models.ForeignKey(Scheme, models.PROTECT, related_name="reports", verbose_name=_("自评方案"))
    title = models.CharField(_("报告名称"), max_length=200)
    status = models.CharField(_("状态"), max_length=20, choices=STATUS_CHOICES, default=Status.DRAFT)
    status_changed_at = models.DateTimeField(_("状态变更时间"), default=timezone.now)
    is_classified = models.BooleanField(
        _("涉密"), default=False, help_text=_("涉密报告不在本系统填报，只登记应报事项。")
    )
    extended_until = models.DateField(_("延期至"), null=True, blank=True)
    sealed = models.ForeignKey(
        SealedContent, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("待签章内容")
    )
    filled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("填报人"),
    )

    objects = ReportQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("自评报告")
        ordering = ["campaign", "bureau__code", "title"]
        constraints = [
            models.UniqueConstraint(fields=["campaign", "bureau", "scheme", "title"], name="report_owed_once")
        ]
        indexes = [models.Index(fields=["status", "status_changed_at"], name="report_queue")]

    def __str__(self) -> str:
        return f"{self.bureau.name} · {self.title}"

    @property
    def due_on(self) -> datetime.date:
        """The day by which this report is owed, an extension included."""
        return max(self.campaign.due_on, self.extended_until) if self.extended_until else self.campaign.due_on

    @property
    def is_editable(self) -> bool:
        return self.status in EDITABLE and not self.is_classified

    def is_closed_on(self, day: datetime.date) -> bool:
        """Whether nothing more may be handed over: the campaign isn't open and no extension holds."""
        extended = self.extended_until is not None and day <= self.extended_until
        return not extended and not self.campaign.is_open_on(day)

    def is_late_on(self, day: datetime.date) -> bool:
        """Whether the report is still owed after its due day."""
        return self.status in (*EDITABLE, Status.AWAITING_SIGNATURE) and day > self.due_on


class Section(models.Model):
    """章节: one page of a draft, JSON shaped by the scheme, with a revision number."""

    report = models.ForeignKey(Report, models.CASCADE, related_name="sections")
    key = models.CharField(max_length=60)
    data = models.JSONField(default=dict)
    revision = models.PositiveIntegerField(default=0)
    saved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    saved_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = verbose_name_plural = _("章节")
        constraints = [models.UniqueConstraint(fields=["report", "key"], name="section_once")]

    def __str__(self) -> str:
        return f"{self.report_id}/{self.key} r{self.revision}"


class RefusedSave(models.Model):
    """What somebody typed on a page that had been saved by another meanwhile: kept until dealt with."""

    report = models.ForeignKey(Report, models.CASCADE, related_name="refused_saves")
    key = models.CharField(max_length=60)
    data = models.JSONField()
    based_on = models.PositiveIntegerField()
    typed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    typed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = verbose_name_plural = _("未保存的填写")
        ordering = ["-typed_at"]

    def __str__(self) -> str:
        return f"{self.report_id}/{self.key} r{self.based_on}"


class StatusChange(models.Model):
    """One step of a report's way; rows are only ever added."""

    report = models.ForeignKey(Report, models.CASCADE, related_name="status_changes")
    action = models.CharField(_("操作"), max_length=30)
    from_status = models.CharField(_("原状态"), max_length=20, choices=STATUS_CHOICES)
    to_status = models.CharField(_("新状态"), max_length=20, choices=STATUS_CHOICES)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("操作人")
    )
    at = models.DateTimeField(_("时间"), default=timezone.now)
    note = models.TextField(_("说明"), blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("经过")
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.action}: {self.from_status} → {self.to_status}"
