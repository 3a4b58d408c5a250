"""Which checks run, under what severity, in which order."""

import pytest

from tests.scoring.engine.checks.small import FORM, findings

SETTINGS = [("off", []), ("error", ["error"]), ("information", ["information"])]


def severities(code: str, setting: str, changes: dict[str, str]) -> list[str]:
    """Of what the check finds where the scheme has this setting."""
    form = FORM.replace("check_settings: {", f"check_settings: {{{setting}, ")
    return [finding.severity for finding in findings(changes, form) if finding.code == code]


@pytest.mark.parametrize(("setting", "expected"), SETTINGS)
def test_a_scheme_switches_a_check_off_or_sets_its_severity(setting: str, expected: list[str]) -> None:
    assert severities("T_DUP", f"T_DUP: {setting}", {"facts/total.form": "98"}) == expected


@pytest.mark.parametrize(("setting", "expected"), SETTINGS)
def test_a_declared_comparison_goes_by_its_own_code(setting: str, expected: list[str]) -> None:
    assert severities("X_OWN", f"X_OWN: {setting}", {"facts/headcount": "9"}) == expected


@pytest.mark.parametrize("setting", ["off", "error"])
def test_a_declared_comparison_of_another_code_stays_as_it_is(setting: str) -> None:
    assert severities("X_OWN", f"X_DECLARED: {setting}", {"facts/headcount": "9"}) == ["information"]


def test_errors_come_first() -> None:
    found = findings({"facts/total.form": "98", "facts/name": "", "lists/rows/0/actual": "≥100人"})

    assert [finding.severity for finding in found] == ["error", "warning", "information"]
