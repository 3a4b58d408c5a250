"""Completed by a date (2022年12月底前); late gets nothing, less per day, or less once."""

from decimal import Decimal
from typing import Literal

from scoring.engine.judge import Judgement, judge
from scoring.engine.numbers import plain, printed
from scoring.engine.quantity import read_quantity
from scoring.engine.rules.base import (
    Outcome,
    PlainDecimal,
    RowInput,
    RuleModel,
    award_text,
    judgement,
    needs_data,
    points_text,
    scored,
)


class Deadline(RuleModel):
    """`due` is a date as forms write it, its last day counts; without it the row's own target is the deadline.

    Late: `zero` gives nothing, `per_day` takes `per` points off a day, `share` takes that share of the weight off
    once. A period such as 2022年7月 stands for its last day.
    """

    kind: Literal["deadline"]
    due: str | None = None
    late: Literal["zero", "per_day", "share"] = "zero"
    per: PlainDecimal | None = None
    share: PlainDecimal | None = None

    @property
    def variant(self) -> tuple[str, ...]:
        return (self.late,)

    @property
    def cells(self) -> tuple[str, ...]:
        return ("actual",) if self.due else ("target", "actual")

    def problems(self, weight: Decimal) -> list[str]:
        found = []
        if self.due is not None and read_quantity(self.due).kind != "date":
            found.append(f"“{self.due}”不是日期")
        if (self.late == "per_day") != (self.per is not None and self.per > 0):
            found.append("late 为 per_day 时才写 per，且必须大于 0")
        if (self.late == "share") != (self.share is not None and 0 < self.share <= 1):
            found.append("late 为 share 时才写 share，且必须大于 0、不超过 1")
        return found

    def reachable(self, weight: Decimal) -> frozenset[Decimal] | None:
        return None if self.late == "per_day" else frozenset({weight, self._once(weight)})

    def wording(self, weight: Decimal) -> str:
        late = {
            "zero": "逾期的不得分",
            "per_day": f"每逾期一天扣{points_text(self.per or Decimal(0))}，扣完为止",
            "share": f"逾期的扣分值的{plain((self.share or Decimal(0)) * 100)}%",
        }[self.late]
        return f"按期（{self.due or '指标值'}）完成，得{points_text(weight)}；{late}。"

    def score(self, row: RowInput) -> Outcome:
        due = self.due or row.target
        if not due.strip() or not row.actual.strip():
            return needs_data(row, f"尚未填写{'完成值' if due.strip() else '指标值'}。")
        found = judge(due, row.actual, level1=row.level1, level2=row.level2, name=row.name)
        comparison = f"完成时间“{row.actual.strip()}”对照期限“{due.strip()}”"
        if found.target.kind != "date":
            return judgement(row, f"{comparison}：期限不能读出日期，需人工评分。")
        if found.achieved is None:
            return judgement(row, f"{comparison}：{found.reason}，需人工评分。")
        if found.achieved:
            text = f"{comparison}，按期完成，{award_text(row.weight, row.weight)}。"
            return scored(row.weight, row, text, achieved=True)
        return self._late(row, found, comparison)

    def _late(self, row: RowInput, found: Judgement, comparison: str) -> Outcome:
        if self.late == "zero":
            return scored(Decimal(0), row, f"{comparison}，没有按期完成，不得分。", achieved=False)
        if found.actual.kind != "date":
            return judgement(row, f"{comparison}，没有完成，需人工评分。", achieved=False)
        if self.late == "share":
            points = self._once(row.weight)
            cut = f"{plain(row.weight)} × （1 − {plain(self.share or Decimal(0))}） = {printed(points)}"
            text = f"{comparison}，逾期，{cut}，{award_text(points, row.weight)}。"
            return scored(points, row, text, achieved=False)
        if found.actual.date is None or found.target.date is None:
            return judgement(row, f"{comparison}，逾期，没有写年份，算不出天数，需人工评分。", achieved=False)
        days = (found.actual.date - found.target.date).days
        points = row.weight - (self.per or Decimal(0)) * days
        cut = f"{plain(row.weight)} − {plain(self.per or Decimal(0))} × {days}"
        text = f"{comparison}，逾期{days}天，{cut}，{award_text(points, row.weight)}。"
        return scored(points, row, text, achieved=False)

    def _once(self, weight: Decimal) -> Decimal:
        return weight * (1 - self.share) if self.late == "share" and self.share is not None else Decimal(0)
