"""What a reviewer calls a cell: the form's own words for an anchor."""

from collections.abc import Iterator

from reports.admin.words import COLUMNS
from scoring.engine.content import Cells, Content
from scoring.engine.scheme import Block, Scheme, Section


def places_of(scheme: Scheme, content: Content) -> dict[str, str]:
    """Every anchor that a comment may be tied to → its label, in the form's order."""
    places: dict[str, str] = {}
    for section in scheme.sections:
        places[section.key] = section.title
        for block in section.blocks:
            places.update(_block(scheme, content, section, block))
    return places


def place_label(places: dict[str, str], anchor: str) -> str:
    """The label of `anchor`, or of the line it is a cell of; the anchor itself as a last resort."""
    if anchor in places:
        return places[anchor]
    line, _slash, column = anchor.rpartition("/")
    if line in places:
        return f"{places[line]} · {column_label(column)}"
    return anchor


def column_label(column: str) -> str:
    """The heading of an indicator's cell."""
    return str(COLUMNS.get(column, column))


def _block(scheme: Scheme, content: Content, section: Section, block: Block) -> Iterator[tuple[str, str]]:
    for fact in block.facts:
        yield f"{section.key}/{fact}", f"{section.title} · {scheme.facts[fact].label}"
    for key in block.answers:
        yield f"{section.key}/{key}", f"{section.title} · {scheme.indicators_by_id[key].name}"
    if block.table:
        table = scheme.tables[block.table]
        for row, column in table.cells():
            label = f"{table.title} · {table.rows[row]} · {table.column(column).label}"
            yield f"{section.key}/{block.table}/{row}/{column}", label
    if block.indicators:
        for filed in content.rows(section.key, block.indicators):
            yield f"{section.key}/{filed.get('id')}", f"{section.title} · {filed.get('name') or ''}"
    if block.list:
        for number, filed in enumerate(content.rows(section.key, block.list), start=1):
            yield from _row(scheme, section, block.list, number, filed)


def _row(scheme: Scheme, section: Section, name: str, number: int, filed: Cells) -> Iterator[tuple[str, str]]:
    for column, spec in scheme.lists[name].columns.items():
        anchor = f"{section.key}/{name}/{filed.get('id')}/{column}"
        yield anchor, f"{scheme.lists[name].title} {number} · {spec.label}"
