"""How figures and steps are written on pages."""

from decimal import Decimal

from django import template

from reports.sheets.figures import column_head, shown_figure
from scoring.engine.numbers import plain, printed
from scoring.engine.scheme import Column

register = template.Library()


@register.filter
def figure(value: Decimal | str | None) -> str:
    """A score or total with two decimals: 97.00; a dash where there is none."""
    if value is None or value == "":
        return "—"
    return printed(value) if isinstance(value, Decimal) else str(value)


@register.filter
def signed(value: Decimal) -> str:
    """A change with its sign: +1.50, −3.61, 0.00."""
    return f"{'+' if value > 0 else '−' if value < 0 else ''}{printed(abs(value))}"


@register.filter
def counted(value: int) -> str:
    """A number of things with thousands separators."""
    return f"{value:,}"


@register.filter
def short(value: Decimal | None) -> str:
    """A weight without trailing zeros: 7, 0.5."""
    return "" if value is None else plain(value)


@register.filter
def grouped(text: str) -> str:
    """A filed figure with thousands separators, its decimals as filed; anything unreadable as it stands."""
    return shown_figure(text)


@register.filter
def headed(column: Column) -> str:
    """The head of a table's column."""
    return column_head(column)


@register.filter
def digest_short(digest: str) -> str:
    """`sha256:` with the first and last figures of a digest."""
    kind, _colon, figures = digest.partition(":")
    return f"{kind}:{figures[:8]}…{figures[-6:]}" if figures else digest
