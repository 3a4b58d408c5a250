"""Addresses of the site: the bureau's pages at the root, the review desk below desk/."""

from django.contrib import admin
from django.urls import include, path
from django.views.i18n import set_language

from config.health import healthz

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("language/", set_language, name="set_language"),
    path("desk/", admin.site.urls),
    path("", include("reports.urls")),
]
