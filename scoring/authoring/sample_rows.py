"""Rows of a made-up filing: answers to the form's indicators, typed indicators, open lists."""

import re
from collections.abc import Callable, Iterator
from decimal import ROUND_DOWN, Decimal
from typing import Any

from scoring.engine.cells import number_or_none
from scoring.engine.numbers import CENT, plain
from scoring.engine.rules.checklist import YES
from scoring.engine.rules.violation_deduct import COUNT
from scoring.engine.scheme import Column, Indicator, IndicatorList, RowList, Scheme

TEXT = "示例文字"
CODE = "20101" * 4

Row = dict[str, str | None]

# Targets by what the second level or the row is called, with a completed value that reaches them.
_TARGETS = (
    (re.compile("满意"), ("≥90%", "93%")),
    (re.compile("成本"), ("≤100万元", "98万元")),
    (re.compile("时效"), ("100%", "100%")),
    (re.compile("质量|率"), ("≥95%", "97%")),
    (re.compile("数量"), ("≥10项", "12项")),
)
_WORDS = ("有效提升", "有效提升，成效明显")


def answer_of(scheme: Scheme, key: str) -> dict[str, Any]:
    """What the bureau says to one of the form's indicators, in the shape of Answer."""
    indicator = scheme.indicators_by_id[key]
    target, actual = _target(f"{indicator.level2}{indicator.name}")
    qualitative = (target, actual) == _WORDS
    given = {
        "target": target,
        "actual": _measured(indicator) or actual,
        "level": "met" if qualitative else "",
    }
    given |= dict.fromkeys(("reason", "measure", "process"), TEXT)
    answer: dict[str, Any] = {column: given[column] for column in indicator.columns if column in given}
    if indicator.group and "weight" in indicator.columns:
        answer["weight"] = plain(_share(scheme, indicator))
    return answer | {"items": dict(_items(indicator))}


def typed_rows(name: str, spec: IndicatorList) -> list[Row]:
    """One indicator for each second level, the weight of the first level split among them."""
    rows: list[Row] = []
    for level in spec.levels:
        children = level.children or [""]
        for child, weight in zip(children, split(level.weight, len(children)), strict=True):
            target, actual = _target(child or level.name)
            given = {
                "level1": level.name,
                "level2": child,
                "name": f"{child or level.name}示例",
                "detail": TEXT,
                "target": target,
                "actual": actual,
                "weight": plain(weight) if weight else "0",
                "reason": TEXT,
                "measure": TEXT,
                "level": "met" if (target, actual) == _WORDS else "",
            }
            row: Row = {key: text for key, text in given.items() if key in spec.columns}
            rows.append({"id": f"{name}{len(rows) + 1}", **row})
    return rows


def list_rows(name: str, spec: RowList, cell_text: Callable[[Column, str], str | None]) -> list[Row]:
    """One row, or with codes one row on each level, each the whole of the one above."""
    rows: list[Row] = []
    for length in spec.hierarchy.lengths if spec.hierarchy else [0]:
        row: Row = {key: cell_text(column, column.label) for key, column in spec.columns.items()}
        if spec.hierarchy:
            row[spec.hierarchy.column] = CODE[:length]
        rows.append({"id": f"{name}{len(rows) + 1}", **row})
    return rows


def split(total: Decimal, parts: int) -> list[Decimal]:
    """`total` in equal parts of two places; the first has what doesn't divide."""
    each = (total / parts).quantize(CENT, ROUND_DOWN)
    return [total - each * (parts - 1), *([each] * (parts - 1))]


def _share(scheme: Scheme, child: Indicator) -> Decimal:
    """The part of its group's weight that a row gets."""
    group, rows = scheme.indicators_by_id.get(child.group or ""), scheme.children_of(child.group or "")
    total = group.weight if group and group.weight is not None else Decimal(0)
    return split(total, len(rows))[[row.id for row in rows].index(child.id)]


def _items(indicator: Indicator) -> Iterator[tuple[str, str]]:
    """All questions answered with yes, nothing to count."""
    rule = indicator.rule
    for item in getattr(rule, "items", ()):
        if not isinstance(item, str):
            yield item.key, YES
    if rule is not None and rule.kind == "violation_deduct":
        yield COUNT, "0"


def _measured(indicator: Indicator) -> str:
    """A completed value that reaches the standard of a rule with a unit of its own; empty where there is none."""
    rule: Any = indicator.rule
    unit = getattr(rule, "unit", "")
    if not unit or getattr(rule, "value", None):
        return ""
    best = max(getattr(rule, "bands", ()), key=lambda band: band.points, default=None)
    limits = [getattr(rule, name, None) for name in ("threshold", "target", "low", "high")]
    limits += [best.low, best.high] if best else []
    numbers = (limit if isinstance(limit, Decimal) else number_or_none(limit) for limit in limits)
    number = next((each for each in numbers if each is not None), None)
    return "" if number is None else f"{plain(number)}{unit}"


def _target(words: str) -> tuple[str, str]:
    return next((pair for pattern, pair in _TARGETS if pattern.search(words)), _WORDS)
