"""Every status × action × role, from one table of who may do what."""

import itertools

import pytest

from reports import roles, workflow
from reports.workflow import Status

STAGES = ["division_review", "office_review"]

ALLOWED = {
    (Status.DRAFT, "hand_over", roles.FILER): Status.AWAITING_SIGNATURE,
    (Status.RETURNED, "hand_over", roles.FILER): Status.AWAITING_SIGNATURE,
    (Status.AWAITING_SIGNATURE, "take_back", roles.FILER): Status.DRAFT,
    (Status.AWAITING_SIGNATURE, "send_back", roles.BUREAU_HEAD): Status.DRAFT,
    (Status.AWAITING_SIGNATURE, "sign", roles.BUREAU_HEAD): Status.SUBMITTED,
    (Status.SUBMITTED, "withdraw", roles.BUREAU_HEAD): Status.DRAFT,
    (Status.SUBMITTED, "start_review", roles.DIVISION_REVIEWER): Status.DIVISION_REVIEW,
    (Status.DIVISION_REVIEW, "approve", roles.DIVISION_REVIEWER): Status.OFFICE_REVIEW,
    (Status.OFFICE_REVIEW, "approve", roles.PERFORMANCE_OFFICE): Status.APPROVED,
    (Status.DIVISION_REVIEW, "return_for_correction", roles.DIVISION_REVIEWER): Status.RETURNED,
    (Status.OFFICE_REVIEW, "return_for_correction", roles.PERFORMANCE_OFFICE): Status.RETURNED,
    (Status.DRAFT, "cancel", roles.PERFORMANCE_OFFICE): Status.CANCELLED,
    (Status.RETURNED, "cancel", roles.PERFORMANCE_OFFICE): Status.CANCELLED,
    (Status.CANCELLED, "reinstate", roles.PERFORMANCE_OFFICE): Status.DRAFT,
}
COMBINATIONS = list(itertools.product(workflow.ALL, workflow.ACTIONS, roles.ALL))


@pytest.mark.parametrize(("status", "action", "role"), COMBINATIONS)
def test_transition_is_exactly_what_the_table_allows(status: str, action: str, role: str) -> None:
    expected = ALLOWED.get((status, action, role))

    if expected is None:
        with pytest.raises((workflow.WrongStatusError, workflow.WrongRoleError)):
            workflow.transition_for(action, status, role, STAGES)
        assert action not in workflow.actions_for(status, role, STAGES)
    else:
        transition = workflow.transition_for(action, status, role, STAGES)
        assert workflow.target_of(transition, status, STAGES, was_returned=False) == expected
        assert action in workflow.actions_for(status, role, STAGES)


def test_wrong_status_and_wrong_role_are_told_apart() -> None:
    with pytest.raises(workflow.WrongStatusError):
        workflow.transition_for("hand_over", Status.APPROVED, roles.FILER, STAGES)
    with pytest.raises(workflow.WrongRoleError):
        workflow.transition_for("hand_over", Status.DRAFT, roles.AUDITOR, STAGES)
    with pytest.raises(workflow.WrongRoleError):
        workflow.transition_for("hand_over", Status.APPROVED, roles.AUDITOR, STAGES)


def test_taking_back_a_returned_report_leads_to_returned() -> None:
    transition = workflow.transition_for("take_back", Status.AWAITING_SIGNATURE, roles.FILER, STAGES)

    assert (
        workflow.target_of(transition, Status.AWAITING_SIGNATURE, STAGES, was_returned=True)
        == Status.RETURNED
    )


@pytest.mark.parametrize(
    ("stages", "status", "expected"),
    [
        (["division_review", "office_review"], Status.SUBMITTED, Status.DIVISION_REVIEW),
        (["office_review", "division_review"], Status.SUBMITTED, Status.DIVISION_REVIEW),
        (["office_review"], Status.SUBMITTED, Status.OFFICE_REVIEW),
        (["division_review"], Status.DIVISION_REVIEW, Status.APPROVED),
        (["division_review", "office_review"], Status.OFFICE_REVIEW, Status.APPROVED),
    ],
)
def test_next_stage_follows_the_campaign(stages: list[str], status: str, expected: str) -> None:
    assert workflow.next_stage(status, stages) == expected


def test_review_is_begun_by_the_first_stages_role_only() -> None:
    assert workflow.actions_for(Status.SUBMITTED, roles.PERFORMANCE_OFFICE, ["office_review"]) == (
        "start_review",
    )
    assert workflow.actions_for(Status.SUBMITTED, roles.DIVISION_REVIEWER, ["office_review"]) == ()
