"""X_DECLARED: comparisons that a scheme declares, each under its own code."""

from collections.abc import Iterator

from scoring.engine.checks.base import Check, CheckContext
from scoring.engine.formula import ZeroDenominatorError, compile_formula
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
        names = sorted(compile_formula(declared.stated).names)
        left = compile_formula(declared.stated).written_out(context.facts.written)
        right = compile_formula(declared.computed).written_out(context.facts.written)
        message = declared.message or f"{left} 与 {right} 不一致。"
        setting = Check(declared.code, check.title, declared.severity, check.find, declared.touches_score)
        yield setting.finding(context.scheme.anchor(names[0]), message, stated=stated, computed=computed)


CHECK = Check("X_DECLARED", "方案约定的勾稽关系不符", "warning", find)
