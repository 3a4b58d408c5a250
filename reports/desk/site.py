"""The desk as an AdminSite: for the finance side only, with one login page for everybody."""

from functools import wraps
from typing import Any

from django.contrib.admin import AdminSite
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from reports.views.sign_in_again import ask_again, is_interrupted
from reports.workflow import STAGE_ROLES

# What the desk's navigation calls its lists, in its order.
NAMES = {
    "Submission": _("复核台"),
    "Report": _("应报事项"),
    "Campaign": _("年度工作"),
    "ExportJob": _("汇总导出"),
    "Scheme": _("自评方案"),
    "Trial": _("试算"),
    "Bureau": _("部门(单位)"),
    "Division": _("归口业务科室"),
    "User": _("账号"),
    "StatusChange": _("经过"),
}


class DeskSite(AdminSite):
    """Refuses bureau users with 403; reviewers land on their queue."""

    site_header = site_title = _("预算绩效自评")
    index_title = _("工作台")
    enable_nav_sidebar = False

    def has_permission(self, request: HttpRequest) -> bool:
        """Raises PermissionDenied for an account that is signed in but not of the finance side."""
        if request.user.is_authenticated and not super().has_permission(request):
            raise PermissionDenied
        return super().has_permission(request)

    def admin_view(self, view: Any, cacheable: bool = False) -> Any:
        """As ever, but what somebody sends whose session has ended isn't lost."""
        guarded = super().admin_view(view, cacheable)

        @wraps(guarded)
        def entered(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
            return ask_again(request) if is_interrupted(request) else guarded(request, *args, **kwargs)

        return entered

    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """There is one login page: the site's."""
        return redirect_to_login(request.GET.get(REDIRECT_FIELD_NAME) or reverse("admin:index"))

    def index(  # type: ignore[override]
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        if getattr(request.user, "role", "") in STAGE_ROLES.values():
            return redirect("admin:reports_submission_changelist")
        return super().index(request, extra_context)

    def app_index(  # type: ignore[override]
        self, request: HttpRequest, app_label: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponseRedirect:
        """The desk is one list of lists, not one for each app."""
        return redirect("admin:index")

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[Any]:
        """One group with every list that the role may see, named and ordered as in NAMES."""
        found = {
            model["object_name"]: model for app in super().get_app_list(request) for model in app["models"]
        }
        models = [found[key] | {"name": name} for key, name in NAMES.items() if key in found]
        home = reverse("admin:index")
        return [{"name": self.index_title, "app_label": "reports", "app_url": home, "models": models}]
