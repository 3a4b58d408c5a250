"""N_YOY, N_SIGN: stated rates of change that can't be, or that point the other way than the figures."""

from collections.abc import Iterator
from decimal import Decimal

from scoring.engine.checks.base import Check, CheckContext
from scoring.engine.facts import Cell, FactBook
from scoring.engine.formula import Formula, ZeroDenominatorError, compile_formula
from scoring.engine.formula_shapes import Change, change_of
from scoring.engine.numbers import round_half_up, separated
from scoring.engine.results import Finding

MOST = Decimal(100)


def find_impossible(check: Check, context: CheckContext) -> Iterator[Finding]:
    """A decrease of more than 100 % of a figure that can't be negative (减少率117.17%)."""
    for name, cell, change in _changes(context.facts):
        stated = context.facts.stated(name)
        fallen = None if stated is None else (stated if change.falls else -stated)
        if fallen is None or fallen <= MOST or _may_be_negative(change, context.facts):
            continue
        base = change.base.written_out(context.facts.label)
        message = f"{cell.label}填写 {_shown(stated)}%：减少的幅度不可能超过 100%，分母应是{base}。"
        yield check.finding(context.scheme.anchor(name), message, stated=f"{_shown(stated)}%")


def find_signs(check: Check, context: CheckContext) -> Iterator[Finding]:
    """The stated rate says that a figure grew while it fell, or the other way round."""
    for name, cell, change in _changes(context.facts):
        stated, computed = context.facts.stated(name), context.facts.derived(name)
        if stated is None or computed is None or _value(change.now, context.facts) is None:
            continue
        if stated * computed >= 0 or abs(computed) <= cell.tolerance:
            continue
        said, found = ("减少", "增加") if (stated > 0) == change.falls else ("增加", "减少")
        sum_text = compile_formula(cell.derived or "").written_out(context.facts.written, percent=True)
        message = f"{cell.label}填写 {_shown(stated)}%，表示{said}，按数据是{found}：{sum_text} = {_shown(computed)}%。"
        yield check.finding(context.scheme.anchor(name), message, stated=stated, computed=computed)


def _changes(facts: FactBook) -> Iterator[tuple[str, Cell, Change]]:
    """Stated percent cells that are a rate of change."""

    def derived(name: str) -> Formula | None:
        of = facts.cells.get(name)
        return compile_formula(of.derived) if of and of.derived else None

    for name, cell in facts.cells.items():
        if cell.type == "percent" and cell.derived and cell.stated:
            change = change_of(compile_formula(cell.derived), derived)
            if change:
                yield name, cell, change


def _may_be_negative(change: Change, facts: FactBook) -> bool:
    """Whether a figure of the change is below zero, or isn't filed and may be."""
    for part in (change.now, change.base):
        value = _value(part, facts)
        cells = (facts.cells.get(name) for name in part.names)
        if value is None and any(cell and cell.negative for cell in cells):
            return True
        if value is not None and value < 0:
            return True
    return False


def _value(part: Formula, facts: FactBook) -> Decimal | None:
    try:
        return part.evaluate(facts.value)
    except ZeroDenominatorError:
        return None


def _shown(value: Decimal | None) -> str:
    return separated(round_half_up(value or Decimal(0)))


CHECKS = (
    Check("N_YOY", "减少幅度超过100%", "warning", find_impossible),
    Check("N_SIGN", "增减方向与数据相反", "warning", find_signs),
)
