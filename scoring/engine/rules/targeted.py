"""Kinds that set a figure against a target: the scheme's own target, or the one that the row was given."""

from dataclasses import dataclass
from decimal import Decimal

from scoring.engine.formula import FormulaError, ZeroDenominatorError, compile_formula
from scoring.engine.numerals import quoted
from scoring.engine.quantity import Quantity, read_quantity
from scoring.engine.rules.base import (
    Expression,
    Outcome,
    RowInput,
    RuleModel,
    judgement,
    needs_data,
)
from scoring.engine.rules.measure import (
    Bound,
    Measured,
    ZeroPolicy,
    figure,
    in_unit,
    lacks_unit,
    measure,
    measure_actual,
    zero_variant,
    zero_words,
)


@dataclass(frozen=True)
class Goal:
    """A target figure in `unit`, as written; `strict` where the row's own target says > or <."""

    value: Decimal
    unit: str
    written: str
    strict: bool = False


@dataclass(frozen=True)
class Compared:
    """A figure and its target in one unit."""

    actual: Measured
    goal: Goal

    @property
    def ratio(self) -> Decimal | None:
        """Figure ÷ target; None where the target isn't above zero."""
        return self.actual.value / self.goal.value if self.goal.value > 0 else None

    def against(self, sign: str) -> str:
        """`在职人员53 ÷ 编制53 = 100.00% ≤ 100%`."""
        return f"{self.actual.written} {sign} {self.goal.written}"


class Targeted(RuleModel):
    """Base of these kinds.

    `value` and `target` are formulas or figures in `unit`. Without `value` the row's completed value is read,
    without `target` the row's own target; where both are the row's, `unit` may be left to the target.
    """

    value: Expression | None = None
    target: Expression | None = None
    unit: str = ""
    zero_denominator: ZeroPolicy = "needs_data"

    @property
    def cells(self) -> tuple[str, ...]:
        given = (("target", self.target), ("actual", self.value))
        return tuple(cell for cell, formula in given if formula is None)

    @property
    def formula_texts(self) -> tuple[str, ...]:
        return tuple(text for text in (self.value, self.target) if text is not None)

    @property
    def fixed_target(self) -> Decimal | None:
        """The target where the scheme gives it as a figure."""
        try:
            return compile_formula(self.target or "").evaluate(lambda name: None)
        except (FormulaError, ZeroDenominatorError):
            return None

    @property
    def limit(self) -> str:
        """The target in a sentence: 95%, 指标值, 目标值."""
        if self.target is None:
            return "指标值"
        return "目标值" if self.fixed_target is None else f"{figure(self.fixed_target)}{self.unit}"

    def problems(self, weight: Decimal) -> list[str]:
        if len(self.cells) == 1 and not self.unit:
            return ["指标值和完成值只有一个由单位填写时，必须写 unit"]
        return []

    def compared(self, row: RowInput, bound: Bound) -> Compared | Outcome:
        """The two figures, or an outcome that says what is missing or can't be compared.

        `bound` is the inequality that a completed value or a target may be written with.
        """
        goal = self._goal(row, bound)
        if not isinstance(goal, Goal):
            return goal
        if self.value is None:
            actual = measure_actual(row, goal.unit, bound)
        else:
            actual = measure(row, self.value, goal.unit, self.zero_denominator)
        return Compared(actual, goal) if isinstance(actual, Measured) else actual

    def _goal(self, row: RowInput, bound: Bound) -> Goal | Outcome:
        if self.target is None:
            return row_target(row, self.unit, bound)
        measured = measure(row, self.target, self.unit, self.zero_denominator)
        return (
            Goal(measured.value, self.unit, measured.written) if isinstance(measured, Measured) else measured
        )

    def _zero_words(self) -> str:
        return zero_words(self.zero_denominator)

    def _zero_variant(self) -> tuple[str, ...]:
        return zero_variant(self.zero_denominator)


def row_target(row: RowInput, unit: str, bound: Bound) -> Goal | Outcome:
    """The row's own target in `unit`, in its own where that is empty; a doubt is left to a person."""
    quantity = read_quantity(row.target)
    written = f"指标值“{quoted(row.target)}”"
    if quantity.kind == "empty":
        return needs_data(row, "尚未填写指标值。")
    if doubt := _doubt(quantity, unit, bound):
        return judgement(row, f"{written}{doubt}，需人工评分。")
    number = in_unit(quantity, unit or quantity.unit)
    if number is None:
        return judgement(row, f"{written}的单位与标准的单位“{unit}”不一致，需人工评分。")
    own = unit or quantity.unit
    return Goal(number, own, f"指标值{figure(number)}{own}", quantity.operator in (">", "<"))


def _doubt(quantity: Quantity, unit: str, bound: Bound) -> str:
    """Why a target isn't one figure of the expected direction; empty where it is."""
    if quantity.kind != "number" or quantity.number is None:
        return "不能读出一个数值"
    if quantity.operator == "~":
        return "只是约数"
    if quantity.operator not in ("", "=") and quantity.operator[0] != bound[:1]:
        return "的方向与评分标准不符"
    return "没有单位" if lacks_unit(quantity, unit) else ""
