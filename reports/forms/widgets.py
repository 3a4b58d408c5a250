"""Widgets of cells in tables, written without a template each: a page may show thousands."""

from collections.abc import Mapping
from html import escape
from typing import Any

from django import forms
from django.utils.safestring import SafeString


class CellInput(forms.TextInput):
    """A line of text or a figure."""

    def render(
        self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None
    ) -> SafeString:
        given = {"type": self.input_type, "name": name, "value": self.format_value(value)}
        return SafeString(f"<input{_written(given | self.build_attrs(self.attrs, attrs))}>")


class CellArea(forms.Textarea):
    """Words that may need several lines; grows with what is written."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"rows": 1, **(attrs or {})})
        del self.attrs["cols"]

    def render(
        self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None
    ) -> SafeString:
        given = _written({"name": name} | self.build_attrs(self.attrs, attrs))
        return SafeString(f"<textarea{given}>\n{escape(self.format_value(value) or '')}</textarea>")


class CellHidden(CellInput):
    """What the page carries along."""

    input_type = "hidden"


class CellCheck(forms.CheckboxInput):
    """A box to tick."""

    def render(
        self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None
    ) -> SafeString:
        given = {"type": self.input_type, "name": name, "checked": bool(value)}
        return SafeString(f"<input{_written(given | self.build_attrs(self.attrs, attrs))}>")


def _written(attrs: Mapping[str, Any]) -> str:
    """Attributes of an element: true ones by their name alone, false and absent ones not at all."""
    return "".join(
        f" {name}" if value is True else f' {name}="{escape(str(value))}"'
        for name, value in attrs.items()
        if value is not None and value is not False
    )
