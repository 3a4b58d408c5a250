"""The columns of a sheet: every value of an item, parts inside it included, and the collections that lie in it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from pydantic import BaseModel

from scoring.authoring.shapes import (
    Choice,
    Keyed,
    Kinds,
    One,
    Other,
    Plain,
    Rows,
    Several,
    Shape,
    default_of,
    fields_of,
    kind_of,
)
from scoring.authoring.words import field_word

Way = tuple[str, ...]
Collection = Rows | Keyed
KIND = "kind"
VALUE = "内容"


@dataclass(frozen=True)
class Slot:
    """Where a cell's value belongs in one model: which field, of which shape."""

    model: type[BaseModel]
    name: str
    shape: Shape


@dataclass(frozen=True)
class Cell:
    """A column: its heading, its way inside the item, and by kind of rule the slot it fills ("" where no kinds).

    The kind stands at `kind_way` of the item, or with the owner of the row where `by_owner`. `kinds` is set on the
    column that says which kind it is. `fixed` are parts above the column whose kind is given.
    """

    heading: str
    way: Way
    slots: dict[str, Slot] = field(default_factory=dict, hash=False)
    kinds: Kinds | None = None
    fixed: tuple[tuple[Way, str], ...] = ()
    kind_way: Way = ()
    by_owner: bool = False


@dataclass(frozen=True)
class Columns:
    """What an item has: its cells, and by way and kind the collections in it."""

    cells: tuple[Cell, ...]
    below: dict[Way, dict[str, Collection]]


def columns_of(item: Shape, name: str) -> Columns:
    """The columns of an item of the collection `name`; a plain value has one."""
    if isinstance(item, Plain | Choice | Several):
        return Columns((Cell(VALUE, (), {"": Slot(BaseModel, name, item)}),), {})
    walk = _Walk()
    if isinstance(item, One):
        walk.part(item.model, (), "", ())
    elif isinstance(item, Kinds):
        walk.kinds(item, (), "")
    # The parameters of a rule after everything else, right behind the column that says which rule it is.
    ordered = sorted(walk.cells.values(), key=lambda cell: (bool(cell.kind_way), bool(cell.kinds)))
    return Columns(tuple(_apart(ordered)), walk.below)


def merged_columns(items: dict[str, Shape]) -> tuple[Cell, ...]:
    """The columns of items that are of another model for each kind of their owner."""
    found: dict[Way, Cell] = {}
    for kind, item in items.items():
        for cell in columns_of(item, "").cells:
            known = found.get(cell.way, replace(cell, slots={}, by_owner=True))
            found[cell.way] = replace(known, slots={**known.slots, kind: cell.slots[""]})
    return tuple(found.values())


def is_flat(shape: Collection) -> bool:
    """Whether a collection has rows of plain values only."""
    if not isinstance(shape, Rows) or not isinstance(shape.item, One):
        return False
    return all(isinstance(each, Plain | Choice | Several) for each in fields_of(shape.item.model).values())


class _Walk:
    """Collects the columns of one item."""

    def __init__(self) -> None:
        self.cells: dict[Way, Cell] = {}
        self.below: dict[Way, dict[str, Collection]] = {}
        self.trail: list[type[BaseModel]] = []
        self.kind = ""
        self.kind_way: Way = ()

    def part(self, model: type[BaseModel], way: Way, prefix: str, fixed: tuple[tuple[Way, str], ...]) -> None:
        self.trail.append(model)
        for name, shape in fields_of(model).items():
            self._field(Slot(model, name, shape), (*way, name), prefix, fixed)
        self.trail.pop()

    def kinds(self, shape: Kinds, way: Way, prefix: str) -> None:
        self.cells[(*way, KIND)] = Cell(prefix or field_word(BaseModel, KIND), (*way, KIND), kinds=shape)
        for model in shape.models:
            self.kind, self.kind_way = kind_of(model), (*way, KIND)
            self.part(model, way, "", ())
        self.kind, self.kind_way = "", ()

    def _field(self, slot: Slot, way: Way, prefix: str, fixed: tuple[tuple[Way, str], ...]) -> None:
        shape, heading = slot.shape, prefix + field_word(slot.model, slot.name)
        if isinstance(shape, One) and shape.model not in self.trail and not _may_vanish(shape, slot):
            kind = kind_of(shape.model)
            own = ((way, kind),) if kind else ()
            self.part(shape.model, way, f"{heading}·", (*fixed, *own))
        elif isinstance(shape, Kinds) and not self.kind:
            self.kinds(shape, way, heading)
        elif isinstance(shape, Rows | Keyed) and self._fits_below(way, shape):
            self.below.setdefault(way, {})[self.kind] = shape
        else:
            plain = shape if isinstance(shape, Plain | Choice | Several) else Other()
            self._column(way, heading, Slot(slot.model, slot.name, plain), fixed)

    def _fits_below(self, way: Way, shape: Collection) -> bool:
        """Whether a collection may be a sheet: not inside itself, and like those that other kinds have there."""
        if isinstance(shape.item, One) and shape.item.model in self.trail:
            return False
        others = [other for other in self.below.get(way, {}).values() if other != shape]
        return not others or (is_flat(shape) and all(is_flat(other) for other in others))

    def _column(self, way: Way, heading: str, slot: Slot, fixed: tuple[tuple[Way, str], ...]) -> None:
        known = self.cells.get(way)
        slots = {**(known.slots if known else {}), self.kind: slot}
        self.cells[way] = Cell(known.heading if known else heading, way, slots, None, fixed, self.kind_way)


def _apart(cells: Iterable[Cell]) -> Iterator[Cell]:
    """The columns, no two with one heading."""
    seen: set[str] = set()
    for cell in cells:
        heading = cell.heading if cell.heading not in seen else f"{cell.heading}（{'.'.join(cell.way)}）"
        seen.add(heading)
        yield replace(cell, heading=heading)


def _may_vanish(shape: One, slot: Slot) -> bool:
    """An optional part that can be there with nothing in it: columns couldn't tell it from none."""
    required = any(field.is_required() for field in shape.model.model_fields.values())
    return shape.optional and default_of(slot.model, slot.name) is None and not required
