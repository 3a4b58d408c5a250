"""Indicator rows on a filing page: the form's own, and those typed by the bureau."""

from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from django.forms import BoundField

from reports.anchors import element_id
from reports.forms.blocks import PageBlock, marked
from reports.forms.rows import LEVEL, RowForm
from reports.outcomes import achievement_of
from reports.sheets.marks import CommentLine
from reports.sheets.scores import ScoreLine
from scoring.engine.scheme import Indicator


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


class AnswersBlock(PageBlock):
    """The scheme's own indicators."""

    template = "reports/layout/answers.html"

    def parts(self) -> dict[str, Any]:
        lines = [self._line(self.page.scheme.indicators_by_id[key]) for key in self.block.answers]
        return {"lines": spanned(lines), "is_scored": self.outcome == "points"}

    def _line(self, indicator: Indicator) -> LineView:
        anchor, base = f"{self.page.section.key}/{indicator.id}", f"a:{indicator.id}:"
        names = [name for name in self.page.form.fields if name.startswith(base)]
        fields = marked({n.removeprefix(base): self.page.form[n] for n in names}, self.marks, anchor)
        return LineView(
            element_id(anchor),
            fields,
            self.marks.scores.get(anchor),
            tuple(self.marks.comments_on(anchor)),
            indicator,
            tuple(bound for column, bound in fields.items() if column.startswith("items:")),
        )


class IndicatorsBlock(PageBlock):
    """Indicators typed by the bureau."""

    template = "reports/layout/indicators.html"

    def parts(self) -> dict[str, Any]:
        name = self.block.indicators or ""
        spec, formset = self.page.scheme.indicator_lists[name], self.page.formsets[name]
        lines = [self._line(form) for form in formset.forms]
        verdicts = [line.score.achieved if line.score else None for line in lines if line.id]
        return {
            "spec": spec,
            "formset": formset,
            "columns": formset.columns,
            "paste": ",".join(key for key in formset.columns if key != LEVEL),
            "lines": lines,
            "blank": self._line(formset.empty_form),
            "id": element_id(f"{self.page.section.key}/{name}"),
            "expected": sum(level.weight for level in spec.levels),
            "is_scored": self.outcome == "points",
            "achievement": achievement_of(verdicts),
        }

    def _line(self, form: RowForm) -> LineView:
        anchor = form.anchor
        return LineView(
            element_id(anchor) if anchor else "",
            marked({key: form[key] for key in form.columns}, self.marks, anchor),
            self.marks.scores.get(anchor),
            tuple(self.marks.comments_on(anchor)) if anchor else (),
            form=form,
        )


def spanned(lines: list[LineView]) -> list[LineView]:
    """The first row of each run of one second level carries how many rows it spans."""
    result: list[LineView] = []
    for _key, run in groupby(
        lines, key=lambda line: line.indicator and (line.indicator.level1, line.indicator.level2)
    ):
        first, *rest = run
        result += [replace(first, level_span=1 + len(rest)), *rest]
    return result
