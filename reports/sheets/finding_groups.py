"""Findings by severity and page, so that a long list can be taken in and jumped through."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reports.sheets.findings import FindingLine
from scoring.engine.scheme import Scheme

SEVERITIES = ("error", "warning", "information")
MANY = 8


@dataclass(frozen=True)
class PageFindings:
    """Findings of one severity on one page of the form; without a key where they stand on no page."""

    key: str
    title: str
    lines: tuple[FindingLine, ...]


@dataclass(frozen=True)
class FindingGroup:
    """Findings of one severity, page by page in form order."""

    severity: str
    pages: tuple[PageFindings, ...]

    @property
    def lines(self) -> list[FindingLine]:
        return [line for page in self.pages for line in page.lines]

    @property
    def count(self) -> int:
        return sum(len(page.lines) for page in self.pages)

    @property
    def open_count(self) -> int:
        """How many still need the bureau's explanation."""
        return sum(line.is_open for line in self.lines)

    @property
    def is_folded(self) -> bool:
        """Whether the list waits to be opened: information, and much of it."""
        return self.severity == "information" and self.count > MANY


@dataclass(frozen=True)
class PageCounts:
    """How many findings of each severity stand on one page, in the order of `SEVERITIES`."""

    key: str
    title: str
    counts: tuple[tuple[str, int], ...]


def group_findings(lines: Iterable[FindingLine], form: Scheme) -> list[FindingGroup]:
    """Errors first; severities without findings are left out."""
    titles = page_titles(form)
    by_place: dict[tuple[str, str], list[FindingLine]] = {}
    for line in lines:
        key = line.section if line.section in titles else ""
        by_place.setdefault((line.severity, key), []).append(line)
    return [
        FindingGroup(
            severity,
            tuple(
                PageFindings(key, title, tuple(by_place[severity, key]))
                for key, title in [*titles.items(), ("", "")]
                if (severity, key) in by_place
            ),
        )
        for severity in SEVERITIES
        if any(found == severity for found, _key in by_place)
    ]


def page_counts(groups: Iterable[FindingGroup], form: Scheme) -> list[PageCounts]:
    """For the overview: each page that has findings, in form order."""
    found = {(page.key, group.severity): len(page.lines) for group in groups for page in group.pages}
    pages = {key for key, _severity in found}
    return [
        PageCounts(key, title, tuple((code, found.get((key, code), 0)) for code in SEVERITIES))
        for key, title in [*page_titles(form).items(), ("", "")]
        if key in pages
    ]


def page_titles(form: Scheme) -> Mapping[str, str]:
    """Titles of the form's pages by key, in form order."""
    return {section.key: section.title for section in form.sections}
