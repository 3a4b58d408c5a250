"""Every check, in the order in which findings are shown within a severity."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from scoring.engine.checks import (
    above_weight,
    actual_wording,
    all_full,
    change_rates,
    claims,
    cost_direction,
    declared,
    derived_figures,
    empty_weight,
    execution_cap,
    execution_gap,
    grade_band,
    heavy_rows,
    idle_weight,
    late_date,
    level_weights,
    low_execution,
    missing,
    missing_reason,
    no_number,
    no_target,
    outside_band,
    over_execution,
    over_target,
    power_of_ten,
    pseudo_quantity,
    repeated_indicator,
    same_indicator,
    sample_size,
    score_difference,
    share_sum,
    shared_figures,
    shifted_value,
    sign_direction,
    standard_weights,
    titles,
    total_sum,
    total_twice,
    tree_sums,
    unanswered_parts,
    unclear_rubric,
    unit_conversion,
    unit_mismatch,
    unreachable_score,
    unreadable,
    unsplit_group,
    weight_sum,
    wrong_category,
    year_number,
    zero_denominator,
)
from scoring.engine.checks.base import Check, CheckContext
from scoring.engine.checks.told_once import told_once
from scoring.engine.results import Finding

CHECKS: tuple[Check, ...] = (
    missing.CHECK,
    unreadable.CHECK,
    above_weight.CHECK,
    total_sum.CHECK,
    total_twice.CHECK,
    grade_band.CHECK,
    *score_difference.CHECKS,
    unreachable_score.CHECK,
    outside_band.CHECK,
    execution_cap.CHECK,
    execution_gap.CHECK,
    idle_weight.CHECK,
    empty_weight.CHECK,
    *derived_figures.CHECKS,
    *change_rates.CHECKS,
    *claims.CHECKS,
    share_sum.CHECK,
    power_of_ten.CHECK,
    unit_conversion.CHECK,
    zero_denominator.CHECK,
    unit_mismatch.CHECK,
    shifted_value.CHECK,
    sample_size.CHECK,
    tree_sums.CHECK,
    declared.CHECK,
    shared_figures.CHECK,
    same_indicator.CHECK,
    titles.CHECK,
    level_weights.CHECK,
    weight_sum.CHECK,
    standard_weights.CHECK,
    missing_reason.CHECK,
    over_execution.CHECK,
    low_execution.CHECK,
    over_target.CHECK,
    late_date.CHECK,
    no_target.CHECK,
    no_number.CHECK,
    year_number.CHECK,
    unanswered_parts.CHECK,
    cost_direction.CHECK,
    sign_direction.CHECK,
    *actual_wording.CHECKS,
    pseudo_quantity.CHECK,
    wrong_category.CHECK,
    repeated_indicator.CHECK,
    unsplit_group.CHECK,
    heavy_rows.CHECK,
    all_full.CHECK,
    unclear_rubric.CHECK,
)
TITLES = {check.code: check.title for check in CHECKS}
_ORDER = {"error": 0, "warning": 1, "information": 2}


def run_checks(context: CheckContext) -> list[Finding]:
    """Findings of every check that the scheme leaves on, errors first, each contradiction once."""
    found: list[Finding] = []
    for check in CHECKS:
        found += _found(check, context)
    return sorted(told_once(found), key=lambda finding: _ORDER[finding.severity])


def _found(check: Check, context: CheckContext) -> Iterable[Finding]:
    """What a check finds under the scheme's setting for it. A declared comparison goes by its own code."""
    if check is declared.CHECK:
        return _declared(check, context)
    setting = context.scheme.check_settings.get(check.code)
    if setting == "off":
        return ()
    return check.find(replace(check, severity=setting) if setting else check, context)


def _declared(check: Check, context: CheckContext) -> Iterator[Finding]:
    for finding in check.find(check, context):
        if (own := context.scheme.check_settings.get(finding.code)) != "off":
            yield replace(finding, severity=own) if own else finding
