"""I_GROUP: a group's weight that isn't split among its rows, or leaves out a row with a self score."""

from collections.abc import Iterator

from scoring.engine.checks.base import Check, CheckContext, figure
from scoring.engine.results import Finding, ScoredRow


def find(check: Check, context: CheckContext) -> Iterator[Finding]:
    """Nothing is split, or a row takes points without a share of the group's weight."""
    for row in context.rows:
        children = row.filed.given.children
        if any(child.weight > 0 for child in children):
            yield from _left_out(check, row)
        elif children:
            names = "、".join(child.name for child in children)
            message = f"{names}共 {figure(row.weight)} 分，未拆分到各项指标，系统不能核分。"
            yield check.finding(row.filed.anchor, message)


def _left_out(check: Check, row: ScoredRow) -> Iterator[Finding]:
    section = row.filed.anchor.partition("/")[0]
    for child in row.filed.given.children:
        if child.self_score and child.weight <= 0:
            own, shared = figure(child.self_score), figure(row.weight)
            message = (
                f"{child.name}自评 {own} 分，但没有分到分值，系统不能核分。请从本组 {shared} 分中给它分值。"
            )
            yield check.finding(f"{section}/{child.id}/weight", message, stated=child.self_score)


CHECK = Check("I_GROUP", "分值未拆分", "information", find)
