"""I_RUBRIC: a published standard that leaves points open, or grades another figure than its row is named for."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from scoring.engine.checks.base import Check, CheckContext
from scoring.engine.checks.rate_names import same_rate
from scoring.engine.numbers import plain
from scoring.engine.results import Finding
from scoring.engine.text import normalise

# Kinds that score by parameters of their own; the others leave the points to a person or to another row.
_BY_PARAMETERS = (
    "all_or_nothing",
    "bands",
    "checklist",
    "compare_reference",
    "deadline",
    "equal_target",
    "in_range",
    "ratio_max",
    "ratio_min",
    "satisfaction_scaled",
    "unit_deduct",
    "violation_deduct",
)
_POINTS = re.compile(r"\d(?:\.\d+)?分|满分|得分|计分|权重|扣|酌情|折算|比[例率](?:得|计|记)")
_GRADED = re.compile(
    r"(?P<rate>[\u4e00-\u9fff]{1,12}率)(?:为|达到?|在|不?[低高]于|大于|小于|等于|[=≤≥<>])+\d"
)
_WORTH = re.compile(r"(\d+(?:\.\d+)?)分")


def find(check: Check, context: CheckContext) -> Iterator[Finding]:
    """The scheme had to choose what the form doesn't say; a reviewer should know where."""
    for row in context.rows:
        filed = row.filed
        if not filed.published_text or filed.rule.kind not in _BY_PARAMETERS:
            continue
        if gap := _gap(filed.published_text, filed.given.name, filed.rule.kind, filed.given.weight):
            message = f"{filed.given.name}的评分标准{gap}，系统按方案设定的办法核分，复核时请确认。"
            yield check.finding(filed.anchor, message)


# The same rubric is read again for every filing under its form.
@lru_cache(maxsize=4096)
def _gap(published: str, named: str, kind: str, weight: Decimal) -> str:
    """What is left open; empty where the standard says how many points its own figure gets."""
    text = normalise(published)
    if not _POINTS.search(text):
        return "没有写明怎样给分或扣分"
    graded = [found["rate"] for found in _GRADED.finditer(text)]
    if graded and not any(same_rate(rate, named) for rate in graded):
        return f"按“{graded[0]}”给分，与指标名称不一致"
    most = max((Decimal(worth) for worth in _WORTH.findall(text)), default=weight)
    if kind == "bands" and most < weight and not re.search("满分|权重|扣", text):
        return f"最高只给 {plain(most)} 分，没有写明怎样得满 {plain(weight)} 分"
    return ""


CHECK = Check("I_RUBRIC", "评分标准没有写明或名称不一致", "information", find)
