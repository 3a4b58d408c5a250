"""The page's blocks as crispy layout objects: each renders its part of the form with a template of its own."""

from abc import ABC, abstractmethod
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout
from django.forms import BoundField
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from reports.anchors import element_id
from reports.forms.page import SectionPage
from reports.forms.rows import RowForm
from reports.forms.running import running_sum
from reports.sheets.build import book_of, derived_text
from reports.sheets.marks import CommentLine, Marks
from reports.sheets.scores import ScoreLine
from scoring.engine.scheme import Block, Indicator


@dataclass(frozen=True)
class CellView:
    """A field with what stands beside it. `running` selects what a running total adds up."""

    field: BoundField
    derived: str = ""
    running: str = ""
    is_long: bool = False
    comments: tuple[CommentLine, ...] = ()


@dataclass(frozen=True)
class LineView:
    """An indicator row: its fields by column, its computed side."""

    id: str
    fields: dict[str, BoundField]
    score: ScoreLine | None = None
    comments: tuple[CommentLine, ...] = ()
    indicator: Indicator | None = None
    items: tuple[BoundField, ...] = ()
    level_span: int = 0
    form: RowForm | None = None


def helper_of(page: SectionPage, marks: Marks) -> FormHelper:
    """How crispy lays the page out."""
    helper = FormHelper()
    helper.form_tag = False
    helper.disable_csrf = True
    blocks = [
        _KINDS[block.kind](page, block, marks, first=n == 0) for n, block in enumerate(page.section.blocks)
    ]
    helper.layout = Layout(*blocks)
    return helper


class PageBlock(ABC):
    """A layout object for one block of the page."""

    template = ""

    def __init__(self, page: SectionPage, block: Block, marks: Marks, *, first: bool) -> None:
        self.page, self.block, self.marks = page, block, marks
        self.title = block.title or (page.section.title if first else "")
        self.book = book_of(page.scheme, page.content)

    def render(self, form: Any, context: Any, template_pack: str = "", **kwargs: Any) -> str:
        return render_to_string(self.template, {"block": self, **self.parts()})

    @abstractmethod
    def parts(self) -> dict[str, Any]:
        """What the template shows beside the block itself."""

    def cell(self, name: str, cell: str = "") -> CellView:
        """The view of field `name`; `cell` is the engine's name where the cell may derive from others."""
        bound = self.page.form[name]
        anchor = bound.field.anchor  # type: ignore[attr-defined]
        _mark(bound, self.marks.severity(anchor))
        derived = derived_text(self.book, cell) if cell else ""
        running = running_sum(self.page, cell) if cell else ""
        is_long = bound.field.widget.__class__.__name__ == "Textarea"
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


class AnswersBlock(PageBlock):
    """The scheme's own indicators."""

    template = "reports/layout/answers.html"

    def parts(self) -> dict[str, Any]:
        lines = [self._line(self.page.scheme.indicators_by_id[key]) for key in self.block.answers]
        return {"lines": list(spanned(lines))}

    def _line(self, indicator: Indicator) -> LineView:
        anchor, base = f"{self.page.section.key}/{indicator.id}", f"a:{indicator.id}:"
        fields = {
            n.removeprefix(base): self.page.form[n] for n in self.page.form.fields if n.startswith(base)
        }
        for column, bound in fields.items():
            _mark(bound, self.marks.severity(f"{anchor}/{column.replace(':', '.')}"))
        items = tuple(bound for column, bound in fields.items() if column.startswith("items:"))
        return LineView(
            element_id(anchor),
            fields,
            self.marks.scores.get(anchor),
            tuple(self.marks.comments_on(anchor)),
            indicator,
            items,
        )


class IndicatorsBlock(PageBlock):
    """Indicators typed by the bureau."""

    template = "reports/layout/indicators.html"

    def parts(self) -> dict[str, Any]:
        name = self.block.indicators or ""
        spec, formset = self.page.scheme.indicator_lists[name], self.page.formsets[name]
        return {
            "spec": spec,
            "formset": formset,
            "columns": formset.columns,
            "lines": [self._line(form) for form in formset.forms],
            "blank": LineView(
                "", {key: formset.empty_form[key] for key in formset.columns}, form=formset.empty_form
            ),
            "id": element_id(f"{self.page.section.key}/{name}"),
            "expected": sum(level.weight for level in spec.levels),
        }

    def _line(self, form: RowForm) -> LineView:
        for key in form.columns:
            _mark(form[key], self.marks.severity(f"{form.anchor}/{key}") if form.anchor else "")
        anchor = form.anchor
        comments = tuple(self.marks.comments_on(anchor)) if anchor else ()
        fields = {key: form[key] for key in form.columns}
        return LineView(
            element_id(anchor) if anchor else "", fields, self.marks.scores.get(anchor), comments, form=form
        )


class ListBlock(PageBlock):
    """Open rows: goals, evaluators."""

    template = "reports/layout/list.html"

    def parts(self) -> dict[str, Any]:
        name = self.block.list or ""
        spec, formset = self.page.scheme.lists[name], self.page.formsets[name]
        place = f"{self.page.section.key}/{name}"
        for form in formset.forms:
            for key in form.columns:
                _mark(form[key], self.marks.severity(f"{form.anchor}/{key}") if form.anchor else "")
        rows = [(form, self.marks.comments_on(form.anchor) if form.anchor else []) for form in formset.forms]
        own = [comment for comment in self.marks.comments if comment.anchor == place]
        return {"spec": spec, "formset": formset, "rows": rows, "id": element_id(place), "list_comments": own}


_KINDS: dict[str, type[PageBlock]] = {
    "facts": FactsBlock,
    "table": TableBlock,
    "answers": AnswersBlock,
    "indicators": IndicatorsBlock,
    "list": ListBlock,
}


def spanned(lines: list[LineView]) -> list[LineView]:
    """The first row of each run of one second level carries how many rows it spans."""
    result: list[LineView] = []
    for _key, run in groupby(
        lines, key=lambda line: line.indicator and (line.indicator.level1, line.indicator.level2)
    ):
        first, *rest = run
        result += [replace(first, level_span=1 + len(rest)), *rest]
    return result


def _mark(bound: BoundField, severity: str) -> None:
    """Colours a cell that a finding points at, and says where something is required."""
    attrs = bound.field.widget.attrs
    if severity:
        attrs["class"] = f"{attrs.get('class', '')} {'warn' if severity != 'information' else ''}".strip()
    if getattr(bound.field, "is_marked", False):
        attrs.setdefault("placeholder", _("必填"))
