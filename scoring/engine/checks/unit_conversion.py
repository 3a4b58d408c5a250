"""N_UNIT: the same figure stated in two units that don't agree when converted (8.98万元 and 98,842元)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from scoring.engine.checks.base import Check, CheckContext
from scoring.engine.concepts import unit_of
from scoring.engine.facts import Cell, cells_of
from scoring.engine.numbers import separated
from scoring.engine.precision import half_unit
from scoring.engine.quantity import read_quantity
from scoring.engine.results import Finding
from scoring.engine.scheme import Scheme
from scoring.engine.text import core, normalise
from scoring.engine.units import convert

_NOTE = re.compile(r"[(（](?P<unit>[^()（）]+)[)）]")
# A label made of these alone stands in many tables and names no figure.
_GENERIC = re.compile(
    r"[合总小共]计|总额|总数|本[年期]|上[年期]|当年|全年|年度|[年期][初末]|金额|数[额量值]?|预算|决算|执行|实际|计划|收入|支出|结余"
    r"|资产|其[中他它]|一般|项目|基本|费用?|经费|资金|人员|[^\u4e00-\u9fff]"
)
LEAST_LETTERS = 2


@dataclass(frozen=True)
class _Figure:
    name: str
    label: str
    value: Decimal
    unit: str


def find(check: Check, context: CheckContext) -> Iterator[Finding]:
    """Cells of one telling label in two units of one kind, apart by more than the rounding of the coarser one."""
    first: dict[str, _Figure] = {}
    for key, label, name, unit in _labelled(context.scheme):
        stated = context.facts.stated(name)
        if stated is None:
            continue
        before = first.setdefault(key, _Figure(name, label, stated, unit))
        same, step = (convert(value, unit, before.unit) for value in (stated, half_unit(stated)))
        if before.unit == unit or same is None or step is None:
            continue
        if abs(before.value - same) <= max(step, half_unit(before.value)):
            continue
        message = (
            f"“{label}”写成 {separated(before.value)}{before.unit}和 {separated(stated)}{unit}，"
            f"后者合 {separated(same)}{before.unit}，换算后不一致，请核对数字和单位。"
        )
        yield check.finding(
            context.scheme.anchor(before.name),
            message,
            stated=before.value,
            computed=same,
            also=(context.scheme.anchor(name),),
        )


def _labelled(scheme: Scheme) -> list[tuple[str, str, str, str]]:
    """(key, label, name, unit) of the cells whose label stands in two units, worked out once per form.

    Derived cells are compared with what they derive from.
    """
    cached: list[tuple[str, str, str, str]] | None = scheme.__dict__.get("_labelled_units")
    if cached is None:
        filed = (cell for cell in cells_of(scheme).values() if not cell.derived)
        cells = [_cell(cell, scheme.money_unit) for cell in filed]
        units: dict[str, set[str]] = {}
        for key, _label, _name, unit in cells:
            units.setdefault(key, set()).add(unit)
        cached = [each for each in cells if each[3] and len(units[each[0]]) > 1 and _is_telling(each[0])]
        scheme.__dict__["_labelled_units"] = cached
    return cached


def _cell(cell: Cell, money_unit: str) -> tuple[str, str, str, str]:
    """A unit may stand in the label: 采购金额（元）."""
    units = (match["unit"].strip() for match in _NOTE.finditer(cell.label))
    noted = next((unit for unit in units if _is_unit(unit)), "")
    label = cell.label.replace(f"（{noted}）", "").replace(f"({noted})", "") if noted else cell.label
    return core(normalise(label)), label, cell.name, noted or unit_of(cell, cell.unit, money_unit)


def _is_unit(text: str) -> bool:
    read = read_quantity(f"1{text}")
    return bool(read.unit) and not read.words


def _is_telling(key: str) -> bool:
    return len(_GENERIC.sub("", key)) >= LEAST_LETTERS


CHECK = Check("N_UNIT", "同一数据换算单位后不符", "warning", find)
