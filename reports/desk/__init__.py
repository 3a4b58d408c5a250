"""The review desk (pages in reports.admin) as Django's admin: installed in place of django.contrib.admin."""

from django.contrib.admin.apps import AdminConfig


class DeskConfig(AdminConfig):
    """Names the site by path: its module must not be imported before the models are."""

    default_site = "reports.desk.site.DeskSite"
