"""Qualitative rows in three bands (财预〔2020〕10号: 达成 100%–80%，部分达成 80%–60%，未达成 60%–0%)."""

from decimal import Decimal
from typing import Literal

from scoring.engine.numbers import CENT, plain, printed, round_half_up
from scoring.engine.rules.base import (
    NOT_APPLICABLE,
    Outcome,
    PlainDecimal,
    RowInput,
    RuleModel,
    judgement,
    needs_data,
    not_applicable,
)

LEVELS = {
    "met": "达成预期指标",
    "partly": "部分达成预期指标并具有一定效果",
    "unmet": "未达成预期指标且效果较差",
}


class QualThreeLevel(RuleModel):
    """`met_from` and `partly_from` are shares of the weight; a share on the edge belongs to the better band."""

    kind: Literal["qual_three_level"]
    met_from: PlainDecimal = Decimal("0.8")
    partly_from: PlainDecimal = Decimal("0.6")

    @property
    def variant(self) -> tuple[str, ...]:
        return (plain(self.met_from), plain(self.partly_from))

    @property
    def cells(self) -> tuple[str, ...]:
        return ("level",)

    def problems(self, weight: Decimal) -> list[str]:
        return [] if 0 < self.partly_from < self.met_from < 1 else ["三档界限必须是 0 到 1 之间递增的比例"]

    def wording(self, weight: Decimal) -> str:
        met, partly = (plain(share * 100) for share in (self.met_from, self.partly_from))
        return f"达成100%–{met}%（含），部分达成{met}%–{partly}%（含），未达成{partly}%–0%。"

    def band(self, level: str, weight: Decimal) -> tuple[Decimal, Decimal]:
        """Lowest and highest score of a level; the upper end of the lower bands is excluded by a cent."""
        top = max(weight, Decimal(0))
        met, partly = round_half_up(top * self.met_from), round_half_up(top * self.partly_from)
        bands = {
            "met": (met, top),
            "partly": (partly, max(met - CENT, partly)),
            "unmet": (Decimal(0), max(partly - CENT, Decimal(0))),
        }
        return bands[level]

    def score(self, row: RowInput) -> Outcome:
        if row.level == NOT_APPLICABLE:
            return not_applicable("单位选择不适用。")
        if row.level not in LEVELS and "level" in row.absent:
            return judgement(row, "定性指标，表上没有达成程度一栏，需人工评分。")
        if row.level not in LEVELS:
            return needs_data(row, "定性指标，请选择达成程度（达成、部分达成、未达成）。")
        low, high = self.band(row.level, row.weight)
        text = f"定性：{LEVELS[row.level]}，区间 {printed(low)}–{printed(high)}"
        if row.self_score is None:
            return Outcome("judgement", None, low, high, f"{text}，没有自评得分，需人工评分。")
        own = printed(row.self_score)
        if low <= row.self_score <= high:
            points = round_half_up(row.self_score)
            return Outcome(
                "accepted",
                points,
                points,
                points,
                f"{text}，自评 {own} 在区间内，予以认可。",
                achieved=row.level == "met",
            )
        return Outcome("judgement", None, low, high, f"{text}，自评 {own} 不在区间内，需人工评分。")
