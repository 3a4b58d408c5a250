"""Schemes, sealed contents and what scoring made of them. Knows nothing of who filed."""

import hashlib
import json
from typing import Any, cast

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from scoring.engine.content import Content, read_content
from scoring.engine.loading import load_scheme_text
from scoring.engine.results import Correction, Quote
from scoring.engine.scheme import Scheme as SchemeForm

_forms: dict[str, SchemeForm] = {}


class Scheme(models.Model):
    """One version of one form. The published version in the database rules; files only seed it."""

    class Status(models.TextChoices):
        DRAFT = "draft", _("草稿")
        PUBLISHED = "published", _("已发布")

    code = models.CharField(_("方案代码"), max_length=80)
    version = models.PositiveIntegerField(_("版本"))
    title = models.CharField(_("方案名称"), max_length=200)
    text = models.TextField(_("方案内容"))
    hash = models.CharField(_("内容摘要"), max_length=80)
    status = models.CharField(_("状态"), max_length=12, choices=Status.choices, default=Status.DRAFT)
    note = models.TextField(_("修订说明"), blank=True)
    created_at = models.DateTimeField(_("创建时间"), default=timezone.now)
    published_at = models.DateTimeField(_("发布时间"), null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("自评方案")
        ordering = ["code", "version"]
        constraints = [models.UniqueConstraint(fields=["code", "version"], name="scheme_code_version")]

    def __str__(self) -> str:
        return f"{self.title}（第{self.version}版）"

    @property
    def form(self) -> SchemeForm:
        """The typed scheme, parsed once per content hash."""
        if self.hash not in _forms:
            _forms[self.hash] = load_scheme_text(self.text, source=f"{self.code}.yaml")
        return _forms[self.hash]


class SealBrokenError(Exception):
    """The stored bytes no longer have the digest under which they were sealed."""


class SealedContent(models.Model):
    """The exact bytes that were handed over. They never change; reading them verifies the digest."""

    digest = models.CharField(_("摘要"), max_length=80, unique=True)
    content = models.BinaryField(_("封存内容"))
    sealed_at = models.DateTimeField(_("封存时间"), default=timezone.now)

    class Meta:
        verbose_name = verbose_name_plural = _("封存内容")

    def __str__(self) -> str:
        return self.digest

    @property
    def is_intact(self) -> bool:
        """Whether the bytes still have their digest; SQLite hands back text once SQL has rewritten them."""
        stored: object = self.content
        return not isinstance(stored, str) and digest_of(bytes(self.content)) == self.digest

    def read(self) -> Content:
        """The filed content. Raises SealBrokenError when a byte was changed."""
        if not self.is_intact:
            raise SealBrokenError(self.digest)
        return read_content(cast(dict[str, Any], json.loads(bytes(self.content))))


def digest_of(content: bytes) -> str:
    """`sha256:` and the digest in hex; the prefix leaves room for SM3."""
    return f"sha256:{hashlib.sha256(content).hexdigest()}"


class Scorecard(models.Model):
    """What scoring made of one sealed content under one scheme version and engine version."""

    class Status(models.TextChoices):
        PENDING = "pending", _("待评分")
        RUNNING = "running", _("评分中")
        DONE = "done", _("已评分")
        FAILED = "failed", _("评分失败")

    content = models.ForeignKey(SealedContent, models.PROTECT, related_name="scorecards")
    scheme = models.ForeignKey(Scheme, models.PROTECT, related_name="scorecards")
    engine_version = models.CharField(_("引擎版本"), max_length=20)
    context = models.JSONField(_("比对范围"), default=list)
    context_digest = models.CharField(_("比对范围摘要"), max_length=80, blank=True)
    status = models.CharField(_("状态"), max_length=10, choices=Status.choices, default=Status.PENDING)
    attempts = models.PositiveSmallIntegerField(_("尝试次数"), default=0)
    queued_at = models.DateTimeField(_("排队时间"), default=timezone.now)
    started_at = models.DateTimeField(_("开始时间"), null=True)
    finished_at = models.DateTimeField(_("完成时间"), null=True)
    error = models.CharField(_("失败原因"), max_length=500, blank=True)
    self_stated = models.DecimalField(_("自评总分（填写）"), max_digits=10, decimal_places=2, null=True)
    self_sum = models.DecimalField(_("自评得分合计"), max_digits=10, decimal_places=2, null=True)
    computed_points = models.DecimalField(_("系统得分"), max_digits=10, decimal_places=2, null=True)
    computed_weight = models.DecimalField(_("已核分值"), max_digits=10, decimal_places=2, null=True)
    computed_low = models.DecimalField(_("系统评分下限"), max_digits=10, decimal_places=2, null=True)
    computed_high = models.DecimalField(_("系统评分上限"), max_digits=10, decimal_places=2, null=True)
    computed_total = models.DecimalField(_("系统总分"), max_digits=10, decimal_places=2, null=True)
    grade = models.CharField(_("等次"), max_length=20, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("评分卡")
        constraints = [
            models.UniqueConstraint(
                fields=["content", "scheme", "engine_version", "context_digest"], name="scorecard_once"
            )
        ]
        indexes = [models.Index(fields=["status", "queued_at"], name="scorecard_queue")]

    def __str__(self) -> str:
        return f"{self.content_id} · {self.get_status_display()}"

    @property
    def is_done(self) -> bool:
        return self.status == self.Status.DONE

    @property
    def is_waiting(self) -> bool:
        return self.status in (self.Status.PENDING, self.Status.RUNNING)


class IndicatorScore(models.Model):
    """One row of a scorecard, with the sum written out."""

    class Status(models.TextChoices):
        SCORED = "scored", _("已核分")
        ACCEPTED = "accepted", _("认可")
        NEEDS_DATA = "needs_data", _("待补数据")
        JUDGEMENT = "judgement", _("需人工评分")
        NOT_APPLICABLE = "not_applicable", _("不适用")

    scorecard = models.ForeignKey(Scorecard, models.CASCADE, related_name="rows")
    position = models.PositiveIntegerField()
    indicator_id = models.CharField(max_length=80)
    anchor = models.CharField(max_length=200)
    rule_kind = models.CharField(max_length=40)
    formula_id = models.CharField(_("公式"), max_length=120, blank=True)
    achieved = models.BooleanField(_("是否完成"), null=True)
    level1 = models.CharField(_("一级指标"), max_length=200, blank=True)
    level2 = models.CharField(_("二级指标"), max_length=200, blank=True)
    name = models.CharField(_("三级指标"), max_length=500)
    target = models.TextField(_("指标值"), blank=True)
    actual = models.TextField(_("完成值"), blank=True)
    reason = models.TextField(_("偏差原因"), blank=True)
    weight = models.DecimalField(_("分值"), max_digits=10, decimal_places=2)
    self_score = models.DecimalField(_("自评得分"), max_digits=10, decimal_places=2, null=True)
    status = models.CharField(_("状态"), max_length=16, choices=Status.choices)
    points = models.DecimalField(_("系统得分"), max_digits=10, decimal_places=2, null=True)
    low = models.DecimalField(max_digits=10, decimal_places=2)
    high = models.DecimalField(max_digits=10, decimal_places=2)
    explanation = models.TextField(_("计算过程"))
    wording = models.TextField(_("评分标准"))
    published_text = models.TextField(_("原文"), blank=True)
    missing = models.JSONField(_("待补数据"), default=list)

    class Meta:
        verbose_name = verbose_name_plural = _("指标得分")
        ordering = ["scorecard", "position"]
        constraints = [
            models.UniqueConstraint(fields=["scorecard", "position"], name="indicator_score_position")
        ]

    def __str__(self) -> str:
        return self.name


class Finding(models.Model):
    """One contradiction or gap of a scorecard."""

    class Severity(models.TextChoices):
        ERROR = "error", _("错误")
        WARNING = "warning", _("警告")
        INFORMATION = "information", _("提示")

    scorecard = models.ForeignKey(Scorecard, models.CASCADE, related_name="findings")
    position = models.PositiveIntegerField()
    code = models.CharField(_("代码"), max_length=20)
    severity = models.CharField(_("级别"), max_length=12, choices=Severity.choices)
    anchor = models.CharField(_("位置"), max_length=200)
    also = models.JSONField(default=list)
    message = models.TextField(_("问题"))
    stated = models.CharField(_("填写"), max_length=500, null=True)  # noqa: DJ001 — absent differs from empty
    computed = models.CharField(_("应为"), max_length=500, null=True)  # noqa: DJ001 — absent differs from empty
    difference = models.CharField(_("差"), max_length=40, null=True)  # noqa: DJ001 — absent differs from empty
    touches_score = models.BooleanField(default=False)
    quotation = models.JSONField(null=True)

    class Meta:
        verbose_name = verbose_name_plural = _("核查问题")
        ordering = ["scorecard", "position"]
        constraints = [models.UniqueConstraint(fields=["scorecard", "position"], name="finding_position")]

    def __str__(self) -> str:
        return f"{self.code} {self.message}"

    @property
    def key(self) -> str:
        return f"{self.code}@{self.anchor}"

    @property
    def quote(self) -> Quote | None:
        """The words of its cell's text that it is about."""
        return Quote(**self.quotation["quote"]) if self.quotation else None

    @property
    def correction(self) -> Correction | None:
        """What to write there, where a computed figure can take the stated one's place."""
        fixed = self.quotation and self.quotation["correction"]
        return Correction(**fixed) if fixed else None
