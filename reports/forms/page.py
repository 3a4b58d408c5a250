"""Everything that is filled on one page of a draft: the section's form and its formsets, saved together."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.formsets import DELETION_FIELD_NAME
from django.utils.translation import gettext as _

from reports.forms.prefill import followed, following, posted_following
from reports.forms.rows import BaseRowFormSet, Filled, indicator_formset, list_formset
from reports.forms.section import SectionForm
from scoring.engine.content import Content, SectionContent
from scoring.engine.scheme import Scheme, Section


@dataclass(frozen=True)
class FieldError:
    """A field that has to be mended: the id of its element, its name in words, what is wrong."""

    id: str
    label: str
    message: str


class SectionPage:
    """`content` is the draft as stored; `mint` names this save (see rows.Filled)."""

    def __init__(
        self,
        scheme: Scheme,
        section: Section,
        content: Content,
        *,
        mint: str = "",
        data: Mapping[str, Any] | None = None,
    ) -> None:
        self.scheme, self.section, self.content = scheme, section, content
        self.stored = content.section(section.key)
        self.shown = following(scheme, section, content) if data is None else posted_following(data)
        self.form = SectionForm(scheme, section, self.stored, prefill=self.shown, data=data)
        self.formsets: dict[str, BaseRowFormSet] = {}
        for block in section.blocks:
            if name := block.list or block.indicators:
                self.formsets[name] = self._formset(name, mint, data)

    def is_valid(self) -> bool:
        """Checks everything, so that every message is shown at once."""
        return all([self.form.is_valid(), *(formset.is_valid() for formset in self.formsets.values())])

    @property
    def error_count(self) -> int:
        unseen = sum(len(formset.non_form_errors()) for formset in self.formsets.values())
        return len(self.errors) + unseen

    @property
    def errors(self) -> list[FieldError]:
        """Fields to mend, in page order as far as the forms know it."""
        found = list(_errors(self.form))
        for formset in self.formsets.values():
            for number, form in enumerate(formset.forms, start=1):
                if form[DELETION_FIELD_NAME].value():
                    continue
                name = str(form["name"].value() or "") if "name" in form.fields else ""
                found += _errors(form, name or _("第 %(number)d 行") % {"number": number})
        return found

    def lines(self) -> set[str]:
        """Anchors of all that the page shows comments beside."""
        shown = {getattr(field, "anchor", "") for field in self.form.fields.values()}
        shown |= {form.anchor for formset in self.formsets.values() for form in formset.forms}
        for block in self.section.blocks:
            shown |= {f"{self.section.key}/{key}" for key in (*block.answers, block.table, block.list) if key}
        return shown - {""}

    def data(self) -> dict[str, Any]:
        """What to store, in the shape of SectionContent."""
        lists = {name: formset.rows() for name, formset in self.formsets.items()}
        data = self.form.content() | {"lists": lists}
        data = followed(data, self.shown, self.scheme, self.section, self.content)
        return SectionContent.model_validate(data).model_dump(mode="json")

    def _formset(self, name: str, mint: str, data: Mapping[str, Any] | None) -> BaseRowFormSet:
        rows = self.stored.lists.get(name, [])
        if name in self.scheme.indicator_lists:
            filled = Filled(name, self.section.key, rows, mint)
            return indicator_formset(self.scheme.indicator_lists[name], filled, data)
        filled = Filled(name, f"{self.section.key}/{name}", rows, mint)
        return list_formset(self.scheme.lists[name], filled, data)


def _errors(form: forms.Form, row: str = "") -> Iterator[FieldError]:
    for bound in form:
        if bound.errors:
            own = f"{row}：{bound.label}" if row else bound.field.widget.attrs.get("aria-label", bound.label)
            yield FieldError(bound.id_for_label or bound.auto_id, str(own), str(bound.errors[0]))
