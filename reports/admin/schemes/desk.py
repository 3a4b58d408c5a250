"""The addresses of schemes on the desk. No form of the stock admin: a version changes only through its own pages."""

from django.contrib import admin
from django.urls import URLPattern, path

from reports.admin.access import RoleAdmin
from reports.admin.schemes import (
    compare,
    downloads,
    edit,
    form_preview,
    listing,
    overview,
    score_preview,
    steps,
    upload,
)
from scoring.models import Scheme


@admin.register(Scheme)
class SchemeAdmin(RoleAdmin):
    """Only the list, the pages of a version and their steps."""

    def get_urls(self) -> list[URLPattern]:
        guard = self.admin_site.admin_view
        pages = {
            "change": ("change/", overview.overview),
            "edit": ("edit/", edit.edit),
            "replace": ("replace/", upload.replace),
            "clone": ("clone/", steps.clone),
            "publish": ("publish/", steps.publish),
            "discard": ("discard/", steps.discard),
            "yaml": ("yaml/", downloads.as_yaml),
            "xlsx": ("xlsx/", downloads.as_workbook),
            "form": ("form/", form_preview.form_preview),
            "score": ("score/", score_preview.score_preview),
            "compare": ("compare/", compare.compare),
        }
        return [
            path("", guard(listing.listing), name="scoring_scheme_changelist"),
            path("add/", guard(upload.create), name="scoring_scheme_add"),
            *(
                path(f"<int:pk>/{way}", guard(view), name=f"scoring_scheme_{name}")
                for name, (way, view) in pages.items()
            ),
        ]
