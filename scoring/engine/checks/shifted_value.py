"""I_SHIFT: completed values that stand in the wrong column or the wrong row."""

import re
from collections.abc import Iterator
from itertools import combinations

from scoring.engine.checks.base import Check, CheckContext, figure
from scoring.engine.checks.target_rows import TargetRow, target_rows
from scoring.engine.numerals import quoted
from scoring.engine.results import Finding
from scoring.engine.text import core

# Words that every completed value may use, so that sharing them with a name says nothing.
_IDLE = re.compile(
    r"完成|实际|达到|全年|今年|本年|去年|上年|合计|累计|其中|工作|项目|指标|情况|数量|\d+|[^\u4e00-\u9fff]+"
)
_PEOPLE = re.compile(r"人员|人数|职工|编制")


def find(check: Check, context: CheckContext) -> Iterator[Finding]:
    """A weight or score in the cell for the completed value, or two rows that answer each other."""
    for row in target_rows(context, "target", "actual"):
        if column := _copied(row):
            message = (
                f"{row.name}的完成值“{quoted(row.actual)}”与{column} 相同，指标值是“{quoted(row.target)}”，"
                "像是填错了列。请填写实际完成情况。"
            )
            yield check.finding(row.at("actual"), message, stated=row.actual)
    for one, other in _swapped(context):
        message = (
            f"{one.name}的完成值“{quoted(one.actual)}”与{other.name}的完成值“{quoted(other.actual)}”"
            "都不能对照本行的指标值，像是两行填反了，请核对。"
        )
        yield check.finding(one.at("actual"), message, stated=one.actual, also=(other.at("actual"),))


def swapped_anchors(context: CheckContext) -> set[str]:
    """Rows whose completed value belongs to another row."""
    return {row.anchor for pair in _swapped(context) for row in pair}


def _copied(row: TargetRow) -> str:
    """Which column a bare completed value repeats; empty where it may well be what was achieved."""
    target, actual = row.judged.target, row.judged.actual
    bare = not (actual.unit or actual.operator or actual.words)
    if not bare or target.kind == "empty" or row.judged.achieved:
        return ""
    if target.kind in ("number", "range") and not (target.unit and row.is_full):
        return ""
    columns = {"分值": row.given.weight, "自评得分": row.given.self_score}
    same = (label for label, value in columns.items() if value and value == actual.number)
    return next((f"{label} {figure(columns[label])}" for label in same), "")


def _swapped(context: CheckContext) -> list[tuple[TargetRow, TargetRow]]:
    strange = [row for row in target_rows(context, "target", "actual") if _is_strange(row)]
    return [
        (one, other)
        for one, other in combinations(strange, 2)
        if _answers(one, other) or _answers(other, one)
    ]


def _is_strange(row: TargetRow) -> bool:
    """A measured target and figures that don't decide it."""
    judged = row.judged
    figures = judged.actual.kind in ("number", "range") or bool(judged.actual.parts)
    return judged.achieved is None and judged.target.kind in ("number", "range") and figures


def _answers(row: TargetRow, other: TargetRow) -> bool:
    """Whether what `row` says was done speaks of `other` and not of itself."""
    said = _IDLE.sub(" ", core(row.actual)).split()
    pairs = {word[at : at + 2] for word in said for at in range(len(word) - 1)}
    own, theirs = f"{row.name}{core(row.target)}", f"{other.name}{core(other.target)}"
    if any(pair in own for pair in pairs):
        return False
    judged = row.judged.actual
    people = any(part.unit == "人" for part in (judged, *judged.parts))
    counts = people and _PEOPLE.search(other.name) and not _PEOPLE.search(row.name)
    return bool(counts) or any(pair in theirs for pair in pairs)


CHECK = Check("I_SHIFT", "完成值疑似填错行列", "warning", find)
