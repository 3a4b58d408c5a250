"""Which fields of a page a running total adds up."""

import re

from reports.anchors import element_id
from reports.forms.page import SectionPage
from scoring.engine.facts import cells_of

_SUM = re.compile(r"[a-z0-9_.]+(?:\s*\+\s*[a-z0-9_.]+)+")
SELF_SUM = "self.sum"


def running_sum(page: SectionPage, cell: str) -> str:
    """A CSS selector of the fields whose sum the cell should equal; empty where they aren't all on this page."""
    of = cells_of(page.scheme).get(cell)
    if of is None or of.derived is None:
        return ""
    formula = of.derived.strip()
    if formula == SELF_SUM:
        return "[data-self]" if _has_all_scores(page) else ""
    anchors = [page.scheme.places.get(name, "") for name in parts_of_sum(formula)]
    if not anchors or not all(anchor.startswith(f"{page.section.key}/") for anchor in anchors):
        return ""
    return ", ".join(f'[id="{element_id(anchor)}"]' for anchor in anchors)


def parts_of_sum(formula: str) -> list[str]:
    """The names that a formula adds up; empty for any other kind of formula."""
    return [name.strip() for name in formula.split("+")] if _SUM.fullmatch(formula.strip()) else []


def _has_all_scores(page: SectionPage) -> bool:
    """Whether every scored row of the form stands on this page."""
    own = {page.section.key}
    scored = {
        section.key
        for section in page.scheme.sections
        for block in section.blocks
        if block.answers or block.indicators
    }
    return scored == own
