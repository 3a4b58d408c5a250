"""The grade of a total: taken from the printed figure, exactly 90 is 优."""

from decimal import Decimal

from scoring.engine.scheme import Grade


def grade_of(total: Decimal | None, grades: list[Grade]) -> str:
    """The label of the first band that `total` reaches; empty without total or bands."""
    if total is None:
        return ""
    return next((grade.label for grade in grades if total >= grade.from_score), "")


def canonical_grade(label: str, grades: list[Grade]) -> str | None:
    """The scheme's own label for what a bureau wrote (优秀 → 优); None where the scheme has no such word."""
    stripped = label.strip()
    return next((grade.label for grade in grades if stripped in (grade.label, *grade.aliases)), None)
