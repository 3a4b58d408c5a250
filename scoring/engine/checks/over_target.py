"""I_OVER: a target exceeded by far asks why (财预〔2020〕10号: 完成值高于指标值较多的要分析原因)."""

from collections.abc import Iterator
from decimal import Decimal

from scoring.engine.checks.base import Check, CheckContext, figure
from scoring.engine.checks.target_rows import TargetRow, target_rows
from scoring.engine.numerals import quoted
from scoring.engine.results import Finding
from scoring.engine.rules.base import OVER_TARGET


def find(check: Check, context: CheckContext) -> Iterator[Finding]:
    """A completed value reaches the scheme's share of its target, and nobody said why."""
    limit = context.scheme.standards.over_achievement
    for row in target_rows(context, "target", "actual"):
        share = _share(row)
        if limit is None or share is None or row.has_reason:
            continue
        if share >= limit or (row.outcome and OVER_TARGET in row.outcome.flags):
            where = "偏差原因" if "reason" in row.columns else "自评报告"
            message = (
                f"{row.name}完成值“{quoted(row.actual)}”是指标值“{quoted(row.target)}”的 {figure(share)}%"
                f"（达到 {figure(limit)}% 的要分析原因），请在{where}中说明，并核实指标值是否偏低。"
            )
            yield check.finding(row.at("actual"), message, stated=row.actual, computed=row.target)


def _share(row: TargetRow) -> Decimal | None:
    """Completed value in percent of a target that was reached; above 100 only where more is better."""
    judged = row.judged
    if not judged.achieved or judged.ratio is None or "每" in judged.target.words:
        return None  # 每两月1期 is a rate that isn't read as one
    return judged.ratio * 100


CHECK = Check("I_OVER", "完成值远高于指标值", "information", find)
