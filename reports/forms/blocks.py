"""Parts of a page as crispy layout objects: facts, the form's own tables, charts. Each renders with a template of its own."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django import forms
from django.forms import BoundField
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from reports.anchors import element_id
from reports.charts import drawing_of
from reports.forms.page import SectionPage
from reports.forms.running import running_sum
from reports.outcomes import Outcome, outcome_of
from reports.sheets.marks import CommentLine, Marks
from reports.sheets.reading import book_of, derived_text
from scoring.engine.facts import FactBook
from scoring.engine.scheme import Block


@dataclass(frozen=True)
class CellView:
    """A field with what stands beside it. `running` selects what a running total adds up."""

    field: BoundField
    derived: str = ""
    running: str = ""
    is_long: bool = False
    comments: tuple[CommentLine, ...] = ()


class PageBlock(ABC):
    """A layout object for one block of the page."""

    template = ""

    def __init__(self, page: SectionPage, block: Block, marks: Marks, *, first: bool) -> None:
        self.page, self.block, self.marks = page, block, marks
        self.title = block.title or (page.section.title if first else "")

    @cached_property
    def book(self) -> FactBook:
        """The figures as stored: what is computed beside the cells."""
        return book_of(self.page.scheme, self.page.content)

    @property
    def outcome(self) -> Outcome:
        return outcome_of(self.page.scheme)

    def render(self, form: Any, context: Any, template_pack: str = "", **kwargs: Any) -> str:
        return render_to_string(self.template, {"block": self, **self.parts()})

    @abstractmethod
    def parts(self) -> dict[str, Any]:
        """What the template shows beside the block itself."""

    def cell(self, name: str, cell: str = "") -> CellView:
        """The view of field `name`; `cell` is the engine's name where the cell may derive from others."""
        bound = self.page.form[name]
        anchor = bound.field.anchor  # type: ignore[attr-defined]
        mark(bound, self.marks.severity(anchor))
        derived = derived_text(self.book, cell) if cell else ""
        running = running_sum(self.page, cell) if cell else ""
        is_long = isinstance(bound.field.widget, forms.Textarea)
        comments = tuple(self.marks.comments_on(anchor))
        return CellView(bound, derived, running if derived or "self" in running else "", is_long, comments)


class FactsBlock(PageBlock):
    """Single figures and texts."""

    template = "reports/layout/facts.html"

    def parts(self) -> dict[str, Any]:
        facts = self.page.scheme.facts
        own = [name for name in self.block.facts if facts[name].has_cell]
        shown = [(facts[n], derived_text(self.book, n)) for n in self.block.facts if not facts[n].has_cell]
        return {"cells": [self.cell(f"f:{n}", n) for n in own], "derived_only": shown}


class TableBlock(PageBlock):
    """A money table: rows and columns of the form, shaded where it has no cell."""

    template = "reports/layout/table.html"

    def parts(self) -> dict[str, Any]:
        key = self.block.table or ""
        table, place = self.page.scheme.tables[key], f"{self.page.section.key}/{key}"
        real = set(table.cells())
        rows = [
            (
                title,
                [
                    self.cell(f"t:{key}:{row}:{column}", f"{key}.{row}.{column}")
                    if (row, column) in real
                    else None
                    for column in table.columns
                ],
            )
            for row, title in table.rows.items()
        ]
        comments = [c for c in self.marks.comments_on(place) if c.anchor == place or c.anchor.count("/") <= 2]
        return {"table": table, "rows": rows, "id": element_id(place), "table_comments": comments}


class ChartBlock(PageBlock):
    """A picture of the figures as they were last saved."""

    template = "reports/layout/chart.html"

    def parts(self) -> dict[str, Any]:
        key = self.block.chart or ""
        place = element_id(f"{self.page.section.key}/{key}")
        return {"drawing": drawing_of(key, self.page.scheme.charts[key], self.book), "id": place}


def mark(bound: BoundField, severity: str) -> None:
    """Colours a cell that a finding points at, and says where something is required."""
    attrs = bound.field.widget.attrs
    if severity:
        attrs["class"] = f"{attrs.get('class', '')} {'warn' if severity != 'information' else ''}".strip()
    if getattr(bound.field, "is_marked", False):
        attrs.setdefault("placeholder", _("必填"))


def marked(fields: Mapping[str, BoundField], marks: Marks, line: str) -> dict[str, BoundField]:
    """The cells of a line, each marked by what was found on it; `line` is empty for a new one."""
    for column, bound in fields.items():
        mark(bound, marks.severity(f"{line}/{column.replace(':', '.')}") if line else "")
    return dict(fields)
