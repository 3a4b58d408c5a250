"""Which sheets a workbook has and which columns they have, derived from the typed scheme.

Every collection of the scheme is a sheet with a row for each item; a collection inside an item is a sheet of its own
whose first columns name the item. Parts without a collection are columns. What fits nowhere is a JSON cell.
"""

from dataclasses import dataclass, replace
from functools import cache

from pydantic import BaseModel

from scoring.authoring.shapes import Keyed, One, Other, Shape, identity_of
from scoring.authoring.sheets.columns import Cell, Collection, Slot, Way, columns_of, merged_columns
from scoring.authoring.sheets.titles import key_heading, sheet_title
from scoring.authoring.words import field_word
from scoring.engine.scheme import Scheme

Below = tuple[Way, dict[str, Collection]]


@dataclass(frozen=True)
class Sheet:
    """A collection. `above` are the collections that it lies in; `item` is what a row is.

    `parents` and `key` are the headings of the columns that name the rows above and this one.
    """

    way: Way
    title: str
    above: tuple["Sheet", ...]
    keyed: bool
    item: Shape
    parents: tuple[str, ...]
    key: str
    cells: tuple[Cell, ...]

    @property
    def own_way(self) -> Way:
        """The way from the item of the sheet above."""
        return self.way[len(self.above[-1].way) :] if self.above else self.way

    @property
    def identity(self) -> str | None:
        """The field that rows of a sheet below name; None for keyed rows."""
        return identity_of(self.item.model) if isinstance(self.item, One) and not self.keyed else None

    @property
    def headings(self) -> tuple[str, ...]:
        return (*self.parents, *((self.key,) if self.keyed else ()), *(cell.heading for cell in self.cells))


@cache
def basics() -> tuple[Cell, ...]:
    """The scheme's own values, one below the other."""
    return columns_of(One(Scheme), "").cells


@cache
def sheets() -> tuple[Sheet, ...]:
    """Every sheet, each after the one it lies in."""
    found: list[Sheet] = []
    pending: list[tuple[Below, tuple[Sheet, ...]]]
    pending = [(below, ()) for below in columns_of(One(Scheme), "").below.items()]
    while pending:
        (way, shapes), above = pending.pop(0)
        sheet, inner = _sheet(way, shapes, above)
        found.append(sheet)
        pending[:0] = [(((*way, *further), of), (*above, sheet)) for further, of in inner.items()]
    return tuple(found)


def _sheet(
    way: Way, shapes: dict[str, Collection], above: tuple[Sheet, ...]
) -> tuple[Sheet, dict[Way, dict[str, Collection]]]:
    """The sheet of a collection, which may have other items for each kind of owner, and what lies in it."""
    shape = next(iter(shapes.values()))
    columns = columns_of(shape.item, way[-1])
    parents = tuple(_named(sheet) for sheet in above)
    keyed = isinstance(shape, Keyed)
    sheet = Sheet(way, sheet_title(way), above, keyed, shape.item, parents, key_heading(way), columns.cells)
    if any(other != shape for other in shapes.values()):
        return replace(sheet, cells=merged_columns({kind: each.item for kind, each in shapes.items()})), {}
    if columns.below and not keyed and sheet.identity is None:
        in_cells = tuple(_json_cell(shape.item, further) for further in columns.below)
        return replace(sheet, cells=(*columns.cells, *in_cells)), {}
    return sheet, columns.below


def _named(sheet: Sheet) -> str:
    """What the sheets below call the column that names a row of this one."""
    if sheet.keyed or not isinstance(sheet.item, One):
        return sheet.key
    return field_word(sheet.item.model, sheet.identity or "")


def _json_cell(item: Shape, way: Way) -> Cell:
    model = item.model if isinstance(item, One) else BaseModel
    return Cell(field_word(model, way[0]), way, {"": Slot(model, way[0], Other())})
