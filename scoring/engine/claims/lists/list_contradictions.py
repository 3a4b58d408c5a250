"""When a list of parts contradicts its total: every way to read it must, and the words must leave no other way out."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cached_property
from typing import Literal

from scoring.engine.claims.lists.list_readings import Parts, members, readings
from scoring.engine.claims.lists.part_lists import PartList
from scoring.engine.claims.lists.sum_judging import Sum, size_of, verdict_on
from scoring.engine.claims.lists.sum_slips import LEAST_DIGITS, slips
from scoring.engine.claims.lists.whole_lists import is_whole, splits_of, whole_by_names
from scoring.engine.claims.text.amounts import Amount
from scoring.engine.claims.text.outline import Outline
from scoring.engine.likely_causes import likely_cause
from scoring.engine.precision import significant_digits

# How one reading stands to the total: against it, in question, or leaving parts out as a list may.
_Stand = Literal["against", "doubtful", "open"]

# What a list that may leave parts out covers of its total: from here on a gap is a slip, or at least a question.
# 其中 may name the main parts only; who splits a figure in brackets names them all.
_COVER = {
    "sure": (Decimal("0.99"), Decimal("0.95")),
    "bracket": (Decimal("0.9"), Decimal("0.6")),
}
_FEW = Decimal("0.97")
_NAMED_OMISSION = Decimal("0.9")
# Parts may overlap (people counted under two headings), or a bracket may hold other figures: only near the total they count.
_OVER = Decimal("1.1")
_LONG = 4
_FAR, _ALIKE = 2, Decimal("0.1")
_BACK, _AHEAD = 200, 40
_COMPARED = re.compile(r"^(?:完成|达到?|占|较|比).*(?:预算|计划|任务|目标)")


def contradiction(outline: Outline, found: PartList, totals: list[Amount]) -> Sum | None:
    """The total with the parts that it disagrees with; None where the list may be meant otherwise."""
    totals = _of_parts(totals)
    if not totals:
        return None
    total = _likeliest(totals, found)
    parts = _of_stage(total, members(total, found.parts))
    if splits_of(total.name):
        named = whole_by_names(total.name, (*parts, *members(total, found.later(outline))))
        if named:
            return _against(_View(outline, found, total, named))
    if not parts or not (found.whole or all(part.name for part in parts)):
        return None
    views = [_View(outline, found, total, way) for way in readings(parts)]
    stands = [view.stand for view in views]
    if "open" in stands or _may_be_a_change(found, views):
        return None
    nearest = min(views, key=lambda view: abs(view.size - total.size))
    others = not found.beside and any(_may_hold(other, nearest) for other in totals[1:])
    is_sure = total is totals[0] and (not others or nearest.is_whole)
    return _against(nearest) if is_sure and "doubtful" not in stands else _asked(nearest)


def _may_hold(other: Amount, view: "_View") -> bool:
    """Whether a total further off is large enough for the parts, and of their stage and year."""
    same = {other.stage, *(amount.stage for amount in view.amounts)} != {"planned", "done"}
    return same and not other.last_year and other.size >= view.size


def _may_be_a_change(found: PartList, views: list["_View"]) -> bool:
    """Whether the list may be of the change that stands before it: 净增加100万元，其中人员80万元."""
    smallest = min(view.size for view in views)
    thing = views[0].total.thing
    return any(
        total.role != "amount" and total.thing == thing and total.size >= smallest for total in found.totals
    )


def _of_parts(totals: list[Amount]) -> list[Amount]:
    """The totals without plans that are only named to compare with: 收入24627万元，完成预算60999万元的40.4%，其中…"""
    return [total for total in totals if not _COMPARED.search(total.figure.head)] or totals


def _likeliest(totals: list[Amount], found: PartList) -> Amount:
    """The nearest total before the list, unless it is out of all proportion and one further off isn't."""
    first = totals[0]
    size = size_of(part.amount for part in members(first, found.parts))
    if _FAR * first.size >= size:
        return first
    return next((total for total in totals if abs(size - total.size) <= _ALIKE * total.size), first)


def _of_stage(total: Amount, parts: Parts) -> Parts:
    """The parts without those of the other stage, where the list has both; none where the total's isn't known."""
    if not {"planned", "done"} <= {part.amount.stage for part in parts}:
        return parts
    return tuple(part for part in parts if total.stage and part.amount.stage == total.stage)


class _View:
    """One reading of a list against its total."""

    def __init__(self, outline: Outline, found: PartList, total: Amount, parts: Parts) -> None:
        self.outline, self.found, self.total, self.parts = outline, found, total, parts
        self.amounts = tuple(part.amount for part in parts)
        self.size = size_of(self.amounts)

    @cached_property
    def cause(self) -> str:
        """The slip that explains the gap."""
        return cause_of(self.outline, self.total, self.amounts)

    @cached_property
    def is_whole(self) -> bool:
        """Whether the list leaves nothing out."""
        return self.found.whole or is_whole(self.parts)

    @property
    def stand(self) -> _Stand:
        """How the reading stands to the total."""
        total, found = self.total, self.found
        if self.amounts[0].size == total.size:
            # What follows a part that is the whole can only be a part of that.
            return "open"
        if len(self.parts) == 1 or any(amount.figure.vague for amount in (total, *self.amounts)):
            alone = len(self.parts) == 1 and self.size > total.size and found.of_which
            return "against" if alone and verdict_on(total, self.amounts) == "inconsistent" else "open"
        if self.is_whole and (found.strength != "loose" or self.cause or self._is_near):
            return "against"
        return self._above() if self.size > total.size else self._below()

    @property
    def _is_near(self) -> bool:
        return abs(self.size - self.total.size) <= _ALIKE * self.total.size

    def _above(self) -> _Stand:
        total, strength = self.total, self.found.strength
        if any(amount.size > total.size for amount in self.amounts) and strength == "sure":
            return "against"
        over = self.size / total.size if total.size else Decimal("Infinity")
        if total.thing != "money":
            is_long = significant_digits(total.figure.value) >= _LONG
            return "doubtful" if over <= _OVER and is_long and strength == "sure" else "open"
        if strength == "sure" or (strength == "bracket" and over <= _OVER) or self.cause:
            return "against"
        return "doubtful" if strength == "bracket" and over <= _FAR else "open"

    def _below(self) -> _Stand:
        total, strength = self.total, self.found.strength
        digits = significant_digits(total.figure.value)
        if digits < LEAST_DIGITS or strength == "loose":
            return "open"
        cover = self.size / total.size
        slip, question = _COVER[strength]
        if total.thing != "money" and digits < _LONG:
            # One or two of a few hundred may be of a kind that isn't named.
            return "doubtful" if cover >= _FEW else "open"
        if cover >= slip or (self.cause and not self._may_be_left_out(cover)):
            return "against"
        return "doubtful" if cover >= question else "open"

    def _may_be_left_out(self, cover: Decimal) -> bool:
        """Whether what is missing may well be a part that the list leaves out: a round sum, or one named elsewhere."""
        if "漏列" in self.cause:
            return cover < _NAMED_OMISSION
        missing = (self.total.size - self.size) / self.total.scale
        several_years = len({amount.year for amount in self.amounts}) > 1
        return several_years or (missing >= 1 and significant_digits(missing) == 1)


def cause_of(outline: Outline, total: Amount, amounts: Sequence[Amount]) -> str:
    """The slip that gives the stated total; empty where none is known."""
    missing = _missing(outline, total, amounts) if size_of(amounts) < total.size else ()
    computed = size_of(amounts) / total.scale
    return likely_cause(total.figure.value, computed, slips(amounts, total, missing))


def _missing(outline: Outline, total: Amount, amounts: Sequence[Amount]) -> Iterator[Amount]:
    """Amounts near the list that are just as large as what it lacks."""
    lacking = total.size - size_of(amounts)
    if significant_digits(lacking) < LEAST_DIGITS:
        return
    at = outline.index_at(total.start)
    for token in outline.tokens[max(0, at - _BACK) : at + _AHEAD]:
        amount = token.amount
        if amount is None or amount.size != lacking or amount.thing != total.thing:
            continue
        if amount.name and amount not in amounts:
            yield amount


def _against(view: _View) -> Sum | None:
    verdict = verdict_on(view.total, view.amounts)
    if verdict in ("consistent", "rounding"):
        return None
    return Sum(view.total, view.amounts, verdict, cause=view.cause)


def _asked(view: _View) -> Sum:
    return Sum(view.total, view.amounts, "check", cause=view.cause, doubt="请核对其中各项是否列全")
