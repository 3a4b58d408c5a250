"""X_PARTS, X_RATE, X_BALANCE: stated figures against what they derive from."""

from collections.abc import Callable, Iterator
from decimal import Decimal

from scoring.engine.checks.base import Check, CheckContext
from scoring.engine.checks.cell_causes import cell_cause, share_candidates
from scoring.engine.concepts import unit_of
from scoring.engine.facts import derived_cells
from scoring.engine.formula import Formula, ZeroDenominatorError, compile_formula
from scoring.engine.formula_shapes import ratio_of
from scoring.engine.likely_causes import likely_cause
from scoring.engine.list_rows import ListRow
from scoring.engine.numbers import round_half_up, separated
from scoring.engine.results import Finding

RATE, BALANCE = "X_RATE", "X_BALANCE"
# A cause is searched for all over the form: where this much is wrong, more causes help nobody.
MOST_CAUSES = 8


def find(check: Check, context: CheckContext) -> Iterator[Finding]:
    """A cell that derives from others is stated with another value."""
    told = 0
    for name, cell in derived_cells(context.scheme, check.code):
        stated, computed = context.facts.stated(name), context.facts.derived(name)
        if stated is None or computed is None or abs(stated - computed) <= cell.tolerance:
            continue
        assert cell.formula is not None
        sum_text = cell.formula.written_out(context.facts.written, percent=cell.type == "percent")
        unit = unit_of(cell, cell.unit, "")
        due = _due(cell.formula, stated, sum_text, f"{_shown(computed)}{unit}", context.facts.label)
        message = f"{cell.label}填写 {_shown(stated)}{unit}，{due}"
        if told < MOST_CAUSES:
            told += 1
            message += cell_cause(context.facts, name)
        yield check.finding(context.scheme.anchor(name), message, stated=stated, computed=computed)
    yield from _in_rows(check, context)


def _in_rows(check: Check, context: CheckContext) -> Iterator[Finding]:
    """The same inside the rows of an open list: rates under X_RATE, everything else under X_PARTS."""
    for section in context.scheme.sections:
        for name in (block.list for block in section.blocks if block.list):
            spec = context.scheme.lists[name]
            for column, text in spec.derived.items():
                if (spec.columns[column].type == "percent") != (check.code == RATE) or check.code == BALANCE:
                    continue
                formula = compile_formula(text)
                for row in context.facts.filed_list(name).rows:
                    yield from _in_row(check, f"{section.key}/{name}", row, column, formula)


def _in_row(check: Check, place: str, row: ListRow, column: str, formula: Formula) -> Iterator[Finding]:
    stated = row.value(column)
    if stated is None:
        return
    try:
        computed = formula.evaluate(row.figures.get)
    except ZeroDenominatorError:
        return
    if computed is None or abs(stated - computed) <= row.spec.tolerance:
        return
    percent = row.spec.columns[column].type == "percent"
    unit, label = unit_of(row.spec.columns[column], row.spec.unit, ""), row.label(column)
    sum_text = formula.written_out(row.written, percent=percent)
    due = _due(formula, stated, sum_text, f"{_shown(computed)}{unit}", row.label)
    message = f"{row.name}{label}填写 {_shown(stated)}{unit}，{due}"
    if cause := likely_cause(stated, computed, share_candidates(computed) if percent else ()):
        message += f"{cause}。"
    yield check.finding(f"{place}/{row.id}/{column}", message, stated=stated, computed=computed)


def _due(
    formula: Formula, stated: Decimal, sum_text: str, result: str, label_of: Callable[[str], str]
) -> str:
    """What the cell should hold. Beside a rate of 0 it is rather the part that is wrong: nothing was done yet."""
    ratio = ratio_of(formula)
    if stated == 0 and ratio and (part := ratio.numerator).text in part.names:
        return f"按 {sum_text} 计算为 {result}。确为 0% 的，{label_of(part.text)}应为 0，请核对。"
    return f"应为 {sum_text} = {result}。"


def _shown(value: Decimal) -> str:
    return separated(round_half_up(value))


CHECKS = (
    Check("X_PARTS", "合计与各分项不符", "warning", find),
    Check(RATE, "填写的比率与数据不符", "warning", find),
    Check(BALANCE, "结余与收支不符", "warning", find),
)
