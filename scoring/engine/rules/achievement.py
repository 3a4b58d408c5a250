"""Forms without scores: a row is completed or not, judged by its own target."""

from decimal import Decimal
from typing import Literal

from scoring.engine.judge import judge
from scoring.engine.rules.base import Outcome, RowInput, RuleModel, judgement, needs_data


class Achievement(RuleModel):
    """The row's completed value against its target; no points (`scoring: none`)."""

    kind: Literal["achievement"]

    @property
    def cells(self) -> tuple[str, ...]:
        return ("target", "actual")

    def wording(self, weight: Decimal) -> str:
        return "对照指标值判断是否完成，不评分。"

    def score(self, row: RowInput) -> Outcome:
        if not row.actual.strip() or not row.target.strip():
            return needs_data(row, f"{'完成值' if row.target.strip() else '指标值'}未填写。")
        found = judge(row.target, row.actual, level1=row.level1, level2=row.level2, name=row.name)
        if found.achieved is None:
            return judgement(row, f"不能自动判断是否完成：{found.reason}。")
        said = "已完成" if found.achieved else "未完成"
        text = f"完成值“{row.actual.strip()}”对照指标值“{row.target.strip()}”，{said}。"
        return Outcome("scored", Decimal(0), Decimal(0), Decimal(0), text, achieved=found.achieved)
