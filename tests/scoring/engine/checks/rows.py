"""Typed rows of the small form: what one check finds in them."""

from typing import Any

from scoring.engine.results import Finding
from tests.scoring.engine.checks.small import FORM, findings

# The same form whose typed rows have fewer cells.
LEVELS = "levels: [{name: 产出指标, weight: 50}]"
WITHOUT_REASON = FORM.replace(
    LEVELS, f"{LEVELS}\n    columns: [level1, level2, name, target, actual, weight, self_score]"
)
WITHOUT_TARGET = FORM.replace(
    LEVELS, f"{LEVELS}\n    columns: [level1, level2, name, actual, weight, self_score, reason]"
).replace("columns: [weight, target, actual]", "columns: [weight, actual]")
WITHOUT_ACTUAL = FORM.replace(
    LEVELS, f"{LEVELS}\n    columns: [level1, level2, name, target, weight, self_score, reason]"
).replace("columns: [weight, target, actual]", "columns: [weight, target]")
WITHOUT_LEVEL2 = FORM.replace(
    LEVELS, f"{LEVELS}\n    columns: [level1, name, target, actual, weight, self_score, reason]"
)
TYPED = {
    "level1": "产出指标",
    "level2": "数量指标",
    "name": "培训人数",
    "target": "≥100人",
    "actual": "100人",
    "weight": "50",
    "self_score": "50",
    "reason": "",
}


def with_standards(setting: str, form: str = FORM) -> str:
    """The form with this line of `standards`."""
    return form.replace("scope: project\n", f"scope: project\nstandards: {{{setting}}}\n")


def found(code: str, changes: dict[str, Any] | None = None, form: str = FORM) -> list[Finding]:
    """What this check finds in the right filing after `changes`."""
    return [finding for finding in findings(changes, form) if finding.code == code]


def in_rows(code: str, *rows: dict[str, str], form: str = FORM) -> list[Finding]:
    """What it finds where these rows, each the right one with other cells, are typed as r1, r2, …"""
    typed = [{**TYPED, "id": f"r{number}", **row} for number, row in enumerate(rows, start=1)]
    return found(code, {"lists/rows": typed}, form)


def in_row(code: str, form: str = FORM, **cells: str) -> list[Finding]:
    """What it finds in one typed row."""
    return in_rows(code, cells, form=form)
