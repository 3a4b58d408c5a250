"""Machine codes in the reader's words."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from reports.views.history import ACTIONS

STAGES = {
    "parent_review": _("主管部门审核"),
    "division_review": _("科室复核"),
    "office_review": _("绩效科复核"),
}
COLUMNS = {
    "level1": _("一级指标"),
    "level2": _("二级指标"),
    "name": _("三级指标"),
    "target": _("指标值"),
    "actual": _("完成值"),
    "weight": _("分值"),
    "self_score": _("自评得分"),
    "reason": _("偏差原因"),
    "level": _("达成程度"),
    "detail": _("目标内容"),
    "measure": _("改进措施"),
    "process": _("评分过程"),
}


def action_label(action: str) -> str | Promise:
    """What was done."""
    return ACTIONS.get(action, action)
