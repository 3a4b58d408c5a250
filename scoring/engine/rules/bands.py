"""Points by the band in which a figure falls (≥90%计5分；80%（含）-90%计4分…)."""

from decimal import Decimal
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from scoring.engine.numbers import plain
from scoring.engine.rules.base import (
    Outcome,
    PlainDecimal,
    RowInput,
    RuleModel,
    award_text,
    kept,
    points_text,
    scored,
)
from scoring.engine.rules.measure import (
    Measured,
    ZeroPolicy,
    measure,
    measure_actual,
    zero_scores,
    zero_variant,
    zero_words,
)

_BESIDE = Decimal("0.001")


class Band(BaseModel):
    """`low`…`high` with their ends in or out; a missing end is open."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    low: PlainDecimal | None = None
    low_in: bool = True
    high: PlainDecimal | None = None
    high_in: bool = False
    points: PlainDecimal

    def holds(self, value: Decimal) -> bool:
        above = self.low is None or value > self.low or (self.low_in and value == self.low)
        below = self.high is None or value < self.high or (self.high_in and value == self.high)
        return above and below

    def written(self, unit: str) -> str:
        if self.low is not None and self.low == self.high:
            return f"等于{plain(self.low)}{unit}"
        low = "" if self.low is None else f"{plain(self.low)}{unit}{'（含）' if self.low_in else ''}"
        high = "" if self.high is None else f"{plain(self.high)}{unit}{'（含）' if self.high_in else ''}"
        if not high:
            return f"{low}以上"
        return f"{low}至{high}" if low else f"{high}以下"


def band_problems(bands: list[Band], else_points: Decimal, weight: Decimal, unit: str) -> list[str]:
    """Points outside the weight; bands that hold nothing, everything, or what another holds."""
    points = [*(band.points for band in bands), else_points]
    found = [
        f"档次分 {plain(each)} 不在 0 到 {plain(weight)} 之间" for each in points if not 0 <= each <= weight
    ]
    return [*found, *_edge_problems(bands, unit)]


def _edge_problems(bands: list[Band], unit: str) -> list[str]:
    """Probed on and beside every edge."""
    edges = {edge for b in bands for edge in (b.low, b.high) if edge is not None}
    probes = sorted(edge + step for edge in edges for step in (-_BESIDE, Decimal(0), _BESIDE))
    found = ["档次没有界限" for b in bands if b.low is None and b.high is None]
    for band in bands:
        if not any(band.holds(probe) for probe in probes):
            found.append(f"档次“{band.written(unit)}”的界限颠倒")
    if overlaps := [probe for probe in probes if sum(b.holds(probe) for b in bands) > 1]:
        found.append(f"档次在 {plain(overlaps[0])}{unit} 处重叠")
    return found


def bands_text(bands: list[Band], else_points: Decimal, unit: str) -> str:
    """90%（含）以上，计5分；…；其余不得分."""
    parts = [f"{band.written(unit)}，计{points_text(band.points)}" for band in bands]
    rest = f"其余计{points_text(else_points)}" if else_points else "其余不得分"
    return "；".join([*parts, rest])


def score_in_bands(
    row: RowInput, measured: Measured, bands: list[Band], else_points: Decimal, unit: str
) -> Outcome:
    """The points of the first band that holds the figure."""
    for band in bands:
        if band.holds(measured.value):
            text = f"{measured.written}，在“{band.written(unit)}”档，{award_text(band.points, row.weight)}。"
            return scored(band.points, row, text, achieved=band.points >= row.weight)
    text = f"{measured.written}，不在任何得分档内，{award_text(else_points, row.weight)}。"
    return scored(else_points, row, text, achieved=False)


class Bands(RuleModel):
    """The first band that holds gives the points; outside all of them `else_points`.

    `value` is a formula; without one the row's own completed value is read in `unit`.
    """

    kind: Literal["bands"]
    value: str | None = None
    unit: str = "%"
    bands: list[Band] = Field(min_length=1)
    else_points: PlainDecimal = Decimal(0)
    zero_denominator: ZeroPolicy = "needs_data"

    @property
    def variant(self) -> tuple[str, ...]:
        return zero_variant(self.zero_denominator)

    @property
    def cells(self) -> tuple[str, ...]:
        return () if self.value else ("actual",)

    @property
    def formula_texts(self) -> tuple[str, ...]:
        return (self.value,) if self.value else ()

    def problems(self, weight: Decimal) -> list[str]:
        return band_problems(self.bands, self.else_points, weight, self.unit)

    def reachable(self, weight: Decimal) -> frozenset[Decimal] | None:
        points = (self.else_points, *(band.points for band in self.bands))
        given = frozenset(kept(each, weight) for each in points)
        return given | zero_scores(self.zero_denominator, weight)

    def wording(self, weight: Decimal) -> str:
        text = bands_text(self.bands, self.else_points, self.unit)
        return f"{text}{zero_words(self.zero_denominator)}。"

    def score(self, row: RowInput) -> Outcome:
        measured = (
            measure(row, self.value, self.unit, self.zero_denominator)
            if self.value
            else measure_actual(row, self.unit)
        )
        if not isinstance(measured, Measured):
            return measured
        return score_in_bands(row, measured, self.bands, self.else_points, self.unit)
