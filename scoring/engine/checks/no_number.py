"""I_NONUM: targets of quantity (数量指标) without a number."""

from collections.abc import Iterator

from scoring.engine.checks.base import Check, CheckContext
from scoring.engine.checks.target_rows import TargetRow, listed, one_for_all, target_rows
from scoring.engine.checks.year_number import names_a_period
from scoring.engine.results import Finding
from scoring.engine.wording import is_not_applicable, says_nothing_happened


def find(check: Check, context: CheckContext) -> Iterator[Finding]:
    """A quantity's target says how much in words only; one finding for all rows."""
    rows = [row for row in target_rows(context, "target") if _only_words(row)]
    message = (
        f"数量指标的指标值没有数量，完成多少无法衡量：{listed(row.name for row in rows)}。"
        "请写明数字和单位，例如“≥100人”。"
    )
    yield from one_for_all(check, rows, "target", message)


def _only_words(row: TargetRow) -> bool:
    """Words alone; that something is not to happen (无, 零发生) is the number nought."""
    words = "数量" in row.given.level2 and row.judged.target.kind == "words"
    none = says_nothing_happened(row.target) or is_not_applicable(row.target)
    return words and not none and not names_a_period(row)


CHECK = Check("I_NONUM", "数量指标没有数量", "information", find)
