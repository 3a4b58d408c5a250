"""Open rows on a filing page: words, and tables of figures with codes and a line of totals."""

from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString

from reports.anchors import element_id
from reports.forms.blocks import CellView, PageBlock, marked
from reports.forms.rows import RowForm
from reports.forms.running import parts_of_sum
from reports.sheets.coded import differing, head_columns, level_of
from reports.sheets.figures import column_head
from reports.sheets.marks import CommentLine
from scoring.engine.content import Cells
from scoring.engine.scheme import NUMERIC, TOTAL, RowList


class ListBlock(PageBlock):
    """Goals, evaluators."""

    template = "reports/layout/list.html"

    def parts(self) -> dict[str, Any]:
        name = self.block.list or ""
        spec, formset = self.page.scheme.lists[name], self.page.formsets[name]
        place = f"{self.page.section.key}/{name}"
        for form in formset.forms:
            marked({key: form[key] for key in form.columns}, self.marks, form.anchor)
        rows = [(form, self.marks.comments_on(form.anchor) if form.anchor else []) for form in formset.forms]
        own = [comment for comment in self.marks.comments if comment.anchor == place]
        return {
            "spec": spec,
            "formset": formset,
            "paste": ",".join(formset.columns),
            "rows": rows,
            "id": element_id(place),
            "list_comments": own,
        }


@dataclass(frozen=True)
class GridCell:
    """One cell of a row, its field already written: a page may have thousands."""

    html: SafeString
    label: str
    css: str
    errors: Any = ""
    derived: str = ""


@dataclass(frozen=True)
class GridRow:
    """One row of a table of figures; `id` is empty for a new one."""

    id: str
    level: int
    hidden: SafeString
    delete: SafeString
    cells: tuple[GridCell, ...]
    comments: tuple[CommentLine, ...] = ()


class CodedBlock(PageBlock):
    """A table of figures: the line of totals on top, names indented by the level of their code."""

    template = "reports/layout/coded.html"

    def parts(self) -> dict[str, Any]:
        name = self.block.list or ""
        spec, formset = self.page.scheme.lists[name], self.page.formsets[name]
        place, heads = f"{self.page.section.key}/{name}", head_columns(spec)
        return {
            "spec": spec,
            "formset": formset,
            "heads": [(spec.columns[key].label, _css(spec, key, heads)) for key in heads],
            "figures": [(of, key) for key, of in spec.columns.items() if key not in heads],
            "paste": ",".join(spec.columns),
            "follows": _follows(spec),
            "total": self._total(spec, name, heads) if spec.total else None,
            "total_id": element_id(f"{place}/{TOTAL}"),
            "total_comments": self.marks.comments_on(f"{place}/{TOTAL}"),
            "rows": [self._row(form, spec, heads) for form in formset.forms],
            "blank": self._row(formset.empty_form, spec, heads),
            "levels": ",".join(map(str, spec.hierarchy.lengths)) if spec.hierarchy else "",
            "code": spec.hierarchy.column if spec.hierarchy else "",
            "id": element_id(place),
            "width": len(spec.columns) + 1,
            "list_comments": [comment for comment in self.marks.comments if comment.anchor == place],
        }

    def _total(self, spec: RowList, name: str, heads: list[str]) -> list[tuple[CellView | None, str]]:
        """(cell, what adds up to it) of every column beside the heads; None where nothing adds up."""
        sums = set(spec.sums())
        top = '[data-level="1"]' if spec.hierarchy else "[data-row]"
        return [
            (
                self.cell(f"t:{name}:{TOTAL}:{key}", f"{name}.{TOTAL}.{key}") if key in sums else None,
                f'{top} [name$="-{key}"]',
            )
            for key in spec.columns
            if key not in heads
        ]

    def _row(self, form: RowForm, spec: RowList, heads: list[str]) -> GridRow:
        fields = marked({key: form[key] for key in form.columns}, self.marks, form.anchor)
        row: Cells = {key: bound.value() for key, bound in fields.items()}
        derived = differing(spec, row) if form.row_id else {}
        cells = tuple(
            GridCell(
                SafeString(bound),
                column_head(spec.columns[key]),
                _css(spec, key, heads),
                bound.errors or "",
                derived.get(key, ""),
            )
            for key, bound in fields.items()
        )
        return GridRow(
            element_id(form.anchor) if form.anchor else "",
            level_of(spec, row),
            SafeString(form["id"]),
            SafeString(form["DELETE"]),
            cells,
            tuple(self.marks.comments_on(form.anchor)) if form.anchor else (),
        )


def _css(spec: RowList, key: str, heads: list[str]) -> str:
    if spec.hierarchy and key == spec.hierarchy.column:
        return "code"
    if key in heads:
        return "name"
    return "num" if spec.columns[key].type in NUMERIC else ""


def _follows(spec: RowList) -> str:
    """For the script: `total=basic+project` for every cell of a row that is a plain sum of others."""
    sums = ((column, parts_of_sum(text)) for column, text in spec.derived.items())
    return ";".join(f"{column}={'+'.join(parts)}" for column, parts in sums if parts)
