"""One fiscal year's exercise."""

import datetime

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

REVIEW_STAGES = ("parent_review", "division_review", "office_review")


def default_stages() -> list[str]:
    return ["division_review", "office_review"]


class Campaign(models.Model):
    """年度自评工作: opens, is due (after that late), closes (after that an extension is needed)."""

    title = models.CharField(_("名称"), max_length=120)
    fiscal_year = models.PositiveSmallIntegerField(_("年度"))
    opens_on = models.DateField(_("开始日期"))
    due_on = models.DateField(_("截止日期"))
    closes_on = models.DateField(_("关闭日期"))
    stages = models.JSONField(_("复核环节"), default=default_stages)

    class Meta:
        verbose_name = verbose_name_plural = _("年度自评工作")
        ordering = ["-fiscal_year", "title"]
        constraints = [
            models.CheckConstraint(
                condition=Q(opens_on__lte=F("due_on")) & Q(due_on__lte=F("closes_on")),
                name="campaign_dates_in_order",
            )
        ]

    def __str__(self) -> str:
        return self.title

    def is_open_on(self, day: datetime.date) -> bool:
        return self.opens_on <= day <= self.closes_on
