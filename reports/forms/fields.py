"""One cell as a form field: a text input that reads what people type the way the engine does."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from reports.anchors import element_id
from reports.forms.widgets import CellArea, CellInput
from scoring.engine.cells import CellError, clean_cell
from scoring.engine.numerals import quoted
from scoring.engine.scheme import NUMERIC, Column


class CellField(forms.Field):
    """Cleans to canonical text, None where blank. Never required: what is missing blocks the handover, not a save."""

    def __init__(self, spec: Column, *, anchor: str = "", label: str = "", in_table: bool = False) -> None:
        self.spec, self.anchor = spec, anchor
        widget = _widget(spec, in_table=in_table)
        super().__init__(required=False, label=label or spec.label, help_text=spec.help, widget=widget)
        if anchor:
            self.widget.attrs["id"] = element_id(anchor)
        if in_table:
            self.widget.attrs["class"] = "cell num" if spec.type in NUMERIC else "cell"
            self.widget.attrs["aria-label"] = self.label

    @property
    def is_marked(self) -> bool:
        """Whether the handover needs this cell."""
        return self.spec.required

    def clean(self, value: Any) -> str | None:
        text = "" if value is None else str(value)
        try:
            cleaned = clean_cell(
                self.spec.type, text, negative=self.spec.negative, max_length=self.spec.max_length
            )
        except CellError as error:
            raise ValidationError(str(error), code="cell") from error
        if self.spec.type == "choice" and cleaned and cleaned not in self._allowed:
            raise ValidationError(
                _("“%(value)s”不是可选的内容。") % {"value": quoted(cleaned)}, code="choice"
            )
        return cleaned

    def keep(self, value: str | None) -> None:
        """Lets a stored value that the form doesn't offer stay selectable."""
        if self.spec.type == "choice" and value and value not in self._allowed:
            self.widget.choices = [*self.widget.choices, (value, value)]

    @property
    def _allowed(self) -> list[str]:
        return [value for value, _label in self.widget.choices]


class OptionField(forms.ChoiceField):
    """A closed question (yes or no, a level): cleans to a machine code, empty where unanswered."""

    def __init__(self, choices: list[tuple[str, str]], *, anchor: str = "", **kwargs: Any) -> None:
        self.anchor = anchor
        messages = {"invalid_choice": _("请从所列选项中选择。")}
        super().__init__(choices=choices, required=False, error_messages=messages, **kwargs)
        if anchor:
            self.widget.attrs["id"] = element_id(anchor)


def _widget(spec: Column, *, in_table: bool) -> forms.Widget:
    if spec.type == "choice":
        return forms.Select(
            choices=[
                ("", _("（必填）") if spec.required else "—"),
                *((choice, choice) for choice in spec.choices),
            ]
        )
    if spec.type == "long_text":
        return CellArea({"rows": 2}) if in_table else forms.Textarea(attrs={"rows": 4})
    if spec.type == "text" and not in_table:
        return forms.Textarea(attrs={"rows": 1})
    attrs = {"autocomplete": "off"}
    if spec.type in NUMERIC:
        attrs["inputmode"] = "decimal"
    if spec.type == "money":
        attrs["data-money"] = ""
    if spec.type == "date":
        attrs["placeholder"] = "2023-04-20"
    return CellInput(attrs) if in_table else forms.TextInput(attrs=attrs)
