"""Cells of an indicator row in templates."""

from decimal import Decimal

from django import template
from django.forms import BoundField

from reports.anchors import element_id
from reports.forms.line_blocks import LineView
from reports.forms.rows import RowForm
from scoring.engine.cells import CellError, read_number

register = template.Library()
GIVEN = ("weight", "target", "actual", "level")


@register.filter
def cell(line: LineView, column: str) -> BoundField | None:
    """The row's field for a column, None where the form has no such cell."""
    return line.fields.get(column)


@register.filter
def given_cells(line: LineView) -> list[tuple[str, BoundField]]:
    """(label, field) of what the row gives beside the score: weight, target, completed value, level."""
    return [(str(line.fields[key].label), line.fields[key]) for key in GIVEN if key in line.fields]


@register.filter
def asks_reason(line: LineView) -> bool:
    """Whether the reason's field is shown at once: something is written there, or points were deducted.

    Without scores nobody can say when it is needed: it is always there.
    """
    given = [line.fields[key] for key in ("reason", "measure") if key in line.fields]
    own = _number(line, "self_score")
    weight = line.indicator.weight if line.indicator else _number(line, "weight")
    written = any(field.value() or field.errors for field in given)
    deducted = own is not None and weight is not None and own < weight
    return written or deducted or bool(line.comments) or "self_score" not in line.fields


@register.filter
def asks_level(line: LineView) -> bool:
    """Whether the level of achievement is asked: it is given, or the target is words."""
    target = str(line.fields["target"].value() or "") if "target" in line.fields else ""
    return bool(line.fields["level"].value()) or not any(sign.isdigit() for sign in target or "0")


@register.filter
def row_id(form: RowForm) -> str:
    """The id of a list row's element, empty for a new row."""
    return element_id(form.anchor) if form.anchor else ""


def _number(line: LineView, column: str) -> Decimal | None:
    field = line.fields.get(column)
    try:
        return read_number(str(field.value() or "")) if field else None
    except CellError:
        return None
