"""Budgets carried out: 年初预算10275.78万元，支出决算29459.93万元，完成年初预算的286.69%; 执行率, 到位率, 节支率."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from scoring.engine.claims.claim import Claim, Kind, Verdict
from scoring.engine.claims.rates.completion_rates import outcomes_of
from scoring.engine.claims.rates.completion_words import Stated, stated_beside, stated_by
from scoring.engine.claims.rates.plan_pairs import Pair, pairs_of
from scoring.engine.claims.rates.plans import Operand, Plans, name_in, plans_of, stage_of
from scoring.engine.claims.rates.quotients import amounts_of
from scoring.engine.claims.text.figures import Figure
from scoring.engine.claims.text.layout import Layout, close_by, layout_of
from scoring.engine.claims.text.reading import Judged, Reading
from scoring.engine.claims.trust import settled

# The budget of a rate may stand in the paragraph before.
_BEFORE = 900
_MOST = 20
# A few pages, and the figures on them.
_PAGES, _MOST_BEFORE = 4000, 120
_OF_ALL = re.compile(r"(?:部门|单位|本年|全年|年度|总)[^，]{0,6}预算(?:支出|收入|总额|数)*$")
_FEW = 8
_BEFORE_SENTENCE = 2
_DIRECTION = re.compile(
    r"决算数?(?:(?P<more>大于|高于|多于|超过|超出)|(?P<less>小于|低于|少于)|[与和同]"
    r"(?=[^，。；]{0,12}(?:一致|持平|相等|相同)))"
    r"(?P<plan>[^，。；]{0,8}预算)(?:数|额)?(?P<even>一致|持平|相等|相同)?"
)


def find(reading: Reading) -> Iterator[Claim]:
    """Every rate of completion or execution whose figures are written, and 决算数大于预算数 where it isn't."""
    layout = layout_of(reading)
    plans = plans_of(layout)
    for number, stated in enumerate(layout.all):
        said = _said(layout, number) if stated.is_percent else None
        if said is not None:
            yield from _claims(layout, plans, stated, said)
    for match in _DIRECTION.finditer(layout.text):
        near = plans.before(match.start(), layout.passage_start(match.start(), 2), _FEW)
        here = [one for one in near if one.place < _BEFORE_SENTENCE] or near
        claim = _direction(reading, match, here)
        if claim is not None:
            yield claim


def _said(layout: Layout, number: int) -> Stated | None:
    said = stated_by(layout.all[number].head)
    if said is None and number:
        said = stated_beside(layout.all[number].head, layout.all[number - 1].head)
    return said


def _claims(layout: Layout, plans: Plans, stated: Figure, said: Stated) -> Iterator[Claim]:
    start = layout.passage_start(stated.start)
    if said.is_rate:
        start = min(start, stated.start - _BEFORE)
    near = plans.before(stated.start, start, _MOST)
    kind: Kind = "execution" if said.is_rate else "completion"
    pairs = pairs_of(near, said) or _of_all(layout, plans, stated, said)
    best = settled(outcomes_of(stated, said, pairs, near))
    if best is not None:
        judged, outcome = best
        yield layout.reading.claim(kind, stated, judged, close_by(stated, outcome.used))
    elif not said.is_rate:
        yield from _contradictory(layout.reading, stated, said, near)


def _of_all(layout: Layout, plans: Plans, stated: Figure, said: Stated) -> list[Pair]:
    """A bare 预算执行率 far from its figures: 部门预算支出A，实际支出B, where the pages before tell only one such pair."""
    if not said.is_rate or said.measure != "done" or "预算" not in said.subject or name_in(said.subject):
        return []
    numbers = layout.before(layout.number_at(stated.start), max(0, stated.start - _PAGES), _MOST_BEFORE)
    pairs: dict[tuple[Decimal, Decimal], Pair] = {}
    for plan, done in pairwise(plans.all[number] for number in numbers):
        if plan is None or done is None or (plan.role, done.role) != ("plan", "done") or not done.told:
            continue
        is_beside = layout.reading.sentence(plan.figure) == layout.reading.sentence(done.figure)
        if (
            is_beside
            and _OF_ALL.search(plan.figure.head)
            and done.figure.within(plan.figure.unit) is not None
        ):
            pairs[plan.figure.value, done.figure.value] = Pair(plan, done, "likely")
    return list(pairs.values()) if len(pairs) == 1 else []


def _contradictory(
    reading: Reading, stated: Figure, said: Stated, near: Sequence[Operand]
) -> Iterator[Claim]:
    """支出决算为14万元，完成预算0%: something was spent, or the budget isn't what it seems."""
    here = [one for one in near if one.place == 0]
    plans = any(one.role == "plan" for one in here)
    if stated.value or said.measure != "done" or not here or plans or here[0].figure.value <= 0:
        return
    spent = here[0].figure
    reason = f"写了支出{spent.told()}，又写完成预算{stated.told()}，两者矛盾，请核对预算数和支出数。"
    yield reading.claim("completion", stated, Judged("check", None, reason), (spent,))


def _direction(reading: Reading, match: re.Match[str], near: Sequence[Operand]) -> Claim | None:
    """The claim where exactly one budget and one spending stand before the words and contradict them."""
    stage = stage_of(match["plan"])
    plans = [one for one in near if one.role == "plan" and one.told]
    plans = [one for one in plans if not stage or one.stage in (stage, "")]
    parts = [one for one in near if one.role == "done"]
    parts = [one for one in parts if one.told] or parts
    if len(plans) != 1 or len(parts) != 1 or not (match["more"] or match["less"] or match["even"]):
        return None
    done, plan = parts[0].figure, plans[0].figure
    part, whole = amounts_of((done, plan), plan.unit)
    if part is None or whole is None:
        return None
    apart = part.value - whole.value
    wrong = apart <= 0 if match["more"] else apart >= 0 if match["less"] else apart != 0
    if not wrong:
        return None
    relation = "大于" if apart > 0 else "小于" if apart < 0 else "等于"
    reason = f"决算数{done.told()}{relation}预算数{plan.told()}，文中写“{match[0]}”。"
    verdict: Verdict = "check" if done.vague or plan.vague else "inconsistent"
    return reading.claim("completion", done, Judged(verdict, None, reason), (plan,))
