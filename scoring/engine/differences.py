"""What changed between two filings, cell by cell."""

from collections.abc import Iterator
from dataclasses import dataclass

from scoring.engine.content import Answer, Content, SectionContent
from scoring.engine.scheme import Scheme


@dataclass(frozen=True)
class Change:
    """A cell whose text differs; blank is the empty string."""

    anchor: str
    before: str
    after: str


def changes_between(before: Content, after: Content, scheme: Scheme) -> list[Change]:
    """Changed cells in the order of the later filing, then those that only the earlier one has."""
    old, new = cells_by_anchor(before, scheme), cells_by_anchor(after, scheme)
    anchors = [*new, *(anchor for anchor in old if anchor not in new)]
    return [
        Change(anchor, old.get(anchor, ""), new.get(anchor, ""))
        for anchor in anchors
        if old.get(anchor, "") != new.get(anchor, "")
    ]


def cells_by_anchor(content: Content, scheme: Scheme) -> dict[str, str]:
    """Every filled cell of a filing by its anchor."""
    return {
        f"{key}/{path}": text
        for key, section in content.sections.items()
        for path, text in _cells(section, scheme)
        if text
    }


def _cells(section: SectionContent, scheme: Scheme) -> Iterator[tuple[str, str]]:
    for name, text in section.facts.items():
        yield name, text or ""
    for table, rows in section.tables.items():
        yield from (
            (f"{table}/{row}/{c}", text or "") for row, cells in rows.items() for c, text in cells.items()
        )
    for name, listed in section.lists.items():
        prefix = "" if name in scheme.indicator_lists else f"{name}/"
        for cells in listed:
            base = f"{prefix}{cells.get('id')}"
            yield from ((f"{base}/{column}", text or "") for column, text in cells.items() if column != "id")
    for indicator, answer in section.answers.items():
        yield from _answer_cells(indicator, answer)


def _answer_cells(indicator: str, answer: Answer) -> Iterator[tuple[str, str]]:
    for column, text in answer.model_dump(exclude={"items"}).items():
        yield f"{indicator}/{column}", text or ""
    for item, text in answer.items.items():
        yield f"{indicator}/items.{item}", text
