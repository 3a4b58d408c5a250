"""Rows of funds: 执行率 is 全年执行数÷全年预算数, its 得分 is the weight times the rate, 年度资金总额 the sum of its sources."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from scoring.engine.claims.claim import Claim, Verdict
from scoring.engine.claims.tabular.score_columns import Line, Sheet
from scoring.engine.claims.tabular.table_sums import Entry, TableReading, entry, told
from scoring.engine.claims.text.figures import Figure
from scoring.engine.claims.text.reading import Judged
from scoring.engine.claims.verdicts import Margin, exactly, rate_verdict
from scoring.engine.numbers import plain, round_half_up

_WHOLE = re.compile(r"资金总额|资金合计|^合计$|^总额$")
_SOURCE = re.compile(
    r"其中|财政拨款|财政资金|上年结转|其他资金|其它资金|自筹|中央|省级|市级|县级|区级|地方|上级|本级"
)
_LEAST_SOURCES = 3
# From this rate on forms with steps give full points.
_STEP = Decimal(90)


def fund_claims(table: TableReading, points: Iterable[Sheet]) -> Iterator[Claim]:
    """Rates, points and sums of the rows of funds."""
    for sheet in points:
        funds = [line for line in sheet.lines if line.is_fund]
        for line in sheet.all_lines:
            yield from _rate(table, line)
        for line in funds:
            yield from _points(table, line)
        for column in ("budget", "spent"):
            yield from _sources(table, funds, column)


def _rate(table: TableReading, line: Line) -> Iterator[Claim]:
    """执行率, where the form takes out what came from above: (B-C)/A."""
    budget, spent, stated = line.figure("budget"), line.figure("spent"), line.figure("rate")
    if not budget or not spent or not stated or not stated.is_percent or not budget.value:
        return
    transfer = line.figure("transfer")
    own = spent.value - (transfer.value if transfer else Decimal(0))
    computed = own / budget.value * 100
    low = (own - spent.half) / (budget.value + budget.half) * 100
    high = (own + spent.half) / max(budget.value - budget.half, budget.half) * 100
    verdict, cause = rate_verdict(stated, computed, margin=Margin(low, high))
    above = (
        f"({plain(spent.value)}-{plain(transfer.value)})"
        if transfer and transfer.value
        else plain(spent.value)
    )
    sum_of = f"{above}÷{plain(budget.value)}×100% = {exactly(computed)}"
    yield table.claim("execution", _entry(line, stated), _judged(sum_of, stated, computed, verdict, cause))


def _points(table: TableReading, line: Line) -> Iterator[Claim]:
    """The points of the rate, 分值×执行率: no more than the rate gives, and no fewer without a question."""
    stated, weight = line.score, line.weight
    budget, spent, rate = line.figure("budget"), line.figure("spent"), line.figure("rate")
    if stated is None or weight is None or rate is None or not rate.is_percent:
        return
    percent = spent.value / budget.value * 100 if budget and spent and budget.value else rate.value
    if line.figure("transfer") and (line.figure("transfer") or rate).value:
        percent = rate.value
    if not 0 <= percent <= 100 or weight.value <= 0:
        return
    computed = weight.value * percent / 100
    sum_of = f"分值{plain(weight.value)}×执行率{exactly(percent)}% = {exactly(computed)}"
    verdict = _verdict(stated, computed, percent)
    if abs(stated.value - weight.value * rate.value / 100) <= stated.half:
        # The points follow from the rate as it is written; whether that is right is another claim.
        verdict, computed = "consistent", stated.value
        sum_of = f"分值{plain(weight.value)}×执行率{plain(rate.value)}% = {plain(computed)}"
    one = entry(line.row.cells[line.name], stated)
    claim = table.claim("execution", one, _judged(sum_of, one.figure, computed, verdict, ""))
    yield _with_cents(claim, computed) if verdict != "consistent" else claim


def _with_cents(claim: Claim, computed: Decimal) -> Claim:
    """Points are due to the cent, though the form has full ones: 7.23 where 9 is written."""
    due = plain(round_half_up(computed))
    correction = replace(claim.correction, text=due) if claim.correction else None
    return replace(claim, computed=due, correction=correction)


def _verdict(stated: Figure, computed: Decimal, percent: Decimal) -> Verdict:
    if abs(stated.value - computed) <= stated.half:
        return "consistent"
    if abs(stated.value - computed) <= 2 * stated.half and stated.places:
        return "rounding"
    return "inconsistent" if stated.value > computed and percent < _STEP else "check"


def _judged(sum_of: str, stated: Figure, computed: Decimal, verdict: Verdict, cause: str) -> Judged:
    if verdict == "consistent":
        return Judged(verdict, computed, f"{sum_of}{stated.unit}，与表中一致。")
    shown = round_half_up(computed, 4)
    reason = told(sum_of, stated, shown, verdict, cause)
    return Judged(verdict, computed, reason if verdict != "check" else f"{reason[:-1]}，请核对评分办法。")


def _entry(line: Line, stated: Figure) -> Entry:
    cell = line.row.cells[line.name]
    return Entry(cell.words, cell.start, stated)


def _sources(table: TableReading, funds: list[Line], column: str) -> Iterator[Claim]:
    """年度资金总额 and the sources named below it."""
    whole = next((line for line in funds if _WHOLE.search(line.row.words(line.name))), None)
    if whole is None:
        return
    stated = whole.figure(column)
    rows = [line for line in funds if line is not whole and _SOURCE.search(line.row.words(line.name))]
    parts = [entry(line.row.cells[line.name], figure) for line in rows if (figure := line.figure(column))]
    if stated is None or stated.is_percent or not any(part.value for part in parts):
        return
    is_whole = len(rows) >= _LEAST_SOURCES and len(parts) > 1
    claim = table.sum_claim(entry(whole.row.cells[whole.name], stated), parts, sure=is_whole)
    if claim is not None:
        yield claim
