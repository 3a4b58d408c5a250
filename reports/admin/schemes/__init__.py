"""Forms and their versions on the desk: read by the finance side, changed by administrators, published for good."""

from reports.admin.schemes.desk import SchemeAdmin

__all__ = ["SchemeAdmin"]
