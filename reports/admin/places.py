"""What a reviewer calls a cell: the form's own words for an anchor."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reports.columns import column_label
from reports.sheets.coded import is_coded, row_name
from scoring.engine.content import Cells, Content
from scoring.engine.scheme import TOTAL, Block, RowList, Scheme, Section

Named = Iterator[tuple[str, "Place"]]


@dataclass(frozen=True)
class Place:
    """A cell or line in words. Only offered ones stand in the list of places for a comment; all may have one."""

    label: str
    page: str
    is_offered: bool = True


def places_of(scheme: Scheme, content: Content) -> dict[str, Place]:
    """Every anchor that a comment may be tied to, in the form's order."""
    places: dict[str, Place] = {}
    for section in scheme.sections:
        places[section.key] = Place(section.title, section.title)
        for block in section.blocks:
            places.update(_block(scheme, content, section, block))
    return places


def offered_places(places: Mapping[str, Place]) -> dict[str, list[tuple[str, str]]]:
    """(anchor, label) of what is offered, by page."""
    offered: dict[str, list[tuple[str, str]]] = {}
    for anchor, place in places.items():
        if place.is_offered:
            offered.setdefault(place.page, []).append((anchor, place.label))
    return offered


def place_label(places: Mapping[str, Place], anchor: str) -> str:
    """The label of `anchor`, or of the line it is a cell of; the anchor itself as a last resort."""
    if anchor in places:
        return places[anchor].label
    line, _slash, column = anchor.rpartition("/")
    if line in places:
        return f"{places[line].label} · {column_label(column)}"
    return anchor


def _block(scheme: Scheme, content: Content, section: Section, block: Block) -> Named:
    key, title = section.key, section.title
    for fact in block.facts:
        yield f"{key}/{fact}", Place(f"{title} · {scheme.facts[fact].label}", title)
    for answer in block.answers:
        yield f"{key}/{answer}", Place(f"{title} · {scheme.indicators_by_id[answer].name}", title)
    if block.table:
        table = scheme.tables[block.table]
        for row, column in table.cells():
            label = f"{table.title} · {table.rows[row]} · {table.column(column).label}"
            yield f"{key}/{block.table}/{row}/{column}", Place(label, title)
    if block.indicators:
        for filed in content.rows(key, block.indicators):
            yield f"{key}/{filed.get('id')}", Place(f"{title} · {filed.get('name') or ''}", title)
    if block.list:
        spec, rows = scheme.lists[block.list], list(content.rows(key, block.list))
        listed = _coded(spec, rows) if is_coded(spec) else _worded(spec, rows)
        yield f"{key}/{block.list}", Place(spec.title, title)
        for path, label, is_offered in listed:
            yield f"{key}/{block.list}/{path}", Place(f"{spec.title} · {label}", title, is_offered)


def _worded(spec: RowList, rows: list[Cells]) -> Iterator[tuple[str, str, bool]]:
    """Rows of words by their number, cell by cell."""
    for number, filed in enumerate(rows, start=1):
        for column, of in spec.columns.items():
            yield f"{filed.get('id')}/{column}", f"{number} · {of.label}", True


def _coded(spec: RowList, rows: list[Cells]) -> Iterator[tuple[str, str, bool]]:
    """Rows of figures by code and name. There are many: only whole rows are offered."""
    named = [(str(filed.get("id")), row_name(spec, filed)) for filed in rows]
    if spec.total:
        named.insert(0, (TOTAL, spec.total))
    for row, name in named:
        yield row, name, True
        yield from ((f"{row}/{column}", f"{name} · {of.label}", False) for column, of in spec.columns.items())
