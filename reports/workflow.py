"""Statuses, actions and the one table of transitions. No database, no clock."""

from collections.abc import Sequence
from dataclasses import dataclass

from reports.roles import BUREAU_HEAD, DIVISION_REVIEWER, FILER, PERFORMANCE_OFFICE


class Status:
    """Machine codes of a report's statuses."""

    DRAFT = "draft"
    AWAITING_SIGNATURE = "awaiting_signature"
    SUBMITTED = "submitted"
    PARENT_REVIEW = "parent_review"
    DIVISION_REVIEW = "division_review"
    OFFICE_REVIEW = "office_review"
    RETURNED = "returned"
    APPROVED = "approved"
    CANCELLED = "cancelled"


ALL = (
    Status.DRAFT,
    Status.AWAITING_SIGNATURE,
    Status.SUBMITTED,
    Status.PARENT_REVIEW,
    Status.DIVISION_REVIEW,
    Status.OFFICE_REVIEW,
    Status.RETURNED,
    Status.APPROVED,
    Status.CANCELLED,
)
EDITABLE = (Status.DRAFT, Status.RETURNED)
REVIEWING = (Status.PARENT_REVIEW, Status.DIVISION_REVIEW, Status.OFFICE_REVIEW)

NEXT_STAGE = "next_stage"
BACK = "back"


@dataclass(frozen=True)
class Transition:
    """Who may take a report where. `target` is a status, the campaign's next stage, or back to editing."""

    action: str
    sources: tuple[str, ...]
    target: str
    roles: tuple[str, ...]


STAGE_ROLES = {Status.DIVISION_REVIEW: DIVISION_REVIEWER, Status.OFFICE_REVIEW: PERFORMANCE_OFFICE}

TRANSITIONS = (
    Transition("hand_over", EDITABLE, Status.AWAITING_SIGNATURE, (FILER,)),
    Transition("take_back", (Status.AWAITING_SIGNATURE,), BACK, (FILER,)),
    Transition("send_back", (Status.AWAITING_SIGNATURE,), BACK, (BUREAU_HEAD,)),
    Transition("sign", (Status.AWAITING_SIGNATURE,), Status.SUBMITTED, (BUREAU_HEAD,)),
    Transition("withdraw", (Status.SUBMITTED,), BACK, (BUREAU_HEAD,)),
    Transition("start_review", (Status.SUBMITTED,), NEXT_STAGE, (DIVISION_REVIEWER, PERFORMANCE_OFFICE)),
    Transition("approve", (Status.DIVISION_REVIEW,), NEXT_STAGE, (DIVISION_REVIEWER,)),
    Transition("approve", (Status.OFFICE_REVIEW,), NEXT_STAGE, (PERFORMANCE_OFFICE,)),
    Transition("return_for_correction", (Status.DIVISION_REVIEW,), Status.RETURNED, (DIVISION_REVIEWER,)),
    Transition("return_for_correction", (Status.OFFICE_REVIEW,), Status.RETURNED, (PERFORMANCE_OFFICE,)),
    Transition("cancel", EDITABLE, Status.CANCELLED, (PERFORMANCE_OFFICE,)),
    Transition("reinstate", (Status.CANCELLED,), Status.DRAFT, (PERFORMANCE_OFFICE,)),
)
ACTIONS = tuple(dict.fromkeys(transition.action for transition in TRANSITIONS))


class WrongStatusError(Exception):
    """The action isn't possible in this status, for anybody."""


class WrongRoleError(Exception):
    """The action is possible in this status, but not for this role."""


def transition_for(action: str, status: str, role: str, stages: Sequence[str]) -> Transition:
    """The transition that `role` takes. Raises WrongStatusError or WrongRoleError."""
    possible = [t for t in TRANSITIONS if t.action == action and status in t.sources]
    if not possible:
        roles = {role for t in TRANSITIONS if t.action == action for role in t.roles}
        raise WrongStatusError if role in roles else WrongRoleError
    for transition in possible:
        if role in _roles(transition, status, stages):
            return transition
    raise WrongRoleError


def actions_for(status: str, role: str, stages: Sequence[str]) -> tuple[str, ...]:
    """What `role` may do with a report in `status`."""
    return tuple(
        dict.fromkeys(
            t.action for t in TRANSITIONS if status in t.sources and role in _roles(t, status, stages)
        )
    )


def target_of(transition: Transition, status: str, stages: Sequence[str], *, was_returned: bool) -> str:
    """The status to which `transition` leads from `status`."""
    if transition.target == NEXT_STAGE:
        return next_stage(status, stages)
    if transition.target == BACK:
        return Status.RETURNED if was_returned else Status.DRAFT
    return transition.target


def next_stage(status: str, stages: Sequence[str]) -> str:
    """The campaign's review stage after `status`, approved after the last one."""
    order = [stage for stage in REVIEWING if stage in stages]
    later = order[order.index(status) + 1 :] if status in order else order
    return later[0] if later else Status.APPROVED


def _roles(transition: Transition, status: str, stages: Sequence[str]) -> tuple[str, ...]:
    """Reviewing is begun only by the role of the campaign's first stage."""
    if transition.action != "start_review":
        return transition.roles
    first = next_stage(status, stages)
    return (STAGE_ROLES[first],) if first in STAGE_ROLES else ()
