"""A project's funds in the text and in its own table: 配套预算5800万元，实际支出23097.62万元, 全年执行数5800."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from scoring.engine.claims.claim import Claim
from scoring.engine.claims.rates.plans import Operand, plans_of
from scoring.engine.claims.tabular.grids import Grid
from scoring.engine.claims.tabular.score_columns import Line, Sheet
from scoring.engine.claims.text.figures import Figure
from scoring.engine.claims.text.layout import layout_of
from scoring.engine.claims.text.reading import Judged, Reading
from scoring.engine.claims.verdicts import exactly

_NAMED = re.compile(r"(?:项目|专项|专项资金|项目资金)(?:\([^()]*\))?名称")
_WHOLE = re.compile(r"资金总额|资金合计|^合计$")
_YUAN = re.compile(r"\((?:单位：)?元\)")
_ANY = re.compile(r"[\W\d]+|专项|项目|资金|经费|补助|补贴|配套|财政|预算|支出|工作|年度?")
# So many characters in a row make two names one: 医疗救助 of 民政医疗救助 and 城乡医疗救助配套.
_ALIKE = 4


@dataclass(frozen=True, slots=True)
class ProjectFunds:
    """The funds of a project by its own table; `unit` is that of the table."""

    name: str
    budget: Figure
    spent: Figure
    unit: str


def project_funds(grid: Grid, points: Iterable[Sheet]) -> Iterator[ProjectFunds]:
    """The funds of the project that a table is of, where it names one."""
    name = _project(grid)
    unit = "元" if any(_YUAN.search(cell.words) for row in grid.rows for cell in row.cells) else "万元"
    for sheet in points if name else ():
        whole = [line for line in sheet.lines if line.is_fund and _WHOLE.search(line.row.words(line.name))]
        for budget, spent in map(_amounts, whole[:1]):
            if budget is not None and spent is not None and budget.value:
                yield ProjectFunds(name, budget, spent, unit)


def _amounts(line: Line) -> tuple[Figure | None, Figure | None]:
    return line.figure("budget"), line.figure("spent")


def _project(grid: Grid) -> str:
    """What stands in the next filled cell behind 项目名称; empty where nothing does."""
    for row in grid.rows:
        for at, cell in enumerate(row.cells):
            if _NAMED.fullmatch(cell.words):
                return next((other.words for other in row.cells[at + 1 :] if other.words), "")
    return ""


def repeated_funds(reading: Reading, funds: list[ProjectFunds]) -> Iterator[Claim]:
    """Where the text states the very budget of a project's table, what it says was spent of it."""
    if not funds:
        return
    layout = layout_of(reading)
    operands = plans_of(layout).all
    for number, plan in enumerate(operands[:-1]):
        done = operands[number + 1]
        if plan is None or done is None or plan.role != "plan" or done.role != "done" or not done.told:
            continue
        if layout.is_apart(plan.figure.end, done.figure.start) or not _beside(reading, plan, done):
            continue
        alike = [one for one in funds if _is_budget(plan.figure, one) and _is_called(plan.figure, one.name)]
        if len(alike) == 1:
            yield _judged(reading, done.figure, alike[0])


def _beside(reading: Reading, plan: Operand, done: Operand) -> bool:
    return reading.sentence(plan.figure) == reading.sentence(done.figure)


def _is_budget(stated: Figure, fund: ProjectFunds) -> bool:
    return stated.within(fund.unit) == fund.budget.value


def _is_called(stated: Figure, name: str) -> bool:
    """Whether the words before a figure have enough of the project's name; words that any project has don't count."""
    own = [words for words in _ANY.split(name) if len(words) >= _ALIKE]
    return any(
        words[at : at + _ALIKE] in stated.head for words in own for at in range(len(words) - _ALIKE + 1)
    )


def _judged(reading: Reading, stated: Figure, fund: ProjectFunds) -> Claim:
    spent = replace(fund.spent, unit=fund.unit)
    value = spent.within(stated.unit)
    assert value is not None
    told = f"项目“{fund.name}”的表中全年预算数{fund.budget.told()}{fund.unit}、全年执行数{spent.told()}"
    apart = abs(value - stated.value)
    if apart <= max(stated.half, spent.half):
        return reading.claim("restated", stated, Judged("consistent", value, f"{told}，与文中一致。"))
    reason = f"{told}，此处写{stated.told()}，相差{exactly(apart)}{stated.unit}。"
    claim = reading.claim("restated", stated, Judged("inconsistent", value, reason))
    return replace(claim, against=(fund.spent.start, fund.spent.end), against_name=reading.prose.name)
