"""Findings as lines of a list, each a link to its cell."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from reports.anchors import Link, element_id, section_of
from scoring.engine.results import Correction, Quote
from scoring.services import finding_title

# What these state are years and names, not amounts.
NOT_AMOUNTS = frozenset({"D_TITLE"})


class AnyFinding(Protocol):
    """A finding of a draft or a stored one."""

    @property
    def code(self) -> str: ...
    @property
    def severity(self) -> str: ...
    @property
    def anchor(self) -> str: ...
    @property
    def message(self) -> str: ...
    @property
    def stated(self) -> str | None: ...
    @property
    def computed(self) -> str | None: ...
    @property
    def difference(self) -> str | None: ...
    @property
    def touches_score(self) -> bool: ...
    @property
    def also(self) -> Collection[str]: ...
    @property
    def key(self) -> str: ...
    @property
    def quote(self) -> Quote | None: ...
    @property
    def correction(self) -> Correction | None: ...


@dataclass(frozen=True)
class FindingLine:
    """One finding for a page; `explanation` is the bureau's word on it.

    `quote` and `correction` are code points of the cell's text, `quote_id` the element around the quoted words.
    """

    key: str
    code: str
    title: str
    severity: str
    anchor: str
    url: str
    also: tuple[str, ...]
    message: str
    stated: str | None
    computed: str | None
    difference: str | None
    needs_explanation: bool
    explanation: str = ""
    quote: Quote | None = None
    correction: Correction | None = None
    quote_id: str = ""

    @property
    def cell_id(self) -> str:
        """The element of its cell."""
        return element_id(self.anchor)

    @property
    def section(self) -> str:
        return section_of(self.anchor)

    @property
    def has_amounts(self) -> bool:
        """Whether what it states and computes reads with thousands separators."""
        return self.code not in NOT_AMOUNTS

    @property
    def is_open(self) -> bool:
        """Whether it still needs the bureau's explanation."""
        return self.needs_explanation and not self.explanation


def finding_lines(
    findings: Iterable[AnyFinding], link: Link, explanations: Mapping[str, str] | None = None
) -> list[FindingLine]:
    """Lines in the order of `findings`; `explanations` gives the bureau's text by finding key."""
    texts = explanations or {}
    return [
        FindingLine(
            key=finding.key,
            code=finding.code,
            title=finding_title(finding.code),
            severity=finding.severity,
            anchor=finding.anchor,
            url=_address(link(finding.anchor), finding.quote, f"quote-{number}"),
            also=tuple(link(anchor) for anchor in finding.also),
            message=finding.message,
            stated=finding.stated,
            computed=finding.computed,
            difference=finding.difference,
            needs_explanation=finding.severity == "warning" and finding.touches_score,
            explanation=texts.get(finding.key, ""),
            quote=finding.quote,
            correction=finding.correction,
            quote_id=f"quote-{number}" if finding.quote else "",
        )
        for number, finding in enumerate(findings)
    ]


def _address(url: str, quote: Quote | None, quote_id: str) -> str:
    """To the quoted words: they have an element of their own where the cell is on this page, else they are asked for."""
    if quote is None:
        return url
    page, _, cell = url.partition("#")
    return f"{page}?quote={quote.start}-{quote.end}#{cell}" if page else f"#{quote_id}"
