"""Puts the value of one cell where it belongs in the data of its item."""

from dataclasses import dataclass
from typing import Any

from pydantic_core import PydanticUndefined

from scoring.authoring.shapes import Rows, default_of, fields_of
from scoring.authoring.sheets.cells import CellProblemError, CellValue, from_cell, kind_from_cell
from scoring.authoring.sheets.columns import KIND, Cell, Slot, Way
from scoring.authoring.sheets.found import Awaited, Found
from scoring.authoring.words import kind_word
from scoring.engine.problems import path_text
from scoring.engine.yaml_lines import Path


@dataclass(frozen=True)
class Item:
    """The data of one row, its path in the scheme, and the kind of rule of what it lies in."""

    data: dict[str, Any]
    path: Path
    owner_kind: str = ""


def take_cell(found: Found, item: Item, cell: Cell, value: CellValue, place: str) -> None:
    """Stores in `item` what the cell at `place` says; refuses what can't be read."""
    try:
        read = _read(item, cell, value)
    except CellProblemError as error:
        found.refuse(place, str(error))
        return
    for way, kind in cell.fixed:
        part_of(item.data, way)[KIND] = kind
    part = part_of(item.data, cell.way[:-1])
    part[cell.way[-1]] = read
    found.places[path_text((*item.path, *cell.way))] = place
    if cell.kinds:
        _await_rows(found, part, cell, place)


def part_of(item: dict[str, Any], way: Way) -> dict[str, Any]:
    """The part at the end of `way`, made where it isn't there yet."""
    for name in way:
        item = item.setdefault(name, {})
    return item


def _read(item: Item, cell: Cell, value: CellValue) -> Any:
    if cell.kinds:
        return kind_from_cell(value, cell.kinds)
    slot = _slot(item, cell)
    return from_cell(value, slot.name, slot.shape)


def _slot(item: Item, cell: Cell) -> Slot:
    """The slot for the kind of rule. Raises CellProblemError where that kind has no such parameter."""
    if not cell.kind_way and not cell.by_owner:
        return cell.slots[""]
    kind = item.owner_kind if cell.by_owner else _kind_at(item.data, cell.kind_way)
    if not kind:
        raise CellProblemError("填了参数，但没有可用的评分规则，请先选评分规则")
    if kind not in cell.slots:
        raise CellProblemError(f"评分规则“{kind_word(kind)}”没有这一项，请清空")
    return cell.slots[kind]


def _kind_at(data: Any, way: Way) -> str:
    for name in way:
        data = data.get(name, {})
    return data or ""


def _await_rows(found: Found, part: dict[str, Any], cell: Cell, place: str) -> None:
    """Remembers which rows on other sheets the chosen kind needs."""
    assert cell.kinds is not None
    model = cell.kinds.model(part[KIND])
    for name, shape in fields_of(model).items() if model else ():
        if isinstance(shape, Rows) and model and default_of(model, name) is PydanticUndefined:
            part.setdefault(name, [])
            found.awaited.append(
                Awaited(
                    part, name, place, f"评分规则“{kind_word(part[KIND])}”还缺内容，请在对应的工作表中填写"
                )
            )
