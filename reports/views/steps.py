"""The list of a draft's pages, with what is saved and what was found on each."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from reports.anchors import section_of
from reports.models import Report
from reports.sheets import CommentLine, FindingLine


@dataclass(frozen=True)
class StepLine:
    """One page in the list, with how many errors, warnings and open comments stand on it."""

    key: str
    title: str
    url: str
    is_saved: bool
    is_current: bool
    errors: int = 0
    warnings: int = 0
    comments: int = 0


def section_steps(
    report: Report,
    findings: Iterable[FindingLine],
    current: str = "",
    comments: Iterable[CommentLine] = (),
) -> list[StepLine]:
    """Pages in form order. What is missing on a page that nobody has saved yet isn't counted there."""
    saved = {section.key for section in report.sections.all() if section.revision}
    commented = [section_of(comment.anchor) for comment in comments if not comment.is_closed]
    lines = [line for line in findings if line.section in saved]
    return [
        StepLine(
            key=section.key,
            title=section.title,
            url=reverse("section", args=[report.pk, section.key]),
            is_saved=section.key in saved,
            is_current=section.key == current,
            errors=sum(line.section == section.key and line.severity == "error" for line in lines),
            warnings=sum(line.section == section.key and line.severity == "warning" for line in lines),
            comments=commented.count(section.key),
        )
        for section in report.scheme.form.sections
    ]


def first_unfinished(report: Report) -> str:
    """The address of the first page that was never saved, else of the last check."""
    step = next((step for step in section_steps(report, ()) if not step.is_saved), None)
    return step.url if step else reverse("check_report", args=[report.pk])


def page_after(report: Report, key: str) -> str:
    """The address of the page after `key`, the last check after the last page."""
    keys = [section.key for section in report.scheme.form.sections]
    following = keys[keys.index(key) + 1 :]
    return (
        reverse("section", args=[report.pk, following[0]])
        if following
        else reverse("check_report", args=[report.pk])
    )
