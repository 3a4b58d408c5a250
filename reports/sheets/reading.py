"""What every part of a sheet is made from: a filing with its figures and with what stands beside its cells."""

from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from reports.anchors import element_id
from reports.sheets.figures import column_head, places_of
from reports.sheets.marks import Marks
from reports.sheets.parts import SheetCell
from scoring.engine.cells import number_or_none
from scoring.engine.content import Content
from scoring.engine.facts import FactBook
from scoring.engine.numbers import plain, round_half_up
from scoring.engine.rows import self_scores
from scoring.engine.scheme import NUMERIC, Column, Fact, Scheme


def derived_text(book: FactBook, name: str) -> str:
    """The figure that a stated cell should equal, empty where it can't be computed or nothing stands on it."""
    cell = book.cells.get(name)
    return figure_text(book.derived(name) if cell else None)


def figure_text(value: Decimal | None) -> str:
    """A computed figure as it would be filed: two places, half up."""
    return "" if value is None else plain(round_half_up(value))


def book_of(scheme: Scheme, content: Content) -> FactBook:
    """Figures of a filing by name, self scores among them as far as any are given."""
    own = {key: value for key, value in self_scores(scheme, content).items() if key != "sum"}
    given = [value for value in own.values() if value is not None]
    return FactBook(scheme, content, {"self.sum": sum(given, Decimal(0)) if given else None})


@dataclass
class Reading:
    """One filing being read."""

    scheme: Scheme
    content: Content
    marks: Marks = field(default_factory=Marks)

    @cached_property
    def book(self) -> FactBook:
        return book_of(self.scheme, self.content)

    def cell(
        self, anchor: str, spec: Column | Fact, text: str | None, *, name: str = "", unit: str = ""
    ) -> SheetCell:
        """A cell as filed; `name` is the engine's name of one that may derive from others."""
        derived = self._differing(name, text) if name and spec.type in NUMERIC else ""
        return SheetCell(
            id=element_id(anchor),
            label=column_head(spec) if isinstance(spec, Column) else spec.label,
            text=text or "",
            kind=spec.type,
            places=places_of(spec.type, unit or self.scheme.money_unit),
            derived=derived,
            severity=self.marks.severity(anchor),
            comments=tuple(self.marks.comments_on(anchor)),
            changed=anchor in self.marks.changed,
            pieces=self.marks.pieces(anchor, text or ""),
        )

    def _differing(self, name: str, text: str | None) -> str:
        """The computed figure, empty where what is written agrees with it within the cell's tolerance."""
        derived, stated = derived_text(self.book, name), number_or_none(text)
        if not derived or stated is None:
            return derived
        return "" if abs(stated - Decimal(derived)) <= self.book.cells[name].tolerance else derived
