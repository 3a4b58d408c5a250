"""Rows with a target or a completed value of their own, rows of a group included, each judged once."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from scoring.engine.checks.base import Check, CheckContext
from scoring.engine.checks.self_scored import self_scored
from scoring.engine.content import NO_ANSWER, Answer
from scoring.engine.judge import Judgement, judge
from scoring.engine.results import Finding, ScoredRow
from scoring.engine.rules.base import NOT_APPLICABLE, Outcome, RowInput
from scoring.engine.rules.registry import Rule
from scoring.engine.wording import is_not_applicable

NAMES_SHOWN = 3
ANSWERED = tuple(name for name in Answer.model_fields if name != "items")


@dataclass(eq=False)
class TargetRow:
    """One row as filed. `columns` are the cells that the form has for it.

    A row of a group has `rule` and `outcome` only where the group's weight is split.
    """

    anchor: str
    given: RowInput
    columns: tuple[str, ...]
    cells: Mapping[str, str | None]
    typed: bool = False
    rule: Rule | None = None
    outcome: Outcome | None = None

    @cached_property
    def judged(self) -> Judgement:
        given = self.given
        return judge(given.target, given.actual, level1=given.level1, level2=given.level2, name=given.name)

    @property
    def name(self) -> str:
        """What a message calls the row: its name, else (无) its second level."""
        own = self.given.name.strip()
        if own and not is_not_applicable(own):
            return own
        return self.given.level2.strip() or self.given.level1.strip() or "未写名称的指标"

    @property
    def target(self) -> str:
        return self.given.target.strip()

    @property
    def actual(self) -> str:
        return self.given.actual.strip()

    @property
    def levels(self) -> str:
        return self.given.level1 + self.given.level2

    @property
    def is_full(self) -> bool:
        """Whether the bureau gave itself all the points."""
        return self.given.self_score is not None and 0 < self.given.weight <= self.given.self_score

    @property
    def is_disputed(self) -> bool:
        """Whether the engine computed another score: a check of the scores says so already."""
        outcome = self.outcome
        return outcome is not None and outcome.status == "scored" and outcome.points != self.given.self_score

    @property
    def is_idle(self) -> bool:
        """Whether the bureau or the scheme says that the row doesn't apply."""
        outcome = self.outcome
        return self.given.level == NOT_APPLICABLE or bool(outcome and outcome.status == "not_applicable")

    @property
    def has_reason(self) -> bool:
        return bool((self.cells.get("reason") or "").strip())

    def at(self, column: str) -> str:
        """Anchor of one of the row's cells."""
        return f"{self.anchor}/{column}"


def target_rows(context: CheckContext, *columns: str) -> Iterator[TargetRow]:
    """Rows that apply and whose form has all these cells, in form order. At least target or actual is asked for."""
    return (row for row in _applying(context) if all(column in row.columns for column in columns))


def typed_rows(context: CheckContext, *columns: str) -> Iterator[TargetRow]:
    """Rows that the bureau named itself: what is said of their wording is its own."""
    for row in target_rows(context, *columns):
        if row.typed and not is_not_applicable(row.given.name):
            yield row


def listed(names: Iterable[str]) -> str:
    """The first names, and how many there are: 甲、乙、丙等 5 项."""
    every = list(names)
    shown = "、".join(every[:NAMES_SHOWN])
    return f"{shown}等 {len(every)} 项" if len(every) > NAMES_SHOWN else shown


def one_for_all(check: Check, rows: Sequence[TargetRow], column: str, message: str) -> Iterator[Finding]:
    """One finding for several rows, so that the clerk isn't flooded; every row is linked."""
    if rows:
        first, *others = rows
        yield check.finding(first.at(column), message, also=tuple(row.at(column) for row in others))


def _applying(context: CheckContext) -> list[TargetRow]:
    """The rows that apply, read and judged once for all checks of one filing."""
    cached: list[TargetRow] | None = context.__dict__.get("_target_rows")
    if cached is None:
        every = (each for row in context.rows for each in _with_children(context, row))
        cached = [row for row in every if not row.is_idle]
        context.__dict__["_target_rows"] = cached
    return cached


def _with_children(context: CheckContext, row: ScoredRow) -> Iterator[TargetRow]:
    """The row itself where its form has a target or a completed value, and the rows of its group."""
    if "target" in row.filed.columns or "actual" in row.filed.columns:
        yield _own(context, row)
    if row.filed.given.children:
        yield from _children(context, row)


def _own(context: CheckContext, row: ScoredRow) -> TargetRow:
    filed = row.filed
    cells = _cells(context, filed.anchor)
    return TargetRow(filed.anchor, filed.given, filed.columns, cells, filed.typed, filed.rule, row.outcome)


def _children(context: CheckContext, row: ScoredRow) -> Iterator[TargetRow]:
    section = row.filed.anchor.partition("/")[0]
    scored = {each.filed.anchor: each for each in self_scored(context)}
    for child in row.filed.given.children:
        anchor = f"{section}/{child.id}"
        columns = context.scheme.indicators_by_id[child.id].columns
        own = scored.get(anchor)
        rule, outcome = (own.filed.rule, own.outcome) if own else (None, None)
        yield TargetRow(anchor, child, columns, _cells(context, anchor), rule=rule, outcome=outcome)


def _cells(context: CheckContext, anchor: str) -> Mapping[str, str | None]:
    """The row's texts as filed, by column."""
    section, _, key = anchor.partition("/")
    content = context.content.section(section)
    if key in context.scheme.indicators_by_id:
        answer = content.answers.get(key, NO_ANSWER)
        return {column: getattr(answer, column) for column in ANSWERED}
    lists = (rows for name, rows in content.lists.items() if name in context.scheme.indicator_lists)
    return next((row for rows in lists for row in rows if row.get("id") == key), {})
