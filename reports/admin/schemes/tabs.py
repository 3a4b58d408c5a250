"""The views of one version, as tabs."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from scoring.models import Scheme

_READ = (
    ("overview", _("概况"), "change"),
    ("form", _("填报页面"), "form"),
    ("score", _("评分预览"), "score"),
    ("compare", _("版本比较"), "compare"),
)
_EDIT = ("edit", _("编辑"), "edit")


@dataclass(frozen=True)
class Tab:
    label: str | Promise
    url: str
    is_here: bool


def tabs_of(scheme: Scheme, page: str, *, may_change: bool) -> list[Tab]:
    """The tabs that this reader has; a draft can be edited."""
    editable = may_change and scheme.status == Scheme.Status.DRAFT
    shown = (*_READ, _EDIT) if editable else _READ
    return [
        Tab(label, reverse(f"admin:scoring_scheme_{name}", args=[scheme.pk]), page == key)
        for key, label, name in shown
    ]
