"""A score converted from another assessment: weight × external score ÷ its maximum."""

from decimal import Decimal
from typing import Literal

from scoring.engine.rules.base import (
    Outcome,
    RowInput,
    RuleModel,
    award_text,
    needs_data,
    points_text,
    scored,
)


class ExternalConvert(RuleModel):
    """`score_fact` and `max_fact` name the external score and its maximum; `source` is the assessment."""

    kind: Literal["external_convert"]
    score_fact: str
    max_fact: str
    source: str

    @property
    def fact_names(self) -> tuple[str, ...]:
        return (self.score_fact, self.max_fact)

    def problems(self, weight: Decimal) -> list[str]:
        return ["score_fact 和 max_fact 不能是同一个数据项"] if self.score_fact == self.max_fact else []

    def wording(self, weight: Decimal) -> str:
        return f"按{self.source}的得分折算：{points_text(weight)} × 考核得分 ÷ 考核满分。"

    def score(self, row: RowInput) -> Outcome:
        value, top = row.facts.value(self.score_fact), row.facts.value(self.max_fact)
        if value is None or top is None or top <= 0:
            usable = {self.score_fact: value is not None, self.max_fact: top is not None and top > 0}
            missing = tuple(name for name, given in usable.items() if not given)
            names = "、".join(row.facts.label(name) for name in missing)
            return needs_data(row, f"缺少{self.source}的数据：{names}。", missing)
        points = row.weight * value / top
        written = f"{row.facts.written(self.score_fact)} ÷ {row.facts.written(self.max_fact)}"
        return scored(
            points,
            row,
            f"{written} × {points_text(row.weight)}，{award_text(points, row.weight)}。",
            achieved=value >= top,
        )
