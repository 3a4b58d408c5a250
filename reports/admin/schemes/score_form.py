"""What can be typed in a preview of a score: the figures that rules use, and the rows' own values."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.forms import BoundField

from reports.admin.schemes.figures import used_figures
from reports.forms.page import SectionPage
from reports.forms.rows import RowForm
from scoring.engine.content import Content, SectionContent
from scoring.engine.facts import cells_of
from scoring.engine.scheme import Indicator, Scheme

# Cells of a row that a rule may read; self scores only where a band or a split asks for them.
READ = ("weight", "target", "actual", "level")
SELF = "self_score"
QUALITATIVE = ("qual_three_level", "by_target")


@dataclass(frozen=True)
class FigureGroup:
    """Figures that stand together, each with what it is called."""

    title: str
    fields: list[tuple[str, BoundField]]


@dataclass(frozen=True)
class Given:
    """A row's inputs, those that only travel along, and the rows below it with theirs."""

    fields: list[BoundField]
    hidden: list[BoundField]
    children: list[tuple[str, list[BoundField]]]


class ScoreForm:
    """Over `base`, the values that the preview starts from; `data` is what was typed."""

    def __init__(self, form: Scheme, base: Content, data: Mapping[str, Any] | None = None) -> None:
        self.form, self.base, self.is_bound = form, base, data is not None
        used = used_figures(form)
        self.pages = [_pruned(SectionPage(form, section, base, data=data), used) for section in form.sections]

    def is_valid(self) -> bool:
        """Checks every page, so that every message is shown at once."""
        checked = [page.is_valid() for page in self.pages]
        return all(checked)

    @property
    def errors(self) -> list[Any]:
        return [error for page in self.pages for error in page.errors]

    def content(self) -> Content:
        """The base with what was typed in its place; needs a valid form."""
        sections = {key: section.model_dump() for key, section in self.base.sections.items()}
        for page in self.pages:
            stored = sections.setdefault(page.section.key, SectionContent().model_dump())
            _lay_over(stored, page.form.content())
            stored["lists"] |= {name: formset.rows() for name, formset in page.formsets.items()}
        typed = {key: SectionContent.model_validate(section) for key, section in sections.items()}
        return self.base.model_copy(update={"sections": typed})

    def groups(self) -> Iterator[FigureGroup]:
        """The figures as they stand together on the form: a table, or the single figures of a page."""
        found: dict[str, list[tuple[str, BoundField]]] = {}
        for page in self.pages:
            for name in page.form.fields:
                kind, *path = name.split(":")
                if kind != "a":
                    title = page.section.title if kind == "f" else self._table_title(path[0])
                    cell = cells_of(self.form)[".".join(path)]
                    found.setdefault(title, []).append((cell.label, page.form[name]))
        yield from (FigureGroup(title, fields) for title, fields in found.items())

    def _table_title(self, key: str) -> str:
        return self.form.tables[key].title if key in self.form.tables else self.form.lists[key].title

    def managers(self) -> Iterator[Any]:
        """The hidden fields that open rows need."""
        for page in self.pages:
            for formset in page.formsets.values():
                yield formset.management_form

    def given(self, row_id: str) -> Given:
        """The inputs of one scored row."""
        for page in self.pages:
            for formset in page.formsets.values():
                for row in formset.forms:
                    if row.row_id == row_id:
                        return Given(list(_typed(row)), list(_carried(row)), [])
        children = [(each.name, self._answers(each.id)) for each in self.form.children_of(row_id)]
        return Given(self._answers(row_id), [], children)

    def _answers(self, key: str) -> list[BoundField]:
        return [
            page.form[name]
            for page in self.pages
            for name in page.form.fields
            if name.startswith(f"a:{key}:")
        ]


def _pruned(page: SectionPage, used: frozenset[str]) -> SectionPage:
    """The page with nothing but what scoring looks at."""
    for name in list(page.form.fields):
        if not _is_read(page, name, used):
            del page.form.fields[name]
        elif not name.startswith("a:"):
            page.form.fields[name].widget.attrs["class"] = "cell num"
    for name in list(page.formsets):
        if name not in page.scheme.indicator_lists:
            del page.formsets[name]
    return page


def _is_read(page: SectionPage, name: str, used: frozenset[str]) -> bool:
    kind, *path = name.split(":")
    if kind in ("f", "t"):
        return ".".join(path) in used
    indicator, column = page.scheme.indicators_by_id[path[0]], path[1]
    return column in (*READ, "items") or (column == SELF and _asks_self_score(indicator))


def _asks_self_score(indicator: Indicator) -> bool:
    is_qualitative = indicator.rule is not None and indicator.rule.kind in QUALITATIVE
    return is_qualitative or indicator.group is not None or "level" in indicator.columns


def _typed(row: RowForm) -> Iterator[BoundField]:
    yield from (row[key] for key in (*READ, SELF) if key in row.columns)


def _carried(row: RowForm) -> Iterator[BoundField]:
    """Fields that aren't shown but have to come back."""
    yield row["id"]
    yield from (row[key] for key in row.columns if key not in (*READ, SELF))


def _lay_over(stored: dict[str, Any], typed: dict[str, Any]) -> None:
    """Puts typed cells over stored ones, in place."""
    stored["facts"] |= typed["facts"]
    for table, rows in typed["tables"].items():
        for row, cells in rows.items():
            held = stored["tables"].setdefault(table, {}).setdefault(row, {})
            held |= cells
    for key, answer in typed["answers"].items():
        held = stored["answers"].setdefault(key, {})
        items = held.get("items", {}) | answer.pop("items", {})
        held |= answer | {"items": items}
