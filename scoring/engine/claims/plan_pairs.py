"""Which budget and which spending a stated rate may be of: the pairs of a passage, the likeliest first."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from scoring.engine.claims.completion_words import Measure, Stated
from scoring.engine.claims.likeness import Likeness, core_of, likeness
from scoring.engine.claims.plans import Operand, Role, alike, name_in, related
from scoring.engine.claims.trust import Trust

_MOST = 6
_IN_SENTENCE, _IN_PARAGRAPH = 1, 2
# How far a budget of another stage is from the one that is named.
_ANOTHER = 2
_PARTS: dict[Measure, tuple[Role, ...]] = {
    "done": ("done", "arrived", ""),
    "over": ("done", "arrived", ""),
    "under": ("done", "arrived", ""),
    "arrived": ("arrived",),
    "left": ("left", "done"),
    "saved": ("done",),
}


@dataclass(frozen=True, slots=True)
class Pair:
    """A budget and what is held against it; `trust` says what a disagreement means."""

    plan: Operand
    part: Operand
    trust: Trust


def pairs_of(near: Sequence[Operand], said: Stated) -> list[Pair]:
    """The pairs that a stated rate may be of; `near` are the amounts before it, the nearest first."""
    pairs = _rate_pairs(near, said) if said.is_rate else _completion_pairs(near, said)
    fitting = {
        (pair.plan.figure.value, pair.part.figure.value): pair
        for pair in reversed(pairs)
        if pair.plan.figure.within(pair.part.figure.unit) is not None
    }
    return list(reversed(fitting.values()))


def _completion_pairs(near: Sequence[Operand], said: Stated) -> list[Pair]:
    """完成年初预算的: the amount named last, against the budget of its sentence or of the item before."""
    rest = near[1:] if said.beside else near
    parts = [one for one in rest if one.role in _PARTS[said.measure] and one.place <= _IN_SENTENCE]
    if any(core_of(said.subject)):
        parts = [one for one in parts if likeness(said.subject, one.figure.head) > Likeness.NONE]
    parts = [one for one in parts if one.place == parts[0].place][:_MOST]
    if said.beside:
        return [Pair(near[0], part, "sure" if part is parts[0] else "likely") for part in parts if near]
    plans = [one for one in near if one.role == "plan" and one.place <= _IN_PARAGRAPH]
    return [
        Pair(plan, part, _completion_trust(near, _competing(plans, part, said), (plan, part), said))
        for part in parts
        for plan in sorted(
            plans, key=lambda one: (_stage_apart(one, said), not _is_same(one, part), one.place)
        )[:_MOST]
    ]


def _competing(plans: Sequence[Operand], part: Operand, said: Stated) -> set[Decimal]:
    """The budgets that the words may mean: those of the same name, where there are such."""
    meant = [one for one in plans if _stage_apart(one, said) < _ANOTHER]
    same = [one for one in meant if _is_same(one, part)]
    return {one.figure.value for one in same or meant}


def _is_same(plan: Operand, part: Operand) -> bool:
    return bool(plan.name) and plan.name == part.name


def _completion_trust(
    near: Sequence[Operand], competing: set[Decimal], pair: tuple[Operand, Operand], said: Stated
) -> Trust:
    plan, part = pair
    between = near[near.index(part) + 1 : max(near.index(plan), near.index(part) + 1)]
    # A budget further back belongs to what was spent beside it, unless the names go together.
    other_name = bool(part.name) and plan.name != part.name
    elsewhere = plan.place > 0 and (other_name or any(one.role == "done" for one in between))
    if not alike(plan, part) or not plan.told or (elsewhere and not _is_same(plan, part)):
        return "weak"
    alone = len(competing) == 1 and plan.figure.value in competing
    first = next((one for one in near if one.role != "plan"), None)
    return "sure" if alone and part is first else "likely"


def _stage_apart(plan: Operand, said: Stated) -> int:
    """0 for the budget that is named, 1 for one called nothing in particular, 2 for another one."""
    if not said.stage or plan.stage == said.stage:
        return 0
    return _ANOTHER if plan.stage else 1


def _rate_pairs(near: Sequence[Operand], said: Stated) -> list[Pair]:
    """预算执行率: what was spent of the sentence or the one before, against the budget before it."""
    subject = name_in(said.subject)
    parts = [
        one for one in near if one.role in _PARTS[said.measure] and one.role and one.place <= _IN_PARAGRAPH
    ]
    if said.measure == "done" and any(one.role == "done" for one in parts):
        parts = [one for one in parts if one.role == "done"]
    parts.sort(key=lambda one: one.listed and not one.told)
    plans = [one for one in near if one.role in ("plan", "arrived")]
    plans = [one for one in plans if one.figure.value] or plans
    plans.sort(key=lambda one: one.listed and not one.told)
    ranked = [
        (_rank(plan, part, subject, said), at, Pair(plan, part, "likely"))
        for at, part in enumerate(parts[:_MOST])
        for plan in plans[:_MOST]
        if plan is not part and (plan.place <= _IN_PARAGRAPH or part.place <= _IN_SENTENCE)
    ]
    ranked.sort(key=lambda one: one[:2])
    meant = [pair for rank, _, pair in ranked if rank[:2] == ranked[0][0][:2]]
    clear = [one for one in meant if _is_clear(one)]
    clear = [one for one in clear if one.part.told] or clear
    plans_meant = {one.plan.figure.value for one in clear if _stage_apart(one.plan, said) < _ANOTHER}
    single = len(plans_meant) == 1 and len({one.part.figure.value for one in clear}) == 1
    return [_trusted(pair, sure=single and pair in clear) for pair in meant]


def _rank(plan: Operand, part: Operand, subject: str, said: Stated) -> tuple[int, ...]:
    """The lower, the likelier. The first two say whether the pair is what the rate is called after, and whole."""
    names = (plan.name, part.name)
    named = bool(subject) and all(name and related(subject, name) for name in names)
    unnamed = not subject or all(related(subject, name) for name in names)
    parts_of_lists = (plan.listed and not plan.told) or (part.listed and not part.told)
    return (
        0 if named else 1 if unnamed else 2,
        int(not named and parts_of_lists),
        int(not alike(plan, part)),
        int(part.place > _IN_SENTENCE),
        int(not part.told),
        int(plan.role != "plan"),
        int(not plan.told),
        plan.place,
        _stage_apart(plan, said),
    )


def _trusted(pair: Pair, *, sure: bool) -> Pair:
    """Sure where the paragraph has one budget and one spending that say what they are and go together."""
    if not alike(pair.plan, pair.part):
        return replace(pair, trust="weak")
    return replace(pair, trust="sure") if sure else pair


def _is_clear(pair: Pair) -> bool:
    plan, part = pair.plan, pair.part
    return (
        plan.told
        and (part.told or part.place <= _IN_SENTENCE)
        and max(plan.place, part.place) <= _IN_PARAGRAPH
        and alike(plan, part)
    )
