"""Columns of an indicator row in the reader's words."""

from django.utils.translation import gettext_lazy as _

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


def column_label(column: str) -> str:
    """What a column is called; its key where it has no name of its own."""
    return str(COLUMNS.get(column, column))
