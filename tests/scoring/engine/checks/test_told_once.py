"""One contradiction is told once, by the check that says most about it."""

import pytest

from scoring.engine.checks.told_once import told_once
from scoring.engine.results import Finding


def finding(code: str, anchor: str = "page/rate", severity: str = "warning", **given: object) -> Finding:
    return Finding(code, severity, anchor, "", **given)  # type: ignore[arg-type]


RATE = finding("X_RATE", stated="5", computed="-5")
SHARES = finding("N_SHARE", also=("page/other",))
LOW = finding("X_LOW", "page/execution", "information")


@pytest.mark.parametrize(
    ("general", "specific"),
    [
        (RATE, finding("N_SIGN", stated="5", computed="-5")),
        (RATE, finding("N_YOY", stated="5", computed="-5")),
        (finding("N_UNIT", stated="5", computed="50"), finding("N_DEC", stated="5", computed="50")),
        (SHARES, RATE),
        (SHARES, finding("N_SIGN", "page/other")),
        (LOW, finding("I_REASON", "page/execution/reason")),
    ],
)
def test_general_finding_gives_way(general: Finding, specific: Finding) -> None:
    assert told_once([general, specific]) == [specific]
    assert told_once([specific, general]) == [specific]


@pytest.mark.parametrize(
    ("general", "specific"),
    [
        (RATE, finding("N_SIGN", "page/other", stated="5", computed="-5")),
        (RATE, finding("N_SIGN", stated="5", computed="-6")),
        (RATE, finding("N_SIGN", severity="information", stated="5", computed="-5")),
        (RATE, finding("X_PARTS", stated="5", computed="-5")),
        (SHARES, finding("X_RATE", "page/third")),
        (LOW, finding("I_REASON", "page/execution2/reason")),
        (
            finding("X_RATE", stated="5", computed="-5", touches_score=True),
            finding("N_SIGN", stated="5", computed="-5"),
        ),
    ],
)
def test_other_contradictions_and_lesser_findings_are_kept(general: Finding, specific: Finding) -> None:
    assert told_once([general, specific]) == [general, specific]
