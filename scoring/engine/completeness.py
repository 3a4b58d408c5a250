"""How much of a form is filled: required cells with something in them."""

from dataclasses import dataclass

from scoring.engine.checks.places import places
from scoring.engine.content import Content
from scoring.engine.facts import FactBook
from scoring.engine.scheme import Scheme


@dataclass(frozen=True)
class _Draft:
    scheme: Scheme
    content: Content
    facts: FactBook


def completeness(scheme: Scheme, content: Content) -> int:
    """Filled required cells in percent of all, 0–100, rounded down: 100 only when nothing is missing.

    A list that needs rows and has none counts as one blank cell.
    """
    draft = _Draft(scheme, content, FactBook(scheme, content))
    filled = [bool((place.text or "").strip()) for place in places(draft) if place.spec.required]
    filled += [False] * sum(_lacks_rows(scheme, content, section.key) for section in scheme.sections)
    return 100 * sum(filled) // len(filled) if filled else 100


def _lacks_rows(scheme: Scheme, content: Content, key: str) -> int:
    """How many lists of a page need rows and have none."""
    blocks = scheme.section(key).blocks
    needing = [b.list for b in blocks if b.list and scheme.lists[b.list].min_rows]
    needing += [b.indicators for b in blocks if b.indicators]
    return sum(not any(content.rows(key, name)) for name in needing)
