"""How filed figures are written for reading."""

from scoring.engine.cells import CellError, read_number
from scoring.engine.numbers import round_half_up
from scoring.engine.scheme import Column, Fact, Scheme

YUAN = "元"


def shown_figure(text: str, places: int | None = None) -> str:
    """A filed figure with thousands separators; anything unreadable as it stands.

    Its decimals are as filed, rounded half up where there are more than `places`.
    """
    try:
        number = read_number(text)
    except CellError:
        return text
    if number is None:
        return ""
    exponent = number.as_tuple().exponent
    if places is not None and isinstance(exponent, int) and -exponent > places:
        number = round_half_up(number, places)
    return f"{number:,f}"


def places_of(kind: str, unit: str) -> int | None:
    """How many decimals a figure is read with: an amount in 元 has two, others as many as were filed."""
    return 2 if kind == "money" and unit == YUAN else None


def unit_of(scheme: Scheme, fact: Fact) -> str:
    """The unit in which a fact is filled; money without one is in the form's money unit."""
    if fact.unit:
        return fact.unit
    return {"money": scheme.money_unit, "percent": "%", "score": "分"}.get(fact.type, "")


def labelled(label: str, unit: str) -> str:
    """A label with its unit, unless it names one already."""
    return f"{label}（{unit}）" if unit and unit not in label else label


def column_head(spec: Column) -> str:
    """The head of a column; percentages say so, the unit of amounts stands above the table."""
    return labelled(spec.label, "%" if spec.type == "percent" else "")
