"""Full points or none (符合得满分，否则不得分)."""

from decimal import Decimal
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from scoring.engine.formula import ZeroDenominatorError, compile_formula
from scoring.engine.judge import judge
from scoring.engine.rules.base import (
    Outcome,
    RowInput,
    RuleModel,
    award_text,
    judgement,
    needs_data,
    points_text,
    scored,
)
from scoring.engine.rules.checklist import NO, YES
from scoring.engine.rules.measure import (
    ZeroPolicy,
    missing_facts,
    without_denominator,
    zero_variant,
    zero_words,
)


class Question(BaseModel):
    """What is answered with yes or no."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    key: str
    text: str


class AllOrNothing(RuleModel):
    """One of three: `condition`, a comparison over facts that `text` says in words; `items`, questions that must all
    be answered with yes; or the row's completed value against `target`, against its own target where that is empty.
    """

    kind: Literal["all_or_nothing"]
    condition: str | None = None
    text: str = ""
    items: list[Question] = Field(default_factory=list)
    answered_by: Literal["filer", "reviewer"] = "filer"
    target: str = ""
    zero_denominator: ZeroPolicy = "needs_data"

    @property
    def variant(self) -> tuple[str, ...]:
        way = "condition" if self.condition else "answer" if self.items else "target"
        return (way, *zero_variant(self.zero_denominator))

    @property
    def cells(self) -> tuple[str, ...]:
        if self.condition or self.items:
            return ()
        return ("actual",) if self.target else ("target", "actual")

    @property
    def formula_texts(self) -> tuple[str, ...]:
        return (self.condition,) if self.condition else ()

    @property
    def needs_own_row(self) -> bool:
        return bool(self.items)

    def problems(self, weight: Decimal) -> list[str]:
        found = []
        if sum(map(bool, (self.condition, self.items, self.target))) > 1:
            found.append("condition、items、target 只能写一个")
        if self.condition and not self.text:
            found.append("写了 condition 就要用 text 说明条件")
        if len({item.key for item in self.items}) < len(self.items):
            found.append("清单项的 key 重复")
        return found

    def reachable(self, weight: Decimal) -> frozenset[Decimal] | None:
        return frozenset({Decimal(0), weight})

    def wording(self, weight: Decimal) -> str:
        asked = "，且".join(item.text for item in self.items)
        met = self.text or asked or (f"达到“{self.target}”" if self.target else "达到指标值")
        return f"{met}，得{points_text(weight)}；否则不得分{zero_words(self.zero_denominator)}。"

    def score(self, row: RowInput) -> Outcome:
        if self.condition:
            return self._by_condition(row, self.condition)
        return self._by_answer(row) if self.items else self._by_target(row)

    def _by_condition(self, row: RowInput, condition: str) -> Outcome:
        formula = compile_formula(condition)
        try:
            truth = formula.holds(row.facts.value)
        except ZeroDenominatorError as error:
            return without_denominator(row, error.names, self.zero_denominator)
        if truth is None:
            return missing_facts(row, formula.names)
        figures = "，".join(row.facts.written(name) for name in sorted(formula.names))
        return self._verdict(row, f"{figures}，{'符合' if truth else '不符合'}“{self.text}”", met=truth)

    def _by_answer(self, row: RowInput) -> Outcome:
        unanswered = [item for item in self.items if row.items.get(item.key) not in (YES, NO)]
        if unanswered and self.answered_by == "reviewer":
            return judgement(row, "由复核人员核实是否符合后评分。")
        if unanswered:
            return needs_data(row, f"还未回答：{'、'.join(f'“{item.text}”' for item in unanswered)}。")
        failed = next((item for item in self.items if row.items[item.key] == NO), None)
        said = f"不符合“{failed.text}”" if failed else f"符合“{'、'.join(item.text for item in self.items)}”"
        return self._verdict(row, said, met=failed is None)

    def _by_target(self, row: RowInput) -> Outcome:
        target = self.target or row.target
        if not target.strip() or not row.actual.strip():
            return needs_data(row, f"尚未填写{'完成值' if target.strip() else '指标值'}。")
        found = judge(target, row.actual, level1=row.level1, level2=row.level2, name=row.name)
        if found.achieved is None:
            return judgement(row, f"不能自动判断：{found.reason}，需人工评分。")
        said = f"完成值“{row.actual.strip()}”{'达到' if found.achieved else '未达到'}“{target.strip()}”"
        return self._verdict(row, said, met=found.achieved)

    @staticmethod
    def _verdict(row: RowInput, said: str, *, met: bool) -> Outcome:
        points = row.weight if met else Decimal(0)
        return scored(points, row, f"{said}，{award_text(points, row.weight)}。", achieved=met)
