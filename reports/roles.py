"""Machine codes of the roles, for code that knows no database."""

FILER = "filer"
BUREAU_HEAD = "bureau_head"
DIVISION_REVIEWER = "division_reviewer"
PERFORMANCE_OFFICE = "performance_office"
ADMINISTRATOR = "administrator"
AUDITOR = "auditor"

ALL = (FILER, BUREAU_HEAD, DIVISION_REVIEWER, PERFORMANCE_OFFICE, ADMINISTRATOR, AUDITOR)
