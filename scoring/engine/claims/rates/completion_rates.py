"""What each pair of a budget and a spending gives, against the rate that is stated."""

from collections.abc import Iterator, Sequence
from functools import partial

from scoring.engine.claims.rates.completion_words import Stated
from scoring.engine.claims.rates.plan_pairs import Pair
from scoring.engine.claims.rates.plans import Operand
from scoring.engine.claims.rates.quotients import HUNDRED, Amount, Rate, amounts_of, growth_of, rate_of
from scoring.engine.claims.rates.rate_judging import closeness, judged_rate
from scoring.engine.claims.text.figures import Figure
from scoring.engine.claims.text.reading import Judged
from scoring.engine.claims.trust import Outcome, Trust
from scoring.engine.likely_causes import Candidate

_MOST_CAUSES = 8


def outcomes_of(
    stated: Figure, said: Stated, pairs: Sequence[Pair], near: Sequence[Operand]
) -> Iterator[Outcome]:
    """What the stated rate comes to with each pair, in their order."""
    for pair in pairs:
        used = (pair.plan.figure, pair.part.figure)
        part, plan = amounts_of(used[::-1], pair.plan.figure.unit)
        assert part is not None
        assert plan is not None
        vague = any(figure.vague for figure in used)
        trust: Trust = "likely" if vague and pair.trust == "sure" else pair.trust
        rate = _rate(said, pair, part, plan)
        if rate is not None:
            causes = partial(_causes, said, (part, plan), rate, near, pair.plan.figure.unit)
            tell = partial(judged_rate, stated, rate, causes)
            yield Outcome(trust, closeness(stated, rate, causes), tell, used)
        elif (judged := _without_plan(stated, said, pair, part)) is not None:
            yield Outcome(trust, judged.verdict, partial(_as_told, judged), used)


def _as_told(judged: Judged) -> Judged:
    return judged


def _rate(said: Stated, pair: Pair, part: Amount, plan: Amount) -> Rate | None:
    """The measure in percent; None where the budget is zero."""
    if said.measure == "over":
        return growth_of(part, plan)
    if said.measure in ("under", "saved") or (said.measure == "left" and pair.part.role != "left"):
        growth = growth_of(part, plan)
        return growth.negative() if growth else None
    return rate_of(part, plan)


def _without_plan(stated: Figure, said: Stated, pair: Pair, part: Amount) -> Judged | None:
    """From a budget of zero no rate exists; nothing of nothing may be written 0%."""
    stage = pair.plan.stage or said.stage
    rate = "执行率" if said.is_rate else "比例"
    reason = f"{stage}预算为0，不能计算{rate}，文中写{stated.told()}"
    if part.value:
        return Judged("inconsistent", None, f"{reason}，应写“{stage}无预算”。")
    return Judged("check", None, f"{reason}；预算和支出都是0。") if stated.value else None


def _causes(
    said: Stated, amounts: tuple[Amount, Amount], rate: Rate, near: Sequence[Operand], unit: str
) -> Iterator[Candidate]:
    """The rest of the budget, the other measure, or another amount of the passage."""
    part, plan = amounts
    done = part.value / plan.value * HUNDRED
    if said.measure == "saved":
        yield Candidate("写成了执行率，节支率应为1减去执行率", done)
    elif said.measure == "over":
        yield Candidate("写成了决算数与预算数之比，超出的部分应减去100%", done)
    elif done > HUNDRED:
        yield Candidate("写成了超出预算的比例", done - HUNDRED)
    if 0 < rate.value < HUNDRED:
        yield Candidate("写成了与它互补的比率", HUNDRED - rate.value)
    if part.value:
        yield Candidate("把分子和分母写颠倒了", plan.value / part.value * HUNDRED)
    yield from _other_amounts(near, (part, plan), unit)


def _other_amounts(near: Sequence[Operand], amounts: tuple[Amount, Amount], unit: str) -> Iterator[Candidate]:
    part, plan = amounts
    others: list[tuple[Operand, Amount]] = []
    for one in near:
        (amount,) = amounts_of((one.figure,), unit)
        if amount is not None and amount.value:
            others.append((one, amount))
    for one, amount in others[:_MOST_CAUSES]:
        yield Candidate(f"误以{amount.words}为预算数", part.value / amount.value * HUNDRED)
        yield Candidate(f"误以{amount.words}为支出数", amount.value / plan.value * HUNDRED)
        for other, whole in others:
            if one.name and one.name == other.name and one.role != other.role:
                words = f"只用了其中一部分{amount.words}÷{whole.words}"
                yield Candidate(words, amount.value / whole.value * HUNDRED)
