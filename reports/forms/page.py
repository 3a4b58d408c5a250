"""Everything that is filled on one page of a draft: the section's form and its formsets, saved together."""

from collections.abc import Mapping
from typing import Any

from reports.forms.prefill import followed, following, posted_following
from reports.forms.rows import BaseRowFormSet, Filled, indicator_formset, list_formset
from reports.forms.section import SectionForm
from scoring.engine.content import Content, SectionContent
from scoring.engine.scheme import Scheme, Section


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
        forms = [form for formset in self.formsets.values() for form in formset.forms]
        return sum(len(form.errors) for form in (self.form, *forms)) + sum(
            len(formset.non_form_errors()) for formset in self.formsets.values()
        )

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
