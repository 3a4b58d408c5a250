"""I_GROUP: a group's weight that isn't split among its rows."""

from collections.abc import Iterator

from scoring.engine.checks.base import Check, CheckContext, figure
from scoring.engine.results import Finding


def find(check: Check, context: CheckContext) -> Iterator[Finding]:
    """A group's weight isn't split among its rows."""
    for row in context.rows:
        children = row.filed.given.children
        if children and not any(child.weight > 0 for child in children):
            names = "、".join(child.name for child in children)
            message = f"{names}共 {figure(row.weight)} 分，未拆分到各项指标，系统不能核分。"
            yield check.finding(row.filed.anchor, message)


CHECK = Check("I_GROUP", "分值未拆分", "information", find)
