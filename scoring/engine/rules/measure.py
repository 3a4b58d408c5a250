"""The figure a rule looks at: a formula over facts, or the row's own completed value, with the sum written out."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from scoring.engine.formula import ZeroDenominatorError, compile_formula
from scoring.engine.numbers import plain, printed, round_half_up
from scoring.engine.numerals import quoted
from scoring.engine.quantity import Quantity, convert, read_quantity
from scoring.engine.rules.base import (
    Outcome,
    RowInput,
    award_text,
    judgement,
    needs_data,
    not_applicable,
    scored,
)

# What a row gets whose formula has a denominator of zero.
ZeroPolicy = Literal["needs_data", "full", "zero", "not_applicable"]
# Which written inequality may stand for the figure itself: a lower bound, an upper bound, none.
Bound = Literal[">=", "<=", ""]

_BOUND_NAMES = {">": "下限", "<": "上限"}
_ZERO_WORDS = {
    "needs_data": "",
    "full": "；分母为0的得满分",
    "zero": "；分母为0的不得分",
    "not_applicable": "；分母为0的不适用",
}


@dataclass(slots=True)
class Measured:
    """A figure with the words that show where it comes from: `在职人员53 ÷ 编制53 = 100.00%`."""

    value: Decimal
    written: str


def measure(
    row: RowInput, value: str, unit: str, zero_denominator: ZeroPolicy = "needs_data"
) -> Measured | Outcome:
    """The value of formula `value`, or an outcome that says which data is missing."""
    formula = compile_formula(value)
    percent = unit == "%"
    try:
        result = formula.evaluate(row.facts.value)
    except ZeroDenominatorError as error:
        return without_denominator(row, error.names, zero_denominator)
    if result is None:
        return missing_facts(row, formula.names)
    sum_text = formula.written_out(row.facts.written, percent=percent)
    if sum_text.replace("−", "-") == plain(result):
        return Measured(result, f"{plain(result)}{unit}")
    if formula.text.strip() in formula.names:
        return Measured(result, f"{sum_text}{unit}")
    return Measured(result, f"{sum_text} = {printed(result)}{unit}")


def missing_facts(row: RowInput, names: frozenset[str]) -> Outcome:
    """Asks for those of `names` that are blank."""
    missing = tuple(sorted(name for name in names if row.facts.value(name) is None))
    return needs_data(row, f"缺少数据：{'、'.join(row.facts.label(name) for name in missing)}。", missing)


def without_denominator(row: RowInput, names: frozenset[str], policy: ZeroPolicy) -> Outcome:
    """A ratio without a denominator: its data is asked for unless the scheme says what it gets."""
    missing = tuple(sorted(names))
    labels = "、".join(row.facts.label(name) for name in missing) or "分母"
    if policy == "needs_data":
        return needs_data(row, f"{labels}为0或未填，无法计算比率，需补充数据。", missing)
    if policy == "not_applicable":
        return not_applicable(f"{labels}为0，按方案本项不适用。")
    points = row.weight if policy == "full" else Decimal(0)
    return scored(points, row, f"{labels}为0，无法计算比率，按方案{award_text(points, row.weight)}。")


def zero_words(policy: ZeroPolicy) -> str:
    """The end of a standard's wording; empty where the scheme says nothing."""
    return _ZERO_WORDS[policy]


def zero_variant(policy: ZeroPolicy) -> tuple[str, ...]:
    """What a zero denominator adds to a rule's `variant`."""
    return () if policy == "needs_data" else (f"zero-{policy}",)


def zero_scores(policy: ZeroPolicy, weight: Decimal) -> frozenset[Decimal]:
    """The scores that a zero denominator adds to those a rule can give."""
    return frozenset({"full": (weight,), "zero": (Decimal(0),)}.get(policy, ()))


def measure_actual(row: RowInput, unit: str, bound: Bound = ">=") -> Measured | Outcome:
    """The row's own completed value in `unit`; an inequality counts as its bound where `bound` says so (≥95%)."""
    quantity = read_quantity(row.actual)
    written = f"完成值“{quoted(row.actual)}”"
    if quantity.kind == "empty" and not row.actual.strip():
        return needs_data(row, "尚未填写完成值。")
    if quantity.kind != "number" or quantity.number is None:
        return needs_data(row, f"{written}不能读出数值，请填写确数。")
    if "应为" in row.actual:
        return needs_data(row, f"{written}写了更正，请只填写核实后的确数。")
    if quantity.operator in (">", ">=", "<", "<=") and quantity.operator[0] != bound[:1]:
        return needs_data(row, f"{written}只是{_BOUND_NAMES[quantity.operator[0]]}，请填写确数。")
    if lacks_unit(quantity, unit):
        return needs_data(row, f"{written}没有单位，请写成百分数。")
    number = in_unit(quantity, unit)
    if number is None:
        return judgement(row, f"{written}的单位与标准的单位“{unit or '无'}”不一致，需人工评分。")
    return Measured(number, f"{row.name}{figure(number)}{unit}")


def figure(value: Decimal) -> str:
    """A figure inside a sum: at most four decimals, unless that would make it zero."""
    short = round_half_up(value, 4)
    return plain(short if short or not value else value)


def lacks_unit(quantity: Quantity, unit: str) -> bool:
    """Whether a bare figure may be a share of one as well as a percentage: 0.95."""
    return unit == "%" and not quantity.unit and quantity.number is not None and quantity.number <= 1


def in_unit(quantity: Quantity, unit: str) -> Decimal | None:
    """The number in `unit`, taken as such where it has none; None where it isn't convertible."""
    if quantity.number is None or not quantity.unit:
        return quantity.number
    return convert(quantity.number, quantity.unit, unit)
