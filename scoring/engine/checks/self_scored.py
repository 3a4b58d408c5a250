"""Rows whose self score is a cell of the form: the rows of a split group stand for their group."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from scoring.engine.checks.base import CheckContext
from scoring.engine.content import NO_ANSWER
from scoring.engine.results import FiledRow, ScoredRow
from scoring.engine.rules.group_split import GroupSplit


def self_scored(context: CheckContext) -> tuple[ScoredRow, ...]:
    """Own and typed rows in form order; of a group the rows that share its whole weight, each by the group's rule.

    A group that isn't split, or not to its weight, has no row here: its rows have nothing to be compared with.
    """
    return _looked_at(context)[0]


def disputed(context: CheckContext) -> tuple[ScoredRow, ...]:
    """Rows that are computed, self-scored within their weight, and differ."""
    return _looked_at(context)[1]


def _looked_at(context: CheckContext) -> tuple[tuple[ScoredRow, ...], tuple[ScoredRow, ...]]:
    """Both, worked out once for all checks of one filing."""
    cached: tuple[tuple[ScoredRow, ...], tuple[ScoredRow, ...]] | None = context.__dict__.get("_self_scored")
    if cached is None:
        rows = tuple(each for row in context.rows for each in _rows(context, row))
        cached = rows, tuple(row for row in rows if _differs(row))
        context.__dict__["_self_scored"] = cached
    return cached


def _differs(row: ScoredRow) -> bool:
    own = row.self_score
    return row.status == "scored" and own is not None and own != row.points and 0 <= own <= row.weight


def _rows(context: CheckContext, row: ScoredRow) -> Iterator[ScoredRow]:
    rule, children = row.filed.rule, row.filed.given.children
    if not isinstance(rule, GroupSplit):
        yield row
        return
    if sum((child.weight for child in children), Decimal(0)) != row.weight:
        return
    section = row.filed.anchor.partition("/")[0]
    answers = context.content.section(section).answers
    for child in children:
        filed = FiledRow(
            id=child.id,
            anchor=f"{section}/{child.id}",
            given=replace(child, facts=row.filed.given.facts),
            rule=rule.child_rule,
            columns=context.scheme.indicators_by_id[child.id].columns,
            reason=answers.get(child.id, NO_ANSWER).reason,
        )
        yield ScoredRow(filed, rule.child_rule.score(filed.given))
