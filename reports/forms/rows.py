"""Open rows as formsets: typed indicators, goals, evaluators. The server mints row ids."""

import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, cast

from django import forms
from django.forms.formsets import DELETION_FIELD_NAME
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from reports.forms.answers import above_weight, level_choices
from reports.forms.fields import CellField, OptionField
from reports.forms.widgets import CellArea, CellCheck, CellHidden
from reports.sheets.coded import followed, prefilled
from scoring.engine.checks.places import INDICATOR_COLUMNS
from scoring.engine.content import Cells
from scoring.engine.scheme import Column, IndicatorList, RowList

SPARE = 40
LEVEL = "level"
COUNTED = {"weight": "data-weight", "self_score": "data-self"}
ROWS = uuid.UUID("7f0d3a52-5a4e-4b52-9d53-0f5a3c1f6b11")


class RowForm(forms.Form):
    """One row. `base` is the anchor of its list; `columns` its cells. Without an id the row is new."""

    id = forms.CharField(required=False, widget=CellHidden)

    def __init__(self, *args: Any, columns: Mapping[str, Column], base: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.columns = columns
        self.row_id = self.initial.get("id") or ""
        self.anchor = f"{base}/{self.row_id}" if self.row_id else ""
        for key, spec in columns.items():
            self.fields[key] = self._field(key, spec)

    def _field(self, key: str, spec: Column) -> forms.Field:
        anchor = f"{self.anchor}/{key}" if self.anchor else ""
        if key == LEVEL:
            select = forms.Select(attrs={"class": "cell", "aria-label": spec.label})
            return OptionField(level_choices(), anchor=anchor, label=spec.label, widget=select)
        field = CellField(spec, anchor=anchor, in_table=True)
        field.keep(self.initial.get(key))
        if key in COUNTED:
            field.widget.attrs[COUNTED[key]] = ""
        if spec.type in ("text", "long_text"):
            field.widget = CellArea(field.widget.attrs | {"rows": 1})
        return field

    def clean(self) -> dict[str, Any]:
        own, weight = self.cleaned_data.get("self_score"), self.cleaned_data.get("weight")
        if own and weight and Decimal(own) > Decimal(weight):
            self.add_error("self_score", above_weight(own, Decimal(weight)))
        return self.cleaned_data

    def cells(self) -> Cells:
        """The row's cells without its id, None where blank."""
        return {key: self.cleaned_data.get(key) or None for key in self.columns}

    @property
    def is_blank(self) -> bool:
        return not any(self.cells().values())


@dataclass(frozen=True)
class Filled:
    """One list of a draft: its stored rows, the anchor of its rows, and the name of this save."""

    name: str
    base: str
    rows: Sequence[Cells]
    mint: str


class BaseRowFormSet(forms.BaseFormSet[RowForm]):
    """Rows of one list. The same save sent twice gives its new rows the same ids."""

    default_error_messages = {
        **forms.BaseFormSet.default_error_messages,
        "missing_management_form": gettext_lazy("页面不完整，请重新打开后填写。"),
        "too_many_forms": gettext_lazy("行数太多，最多 %(num)d 行。"),
    }
    deletion_widget = CellCheck

    def __init__(
        self,
        data: Mapping[str, Any] | None,
        *,
        columns: Mapping[str, Column],
        filled: Filled,
        spec: RowList | None = None,
    ) -> None:
        self.columns, self.base, self.mint, self.spec = columns, filled.base, filled.mint, spec
        self.stored = {row.get("id") or "": row for row in filled.rows}
        initial = [prefilled(spec, row) if spec else dict(row) for row in filled.rows]
        super().__init__(data=data, prefix=filled.name, initial=initial)

    def get_form_kwargs(self, index: int | None) -> dict[str, Any]:
        kwargs = super().get_form_kwargs(index) | {"columns": self.columns, "base": self.base}
        if self.is_bound and index is not None:
            posted = self.data.get(f"{self.prefix}-{index}-id", "")
            kwargs["initial"] = dict(self.stored.get(posted, {}))
            # An unchanged row is a row: nothing is skipped for not having changed.
            kwargs["empty_permitted"] = False
        return kwargs

    def add_fields(self, form: RowForm, index: int | None) -> None:
        super().add_fields(form, index)
        form.fields[DELETION_FIELD_NAME].label = _("删除")

    def rows(self) -> list[Cells]:
        """What is stored: deleted and wholly blank rows dropped, every row with an id.

        Rows stand in page order, those with codes in the order of their codes, so that a row added at the end is
        found among its neighbours.
        """
        kept: list[Cells] = []
        used: set[str] = set()
        for index, form in enumerate(self.forms):
            if form.cleaned_data.get(DELETION_FIELD_NAME) or form.is_blank:
                continue
            row_id = self._id_of(form, index, used)
            used.add(row_id)
            kept.append({"id": row_id, **self._cells(form)})
        if self.spec and (tree := self.spec.hierarchy):
            kept.sort(key=lambda row: (not row[tree.column], row[tree.column] or ""))
        return kept

    def _cells(self, form: RowForm) -> Cells:
        cells = form.cells()
        return followed(self.spec, cells, self.stored.get(form.row_id, {})) if self.spec else cells

    def _id_of(self, form: RowForm, index: int, used: set[str]) -> str:
        """The client's id only if the stored page has that row, once; else a minted one."""
        given = form.cleaned_data.get("id") or ""
        if given in self.stored and given not in used:
            return given
        minted = uuid.uuid5(ROWS, f"{self.mint}/{self.prefix}/{index}").hex[:12]
        return minted if minted not in used else uuid.uuid4().hex[:12]


def list_formset(spec: RowList, filled: Filled, data: Mapping[str, Any] | None) -> BaseRowFormSet:
    """The formset of an open list; blank rows are offered while nothing is filled."""
    extra = 0 if filled.rows else max(1, spec.min_rows)
    return _formset(spec.columns, filled, data, spec=spec, extra=extra)


def indicator_formset(spec: IndicatorList, filled: Filled, data: Mapping[str, Any] | None) -> BaseRowFormSet:
    """The formset of typed indicators: first and second level, name, target, actual, weight, score, reason."""
    extra = 0 if filled.rows else 1
    return _formset(indicator_columns(spec), filled, data, spec=spec, extra=extra)


def indicator_columns(spec: IndicatorList) -> dict[str, Column]:
    """The form's columns of typed indicators under its own labels; a level's choices are the form's levels."""
    known = INDICATOR_COLUMNS | {LEVEL: Column(label="达成程度", type="text")}
    columns: dict[str, Column] = {
        key: known[key].model_copy(update={"label": spec.labels.get(key, known[key].label)})
        for key in spec.columns
    }
    choices = {
        "level1": [level.name for level in spec.levels],
        "level2": list(dict.fromkeys(_children(spec))),
    }
    for key, names in choices.items():
        if names and key in columns:
            columns[key] = columns[key].model_copy(update={"type": "choice", "choices": names})
    return columns


def _children(spec: IndicatorList) -> Iterator[str]:
    for level in spec.levels:
        yield from level.children


def _formset(
    columns: Mapping[str, Column],
    filled: Filled,
    data: Mapping[str, Any] | None,
    *,
    spec: RowList | IndicatorList,
    extra: int,
) -> BaseRowFormSet:
    factory = forms.formset_factory(
        RowForm,
        formset=BaseRowFormSet,
        extra=extra,
        can_delete=True,
        max_num=spec.max_rows,
        validate_max=True,
        absolute_max=spec.max_rows + SPARE,
    )
    made = cast(type[BaseRowFormSet], factory)
    return made(data, columns=columns, filled=filled, spec=spec if isinstance(spec, RowList) else None)
