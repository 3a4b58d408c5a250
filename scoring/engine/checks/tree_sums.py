"""N_SUM: a stated sum over coded rows against the rows that it adds up."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from scoring.engine.checks.base import Check, CheckContext
from scoring.engine.likely_causes import Candidate, Size, likely_cause, size_of
from scoring.engine.list_rows import ListRow, parts_by_code
from scoring.engine.numbers import round_half_up, separated
from scoring.engine.results import Finding
from scoring.engine.scheme import TOTAL

HALF_A_CENT = Decimal("0.005")

Rows = Sequence[ListRow]
Part = tuple[ListRow, Decimal]


class _WrongSum(NamedTuple):
    """A stated sum, what its parts add up to, and how far rounding alone may take it from that."""

    stated: Decimal
    computed: Decimal
    parts: list[Part]
    rounding: Decimal


def find(check: Check, context: CheckContext) -> Iterator[Finding]:
    """The line of totals against the highest level, and every row against the level below it."""
    for section in context.scheme.sections:
        for name in (block.list for block in section.blocks if block.list):
            rows = context.facts.filed_list(name).rows
            yield from _totals(check, context, name, rows)
            yield from _rows(check, f"{section.key}/{name}", rows)


def _totals(check: Check, context: CheckContext, name: str, rows: Rows) -> Iterator[Finding]:
    spec = context.scheme.lists[name]
    lengths = spec.hierarchy.lengths if spec.hierarchy else []
    top = [row for row in rows if not lengths or len(row.code) == lengths[0]]
    for column in spec.sums() if spec.total else ():
        cell = f"{name}.{TOTAL}.{column}"
        if found := _wrong_sum(context.facts.stated(cell), top, column):
            label = f"{spec.title}{spec.total}“{spec.columns[column].label}”"
            yield _finding(check, context.scheme.anchor(cell), label, found)


def _rows(check: Check, place: str, rows: Rows) -> Iterator[Finding]:
    below = parts_by_code(rows)
    for row in rows if below else ():
        parts = below.get(row.code, ())
        for column in row.spec.sums() if parts else ():
            if found := _wrong_sum(row.value(column), parts, column):
                label = f"{row.spec.title}“{row.name}”{row.spec.columns[column].label}"
                yield _finding(check, f"{place}/{row.id}/{column}", label, found)


def _wrong_sum(stated: Decimal | None, rows: Rows, column: str) -> _WrongSum | None:
    """A stated sum that its parts don't give, None where it is blank or there are none.

    Rounding of the printed parts explains half a cent each; more than two cents is said all the same.
    """
    if stated is None:
        return None
    parts = [(row, value) for row in rows if (value := row.figures.get(column))]
    if not parts:
        return None
    computed = sum((value for _row, value in parts), Decimal(0))
    rounding = HALF_A_CENT * (len(parts) + 1)
    off = abs(stated - computed) > min(rounding, 4 * HALF_A_CENT)
    return _WrongSum(stated, computed, parts, rounding) if off else None


def _finding(check: Check, anchor: str, label: str, wrong: _WrongSum) -> Finding:
    """A whole small item may be missing inside the margin of rounding, so it is information and not silence."""
    stated, computed = wrong.stated, wrong.computed
    gap = abs(stated - computed)
    said = f"{label}填写 {_shown(stated)}，各项之和为 {_shown(computed)}，差 {_shown(gap)}"
    if gap <= wrong.rounding:
        message = f"{said}，可能是四舍五入的尾差，也可能漏填了一项，请核对。"
        check = Check(check.code, check.title, "information", check.find)
    else:
        cause = likely_cause(stated, computed, _miscounted(computed, wrong.parts, size_of(stated)))
        message = f"{said}。{cause}。" if cause else f"{said}。"
    return check.finding(anchor, message, stated=stated, computed=computed)


def _miscounted(total: Decimal, parts: list[Part], size: Size) -> Iterator[Candidate]:
    """One part left out of the stated sum, or counted twice."""
    for row, value in parts:
        for words, other in (("漏加了", total - value), ("重复加了", total + value)):
            if size.fits(other):
                yield Candidate(f"{words}“{row.name}”{_shown(value)}", other)


def _shown(value: Decimal) -> str:
    return separated(round_half_up(value))


CHECK = Check("N_SUM", "合计与各项之和不符", "warning", find)
