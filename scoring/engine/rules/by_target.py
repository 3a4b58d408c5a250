"""Rows typed by the bureau: the target itself says how the completed value is judged."""

from dataclasses import replace
from decimal import Decimal
from typing import Literal

from pydantic import Field

from scoring.engine.judge import Judgement, judge
from scoring.engine.numbers import plain, printed
from scoring.engine.quantity import read_quantity
from scoring.engine.rules.base import (
    NOT_APPLICABLE,
    Outcome,
    RowInput,
    RuleModel,
    award_text,
    judgement,
    needs_data,
    not_applicable,
    scored,
)
from scoring.engine.rules.deviation import DeviationPenalty, reached
from scoring.engine.rules.qual_three_level import QualThreeLevel
from scoring.engine.rules.ratio import ReverseMode, ceiling_points, floor_points
from scoring.engine.wording import is_not_applicable


class ByTarget(RuleModel):
    """Quantities in proportion, ceilings by `reverse`, words in three bands; late dates get no points.

    A row without weight and content, and one that the bureau marks as 不适用, doesn't count.
    """

    kind: Literal["by_target"]
    reverse: ReverseMode = "linear"
    qualitative: QualThreeLevel = Field(default_factory=lambda: QualThreeLevel(kind="qual_three_level"))
    deviation_penalty: DeviationPenalty | None = None

    @property
    def variant(self) -> tuple[str, ...]:
        penalty = (self.deviation_penalty.variant,) if self.deviation_penalty else ()
        return (self.reverse, *self.qualitative.variant, *penalty)

    @property
    def cells(self) -> tuple[str, ...]:
        return ("target", "actual")

    def problems(self, weight: Decimal) -> list[str]:
        found = self.deviation_penalty.problems(weight) if self.deviation_penalty else []
        return [*self.qualitative.problems(weight), *found]

    def wording(self, weight: Decimal) -> str:
        over = self.deviation_penalty.wording() if self.deviation_penalty else ""
        return (
            "完成指标值的得满分；未完成的按完成值与指标值的比例记分；反向指标超过指标值的"
            f"{'按超出比例扣分' if self.reverse == 'linear' else '按指标值与完成值的比例记分'}{over}；"
            f"定性指标{self.qualitative.wording(weight)}"
        )

    def score(self, row: RowInput) -> Outcome:
        if row.level == NOT_APPLICABLE:
            return not_applicable("单位选择不适用。")
        if row.weight == 0 and _says_nothing(row.target) and _says_nothing(row.actual):
            return not_applicable("没有分值，也没有填写内容，不适用。")
        found = judge(row.target, row.actual, level1=row.level1, level2=row.level2, name=row.name)
        if found.achieved is None and not row.level and row.actual.strip() and is_not_applicable(row.target):
            return judgement(row, f"不能自动判断：{found.reason}。")
        if found.direction == "qualitative" or (row.level and found.achieved is None):
            return self.qualitative.score(self._with_level(row, found))
        if not row.actual.strip() or not row.target.strip():
            cell, called = ("actual", "完成值") if row.target.strip() else ("target", "指标值")
            if cell in row.absent:
                return judgement(row, f"表上没有{called}一栏，需人工评分。")
            return needs_data(row, f"{called}未填写。")
        if found.achieved is None:
            return judgement(row, f"不能自动判断：{found.reason}。")
        return self._quantity(row, found)

    @staticmethod
    def _with_level(row: RowInput, found: Judgement) -> RowInput:
        return replace(row, level="met") if not row.level and found.achieved else row

    def _quantity(self, row: RowInput, found: Judgement) -> Outcome:
        comparison = self._comparison(found)
        if found.achieved:
            penalty = self.deviation_penalty if found.direction == "min" else None
            return reached(row, comparison, found.ratio, penalty)
        if found.direction == "date":
            return scored(Decimal(0), row, f"{comparison}，不得分。", achieved=False)
        points = self._unmet_points(row, found)
        if points is None:
            return judgement(row, f"{comparison}，未达到指标值，需人工评分。", achieved=False)
        ratio = f"{plain(row.weight)} × {printed(points * 100 / row.weight)}%" if row.weight else "0"
        text = f"{comparison}，未达到指标值，{ratio} = {printed(points)}，{award_text(points, row.weight)}。"
        return scored(points, row, text, achieved=False)

    def _unmet_points(self, row: RowInput, found: Judgement) -> Decimal | None:
        """Points by completed value over target, as judged: units are settled there. None for a person to say."""
        if found.direction in ("range", "equal"):
            return None
        if found.ratio is None:
            return Decimal(0) if found.target.number == 0 else None
        if found.direction == "max":
            return ceiling_points(row.weight, found.ratio, Decimal(1), self.reverse)
        return floor_points(row.weight, found.ratio, Decimal(1)) if found.ratio < 1 else None

    @staticmethod
    def _comparison(found: Judgement) -> str:
        actual, target = found.actual.raw.strip(), found.target.raw.strip()
        if found.ratio is None:
            return f"完成值“{actual}”对照指标值“{target}”"
        return f"完成值 {actual} ÷ 指标值 {target} = {printed(found.ratio * 100)}%"


def _says_nothing(text: str) -> bool:
    """Blank, a dash, 无 or 不适用."""
    return read_quantity(text).kind == "empty" or is_not_applicable(text)
