"""B_BAND: the stated grade against the stated total."""

from collections.abc import Iterator

from scoring.engine.checks.base import Check, CheckContext, figure
from scoring.engine.grade import canonical_grade, grade_of
from scoring.engine.results import Finding


def find(check: Check, context: CheckContext) -> Iterator[Finding]:
    """The stated grade isn't the grade of the stated total, or isn't one of the scheme's words."""
    name = context.scheme.totals.grade
    written = context.facts.stated_text(name) if name else None
    if not name or not written:
        return
    grades = context.scheme.grades
    expected = grade_of(context.totals.self_stated, grades)
    own = canonical_grade(written, grades)
    if own is None:
        labels = "、".join(grade.label for grade in grades)
        yield check.finding(
            context.scheme.anchor(name), f"等次“{written}”不是本方案的等次（{labels}）。", stated=written
        )
    elif expected and own != expected:
        message = f"等次填写“{written}”，总分 {figure(context.totals.self_stated)} 对应“{expected}”。"
        yield check.finding(context.scheme.anchor(name), message, stated=written, computed=expected)


CHECK = Check("B_BAND", "评价等次与总分不符", "warning", find, touches_score=True)
