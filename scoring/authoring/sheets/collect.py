"""From the rows of sheets back to plain data of a scheme, with the cell that every value came from."""

from collections.abc import Iterable, Mapping
from typing import Any

from pydantic_core import PydanticUndefined

from scoring.authoring.shapes import Keyed, Kinds, One, Plain, Rows, Shape, default_of, fields_of
from scoring.authoring.sheets.cells import CellProblemError, from_cell
from scoring.authoring.sheets.columns import KIND, Way
from scoring.authoring.sheets.found import FilledCell, FilledRow, Found
from scoring.authoring.sheets.layout import Sheet, basics, sheets
from scoring.authoring.sheets.take import Item, part_of, take_cell
from scoring.authoring.sheets.titles import BASICS, BASICS_NAME, BASICS_VALUE
from scoring.authoring.words import kind_word
from scoring.engine.problems import path_text
from scoring.engine.yaml_lines import Path


class _MisplacedRowError(ValueError):
    """A row that belongs to nothing; `cell` is the one that says so."""

    def __init__(self, cell: FilledCell, message: str) -> None:
        super().__init__(message)
        self.cell = cell


def collect(filled: Mapping[str, Iterable[FilledRow]]) -> Found:
    """The data of a workbook by sheet title; what can't be read is among the problems."""
    found = Found()
    _take_basics(filled.get(BASICS, ()), found)
    for sheet in sheets():
        for row in filled.get(sheet.title, ()):
            _take_row(sheet, row, found)
    for awaited in found.awaited:
        if not awaited.part[awaited.name]:
            found.refuse(awaited.place, awaited.message)
    return found


def _take_basics(rows: Iterable[FilledRow], found: Found) -> None:
    known = {cell.heading: cell for cell in basics()}
    for row in rows:
        name, given = row.get(BASICS_NAME), row.get(BASICS_VALUE)
        cell = known.get(str(name.value).strip()) if name else None
        if cell is None:
            first = next(iter(row.values()))
            found.refuse(f"{BASICS}!{first.ref}", f"不认识的项目“{first.value}”")
        elif given:
            place = f"{BASICS}!{given.ref}（{cell.heading}）"
            take_cell(found, Item(found.data, ()), cell, given.value, place)


def _take_row(sheet: Sheet, row: FilledRow, found: Found) -> None:
    try:
        owner, path = _owner(sheet, row, found.data)
        kind = _owner_kind(sheet, row, owner)
        holder, name = part_of(owner, sheet.own_way[:-1]), sheet.own_way[-1]
        if sheet.keyed:
            entries = holder.setdefault(name, {})
            key = _new_key(sheet, row, entries)
            entries[key] = _item(sheet, row, Item({}, (*path, *sheet.own_way, key), kind), found)
        else:
            items = holder.setdefault(name, [])
            item = Item({}, (*path, *sheet.own_way, len(items)), kind)
            items.append(_item(sheet, row, item, found))
    except _MisplacedRowError as error:
        found.refuse(f"{sheet.title}!{error.cell.ref}", str(error))


def _owner(sheet: Sheet, row: FilledRow, data: dict[str, Any]) -> tuple[dict[str, Any], Path]:
    """What this row lies in, and its path."""
    item: dict[str, Any] = data
    path: Path = ()
    for above, heading in zip(sheet.above, sheet.parents, strict=True):
        name = _name(row, heading)
        step = _step(item, above, name)
        if step is None:
            raise _MisplacedRowError(row[heading], f"工作表“{above.title}”中没有“{name}”")
        item, path = step[0], (*path, *step[1])
    return item, path


def _step(item: dict[str, Any], sheet: Sheet, name: str) -> tuple[dict[str, Any], Path] | None:
    """The row called `name` of a sheet, with its path from `item`."""
    holder: Any = item
    for part in sheet.own_way:
        holder = holder.get(part, {}) if isinstance(holder, dict) else {}
    if isinstance(holder, dict):
        return (holder[name], (*sheet.own_way, name)) if isinstance(holder.get(name), dict) else None
    for number, each in enumerate(holder):
        if each.get(sheet.identity) == name:
            return each, (*sheet.own_way, number)
    return None


def _owner_kind(sheet: Sheet, row: FilledRow, owner: dict[str, Any]) -> str:
    """The kind of rule that the row belongs to, empty for none. Refuses rows that the kind has no use for."""
    way = sheet.own_way
    shape = _shape_at(sheet.above[-1].item, way[:-1]) if sheet.above else None
    if not isinstance(shape, Kinds):
        return ""
    part: Any = owner
    for name in way[:-1]:
        part = part.get(name, {})
    kind = str(part.get(KIND, ""))
    model = shape.model(kind)
    if model is None or not isinstance(fields_of(model).get(way[-1]), Rows | Keyed):
        rule = kind_word(kind) or "（没有）"
        raise _MisplacedRowError(_first(row), f"所属指标的评分规则是“{rule}”，不用这张表，请删除这一行")
    return kind


def _shape_at(shape: Shape, way: Way) -> Shape:
    for name in way:
        shape = fields_of(shape.model)[name] if isinstance(shape, One) else shape
    return shape


def _new_key(sheet: Sheet, row: FilledRow, entries: dict[str, Any]) -> str:
    key = _name(row, sheet.key)
    if key in entries:
        raise _MisplacedRowError(row[sheet.key], f"“{key}”重复")
    return key


def _name(row: FilledRow, heading: str) -> str:
    if heading not in row:
        raise _MisplacedRowError(_first(row), f"这一行没有填“{heading}”")
    return str(from_cell(row[heading].value, heading, Plain(str)))


def _item(sheet: Sheet, row: FilledRow, item: Item, found: Found) -> Any:
    """The row as data: a part, or a value by itself where the sheet has only one column for it."""
    found.places[path_text(item.path)] = f"{sheet.title}!{_first(row).ref}"
    if sheet.cells[0].way == ():
        return _single(sheet, row, item.path, found)
    item.data.update(_empty_collections(sheet.item))
    # The kind first: it says what the other cells mean.
    for cell in sorted(sheet.cells, key=lambda cell: cell.kinds is None):
        if given := row.get(cell.heading):
            take_cell(found, item, cell, given.value, f"{sheet.title}!{given.ref}（{cell.heading}）")
    return item.data


def _single(sheet: Sheet, row: FilledRow, path: Path, found: Found) -> Any:
    cell = sheet.cells[0]
    given = row.get(cell.heading)
    if given is None:
        raise _MisplacedRowError(_first(row), f"没有填“{cell.heading}”；要留空请填“（空）”")
    slot = cell.slots[""]
    place = f"{sheet.title}!{given.ref}（{cell.heading}）"
    try:
        value = from_cell(given.value, slot.name, slot.shape)
    except CellProblemError as error:
        found.refuse(place, str(error))
        return None
    found.places[path_text(path)] = place
    return value


def _empty_collections(item: Shape) -> dict[str, Any]:
    """What an item must have even where no row fills it."""
    if not isinstance(item, One):
        return {}
    needed = {name: shape for name, shape in fields_of(item.model).items() if isinstance(shape, Rows | Keyed)}
    return {
        name: {} if isinstance(shape, Keyed) else []
        for name, shape in needed.items()
        if default_of(item.model, name) is PydanticUndefined
    }


def _first(row: FilledRow) -> FilledCell:
    return next(iter(row.values()))
