"""X_DECLARED: comparisons that a scheme declares, each under its own code."""

from collections.abc import Iterator

from scoring.engine.anchors import anchor_of
from scoring.engine.checks.base import Check, CheckContext
from scoring.engine.formula import ZeroDenominatorError, compile_formula
from scoring.engine.likely_causes import likely_cause
from scoring.engine.results import Finding


def find(check: Check, context: CheckContext) -> Iterator[Finding]:
    """The scheme's own comparisons."""
    for declared in context.scheme.checks:
        try:
            stated = compile_formula(declared.stated).evaluate(context.facts.value)
            computed = compile_formula(declared.computed).evaluate(context.facts.value)
        except ZeroDenominatorError:
            continue
        if stated is None or computed is None or abs(stated - computed) <= declared.tolerance:
            continue
        names = [
            name
            for text in (declared.stated, declared.computed)
            for name in sorted(compile_formula(text).names)
        ]
        left = compile_formula(declared.stated).written_out(context.facts.written)
        right = compile_formula(declared.computed).written_out(context.facts.written)
        message = declared.message or f"{left} 与 {right} 不一致。"
        if cause := likely_cause(stated, computed):
            message = f"{message}{cause}。"
        setting = Check(declared.code, check.title, declared.severity, check.find, declared.touches_score)
        place = anchor_of(context.facts, names[0] if names else "")
        yield setting.finding(place, message, stated=stated, computed=computed)


CHECK = Check("X_DECLARED", "方案约定的勾稽关系不符", "warning", find)
