"""Sums inside tables: the figures of some cells against the cell that is their total."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from scoring.engine.claims.claim import Claim, Kind
from scoring.engine.claims.lists.sum_slips import slips
from scoring.engine.claims.tabular.grids import Cell
from scoring.engine.claims.text.amounts import Amount, amount_of
from scoring.engine.claims.text.figures import Figure
from scoring.engine.claims.text.reading import Judged, Reading
from scoring.engine.claims.verdicts import sum_verdict
from scoring.engine.likely_causes import Candidate, likely_cause
from scoring.engine.numbers import plain

_NEAR = Decimal("0.01")
_MOST_TOLD = 6
_MOST_PLACES = 20


@dataclass(frozen=True, slots=True)
class Entry:
    """A figure of a table under the name of its row; `start` is where the name stands."""

    name: str
    start: int
    figure: Figure

    @property
    def value(self) -> Decimal:
        return self.figure.value


def entry(cell: Cell, figure: Figure) -> Entry:
    """A figure with the row's name; its unit (10分) is the column's."""
    return Entry(cell.words, cell.start, replace(figure, unit="") if figure.unit else figure)


class TableReading:
    """A text's tables, with what their checks ask of the text around them."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading

    @cached_property
    def _by_value(self) -> dict[Decimal, list[Figure]]:
        found: dict[Decimal, list[Figure]] = {}
        for figure in self.reading.figures.all:
            if figure.head and figure.unit:
                found.setdefault(figure.value, []).append(figure)
        return found

    def left_out(self, parts: Iterable[Entry], lacking: Decimal) -> str:
        """The part written as 0 that the text elsewhere states with just what the sum lacks."""
        stated = [
            self.reading.label(figure).name for figure in self._by_value.get(lacking, ())[:_MOST_PLACES]
        ]
        for part in parts:
            if not part.value and any(name.endswith(part.name) for name in stated):
                return f"可能漏填了{part.name}，文中另处写{part.name}{plain(lacking)}"
        return ""

    def sum_claim(
        self, stated: Entry, parts: Sequence[Entry], *, sure: bool, over: bool = True, called: str = ""
    ) -> Claim | None:
        """The claim on a total; None where parts may be missing: unless `sure`, the gap itself must look like a slip.

        With `over` parts that exceed their total contradict it, too. `called` tells the sum where the names of
        its parts don't: 16行得分之和.
        """
        computed = sum((part.value for part in parts), Decimal(0))
        if not stated.value and not computed:
            return None
        figures = [part.figure for part in parts]
        verdict, _ = sum_verdict(stated.figure, computed, figures)
        if verdict == "consistent" and sum(bool(part.value) for part in parts) < 2:
            return None
        cause = ""
        if verdict == "inconsistent":
            cause = self._cause(stated, parts, computed)
            is_slip = bool(cause) or abs(stated.value - computed) <= _NEAR * abs(stated.value)
            if not (sure or is_slip or (over and computed > stated.value > 0)):
                return None
        reason = told(
            f"{called or _list(parts)} = {plain(computed)}", stated.figure, computed, verdict, cause
        )
        return self.claim("sum", stated, Judged(verdict, computed, reason))

    def _cause(self, stated: Entry, parts: Sequence[Entry], computed: Decimal) -> str:
        found = self.left_out(parts, stated.value - computed)
        if found:
            return found
        total, amounts = _amount(stated), [_amount(part) for part in parts]
        causes: Iterable[Candidate] = slips(amounts, total)
        return likely_cause(stated.value, computed, causes)

    def claim(self, kind: Kind, stated: Entry, judged: Judged) -> Claim:
        """A claim that quotes the row from its name to the figure."""
        made = self.reading.claim(kind, stated.figure, judged)
        return replace(made, start=min(made.start, stated.start))


def told(sum_of: str, stated: Figure, computed: Decimal, verdict: str, cause: str) -> str:
    """The reason with its arithmetic."""
    if computed == stated.value:
        return f"{sum_of}{stated.unit}，与表中一致。"
    apart = f"{sum_of}{stated.unit}，表中写{stated.told()}，相差{plain(abs(stated.value - computed))}"
    apart += "个百分点" if stated.is_percent else stated.unit
    if verdict == "rounding":
        return f"{apart}，属尾数误差。"
    return f"{apart}；{cause}。" if cause else f"{apart}。"


def _list(parts: Sequence[Entry]) -> str:
    filled = [part for part in parts if part.value]
    if len(filled) > _MOST_TOLD:
        return f"{parts[0].name}至{parts[-1].name}共{len(parts)}项之和"
    return "+".join(plain(part.value) for part in filled) or "0"


def _amount(one: Entry) -> Amount:
    amount = amount_of(one.figure)
    assert amount is not None
    return replace(amount, name=one.name)
