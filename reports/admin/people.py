"""Bureaus, divisions and accounts: the administrator's lists."""

from typing import Any

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from import_export.admin import ImportExportMixin
from import_export.forms import ImportForm

from reports.admin.access import RoleAdmin, chip, is_granted
from reports.admin.account_forms import AccountCreationForm, AccountForm
from reports.admin.bureau_import import LARGEST_FILE, BureauResource, Csv, Workbook
from reports.models import Bureau, Division, User

# Rights go by role: groups would only suggest otherwise.
admin.site.unregister(Group)


@admin.register(Division)
class DivisionAdmin(RoleAdmin):
    list_display = ("name",)
    search_fields = ("name",)


class SmallFileForm(ImportForm):
    """Refuses a file that no list of bureaus can be before anything reads it."""

    def clean_import_file(self) -> Any:
        file = self.cleaned_data["import_file"]
        if file.size > LARGEST_FILE:
            raise ValidationError(gettext("文件超过 2 MB，请拆分后再导入。"))
        return file


@admin.register(Bureau)
class BureauAdmin(ImportExportMixin, RoleAdmin):
    list_display = ("code", "name", "parent", "division")
    list_filter = ("division",)
    list_select_related = ("parent", "division")
    search_fields = ("code", "name")
    search_help_text = _("预算单位编码、单位名称")
    autocomplete_fields = ("parent",)
    resource_classes = [BureauResource]
    import_form_class = SmallFileForm
    skip_export_form = True
    show_change_form_export = False

    def get_import_formats(self) -> list[Any]:
        return [Workbook, Csv]

    def get_export_formats(self) -> list[Any]:
        return [Workbook, Csv]

    def has_import_permission(self, request: HttpRequest) -> bool:
        return is_granted(request.user, "bureau", "add")

    def has_export_permission(self, request: HttpRequest) -> bool:
        return is_granted(request.user, "bureau", "change")

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        return {}

    def get_export_filename(self, request: HttpRequest, queryset: Any, file_format: Any) -> str:
        return f"bureaus-{timezone.localdate():%Y%m%d}.{file_format.get_extension()}"


@admin.register(User)
class AccountAdmin(RoleAdmin, UserAdmin):  # type: ignore[type-arg]
    form = AccountForm
    add_form = AccountCreationForm
    add_form_template = "admin/change_form.html"
    list_display = ("username", "display_name", "role_name", "place", "active", "last_login")
    list_filter = ("role", "is_active", "division")
    list_select_related = ("bureau", "division")
    search_fields = ("username", "display_name", "bureau__name", "bureau__code")
    search_help_text = _("用户名、姓名、单位编码、单位名称")
    filter_horizontal = ()
    autocomplete_fields = ("bureau",)
    readonly_fields = ("last_login", "date_joined")
    add_fieldsets = (
        (
            None,
            {"fields": ("username", "display_name", "role", "bureau", "division", "password1", "password2")},
        ),
    )
    fieldsets = (
        (
            None,
            {"fields": ("username", "password", "display_name", "role", "bureau", "division", "is_active")},
        ),
        (_("记录"), {"fields": ("last_login", "date_joined")}),
    )

    def get_fieldsets(self, request: HttpRequest, obj: User | None = None) -> Any:
        """Whoever may only read doesn't see the password's digest."""
        if obj is None or self.has_change_permission(request, obj):
            return super().get_fieldsets(request, obj)
        shown = (
            "username",
            "display_name",
            "role",
            "bureau",
            "division",
            "is_active",
            "last_login",
            "date_joined",
        )
        return ((None, {"fields": shown}),)

    @admin.display(description=_("角色"), ordering="role")
    def role_name(self, user: User) -> str:
        return user.get_role_display()

    @admin.display(description=_("所在单位或科室"))
    def place(self, user: User) -> str:
        return user.organisation_name or gettext("财政部门")

    @admin.display(description=_("在用"), ordering="is_active")
    def active(self, user: User) -> SafeString:
        return chip(_("在用"), "good") if user.is_active else chip(_("停用"), "")
