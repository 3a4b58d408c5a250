"""Prose written from random tables is true, and a figure broken in it is the one that is told."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from scoring.engine.claims.checker import check_text
from scoring.engine.claims.claim import Claim

CENT = Decimal("0.01")
HEADS = ("社会保障和就业支出", "卫生健康支出", "农林水支出", "住房保障支出", "教育支出")
amounts = st.integers(min_value=1_000, max_value=9_000_000).map(lambda cents: Decimal(cents) / 100)
years = st.integers(min_value=2016, max_value=2030)


@dataclass(frozen=True)
class Told:
    """A sentence with the figures in it that follow from others, each as it is written.

    A total that is larger than the parts listed may have further ones: such a figure is only broken downwards.
    A total behind its parts may have others before them: far off it is only asked about.
    """

    text: str
    derived: tuple[str, ...]
    factors: tuple[Decimal, ...] = (Decimal("0.31"), Decimal("1.37"))
    is_certain: bool = True


def money(value: Decimal) -> str:
    return f"{value.quantize(CENT)}"


def percent(part: Decimal, whole: Decimal) -> str:
    return f"{(part / whole * 100).quantize(CENT, ROUND_HALF_UP)}"


@st.composite
def listed(draw: st.DrawFn) -> Told:
    """A total with its parts and their shares."""
    parts = draw(st.lists(amounts, min_size=2, max_size=5))
    total = sum(parts, Decimal(0))
    shares = [percent(part, total) for part in parts]
    rows = "；".join(
        f"{head}{money(part)}万元，占{share}%"
        for head, part, share in zip(HEADS, parts, shares, strict=False)
    )
    return Told(f"{draw(years)}年度本年支出合计{money(total)}万元，其中：{rows}。", tuple(shares))


@st.composite
def summed(draw: st.DrawFn) -> Told:
    """A total with its parts, without shares."""
    parts = draw(st.lists(amounts, min_size=2, max_size=5))
    total = money(sum(parts, Decimal(0)))
    rows = "、".join(f"{head}{money(part)}万元" for head, part in zip(HEADS, parts, strict=False))
    return Told(f"全年财政拨款支出合计{total}万元，其中：{rows}。", (total,), (Decimal("0.31"),))


@st.composite
def added_up(draw: st.DrawFn) -> Told:
    """Parts, then their total."""
    parts = draw(st.lists(amounts, min_size=2, max_size=5))
    total = money(sum(parts, Decimal(0)))
    rows = "，".join(f"{head}{money(part)}万元" for head, part in zip(HEADS, parts, strict=False))
    return Told(f"安排{rows}，合计{total}万元。", (total,), is_certain=False)


@st.composite
def compared(draw: st.DrawFn) -> Told:
    """An amount against last year's."""
    now, before = draw(amounts), draw(amounts)
    more, grows = ("增加", "增长") if now >= before else ("减少", "下降")
    change, rate = money(abs(now - before)), percent(abs(now - before), before)
    year = draw(years)
    text = f"{year}年度公用经费支出{money(now)}万元，比上年{money(before)}万元{more}{change}万元，{grows}{rate}%。"
    return Told(text, (change, rate))


@st.composite
def planned(draw: st.DrawFn) -> Told:
    """Spending against its budget."""
    budget, spent = draw(amounts), draw(amounts)
    rate = percent(spent, budget)
    text = f"住房公积金年初预算为{money(budget)}万元，支出决算为{money(spent)}万元，完成年初预算的{rate}%。"
    return Told(text, (rate,))


@st.composite
def reckoned(draw: st.DrawFn) -> Told:
    """A formula with its result."""
    plan = draw(st.integers(min_value=1_000, max_value=900_000))
    paid = draw(st.integers(min_value=1, max_value=plan))
    rate = percent(Decimal(plan - paid), Decimal(plan))
    return Told(f"政府采购节支率=({plan}-{paid})/{plan}×100%={rate}%。", (rate,))


@st.composite
def granted(draw: st.DrawFn) -> Told:
    """Heads times a standard."""
    heads = draw(st.integers(min_value=11, max_value=90_000))
    each = draw(st.integers(min_value=11, max_value=3_000))
    paid = money(Decimal(heads * each) / 10_000)
    return Told(f"对{heads}人按{each}元/人的标准补助，共计{paid}万元。", (paid,))


sentences = st.one_of(listed(), summed(), added_up(), compared(), planned(), reckoned(), granted())
# One of each kind: two sentences on one thing would contradict each other.
texts = st.tuples(listed(), compared(), planned(), reckoned(), granted()).flatmap(st.permutations)


def wrong(claims: list[Claim]) -> list[Claim]:
    return [claim for claim in claims if claim.verdict in ("inconsistent", "check")]


@settings(max_examples=150, deadline=None, derandomize=True)
@given(texts)
def test_true_prose_draws_no_contradiction(told: list[Told]) -> None:
    text = "\n\n".join(sentence.text for sentence in told)

    assert [(claim.kind, claim.verdict, claim.reason) for claim in wrong(check_text(text))] == []


@settings(max_examples=150, deadline=None, derandomize=True)
@given(sentences)
def test_every_figure_that_follows_from_others_is_recomputed(told: Told) -> None:
    stated = {claim.stated.rstrip("%万元") for claim in check_text(told.text)}

    missing = set(told.derived) - stated
    assert {figure for figure in missing if Decimal(figure)} == set()


@settings(max_examples=150, deadline=None, derandomize=True)
@given(sentences, st.data())
def test_a_broken_figure_is_the_one_that_is_told(told: Told, data: st.DataObject) -> None:
    figure = data.draw(st.sampled_from(told.derived))
    broken = money(Decimal(figure) * data.draw(st.sampled_from(told.factors)) + 3)
    # Less would be rounding, and one figure in thousands would agree with another reading by chance.
    assume(abs(Decimal(broken) - Decimal(figure)) > Decimal(figure) / 10 + 1)
    at = told.text.rindex(figure)
    text = told.text[:at] + broken + told.text[at + len(figure) :]

    found = wrong(check_text(text))

    assert [claim.stated.rstrip("%万元") for claim in found] == [broken]
    if not told.is_certain:
        return
    assert found[0].verdict == "inconsistent"
    assert found[0].correction is not None
    assert (found[0].correction.start, text[found[0].correction.start : found[0].correction.end]) == (
        at,
        broken,
    )
