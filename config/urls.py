"""Addresses of the site: the bureau's pages at the root, the review desk below desk/."""

from django.contrib import admin
from django.urls import include, path

from config.health import healthz

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("desk/", admin.site.urls),
    path("", include("reports.urls")),
]
