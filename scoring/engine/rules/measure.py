"""The figure a rule looks at: a formula over facts, or the row's own completed value, with the sum written out."""

from dataclasses import dataclass
from decimal import Decimal

from scoring.engine.formula import ZeroDenominatorError, compile_formula
from scoring.engine.numbers import plain, printed
from scoring.engine.quantity import convert, read_quantity
from scoring.engine.rules.base import Outcome, RowInput, needs_data


@dataclass(frozen=True)
class Measured:
    """A figure with the words that show where it comes from: `在职人员53 ÷ 编制53 = 100.00%`."""

    value: Decimal
    written: str


def measure(row: RowInput, value: str, unit: str) -> Measured | Outcome:
    """The value of formula `value`, or an outcome that says which data is missing."""
    formula = compile_formula(value)
    percent = unit == "%"
    try:
        result = formula.evaluate(row.facts.value)
    except ZeroDenominatorError as error:
        names = "、".join(row.facts.label(name) for name in sorted(error.names))
        return needs_data(row, f"{names}为0或未填，无法计算比率，需补充数据。", tuple(sorted(error.names)))
    if result is None:
        missing = tuple(sorted(name for name in formula.names if row.facts.value(name) is None))
        names = "、".join(row.facts.label(name) for name in missing)
        return needs_data(row, f"缺少数据：{names}。", missing)
    figure = f"{printed(result)}%" if percent else f"{printed(result)}{unit}"
    sum_text = formula.written_out(row.facts.written, percent=percent)
    written = f"{sum_text}{unit}" if formula.text.strip() in formula.names else f"{sum_text} = {figure}"
    return Measured(result, written)


def measure_actual(row: RowInput, unit: str) -> Measured | Outcome:
    """The row's own completed value in `unit`; a lower bound such as ≥95% counts as the bound."""
    quantity = read_quantity(row.actual)
    if quantity.kind == "empty" and not row.actual.strip():
        return needs_data(row, "尚未填写完成值。")
    if quantity.kind != "number" or quantity.number is None:
        return needs_data(row, f"完成值“{row.actual}”不能读出数值，请填写确数。")
    if quantity.operator in ("<", "<="):
        return needs_data(row, f"完成值“{row.actual}”只是上限，请填写确数。")
    if unit == "%" and not quantity.unit and quantity.number <= 1:
        return needs_data(row, f"完成值“{row.actual}”没有单位，请写成百分数。")
    number = quantity.number if not quantity.unit else convert(quantity.number, quantity.unit, unit)
    if number is None:
        return needs_data(row, f"完成值“{row.actual}”的单位与标准的单位“{unit}”不一致。")
    return Measured(number, f"{row.name}{plain(number)}{unit}")
