"""Lists of parts behind 其中, 包括, 分别为, a bracket or a colon, compared with the total before them."""

from collections.abc import Iterator

from scoring.engine.claims.lists.list_contradictions import contradiction
from scoring.engine.claims.lists.list_readings import Parts, members, readings, without_details
from scoring.engine.claims.lists.part_lists import PartList, part_lists
from scoring.engine.claims.lists.sum_judging import Sum, agreeing, size_of
from scoring.engine.claims.text.amounts import Amount
from scoring.engine.claims.text.outline import Outline


def listed_sums(outline: Outline) -> Iterator[Sum]:
    """Totals that agree with a list, or that a list contradicts."""
    for found in part_lists(outline):
        for thing in dict.fromkeys(part.amount.thing for part in found.parts):
            totals = [total for total in found.totals if total.thing == thing and total.role == "amount"]
            one = _agreed(outline, found, totals) or contradiction(outline, found, totals)
            if one is not None:
                yield one


def _agreed(outline: Outline, found: PartList, totals: list[Amount]) -> Sum | None:
    """The nearest total that some reading of the list adds up to."""
    for total in totals:
        parts = members(total, found.parts)
        stages = [parts, *by_stage(parts)]
        tried = [reading for stage in stages for reading in (*readings(stage), without_details(stage))]
        agreed = agreeing(total, tried)
        if agreed is None and parts and total is totals[0]:
            agreed = agreeing(total, [members(total, (*parts[:1], *found.later(outline)))])
        if agreed is not None and (total is totals[0] or _may_be_of(agreed)):
            return agreed
    return None


def _may_be_of(agreed: Sum) -> bool:
    """Whether a total further off may have these parts: exactly, and 支出 is never a part of 收入, nor 决算 of 预算."""
    total, parts = agreed.total, agreed.parts
    if size_of(parts) != total.size or {total.stage, *(part.stage for part in parts)} >= {"planned", "done"}:
        return False
    return "收入" not in total.name or not any("支出" in part.name for part in parts)


def by_stage(parts: Parts) -> Iterator[Parts]:
    """The planned and the carried out figures of a list apart, where it has both."""
    stages = {part.amount.stage for part in parts}
    if len(stages) > 1:
        for stage in sorted(stages):
            yield tuple(part for part in parts if part.amount.stage == stage)
