"""A figure against a reference figure, by cases (无结余3分；不超过上年结转2分；超过不得分)."""

from decimal import Decimal
from typing import Literal

from pydantic import BaseModel, ConfigDict

from scoring.engine.formula import ZeroDenominatorError, compile_formula
from scoring.engine.numbers import plain
from scoring.engine.rules.base import (
    Outcome,
    RowInput,
    RuleModel,
    award_text,
    needs_data,
    points_text,
    scored,
)


class Case(BaseModel):
    """`when` is a comparison over facts; the first that holds gives the points."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    when: str
    text: str
    points: Decimal


class CompareReference(RuleModel):
    """`actual` and `reference` are formulas that the explanation writes out; `cases` decide."""

    kind: Literal["compare_reference"]
    actual: str
    reference: str
    unit: str = "万元"
    cases: list[Case]

    @property
    def formula_texts(self) -> tuple[str, ...]:
        return (self.actual, self.reference, *(case.when for case in self.cases))

    def problems(self, weight: Decimal) -> list[str]:
        return [
            f"“{case.text}”的分数 {plain(case.points)} 不在 0 到 {plain(weight)} 之间"
            for case in self.cases
            if not 0 <= case.points <= weight
        ]

    def wording(self, weight: Decimal) -> str:
        return (
            "；".join(
                f"{case.text}，{points_text(case.points) if case.points else '不得分'}" for case in self.cases
            )
            + "。"
        )

    def score(self, row: RowInput) -> Outcome:
        try:
            for case in self.cases:
                truth = compile_formula(case.when).holds(row.facts.value)
                if truth is None:
                    return self._needs(row, case)
                if truth:
                    award = award_text(case.points, row.weight)
                    text = f"{self._figures(row)}，{case.text}，{award}。"
                    return scored(case.points, row, text, achieved=case.points >= row.weight)
        except ZeroDenominatorError as error:
            return needs_data(row, "分母为0，无法比较。", tuple(sorted(error.names)))
        return needs_data(row, "所填数据不在任何一种情形内，请核实。")

    def _figures(self, row: RowInput) -> str:
        parts = [
            compile_formula(text).written_out(row.facts.written) for text in (self.actual, self.reference)
        ]
        return "，".join(f"{part}{self.unit}" for part in parts)

    def _needs(self, row: RowInput, case: Case) -> Outcome:
        names = compile_formula(case.when).names
        missing = tuple(sorted(name for name in names if row.facts.value(name) is None))
        return needs_data(row, f"缺少数据：{'、'.join(row.facts.label(name) for name in missing)}。", missing)
