"""What the texts of a filing claim of figures: recomputed, and held against each other and against the form."""

from collections.abc import Iterator
from dataclasses import replace

from scoring.engine.checks.base import Check, CheckContext
from scoring.engine.claims.claim import Claim, Kind
from scoring.engine.results import Correction, Finding, Quote

KINDS: dict[Kind, str] = {
    "sum": "文字中的合计与各部分之和不符",
    "share": "文字中的占比与金额不符",
    "yoy": "文字中的增减额、增减率与本年、上年数不符",
    "completion": "文字中完成预算的比例与金额不符",
    "execution": "文字中的执行率与金额不符",
    "ratio": "文字中的比率与两项金额不符",
    "formula": "文字中列出的算式与结果不符",
    "product": "文字中的数量乘标准与金额不符",
    "balance": "文字中的收支结余不平",
    "grade": "文字中的等级与得分不符",
    "restated": "同一数据在两处的数值不同",
    "scale": "同一数据在两处相差10的整数次幂",
    "unit": "文字中同一数据的两种单位换算不符",
}


def _find(check: Check, context: CheckContext) -> Iterator[Finding]:
    kind = _KINDS_BY_CODE[check.code]
    for claim in context.claims:
        if claim.kind == kind and claim.verdict in ("inconsistent", "check"):
            yield _finding(check, claim)


def _finding(check: Check, claim: Claim) -> Finding:
    other = (claim.against_name,) if claim.against_name and claim.against_name != claim.name else ()
    found = check.finding(
        claim.name, claim.reason, stated=claim.stated, computed=claim.computed or None, also=other
    )
    fixed = claim.correction
    return replace(
        found,
        severity=found.severity if claim.verdict == "inconsistent" else "information",
        quote=Quote(claim.start, claim.end),
        correction=Correction(fixed.start, fixed.end, fixed.text) if fixed else None,
    )


def code_of(kind: Kind) -> str:
    """C_YOY for yoy."""
    return f"C_{kind.upper()}"


_KINDS_BY_CODE = {code_of(kind): kind for kind in KINDS}
CHECKS = tuple(Check(code_of(kind), title, "warning", _find) for kind, title in KINDS.items())
