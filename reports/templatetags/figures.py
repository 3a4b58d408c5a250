"""How figures and steps are written on pages."""

from decimal import Decimal

from django import template

from scoring.engine.cells import CellError, read_number
from scoring.engine.numbers import plain, printed

register = template.Library()


@register.filter
def figure(value: Decimal | str | None) -> str:
    """A score or total with two decimals: 97.00; a dash where there is none."""
    if value is None or value == "":
        return "—"
    return printed(value) if isinstance(value, Decimal) else str(value)


@register.filter
def short(value: Decimal | None) -> str:
    """A weight without trailing zeros: 7, 0.5."""
    return "" if value is None else plain(value)


@register.filter
def grouped(text: str) -> str:
    """A filed figure with thousands separators, its decimals as filed; anything unreadable as it stands."""
    try:
        number = read_number(text)
    except CellError:
        return text
    return "" if number is None else f"{number:,f}"


@register.filter
def digest_short(digest: str) -> str:
    """`sha256:` with the first and last figures of a digest."""
    kind, _colon, figures = digest.partition(":")
    return f"{kind}:{figures[:8]}…{figures[-6:]}" if figures else digest
