"""W_ZERO: points for a row without content, or content without points."""

from collections.abc import Iterator
from dataclasses import replace

from scoring.engine.cells import number_or_none
from scoring.engine.checks.base import Check, CheckContext, figure
from scoring.engine.checks.target_rows import TargetRow, target_rows
from scoring.engine.results import Finding
from scoring.engine.wording import is_not_applicable

# What tells beside target and completed value that something was done.
_BESIDE = ("level", "detail", "process")


def find(check: Check, context: CheckContext) -> Iterator[Finding]:
    """A self score with nothing behind it is a warning, an indicator without points is information."""
    if context.scheme.scoring == "none":
        return
    for row in target_rows(context, "actual"):
        own, empty = row.given.self_score, _is_empty(row)
        if empty and own and row.given.weight > 0 and not is_not_applicable(row.given.name):
            cells = "的指标值和完成值都" if "target" in row.columns else "的完成值"
            otherwise = "；不适用的，请删去该行并调整分值" if row.typed else ""
            message = f"{row.name}{cells}没有填写，却自评 {figure(own)} 分。请补填完成情况{otherwise}。"
            yield check.finding(row.at("self_score"), message, stated=own)
        elif not empty and _weighs_nothing(row):
            message = f"{row.name}分值为 0，填写的完成情况不计分。请写明分值，不考核的请删去该行。"
            found = check.finding(row.at("weight"), message, stated=row.given.weight)
            yield replace(found, severity="information", touches_score=False)


def _is_empty(row: TargetRow) -> bool:
    """Nothing says what was to be done or what was."""
    cells = row.judged.target.kind == row.judged.actual.kind == "empty"
    return cells and not any((row.cells.get(column) or "").strip() for column in _BESIDE)


def _weighs_nothing(row: TargetRow) -> bool:
    """A weight of zero was written; a blank one is R_MISSING, a negative one R_VALUE."""
    return "weight" in row.columns and number_or_none(row.cells.get("weight")) == 0


CHECK = Check("W_ZERO", "没有内容的指标得分，或有内容的指标没有分值", "warning", find, touches_score=True)
