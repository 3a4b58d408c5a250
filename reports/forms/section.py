"""One page of a draft as a form: facts, tables, lines of totals, answers. The rows of open lists are formsets beside it."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from django import forms

from reports.forms.answers import above_weight, answer_fields
from reports.forms.fields import CellField
from reports.sheets.figures import labelled, unit_of
from scoring.engine.content import SectionContent
from scoring.engine.facts import cells_of
from scoring.engine.scheme import TOTAL, Column, Scheme, Section


class SectionForm(forms.Form):
    """`stored` fills the fields; `prefill` gives by field what derived cells show while they are blank."""

    def __init__(
        self,
        scheme: Scheme,
        section: Section,
        stored: SectionContent,
        *,
        prefill: Mapping[str, str] | None = None,
        data: Mapping[str, Any] | None = None,
    ) -> None:
        self.scheme, self.section = scheme, section
        super().__init__(data=data, initial=initial_of(stored, prefill or {}))
        for name, field in _fields(scheme, section):
            self.fields[name] = field
            if isinstance(field, CellField):
                field.keep(self.initial.get(name))

    def clean(self) -> dict[str, Any]:
        for key in (key for block in self.section.blocks for key in block.answers):
            own = self.cleaned_data.get(f"a:{key}:self_score")
            weight = self._weight(key)
            if own and weight is not None and Decimal(own) > weight:
                self.add_error(f"a:{key}:self_score", above_weight(own, weight))
        return self.cleaned_data

    def content(self) -> dict[str, Any]:
        """Facts, tables and answers as stored; lists come from the formsets."""
        found: dict[str, Any] = {"facts": {}, "tables": {}, "answers": {}}
        for name, value in self.cleaned_data.items():
            kind, *path = name.split(":")
            if kind == "f":
                found["facts"][path[0]] = value
            elif kind == "t":
                table, row, column = path
                found["tables"].setdefault(table, {}).setdefault(row, {})[column] = value
            else:
                _put_answer(found["answers"].setdefault(path[0], {}), path[1:], value)
        return found

    def _weight(self, key: str) -> Decimal | None:
        weight = self.scheme.indicators_by_id[key].weight
        typed = self.cleaned_data.get(f"a:{key}:weight")
        return weight if weight is not None else Decimal(typed) if typed else None


def initial_of(stored: SectionContent, prefill: Mapping[str, str]) -> dict[str, str]:
    """Field values by field name; what is stored goes before what is derived."""
    initial = {f"f:{name}": text for name, text in stored.facts.items() if text}
    for table, rows in stored.tables.items():
        for row, cells in rows.items():
            initial |= {f"t:{table}:{row}:{column}": text for column, text in cells.items() if text}
    for key, answer in stored.answers.items():
        cells = answer.model_dump(exclude={"items"})
        initial |= {f"a:{key}:{column}": text for column, text in cells.items() if text}
        initial |= {f"a:{key}:items:{item}": text for item, text in answer.items.items()}
    return {**prefill, **initial}


def _fields(scheme: Scheme, section: Section) -> Iterator[tuple[str, forms.Field]]:
    for block in section.blocks:
        for name in block.facts:
            fact = scheme.facts[name]
            if fact.has_cell:
                spec = Column(
                    label=labelled(fact.label, unit_of(scheme, fact)),
                    type=fact.type,
                    required=fact.required,
                    negative=fact.negative,
                    max_length=fact.max_length,
                    choices=fact.choices,
                    help=fact.help,
                )
                yield f"f:{name}", CellField(spec, anchor=f"{section.key}/{name}")
        if block.table:
            yield from _table_fields(scheme, section.key, block.table)
        if block.list:
            yield from _total_fields(scheme, section.key, block.list)
        for key in block.answers:
            yield from answer_fields(scheme, section.key, scheme.indicators_by_id[key])


def _table_fields(scheme: Scheme, section: str, key: str) -> Iterator[tuple[str, forms.Field]]:
    table = scheme.tables[key]
    for row, column in table.cells():
        of = cells_of(scheme).get(f"{key}.{row}.{column}")
        place = f"{row}.{column}"
        spec = table.column(column).model_copy(
            update={
                "required": of.required if of else place in table.required,
                "negative": bool(of and of.negative),
            }
        )
        label = f"{table.rows[row]}：{spec.label}"
        yield (
            f"t:{key}:{row}:{column}",
            CellField(spec, anchor=f"{section}/{key}/{row}/{column}", label=label, in_table=True),
        )


def _total_fields(scheme: Scheme, section: str, key: str) -> Iterator[tuple[str, forms.Field]]:
    """The line that adds an open list up, where the list has one."""
    spec = scheme.lists[key]
    for column in spec.sums() if spec.total else ():
        of = spec.columns[column].model_copy(update={"required": False})
        label, anchor = f"{spec.total}：{of.label}", f"{section}/{key}/{TOTAL}/{column}"
        yield f"t:{key}:{TOTAL}:{column}", CellField(of, anchor=anchor, label=label, in_table=True)


def _put_answer(answer: dict[str, Any], path: list[str], value: str | None) -> None:
    """Scores and weights are None where blank, words are empty, unanswered items are left out."""
    if path[0] == "items":
        if value:
            answer.setdefault("items", {})[path[1]] = value
    elif path[0] in ("self_score", "weight"):
        answer[path[0]] = value
    else:
        answer[path[0]] = value or ""
