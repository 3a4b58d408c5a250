"""What a row's name and its other cell add to a cell: a unit in brackets, the month behind "2022.12", a misread sign."""

import re
from dataclasses import replace
from decimal import Decimal

from scoring.engine.dates import spelled_month
from scoring.engine.quantity import Quantity, read_quantity
from scoring.engine.text import normalise
from scoring.engine.units import match_unit

# Shares of a whole: more than 100% of one is a slip of the pen or of the scanner.
_SHARES = re.compile(r"(?:满意|合格|达标|知晓|覆盖|及时|准确|优良|完好|通过)[率度]")
_NOTE = re.compile(r"\((?:单位：?)?([^()]{1,6})\)$")
_TIME = re.compile(r"时间|时限|日期|期限|进度")
_PLAUSIBLE = (Decimal("0.1"), Decimal(10))


def is_share(name: str) -> bool:
    """Whether the name is of a rate that cannot exceed 100%."""
    return bool(_SHARES.search(name))


def read_pair(target: str | None, actual: str | None, name: str) -> tuple[Quantity, Quantity]:
    """Both cells of a row whose normalised indicator name is given; never raises."""
    goal, done = read_quantity(target), read_quantity(actual)
    goal, done = _as_month(goal, done, name), _as_month(done, goal, name)
    return _with_named_unit(_sign_restored(goal, name), done, name)


def _as_month(cell: Quantity, other: Quantity, name: str) -> Quantity:
    """ "2022.12" is a month where the other cell is a date or the name asks for a time."""
    plain = normalise(cell.raw)
    if spelled_month(plain) == plain or not (other.kind == "date" or _TIME.search(name)):
        return cell
    return replace(read_quantity(spelled_month(plain)), raw=cell.raw)


def _sign_restored(goal: Quantity, name: str) -> Quantity:
    """A share of "290%" is "≥90%" whose sign was scanned as a 2."""
    if goal.number is None or goal.operator or goal.unit != "%" or not is_share(name):
        return goal
    return replace(goal, operator=">=", number=goal.number - 200) if 200 < goal.number <= 300 else goal


def named_unit(name: str) -> str:
    """The unit that a name gives in brackets: "培训人数(人)" → "人"; "" where it gives none."""
    note = _NOTE.search(name)
    unit, end = match_unit(note[1], 0) if note else ("", 0)
    return unit if note and end == len(note[1]) else ""


def _with_named_unit(goal: Quantity, done: Quantity, name: str) -> tuple[Quantity, Quantity]:
    """Bare numbers take the name's unit; a completed one only where it is near its target, it may be in another."""
    unit = named_unit(name)
    if not unit or goal.number is None:
        return goal, done
    goal = goal if goal.unit else replace(goal, unit=unit)
    if done.number is None or done.unit or goal.unit != unit:
        return goal, done
    near = (
        not goal.number or not done.number or _PLAUSIBLE[0] <= abs(done.number / goal.number) <= _PLAUSIBLE[1]
    )
    return goal, replace(done, unit=unit) if near else done
