"""Forms of an account: the role decides whether a bureau or a division belongs to it."""

from typing import Any

from django.contrib.auth.forms import BaseUserCreationForm, UserChangeForm
from django.utils.translation import gettext_lazy as _

from reports.models import User
from reports.roles import DIVISION_REVIEWER


def misplaced(role: str, bureau: Any, division: Any) -> dict[str, Any]:
    """Messages by field where bureau or division don't fit the role; empty when they do."""
    at_bureau, at_division = role in User.BUREAU_ROLES, role == DIVISION_REVIEWER
    problems = {}
    if at_bureau and bureau is None:
        problems["bureau"] = _("填报人和单位负责人必须选择所在单位。")
    if not at_bureau and bureau is not None:
        problems["bureau"] = _("只有填报人和单位负责人才有所在单位，请清空或改选角色。")
    if at_division and division is None:
        problems["division"] = _("归口业务科室的复核人必须选择所在科室。")
    if not at_division and division is not None:
        problems["division"] = _("只有归口业务科室的复核人才有所在科室，请清空或改选角色。")
    return problems


class PlacedForm:
    """Adds the messages of `misplaced` to the form that it is mixed into."""

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data  # type: ignore[misc,attr-defined]
        for field, message in misplaced(
            cleaned.get("role", ""), cleaned.get("bureau"), cleaned.get("division")
        ).items():
            if field not in self.errors:  # type: ignore[attr-defined]
                self.add_error(field, message)  # type: ignore[attr-defined]
        return cleaned


class AccountCreationForm(PlacedForm, BaseUserCreationForm):  # type: ignore[type-arg]
    class Meta:
        model = User
        fields = ("username", "display_name", "role", "bureau", "division")


class AccountForm(PlacedForm, UserChangeForm):  # type: ignore[type-arg]
    class Meta:
        model = User
        fields = ("username", "password", "display_name", "role", "bureau", "division", "is_active")
