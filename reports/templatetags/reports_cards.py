"""What happened last to a report, for its card."""

from django import template

from reports.models import Report, StatusChange
from reports.views.history import action_label

register = template.Library()


@register.filter
def last_change(report: Report) -> StatusChange | None:
    """The newest step; the steps must be loaded with the report."""
    changes = list(report.status_changes.all())
    return changes[-1] if changes else None


@register.filter
def action_name(change: StatusChange) -> str:
    return action_label(change.action)
