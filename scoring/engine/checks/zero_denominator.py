"""I_ZERODEN: a ratio stated, or full marks claimed for it, although its denominator is zero."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from scoring.engine.checks.base import Check, CheckContext, figure
from scoring.engine.checks.target_rows import listed
from scoring.engine.formula import Lookup, ZeroDenominatorError, compile_formula
from scoring.engine.results import Finding
from scoring.engine.scheme import Section


@dataclass(frozen=True)
class _Stated:
    """A ratio as stated; `below` names what its denominator is made of."""

    anchor: str
    label: str
    value: Decimal
    unit: str
    below: str


def find(check: Check, context: CheckContext) -> Iterator[Finding]:
    """Facts and cells of tables, columns of open lists, then scored rows.

    A stated 0 is what many forms print by themselves: it claims less, so it is information.
    """
    cells = list(_cells(context))
    for cell in cells:
        if cell.value:
            message = (
                f"{cell.label}填写 {figure(cell.value)}{cell.unit}，但分母（{cell.below}）为 0，这个比率没有意义。"
                "请留空或核对分母。"
            )
            yield check.finding(cell.anchor, message, stated=cell.value)
    yield from _zeros(check, [cell for cell in cells if not cell.value])
    for section in context.scheme.sections:
        yield from _lists(check, context, section)
    yield from _rows(check, context)


def _cells(context: CheckContext) -> Iterator[_Stated]:
    """Stated facts and cells of tables whose formula divides by zero."""
    facts = context.facts
    for name, cell in facts.cells.items():
        stated = facts.stated(name) if cell.derived else None
        if stated is None or cell.derived is None or facts.derived(name) is not None:
            continue
        if zeros := _zero_denominator(cell.derived, facts.value):
            unit = "%" if cell.type == "percent" else cell.unit
            below = "、".join(sorted(facts.label(zero) for zero in zeros))
            yield _Stated(context.scheme.anchor(name), cell.label, stated, unit, below)


def _zeros(check: Check, cells: Sequence[_Stated]) -> Iterator[Finding]:
    """One finding for all: 0 ÷ 0 is no 0 %."""
    if not cells:
        return
    first, *others = cells
    below = listed(dict.fromkeys(cell.below for cell in cells))
    message = (
        f"{listed(cell.label for cell in cells)}填写 0{first.unit}，但分母（{below}）为 0，"
        "没有比率可言，不等于 0。请留空，或说明不适用。"
    )
    found = check.finding(first.anchor, message, stated=first.value, also=tuple(o.anchor for o in others))
    yield replace(found, severity="information")


def _lists(check: Check, context: CheckContext, section: Section) -> Iterator[Finding]:
    """One finding for a column: final accounts have many rows without a budget."""
    for name in (block.list for block in section.blocks if block.list):
        spec = context.scheme.lists[name]
        rows = context.facts.filed_list(name).rows
        for column, text in spec.derived.items():
            stated = [
                _Stated(f"{section.key}/{name}/{row.id}/{column}", row.name, value, "", below)
                for row in rows
                if (value := row.value(column)) is not None
                if (
                    below := "、".join(
                        sorted(spec.columns[z].label for z in _zero_denominator(text, row.value))
                    )
                )
            ]
            title = f"{spec.title}“{spec.columns[column].label}”"
            yield from _column(check, title, [each for each in stated if each.value])
            yield from _column(check, title, [each for each in stated if not each.value])


def _column(check: Check, title: str, cells: Sequence[_Stated]) -> Iterator[Finding]:
    if not cells:
        return
    first, *others = cells
    filled, advice = ("数", "核对分母") if first.value else (" 0", "说明不适用")
    message = (
        f"{title}的分母（{first.below}）为 0，却填了{filled}：{listed(cell.label for cell in cells)}。"
        f"比率没有意义，请留空或{advice}。"
    )
    found = check.finding(first.anchor, message, stated=first.value, also=tuple(o.anchor for o in others))
    yield found if first.value else replace(found, severity="information")


def _rows(check: Check, context: CheckContext) -> Iterator[Finding]:
    """Full marks for a ratio that can't be computed, unless the scheme says what such a row gets."""
    facts = context.facts
    for row in context.rows:
        if row.status != "needs_data" or row.self_score is None or row.self_score < row.weight:
            continue
        zeros = {
            zero for text in row.filed.rule.formula_texts for zero in _zero_denominator(text, facts.value)
        }
        if zeros:
            below = "、".join(sorted(facts.label(zero) for zero in zeros))
            message = (
                f"{row.filed.given.name}的分母（{below}）为 0，比率无法计算，却自评满分 {figure(row.self_score)} 分。"
                "请补充数据，或说明不适用的理由。"
            )
            yield check.finding(row.at("self_score"), message, stated=row.self_score)


def _zero_denominator(text: str, lookup: Lookup) -> frozenset[str]:
    """What a formula's zero divisor is made of; empty where it divides by something."""
    try:
        compile_formula(text).evaluate(lookup)
    except ZeroDenominatorError as error:
        return error.names
    return frozenset()


CHECK = Check("I_ZERODEN", "分母为零的比率", "warning", find)
