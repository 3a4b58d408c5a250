"""From a typed scheme to the rows of its sheets."""

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from scoring.authoring.shapes import Choice, default_of
from scoring.authoring.sheets.cells import CellValue, escaped, to_cell
from scoring.authoring.sheets.columns import Cell, Slot, Way
from scoring.authoring.sheets.layout import Sheet, basics, sheets
from scoring.authoring.words import kind_word
from scoring.engine.scheme import Scheme

Row = tuple[CellValue, ...]


def basic_rows(scheme: Scheme) -> list[Row]:
    """(heading, value) of the scheme's own values."""
    return [(cell.heading, _value(scheme, cell)) for cell in basics()]


def rows_of(scheme: Scheme) -> dict[Sheet, list[Row]]:
    """Every sheet with its rows, in the order of `sheets()`."""
    return {sheet: list(_rows(scheme, sheet)) for sheet in sheets()}


def _rows(scheme: Scheme, sheet: Sheet) -> Iterator[Row]:
    for names, owner in _owners(scheme, sheet.above):
        for key, item in _items(owner, sheet.own_way, keyed=sheet.keyed):
            own = (escaped(key),) if sheet.keyed else ()
            yield (*(escaped(name) for name in names), *own, *(_value(item, cell) for cell in sheet.cells))


def _owners(scheme: Scheme, above: tuple[Sheet, ...]) -> Iterator[tuple[tuple[str, ...], Any]]:
    """What the items lie in, with the names that lead there."""
    if not above:
        yield (), scheme
        return
    sheet = above[-1]
    for names, owner in _owners(scheme, sheet.above):
        for key, item in _items(owner, sheet.own_way, keyed=sheet.keyed):
            yield (*names, key if sheet.keyed else str(getattr(item, sheet.identity or ""))), item


def _items(owner: Any, way: Way, *, keyed: bool) -> Iterator[tuple[str, Any]]:
    found = at(owner, way)
    if keyed:
        yield from found.items() if isinstance(found, dict) else ()
    elif _is_many(found) and all(isinstance(item, BaseModel) for item in found):
        yield from (("", item) for item in found)


def _is_many(value: Any) -> bool:
    return isinstance(value, list | tuple)


def at(owner: Any, way: Way) -> Any:
    """The value at the end of `way`, None where a part on the way isn't there."""
    for name in way:
        owner = getattr(owner, name, None)
    return owner


def _value(item: Any, cell: Cell) -> CellValue:
    """A cell's value; None, a blank cell, for what is as it would be anyway and needn't be seen."""
    if cell.kinds:
        kind = at(item, cell.way)
        return None if kind is None else kind_word(kind)
    slot = _slot(item, cell)
    if slot is None or not _is_shown(item, cell, slot):
        return None
    return to_cell(at(item, cell.way), slot.name, slot.shape)


def _slot(item: Any, cell: Cell) -> Slot | None:
    """The slot that fits the item; None where its kind has no such parameter."""
    if cell.by_owner:
        return next((slot for slot in cell.slots.values() if isinstance(item, slot.model)), None)
    return cell.slots.get((at(item, cell.kind_way) or "") if cell.kind_way else "")


def _is_shown(item: Any, cell: Cell, slot: Slot) -> bool:
    """Whether a value is said, or is a choice or a parameter that a reader looks for."""
    if cell.way == ():
        return True
    owner = at(item, cell.way[:-1])
    if not isinstance(owner, slot.model):
        return False
    value = getattr(owner, slot.name)
    is_wanted = isinstance(slot.shape, Choice) or cell.kind_way or isinstance(item, Scheme)
    return value != default_of(slot.model, slot.name) or bool(is_wanted and value)
