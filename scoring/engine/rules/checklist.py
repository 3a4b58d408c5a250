"""Points per item that is fulfilled (①已制定管理制度，1分；②…), with an optional gate."""

from decimal import Decimal
from typing import Literal

from pydantic import BaseModel, ConfigDict

from scoring.engine.numbers import plain
from scoring.engine.rules.base import (
    Outcome,
    PlainDecimal,
    RowInput,
    RuleModel,
    award_text,
    judgement,
    kept,
    needs_data,
    points_text,
    scored,
)

YES, NO = "yes", "no"
_MOST_SUMS = 10_000


class Item(BaseModel):
    """One item: absolute `points` or a `share` of the weight; a failed `gate` item gives 0 for the row."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    key: str
    text: str
    points: PlainDecimal | None = None
    share: PlainDecimal | None = None
    gate: bool = False

    def worth(self, weight: Decimal) -> Decimal:
        return self.points if self.points is not None else weight * (self.share or Decimal(0))


class Checklist(RuleModel):
    """`answered_by` says whether the bureau ticks the items or a reviewer does."""

    kind: Literal["checklist"]
    items: list[Item]
    answered_by: Literal["filer", "reviewer"] = "filer"

    @property
    def needs_own_row(self) -> bool:
        return True

    def problems(self, weight: Decimal) -> list[str]:
        found = [
            f"“{item.text}”要写 points 或 share 之一"
            for item in self.items
            if (item.points is None) == (item.share is None)
        ]
        total = sum((item.worth(weight) for item in self.items), Decimal(0))
        if total != weight:
            found.append(f"各项分值合计 {plain(total)} 不等于分值 {plain(weight)}")
        if len({item.key for item in self.items}) < len(self.items):
            found.append("清单项的 key 重复")
        return found

    @property
    def variant(self) -> tuple[str, ...]:
        return ("gate",) if any(item.gate for item in self.items) else ()

    def reachable(self, weight: Decimal) -> frozenset[Decimal] | None:
        """Sums of items that can be fulfilled together: all gates and any others, or nothing."""
        sums = {sum((item.worth(weight) for item in self.items if item.gate), Decimal(0))}
        for item in self.items:
            if not item.gate:
                sums |= {each + item.worth(weight) for each in sums}
            if len(sums) > _MOST_SUMS:
                return None
        return frozenset(kept(each, weight) for each in sums | {Decimal(0)})

    def wording(self, weight: Decimal) -> str:
        gates = "、".join(f"“{item.text}”" for item in self.items if item.gate)
        rest = f"；{gates}不符合的，不得分" if gates else ""
        return (
            "；".join(f"{item.text}，{points_text(item.worth(weight))}" for item in self.items) + f"{rest}。"
        )

    def score(self, row: RowInput) -> Outcome:
        if self.answered_by == "reviewer" and not row.items:
            return judgement(row, "清单由复核人员逐项核实后评分。")
        open_items = [item for item in self.items if row.items.get(item.key) not in (YES, NO)]
        if open_items:
            texts = "、".join(f"“{item.text}”" for item in open_items)
            return needs_data(row, f"还有 {len(open_items)} 项未勾选：{texts}。")
        failed_gate = next((item for item in self.items if item.gate and row.items[item.key] == NO), None)
        if failed_gate:
            return scored(Decimal(0), row, f"前提项“{failed_gate.text}”不符合，不得分。", achieved=False)
        met = [item for item in self.items if row.items[item.key] == YES]
        worth = [item.worth(row.weight) for item in met]
        points, is_whole = sum(worth, Decimal(0)), len(met) == len(self.items)
        added = "" if is_whole or len(met) < 2 else f"，{' + '.join(map(plain, worth))} = {plain(points)}"
        text = f"{len(self.items)} 项中符合 {len(met)} 项{added}，{award_text(points, row.weight)}。"
        return scored(points, row, text, achieved=is_whole)
