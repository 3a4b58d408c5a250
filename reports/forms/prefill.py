"""Cells that derive from others and are stated beside: they follow their formula until somebody writes another figure.

While such a cell is blank it is shown filled in. The page remembers in hidden fields (`p:<field>`) what the cells
that agree with their formula showed; one that comes back unchanged is stored with what its formula gives by then.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from reports.sheets.reading import book_of, derived_text
from scoring.engine.content import Content, SectionContent
from scoring.engine.scheme import TOTAL, Scheme, Section

SHOWN = "p:"


def stated_cells(scheme: Scheme, section: Section) -> Iterator[tuple[str, str]]:
    """(form field, cell name) of every cell of the page that is both derived and stated."""
    for block in section.blocks:
        for name in block.facts:
            if scheme.facts[name].derived and scheme.facts[name].stated:
                yield f"f:{name}", name
        if block.table:
            for place in scheme.tables[block.table].derived:
                yield f"t:{block.table}:{place.replace('.', ':')}", f"{block.table}.{place}"
        if block.list and scheme.lists[block.list].total:
            for column in scheme.lists[block.list].sums():
                yield f"t:{block.list}:{TOTAL}:{column}", f"{block.list}.{TOTAL}.{column}"


def following(scheme: Scheme, section: Section, content: Content) -> dict[str, str]:
    """By form field, what every cell shows that is blank or agrees with its formula; may be empty."""
    book = book_of(scheme, content)
    cells = {
        field: (book.stated_text(name), derived_text(book, name))
        for field, name in stated_cells(scheme, section)
    }
    return {field: derived for field, (stated, derived) in cells.items() if stated in (None, "", derived)}


def posted_following(data: Mapping[str, Any]) -> dict[str, str]:
    """What those cells showed on the page that came back."""
    return {key.removeprefix(SHOWN): str(data[key]) for key in data if key.startswith(SHOWN)}


def followed(
    data: dict[str, Any], shown: Mapping[str, str], scheme: Scheme, section: Section, content: Content
) -> dict[str, Any]:
    """`data` with every cell that still is as `shown` set to what its formula gives for `data` itself."""
    page = SectionContent.model_validate(data)
    book = book_of(scheme, content.model_copy(update={"sections": {**content.sections, section.key: page}}))
    for field, name in stated_cells(scheme, section):
        holder, key = _place(data, field)
        if field in shown and (holder.get(key) or "") == shown[field]:
            holder[key] = derived_text(book, name) or holder.get(key)
    return data


def _place(data: dict[str, Any], field: str) -> tuple[dict[str, Any], str]:
    kind, *path = field.split(":")
    if kind == "f":
        return data["facts"], path[0]
    table, row, column = path
    return data["tables"][table][row], column
