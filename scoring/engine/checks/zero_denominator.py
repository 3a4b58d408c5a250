"""I_ZERODEN: a ratio stated, or full marks claimed for it, although its denominator is zero."""

from collections.abc import Iterator

from scoring.engine.checks.base import Check, CheckContext, figure
from scoring.engine.checks.target_rows import listed
from scoring.engine.formula import Lookup, ZeroDenominatorError, compile_formula
from scoring.engine.list_rows import list_rows
from scoring.engine.results import Finding
from scoring.engine.scheme import Section


def find(check: Check, context: CheckContext) -> Iterator[Finding]:
    """Facts and cells of tables, columns of open lists, then scored rows. A stated 0 is what forms print anyway."""
    yield from _cells(check, context)
    for section in context.scheme.sections:
        yield from _lists(check, context, section)
    yield from _rows(check, context)


def _cells(check: Check, context: CheckContext) -> Iterator[Finding]:
    facts = context.facts
    for name, cell in facts.cells.items():
        stated = facts.stated(name)
        if not cell.derived or not stated:
            continue
        if zeros := _zero_denominator(cell.derived, facts.value):
            unit = "%" if cell.type == "percent" else cell.unit
            below = "、".join(sorted(facts.label(zero) for zero in zeros))
            message = f"{cell.label}填写 {figure(stated)}{unit}，但分母（{below}）为 0，这个比率没有意义。请留空或核对分母。"
            yield check.finding(context.scheme.anchor(name), message, stated=stated)


def _lists(check: Check, context: CheckContext, section: Section) -> Iterator[Finding]:
    """One finding for a column: final accounts have many rows without a budget."""
    for name in (block.list for block in section.blocks if block.list):
        spec = context.scheme.lists[name]
        rows = list_rows(spec, context.content.rows(section.key, name))
        for column, text in spec.derived.items():
            bad = [row for row in rows if row.value(column) and _zero_denominator(text, row.value)]
            if bad:
                zeros = _zero_denominator(text, bad[0].value)
                below = "、".join(sorted(spec.columns[zero].label for zero in zeros))
                message = (
                    f"{spec.title}“{spec.columns[column].label}”的分母（{below}）为 0，却填了数："
                    f"{listed(row.name for row in bad)}。比率没有意义，请留空或核对分母。"
                )
                first, *others = (f"{section.key}/{name}/{row.id}/{column}" for row in bad)
                yield check.finding(first, message, stated=bad[0].value(column), also=tuple(others))


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
