"""Every check, in the order in which findings are shown within a severity."""

from collections.abc import Iterator
from dataclasses import replace

from scoring.engine.checks import (
    above_weight,
    actual_wording,
    declared,
    derived_figures,
    grade_band,
    level_weights,
    low_execution,
    missing,
    missing_reason,
    outside_band,
    score_difference,
    total_sum,
    total_twice,
    tree_sums,
    unreadable,
    unsplit_group,
)
from scoring.engine.checks.base import Check, CheckContext
from scoring.engine.results import Finding

CHECKS: tuple[Check, ...] = (
    missing.CHECK,
    unreadable.CHECK,
    above_weight.CHECK,
    total_sum.CHECK,
    total_twice.CHECK,
    grade_band.CHECK,
    *score_difference.CHECKS,
    outside_band.CHECK,
    *derived_figures.CHECKS,
    tree_sums.CHECK,
    declared.CHECK,
    level_weights.CHECK,
    missing_reason.CHECK,
    low_execution.CHECK,
    *actual_wording.CHECKS,
    unsplit_group.CHECK,
)
TITLES = {check.code: check.title for check in CHECKS}
_ORDER = {"error": 0, "warning": 1, "information": 2}


def run_checks(context: CheckContext) -> list[Finding]:
    """Findings of every check that the scheme leaves on, errors first."""
    found = [finding for check in _configured(context) for finding in check.find(check, context)]
    return sorted(found, key=lambda finding: _ORDER[finding.severity])


def _configured(context: CheckContext) -> Iterator[Check]:
    for check in CHECKS:
        setting = context.scheme.check_settings.get(check.code)
        if setting == "off":
            continue
        yield replace(check, severity=setting) if setting else check
