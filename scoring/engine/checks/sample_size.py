"""E_SAT: a satisfaction percentage that the number of people asked can't give (98% of 10)."""

from collections.abc import Iterator
from decimal import ROUND_FLOOR, Decimal

from scoring.engine.checks.base import Check, CheckContext, figure
from scoring.engine.checks.target_rows import TargetRow, target_rows
from scoring.engine.numerals import quoted
from scoring.engine.results import Finding
from scoring.engine.rules.satisfaction_scaled import SatisfactionScaled


def find(check: Check, context: CheckContext) -> Iterator[Finding]:
    """Runs where the row's rule or the scheme names the fact with the number of people (`standards.sample`)."""
    for row in target_rows(context, "actual"):
        name, share = _sample(row, context), _share(row)
        if name is None or share is None:
            continue
        size = context.facts.value(name)
        if size is None or size < 0 or _is_possible(share, size):
            continue
        asked = f"{context.facts.label(name)}为 {figure(size)}"
        nearest = "、".join(f"{figure(each)}%" for each in dict.fromkeys(_around(share, size)))
        gives = f"按人数算得不出这个比例，最接近的是 {nearest}" if nearest else "没有人作答就没有满意度"
        message = (
            f"{row.name}填写“{quoted(row.actual)}”，{asked}，{gives}。"
            "请核对样本数和满意人数；按平均分计算的请写明算法。"
        )
        also = (context.scheme.anchor(name),)
        yield check.finding(row.at("actual"), message, stated=row.actual, computed=nearest or None, also=also)


def _sample(row: TargetRow, context: CheckContext) -> str | None:
    own = row.rule.sample if isinstance(row.rule, SatisfactionScaled) else None
    return own or context.scheme.standards.sample


def _share(row: TargetRow) -> Decimal | None:
    """The percentage of satisfied people, as written; None in other rows and for inequalities."""
    actual = row.judged.actual
    about = "满意" in f"{row.levels}{row.given.name}"
    return actual.number if about and actual.unit == "%" and not actual.operator else None


def _around(share: Decimal, size: Decimal) -> list[Decimal]:
    """The percentages next to `share` that whole people give; empty without people."""
    if not size:
        return []
    heads = (share * size / 100).to_integral_value(ROUND_FLOOR)
    return [min(max(each, Decimal(0)), size) / size * 100 for each in (heads, heads + 1)]


def _is_possible(share: Decimal, size: Decimal) -> bool:
    """Whether whole people give `share`, rounded or cut off at its last written digit."""
    step = Decimal(1).scaleb(-len(str(share).partition(".")[2]))
    return any(abs(each - share) < step for each in _around(share, size))


CHECK = Check("E_SAT", "满意度与样本数不符", "warning", find)
