"""What a row's name and its other cell add to a cell: a unit in brackets, the month behind "2022.12", a misread sign."""

import re
from dataclasses import replace
from decimal import Decimal

from scoring.engine.dates import spelled_month
from scoring.engine.periods import turns_a_year
from scoring.engine.quantity import Quantity, read_quantity
from scoring.engine.text import normalise
from scoring.engine.units import convert, dimension, match_unit

# Shares of a whole: more than 100% of one is a slip of the pen or of the scanner.
_SHARES = re.compile(r"(?:满意|合格|达标|知晓|覆盖|及时|准确|优良|完好|通过)[率度]")
_RATE = re.compile(r"^(?!.*(?:增|降|减|变动|幅|倍|偏离|负债|杠杆)).*(?:率|比例|占比)$")
_NOTE = re.compile(r"\((?:单位：?)?([^()]{1,6})\)$")
_A_HEAD = re.compile(r"[人户生亩]均|平均|均价|每[\u4e00-\u9fff]|单[个台套人户次件亩座价]|单位成本|标准|定额")
_DAY = re.compile(r"(1[0-2]|0?[1-9])[./]([0-3]?\d)")
_TIME = re.compile(r"时间|时限|日期|期限|进度")
_PLAUSIBLE = (Decimal("0.1"), Decimal(10))


def is_share(name: str) -> bool:
    """Whether the name is of a rate that cannot exceed 100%."""
    return bool(_SHARES.search(name))


def read_pair(target: str | None, actual: str | None, name: str) -> tuple[Quantity, Quantity]:
    """Both cells of a row whose normalised indicator name is given; never raises."""
    goal, done = read_quantity(target), read_quantity(actual)
    goal, done = _as_month(goal, done, name), _as_month(done, goal, name)
    goal, done = _with_named_unit(_sign_restored(goal, done, name), done, name)
    return _with_heads(goal, done, name), _with_heads(done, goal, name)


def _as_month(cell: Quantity, other: Quantity, name: str) -> Quantity:
    """ "2022.12" is a month where the other cell is a date or the name asks for a time; beside a date "12.31" is one too."""
    plain = normalise(cell.raw)
    if other.kind == "date" and (match := _DAY.fullmatch(plain)):
        return replace(read_quantity(match.expand(r"\1月\2日")), raw=cell.raw)
    if spelled_month(plain) == plain or not (other.kind == "date" or _TIME.search(name)):
        return cell
    return replace(read_quantity(spelled_month(plain)), raw=cell.raw)


def _sign_restored(goal: Quantity, done: Quantity, name: str) -> Quantity:
    """A share of "290%" is "≥90%" whose sign was scanned as a 2; so is another rate that was reached within 100%."""
    if goal.number is None or goal.operator or goal.unit != "%" or not 200 < goal.number <= 300:
        return goal
    within = done.number is not None and done.unit == "%" and 0 < done.number <= 100
    if not is_share(name) and not (within and _RATE.search(name)):
        return goal
    return replace(goal, operator=">=", number=goal.number - 200)


def named_unit(name: str) -> str:
    """The unit that a name gives in brackets: "培训人数(人)" → "人"; "" where it gives none."""
    note = _NOTE.search(name)
    unit, end = match_unit(note[1], 0) if note else ("", 0)
    return unit if note and end == len(note[1]) else ""


def _with_heads(cell: Quantity, other: Quantity, name: str) -> Quantity:
    """A sum a head may leave the head to the other cell: "84元" beside "84元/人" in a row on 人均标准."""
    (what, *ours), (_, *theirs) = cell.unit.split("/"), other.unit.split("/")
    left_out = [head for head in theirs if head not in ours]
    money = dimension(cell.unit) == dimension(other.unit) == "money"
    if not left_out or {*ours} - {*theirs} or not money or not _A_HEAD.search(name):
        return cell
    if any(turns_a_year(head) for head in left_out):
        return cell
    counted = replace(cell, unit="/".join([what, *theirs]))
    return counted if _is_near(counted, other) else cell


def _is_near(one: Quantity, other: Quantity) -> bool:
    if not one.number or not other.number:
        return True
    number = convert(one.number, one.unit, other.unit) if one.unit else one.number
    return number is not None and _PLAUSIBLE[0] <= abs(number / other.number) <= _PLAUSIBLE[1]


def _with_named_unit(goal: Quantity, done: Quantity, name: str) -> tuple[Quantity, Quantity]:
    """Bare numbers take the name's unit; a completed one only where it is near its target, it may be in another."""
    unit = named_unit(name)
    if not unit or goal.number is None:
        return goal, done
    goal = goal if goal.unit else replace(goal, unit=unit)
    if done.number is None or done.unit or goal.unit != unit:
        return goal, done
    return goal, replace(done, unit=unit) if _is_near(done, goal) else done
