"""A target set against last year's figure, or a completion that gives two years."""

from dataclasses import replace
from decimal import Decimal

from scoring.engine import wording
from scoring.engine.compare import Comparison, compare
from scoring.engine.direction import Direction
from scoring.engine.measured import answer_of
from scoring.engine.pair import Pair
from scoring.engine.quantity import Operator, Quantity
from scoring.engine.relative import (
    against_last_year,
    change_sign,
    growth,
    relation,
    two_years,
    wants_last_year,
)
from scoring.engine.worded import compare_words


def towards(wanted: Operator) -> Direction:
    """The direction of a relation to last year's figure."""
    return "range" if wanted == "~" else "min" if wanted[0] == ">" else "max"


def compare_with_last_year(row: Pair) -> Comparison | None:
    """None where neither cell speaks of another year."""
    if reference := against_last_year(row.target):
        return _compare_reference(row, reference)
    if pair := two_years(row.actual.raw):
        return _compare_years(row, *pair)
    return _compare_trend(row) if wants_last_year(row.target) else None


def _compare_reference(row: Pair, reference: Quantity) -> Comparison:
    answer = answer_of(row)
    if answer is None:
        return Comparison(None, "完成值没有可以与上年数比较的数字")
    return compare(reference, answer, towards(reference.operator))


def _compare_years(row: Pair, base: Quantity, now: Quantity) -> Comparison:
    """The completed value gives last year's and this year's figure."""
    if wants_last_year(row.target):
        wanted = relation(row.target.words)
        return replace(compare(replace(base, operator=wanted), now, towards(wanted)), ratio=None)
    sign = change_sign(row.target.words) or change_sign(row.name)
    rate = growth(base, now)
    if row.target.unit != "%" or not sign or rate is None:
        return Comparison(None, "完成值写了两年的数，目标不是与上年相比，分不清以哪个为准")
    derived = replace(now, number=rate * sign, unit="%", raw=row.actual.raw)
    found = compare(row.target, derived, row.direction)
    return replace(found, reason=f"按两年数推算变动{rate.quantize(Decimal('0.01'))}%；{found.reason}")


def _compare_trend(row: Pair) -> Comparison:
    """A target such as "较上年下降" with no figure on either side, or only the change."""
    wanted = relation(row.target.words)
    sign = change_sign(row.actual.words)
    if row.actual.kind == "number" and row.actual.number and row.actual.unit in ("%", "百分点") and not sign:
        sign = 0 if row.actual.number > 0 else -1
    if sign and wanted in (">", "<") and not wording.is_hedged(row.actual.words):
        achieved = (sign > 0) == (wanted == ">")
        return Comparison(achieved, "完成值说明的变动方向与目标" + ("一致" if achieved else "相反"))
    return compare_words(row)
