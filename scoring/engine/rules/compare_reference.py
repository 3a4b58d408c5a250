"""A figure against a reference figure, by cases (无结余3分；不超过上年结转2分；超过不得分)."""

from collections.abc import Callable
from decimal import Decimal
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from scoring.engine.formula import ZeroDenominatorError, compile_formula
from scoring.engine.numbers import plain, printed
from scoring.engine.rules.base import (
    Expression,
    Outcome,
    PlainDecimal,
    RowInput,
    RuleModel,
    award_text,
    kept,
    needs_data,
    points_text,
    scored,
)
from scoring.engine.rules.measure import (
    Measured,
    ZeroPolicy,
    measure,
    measure_actual,
    missing_facts,
    without_denominator,
    zero_scores,
    zero_variant,
    zero_words,
)

Relation = Literal["increase", "decrease", "stable", "not_above", "not_below"]

# Figure, reference and how far off (in percent of the reference) still counts as stable.
_RELATIONS: dict[Relation, Callable[[Decimal, Decimal, Decimal], bool]] = {
    "increase": lambda actual, reference, _: actual > reference,
    "decrease": lambda actual, reference, _: actual < reference,
    "stable": lambda actual, reference, percent: abs(actual - reference) * 100 <= abs(reference) * percent,
    "not_above": lambda actual, reference, _: actual <= reference,
    "not_below": lambda actual, reference, _: actual >= reference,
}


class Case(BaseModel):
    """`when` is a comparison over facts; `relation` says how the figure stands to its reference. One of the two."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    when: str | None = None
    relation: Relation | None = None
    text: str
    points: PlainDecimal


class CompareReference(RuleModel):
    """`actual` and `reference` are formulas that the explanation writes out; the first of `cases` that holds decides.

    Without `actual` the row's completed value is read in `unit`. `tolerance` is what `stable` allows either way, in
    percent of the reference (基本稳定). Outside all cases `else_points`; without them the figures are asked for again.
    """

    kind: Literal["compare_reference"]
    actual: Expression | None = None
    reference: Expression
    unit: str = "万元"
    tolerance: PlainDecimal = Decimal(0)
    cases: list[Case] = Field(min_length=1)
    else_points: PlainDecimal | None = None
    zero_denominator: ZeroPolicy = "needs_data"

    @property
    def variant(self) -> tuple[str, ...]:
        words = [case.relation or "when" for case in self.cases]
        stable = (f"within-{plain(self.tolerance)}",) if "stable" in words else ()
        return (*words, *stable, *zero_variant(self.zero_denominator))

    @property
    def cells(self) -> tuple[str, ...]:
        return () if self.actual is not None else ("actual",)

    @property
    def formula_texts(self) -> tuple[str, ...]:
        own = () if self.actual is None else (self.actual,)
        return (*own, self.reference, *(case.when for case in self.cases if case.when is not None))

    def problems(self, weight: Decimal) -> list[str]:
        given = [(f"“{case.text}”", case.points) for case in self.cases]
        given += [("其余", self.else_points)] if self.else_points is not None else []
        found = [
            f"{name}的分数 {plain(points)} 不在 0 到 {plain(weight)} 之间"
            for name, points in given
            if not 0 <= points <= weight
        ]
        found += [
            f"“{case.text}”要写 when 或 relation 之一"
            for case in self.cases
            if (case.when is None) == (case.relation is None)
        ]
        stable = any(case.relation == "stable" for case in self.cases)
        if stable != (self.tolerance > 0):
            found.append("有 stable 时才写 tolerance，且必须大于 0")
        if self.actual is None and any(case.when is not None for case in self.cases):
            found.append("用 when 时必须写 actual")
        return found

    def reachable(self, weight: Decimal) -> frozenset[Decimal] | None:
        points = [case.points for case in self.cases]
        if self.else_points is not None:
            points.append(self.else_points)
        given = frozenset(kept(each, weight) for each in points)
        return given | zero_scores(self.zero_denominator, weight)

    def wording(self, weight: Decimal) -> str:
        cases = [(self._words(case), case.points) for case in self.cases]
        cases += [("其余", self.else_points)] if self.else_points is not None else []
        parts = (f"{text}，{points_text(points) if points else '不得分'}" for text, points in cases)
        return f"{'；'.join(parts)}{zero_words(self.zero_denominator)}。"

    def score(self, row: RowInput) -> Outcome:
        try:
            return self._decide(row)
        except ZeroDenominatorError as error:
            return without_denominator(row, error.names, self.zero_denominator)

    def _decide(self, row: RowInput) -> Outcome:
        for case in self.cases:
            truth = self._holds(case, row)
            if isinstance(truth, Outcome):
                return truth
            if truth:
                return self._award(row, self._words(case), case.points)
        if self.else_points is None:
            return needs_data(row, "所填数据不在任何一种情形内，请核实。")
        return self._award(row, "不在以上情形内", self.else_points)

    def _holds(self, case: Case, row: RowInput) -> bool | Outcome:
        if case.relation is None:
            formula = compile_formula(case.when or "")
            truth = formula.holds(row.facts.value)
            return missing_facts(row, formula.names) if truth is None else truth
        actual, reference = self._pair(row)
        if not isinstance(actual, Measured):
            return actual
        if not isinstance(reference, Measured):
            return reference
        return _RELATIONS[case.relation](actual.value, reference.value, self.tolerance)

    def _pair(self, row: RowInput) -> tuple[Measured | Outcome, Measured | Outcome]:
        """The figure and its reference, each an outcome where it can't be had."""
        actual = (
            measure_actual(row, self.unit, "")
            if self.actual is None
            else measure(row, self.actual, self.unit, self.zero_denominator)
        )
        return actual, measure(row, self.reference, self.unit, self.zero_denominator)

    def _award(self, row: RowInput, case: str, points: Decimal) -> Outcome:
        award = award_text(points, row.weight)
        text = f"{self._figures(row)}，{case}，{award}。"
        return scored(points, row, text, achieved=points >= row.weight)

    def _figures(self, row: RowInput) -> str:
        """Both figures, and by how much they differ where a relation was looked at."""
        actual, reference = self._pair(row)
        texts = [self.reference] if self.actual is None else [self.actual, self.reference]
        parts = [f"{compile_formula(text).written_out(row.facts.written)}{self.unit}" for text in texts]
        if not isinstance(actual, Measured) or not isinstance(reference, Measured):
            return "，".join(parts)
        if self.actual is None:
            parts = [actual.written, *parts]
        if reference.value > 0 and any(case.relation for case in self.cases):
            parts.append(f"变动 {printed((actual.value - reference.value) * 100 / reference.value)}%")
        return "，".join(parts)

    def _words(self, case: Case) -> str:
        return f"{case.text}（±{plain(self.tolerance)}%以内）" if case.relation == "stable" else case.text
