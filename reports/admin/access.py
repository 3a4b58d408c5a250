"""Who may do what on the desk: one table of model × role, in place of permission rows."""

from typing import Any

from django.contrib import admin
from django.http import Http404, HttpRequest, HttpResponseRedirect
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString

from reports.desk.site import NAMES
from reports.models import User
from reports.roles import ADMINISTRATOR, AUDITOR, DIVISION_REVIEWER, PERFORMANCE_OFFICE

READ = frozenset({"view"})
REQUEST = frozenset({"view", "add"})
MANAGE = frozenset({"view", "add", "change"})

ACCESS: dict[str, dict[str, frozenset[str]]] = {
    "submission": {DIVISION_REVIEWER: READ, PERFORMANCE_OFFICE: READ, AUDITOR: READ},
    "report": {PERFORMANCE_OFFICE: MANAGE, DIVISION_REVIEWER: READ, ADMINISTRATOR: READ, AUDITOR: READ},
    "campaign": {ADMINISTRATOR: MANAGE, PERFORMANCE_OFFICE: MANAGE, AUDITOR: READ},
    "exportjob": {ADMINISTRATOR: REQUEST, PERFORMANCE_OFFICE: REQUEST, AUDITOR: READ},
    "trial": {ADMINISTRATOR: REQUEST, PERFORMANCE_OFFICE: REQUEST, AUDITOR: READ},
    "scheme": {ADMINISTRATOR: MANAGE, PERFORMANCE_OFFICE: READ, DIVISION_REVIEWER: READ, AUDITOR: READ},
    "bureau": {ADMINISTRATOR: MANAGE, PERFORMANCE_OFFICE: READ, AUDITOR: READ},
    "division": {ADMINISTRATOR: MANAGE, PERFORMANCE_OFFICE: READ, AUDITOR: READ},
    "user": {ADMINISTRATOR: MANAGE, AUDITOR: READ},
    "statuschange": {PERFORMANCE_OFFICE: READ, AUDITOR: READ},
}


def is_granted(user: Any, model: str, right: str) -> bool:
    """Whether the role of `user` has `right` (view, add, change) on the model named in lower case."""
    return right in ACCESS.get(model, {}).get(getattr(user, "role", ""), frozenset())


def signed_in(request: HttpRequest) -> User:
    """The account behind a request that DeskSite has let in."""
    assert isinstance(request.user, User)
    return request.user


class RoleAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """Permissions by role; nothing is deleted, since what exists has a history.

    What isn't in the queryset of a reader is 404, where the stock admin would redirect.
    """

    list_per_page = 50
    show_full_result_count = False
    empty_value_display = "—"
    show_facets = admin.ShowFacets.NEVER
    change_list_template = "admin/reports/change_list.html"

    def _grants(self, request: HttpRequest, right: str) -> bool:
        return is_granted(request.user, str(self.model._meta.model_name), right)

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self._grants(request, "view")

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._grants(request, "view")

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._grants(request, "add")

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._grants(request, "change")

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        name = NAMES[str(self.model._meta.object_name)]
        return super().changelist_view(request, {"title": name} | (extra_context or {}))

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> Any:
        """The stock form under the name that the navigation gives its list."""
        named = {"list_name": NAMES[str(self.model._meta.object_name)]} | (extra_context or {})
        return super().changeform_view(request, object_id, form_url, named)

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """A choice is a choice: no side doors to add or change what is chosen from."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        for door in ("can_add_related", "can_change_related", "can_delete_related", "can_view_related"):
            if field is not None and hasattr(field.widget, door):
                setattr(field.widget, door, False)
        return field

    def _get_obj_does_not_exist_redirect(
        self, request: HttpRequest, opts: Any, object_id: str
    ) -> HttpResponseRedirect:
        raise Http404


def chip(label: str | Promise, kind: str) -> SafeString:
    """A label as the look shows it: good, warn, bad, brand, or status-<code>."""
    return format_html('<span class="chip {}">{}</span>', kind, label)


def status_chip(status: str, label: str | Promise) -> SafeString:
    """A report's status."""
    return chip(label, f"status-{status}")
