"""Which budget and which spending a stated rate may be of: the pairs of a passage, the likeliest first."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from scoring.engine.claims.rates.completion_words import Measure, Stated
from scoring.engine.claims.rates.plans import Operand, Role, alike, name_in, related
from scoring.engine.claims.text.likeness import Likeness, core_of, likeness
from scoring.engine.claims.trust import Trust

_MOST = 6
_IN_SENTENCE, _IN_PARAGRAPH = 1, 2
# How far a budget of another stage is from the one that is named.
_ANOTHER = 2
# The rate is called after something that neither amount is of.
_UNRELATED = 2
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
        return [Pair(near[0], part, "sure" if part is parts[0] else "likely") for part in parts]
    plans = [one for one in near if one.role == "plan"]
    found = []
    for part in parts:
        nearest = sorted(plans, key=lambda one: (_stage_apart(one, said), one.name != part.name, one.place))
        meant = _meant(plans, part, said)
        for plan in nearest[:_MOST]:
            trust = _completion_trust(near, plan, part)
            alone = part is parts[0] and meant == {plan.figure.value}
            found.append(Pair(plan, part, trust if trust == "weak" or alone else "likely"))
    return found


def _meant(plans: Sequence[Operand], part: Operand, said: Stated) -> set[Decimal]:
    """The budgets that the words may mean: those of the part's own name, where there are such."""
    meant = [one for one in plans if _stage_apart(one, said) < _ANOTHER]
    same = [one for one in meant if _is_same(one, part)]
    return {one.figure.value for one in same or meant}


def _is_same(plan: Operand, part: Operand) -> bool:
    return bool(plan.name) and plan.name == part.name


def _completion_trust(near: Sequence[Operand], plan: Operand, part: Operand) -> Trust:
    """Weak where the budget is of something else, or further back and already carried out there."""
    if not alike(plan, part) or not plan.told:
        return "weak"
    between = near[near.index(part) + 1 : max(near.index(plan), near.index(part) + 1)]
    spent = any(one.role == "done" for one in between)
    elsewhere = plan.place > 0 and (bool(part.name) or spent)
    return "weak" if elsewhere and not _is_same(plan, part) else "sure"


def _stage_apart(plan: Operand, said: Stated) -> int:
    """0 for the budget that is named, 1 for one called nothing in particular, 2 for another one."""
    if not said.stage or plan.stage == said.stage:
        return 0
    return _ANOTHER if plan.stage else 1


def _rate_pairs(near: Sequence[Operand], said: Stated) -> list[Pair]:
    """预算执行率: what was spent of the sentence or the one before, against the budget before it."""
    subject = name_in(said.subject)
    ranked = [
        (rank, Pair(plan, part, "likely"))
        for part in _spendings(near, said)
        for plan in _budgets(near)
        if plan is not part
        and (plan.place <= _IN_PARAGRAPH or part.place <= _IN_SENTENCE)
        and (rank := _rank(plan, part, subject, said))[0] < _UNRELATED
    ]
    ranked.sort(key=lambda one: one[0])
    meant = [pair for rank, pair in ranked if rank[:2] == ranked[0][0][:2]]
    clear = [one for one in meant if _is_clear(one) and _stage_apart(one.plan, said) < _ANOTHER]
    clear = [one for one in clear if one.part.told] or clear
    single = len({(one.plan.figure.value, one.part.figure.value) for one in clear}) == 1
    return [_trusted(pair, sure=single and pair in clear) for pair in meant]


def _spendings(near: Sequence[Operand], said: Stated) -> list[Operand]:
    """What the rate may be of, parts of lists last; what arrived is spent only where nothing else is said to be."""
    roles = [role for role in _PARTS[said.measure] if role]
    parts = [one for one in near if one.role in roles and one.place <= _IN_PARAGRAPH]
    if said.measure == "done":
        parts = [one for one in parts if one.role == "done"] or parts
    return sorted(parts, key=_is_inherited)[:_MOST]


def _budgets(near: Sequence[Operand]) -> list[Operand]:
    """What the rate may be reckoned from, parts of lists last; budgets of zero only where there is no other."""
    plans = [one for one in near if one.role in ("plan", "arrived")]
    return sorted([one for one in plans if one.figure.value] or plans, key=_is_inherited)[:_MOST]


def _is_inherited(one: Operand) -> bool:
    return one.listed and not one.told


def _rank(plan: Operand, part: Operand, subject: str, said: Stated) -> tuple[int, ...]:
    """The lower, the likelier. The first two say whether the pair is what the rate is called after, and whole."""
    named = bool(subject) and all(name and related(subject, name) for name in (plan.name, part.name))
    may_be = all(related(subject, name) for name in (plan.name, part.name))
    return (
        0 if named else 1 if may_be else _UNRELATED,
        int(not named and (_is_inherited(plan) or _is_inherited(part))),
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
