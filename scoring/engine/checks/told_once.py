"""One contradiction is told once: by the check that says most about it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from scoring.engine.checks.base import CheckContext
from scoring.engine.results import Finding

_GRAVITY = {"information": 0, "warning": 1, "error": 2}


@dataclass(frozen=True)
class Repetition:
    """A finding of `code` says nothing new beside one of `by` for which `same` holds (general, specific)."""

    code: str
    by: tuple[str, ...]
    same: Callable[[Finding, Finding], bool]


def _same_figures(general: Finding, specific: Finding) -> bool:
    """The same cell with the same two figures."""
    ours, theirs = ((each.anchor, each.stated, each.computed) for each in (general, specific))
    return ours == theirs


def _same_cell(general: Finding, specific: Finding) -> bool:
    """The specific one names a cell that the general one is about."""
    return specific.anchor in (general.anchor, *general.also)


def _same_row(general: Finding, specific: Finding) -> bool:
    return specific.anchor.startswith(f"{general.anchor}/")


REPETITIONS = (
    # A wrong rate of change whose sign is wrong, or that can't be at all.
    Repetition("X_RATE", ("N_SIGN", "N_YOY"), _same_figures),
    # Shares that don't make up the whole because one of them is wrong.
    Repetition("N_SHARE", ("X_RATE", "N_SIGN", "N_YOY"), _same_cell),
    # Two figures in different units that differ by their decimal point.
    Repetition("N_UNIT", ("N_DEC",), _same_figures),
    # A low execution rate asks for the reason that a deduction on the same row asks for.
    Repetition("X_LOW", ("I_REASON",), _same_row),
)


def told_once(findings: Iterable[Finding]) -> list[Finding]:
    """The findings without those that another one says more exactly, and no less gravely."""
    every = list(findings)
    return [finding for finding in every if not _is_repeated(finding, every)]


def speaks(context: CheckContext, code: str) -> bool:
    """Whether the scheme leaves the check `code` its say as a warning, so that another need not repeat it."""
    return context.scheme.check_settings.get(code) in (None, "warning", "error")


def _is_repeated(finding: Finding, every: list[Finding]) -> bool:
    return any(
        other.code in each.by and each.same(finding, other) and _is_as_grave(other, finding)
        for each in REPETITIONS
        if each.code == finding.code
        for other in every
    )


def _is_as_grave(specific: Finding, general: Finding) -> bool:
    asks = specific.needs_explanation or not general.needs_explanation
    return asks and _GRAVITY[specific.severity] >= _GRAVITY[general.severity]
