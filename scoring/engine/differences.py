"""What changed between two filings, cell by cell."""

from collections.abc import Iterator
from dataclasses import dataclass

from scoring.engine.content import Content, SectionContent
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
        for row, cells in rows.items():
            for column, text in cells.items():
                yield f"{table}/{row}/{column}", text or ""
    for name, listed in section.lists.items():
        prefix = "" if name in scheme.indicator_lists else f"{name}/"
        for cells in listed:
            for column, text in cells.items():
                if column != "id":
                    yield f"{prefix}{cells.get('id')}/{column}", text or ""
    for indicator, answer in section.answers.items():
        for column, value in answer.model_dump(exclude={"items"}).items():
            yield f"{indicator}/{column}", value or ""
        for item, value in answer.items.items():
            yield f"{indicator}/items.{item}", value
