"""N_SUM: a stated sum over coded rows against the rows that it adds up."""

from collections.abc import Iterator
from decimal import Decimal

from scoring.engine.checks.base import Check, CheckContext
from scoring.engine.likely_causes import Candidate, likely_cause
from scoring.engine.list_rows import ListRow, list_rows, parts_by_code
from scoring.engine.numbers import round_half_up, separated
from scoring.engine.results import Finding
from scoring.engine.scheme import TOTAL

HALF_A_CENT = Decimal("0.005")

Part = tuple[str, Decimal]


def find(check: Check, context: CheckContext) -> Iterator[Finding]:
    """The line of totals against the highest level, and every row against the level below it."""
    for section in context.scheme.sections:
        for name in (block.list for block in section.blocks if block.list):
            rows = list_rows(context.scheme.lists[name], context.content.rows(section.key, name))
            yield from _totals(check, context, name, rows)
            yield from _rows(check, f"{section.key}/{name}", rows)


def _totals(check: Check, context: CheckContext, name: str, rows: list[ListRow]) -> Iterator[Finding]:
    spec = context.scheme.lists[name]
    lengths = spec.hierarchy.lengths if spec.hierarchy else []
    top = [row for row in rows if not lengths or len(row.code) == lengths[0]]
    for column in spec.sums() if spec.total else ():
        cell = f"{name}.{TOTAL}.{column}"
        stated = context.facts.stated(cell)
        label = f"{spec.title}{spec.total}“{spec.columns[column].label}”"
        yield from _compared(check, context.scheme.anchor(cell), label, stated, _figures(top, column))


def _rows(check: Check, place: str, rows: list[ListRow]) -> Iterator[Finding]:
    below = parts_by_code(rows)
    for row in rows:
        parts = below.get(row.code, [])
        for column in row.spec.sums() if parts else ():
            label = f"{row.spec.title}“{row.name}”{row.spec.columns[column].label}"
            anchor = f"{place}/{row.id}/{column}"
            yield from _compared(check, anchor, label, row.value(column), _figures(parts, column))


def _figures(rows: list[ListRow], column: str) -> list[Part]:
    return [(row.name, value) for row in rows if (value := row.value(column))]


def _compared(
    check: Check, anchor: str, label: str, stated: Decimal | None, parts: list[Part]
) -> Iterator[Finding]:
    """Rounding of the printed parts explains half a cent each; more than two cents is said all the same.

    A whole small item may be missing inside that margin, so it is information and not silence.
    """
    if stated is None or not parts:
        return
    computed = sum((value for _name, value in parts), Decimal(0))
    gap = abs(stated - computed)
    rounding = HALF_A_CENT * (len(parts) + 1)
    if gap <= min(rounding, 4 * HALF_A_CENT):
        return
    said = f"{label}填写 {_shown(stated)}，各项之和为 {_shown(computed)}，差 {_shown(abs(stated - computed))}"
    if gap <= rounding:
        message = f"{said}，可能是四舍五入的尾差，也可能漏填了一项，请核对。"
        information = Check(check.code, check.title, "information", check.find)
        yield information.finding(anchor, message, stated=stated, computed=computed)
    else:
        cause = likely_cause(stated, computed, _miscounted(computed, parts))
        message = f"{said}。{cause}。" if cause else f"{said}。"
        yield check.finding(anchor, message, stated=stated, computed=computed)


def _miscounted(total: Decimal, parts: list[Part]) -> Iterator[Candidate]:
    """One part left out of the stated sum, or counted twice."""
    for name, value in parts:
        yield Candidate(f"漏加了“{name}”{_shown(value)}", total - value)
        yield Candidate(f"重复加了“{name}”{_shown(value)}", total + value)


def _shown(value: Decimal) -> str:
    return separated(round_half_up(value))


CHECK = Check("N_SUM", "合计与各项之和不符", "warning", find)
