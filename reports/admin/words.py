"""Machine codes in the reader's words."""

from django.utils.translation import gettext_lazy as _

STAGES = {
    "parent_review": _("主管部门审核"),
    "division_review": _("科室复核"),
    "office_review": _("绩效科复核"),
}
