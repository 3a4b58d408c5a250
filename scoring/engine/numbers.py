"""How the engine rounds and prints: once, half up, where a figure is shown."""

from decimal import ROUND_HALF_UP, Context, Decimal

CENT = Decimal("0.01")
# A cell may hold a figure with a thousand decimals; dividing by it must not fail where it is printed.
_WIDE = Context(prec=5000)
_STEPS = [Decimal(1).scaleb(-places) for places in range(16)]


def round_half_up(value: Decimal, places: int = 2) -> Decimal:
    """`value` to `places` decimals (0–15), halves away from zero (2.675 → 2.68)."""
    return value.quantize(_STEPS[places], rounding=ROUND_HALF_UP, context=_WIDE)


def plain(value: Decimal) -> str:
    """`value` without exponent and without trailing zeros: 5, 0.5, 1200."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def separated(value: Decimal) -> str:
    """`value` in full with thousands separators: 1,906.42, 0.5."""
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def printed(value: Decimal, places: int = 2) -> str:
    """`value` rounded half up with thousands separators: 1,906.42."""
    return f"{round_half_up(value, places):,}"
