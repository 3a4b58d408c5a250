"""Figures that several reports of a bureau state: what one filing says to each of its scheme's concepts."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from scoring.engine.anchors import anchor_of
from scoring.engine.facts import Cell
from scoring.engine.filing import Filing
from scoring.engine.form_parts import Column
from scoring.engine.formula import Formula, ZeroDenominatorError, compile_formula
from scoring.engine.precision import half_unit
from scoring.engine.scheme import Concept
from scoring.engine.selections import read_selection
from scoring.engine.units import convert, dimension

MEASURED = ("money", "ratio")
_CODE = re.compile(r"[0-9A-Za-z]+")


@dataclass(frozen=True)
class SharedFigure:
    """A concept's figure in one filing, in `unit`. `margin` is half of its last printed digit.

    `code` is the classification code (功能分类科目编码) of a keyed concept, empty for others. `also` are further
    cells that the figure is computed from.
    """

    label: str
    value: Decimal
    unit: str
    margin: Decimal
    code: str
    anchor: str
    also: tuple[str, ...] = ()

    def plus(self, other: "SharedFigure") -> "SharedFigure":
        """Both as one figure at this one's place; both are in the same unit."""
        return replace(self, value=self.value + other.value, margin=max(self.margin, other.margin))

    def within(self, unit: str) -> tuple[Decimal, Decimal] | None:
        """Value and margin in another unit, None where it measures something else. A count may come without one."""
        bare = not self.unit or not unit
        if self.unit == unit or (bare and dimension(self.unit or unit) not in MEASURED):
            return self.value, self.margin
        value, margin = convert(self.value, self.unit, unit), convert(self.margin, self.unit, unit)
        return None if value is None or margin is None else (value, margin)


def unit_of(spec: Cell | Column, unit: str, money_unit: str) -> str:
    """The unit of a figure in a table or list of `unit`: money in the scheme's unit where none is given."""
    is_money = dimension(unit) == "money"
    if spec.type == "money":
        return unit if is_money else money_unit
    return "%" if spec.type == "percent" else "" if is_money else unit


def shared_figures(filing: Filing, name: str) -> Iterator[SharedFigure]:
    """What `filing` states for the concept `name`: one figure, or one for each code; blank ones are left out."""
    concept = filing.scheme.concepts.get(name)
    if concept is None:
        return
    if concept.list:
        yield from _coded(filing, concept)
        return
    code = _code(filing, concept)
    if concept.code is None or code:
        yield from _single(filing, concept, code)


def is_keyed(concept: Concept) -> bool:
    """Whether the figure belongs to a classification code; such figures of several projects add up."""
    return bool(concept.list or concept.code)


def _code(filing: Filing, concept: Concept) -> str:
    text = filing.facts.stated_text(concept.code) if concept.code else ""
    match = _CODE.match(unicodedata.normalize("NFKC", text or "").strip())
    return match[0] if match else ""


def _single(filing: Filing, concept: Concept, code: str) -> Iterator[SharedFigure]:
    formula = compile_formula(concept.value)
    names = _in_form_order(filing, formula.names)
    try:
        value = formula.evaluate(lambda name: _said(filing, name))
    except ZeroDenominatorError:
        return
    if value is None:
        return
    anchors = list(dict.fromkeys(anchor_of(filing.facts, name) for name in names))
    yield SharedFigure(
        label=concept.label,
        value=value,
        unit=_unit(filing, names),
        margin=_margin(filing, formula),
        code=code,
        anchor=anchors[0] if anchors else filing.scheme.sections[0].key,
        also=tuple(anchors[1:]),
    )


def _said(filing: Filing, name: str) -> Decimal | None:
    """What stands in the cell, so that a message repeats it; derived where nothing was written."""
    stated = filing.facts.stated(name)
    return stated if stated is not None else filing.facts.value(name)


def _margin(filing: Filing, formula: Formula) -> Decimal:
    known = (_said(filing, name) for name in formula.names)
    return max((half_unit(value) for value in known if value is not None), default=Decimal(0))


def _unit(filing: Filing, names: list[str]) -> str:
    """The unit of the first name that has one."""
    for name in names:
        selection, cell = read_selection(name), filing.facts.cells.get(name)
        if selection:
            spec = filing.scheme.lists[selection.list]
            return unit_of(spec.columns[selection.column], spec.unit, filing.scheme.money_unit)
        if cell:
            return unit_of(cell, cell.unit, filing.scheme.money_unit)
    return ""


def _in_form_order(filing: Filing, names: frozenset[str]) -> list[str]:
    """By the cells of the form; coded rows stand where their list does."""
    order = {name: number for number, name in enumerate(filing.scheme.places)}

    def place(name: str) -> tuple[int, str]:
        selection = read_selection(name)
        return order.get(f"list:{selection.list}" if selection else name, len(order)), name

    return sorted(names, key=place)


def _coded(filing: Filing, concept: Concept) -> Iterator[SharedFigure]:
    """A column of a coded list; rows of one code are one figure."""
    key, column = concept.list or "", concept.column or ""
    spec, place = filing.scheme.lists[key], filing.scheme.anchor(f"list:{key}")
    unit = unit_of(spec.columns[column], spec.unit, filing.scheme.money_unit)
    found: dict[str, SharedFigure] = {}
    for row in filing.facts.filed_list(key).rows:
        value, cell = row.value(column), f"{place}/{row.id}/{column}"
        if value is None or not row.code:
            continue
        own = SharedFigure(concept.label, value, unit, half_unit(value), row.code, cell)
        found[row.code] = own.plus(found[row.code]) if row.code in found else own
    yield from found.values()
