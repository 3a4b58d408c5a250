"""Scorecards as JSON data and as a table for a terminal."""

import unicodedata
from decimal import Decimal
from typing import Any

from scoring.engine.numbers import plain, printed
from scoring.engine.results import Finding, Scorecard
from scoring.engine.scheme import Scheme

STATUS = {
    "scored": "已核分",
    "accepted": "认可",
    "needs_data": "待补数据",
    "judgement": "需人工评分",
    "not_applicable": "不适用",
}
SEVERITY = {"error": "错误", "warning": "警告", "information": "提示"}


def text_or_none(value: Decimal | None) -> str | None:
    """A decimal as a string without trailing zeros, None where absent."""
    return None if value is None else plain(value)


def finding_data(finding: Finding) -> dict[str, Any]:
    """A finding as JSON data."""
    return {
        "code": finding.code,
        "severity": finding.severity,
        "anchor": finding.anchor,
        "stated": finding.stated,
        "computed": finding.computed,
        "difference": finding.difference,
        "message": finding.message,
        "also": list(finding.also),
    }


def scorecard_data(card: Scorecard) -> dict[str, Any]:
    """A scorecard as JSON data: decimals as strings, absent values null."""
    totals = card.totals
    return {
        "schema": 1,
        "engine_version": card.engine_version,
        "self_stated": text_or_none(totals.self_stated),
        "self_sum": text_or_none(totals.self_sum),
        "computed_points": text_or_none(totals.points),
        "computed_weight": text_or_none(totals.weight),
        "computed_low": text_or_none(totals.low),
        "computed_high": text_or_none(totals.high),
        "computed_total": text_or_none(totals.total),
        "grade": totals.grade or None,
        "rows": [
            {
                "id": row.filed.id,
                "anchor": row.filed.anchor,
                "name": row.filed.given.name,
                "weight": plain(row.weight),
                "self_score": text_or_none(row.self_score),
                "status": row.status,
                "points": text_or_none(row.points),
                "low": plain(row.outcome.low),
                "high": plain(row.outcome.high),
                "explanation": row.outcome.explanation,
                "missing": list(row.outcome.missing),
            }
            for row in card.rows
        ],
        "findings": [finding_data(finding) for finding in card.findings],
    }


def printed_scorecard(card: Scorecard, form: Scheme) -> str:
    """A scorecard as a table for a terminal."""
    lines = [f"{form.title}（{form.code} 第 {form.version} 版）", ""]
    for row in card.rows:
        own = "—" if row.self_score is None else printed(row.self_score)
        points = STATUS[row.status] if row.points is None else printed(row.points)
        name = padded(row.filed.given.name, 44)
        lines.append(f"{name} 分值 {plain(row.weight):>3}  自评 {own:>6}  系统 {points}")
        lines.append(f"    {row.outcome.explanation}")
    totals = card.totals
    total = "—" if totals.total is None else f"{printed(totals.total)} {totals.grade}"
    stated = "—" if totals.self_stated is None else printed(totals.self_stated)
    lines += [
        "",
        (
            f"自评总分 {stated}，各行合计 {printed(totals.self_sum)}；系统得分 {printed(totals.points)}"
            f"（已核 {plain(totals.weight)} 分，区间 {printed(totals.low)}–{printed(totals.high)}），总分 {total}"
        ),
        "",
        *(f"[{SEVERITY[f.severity]}] {f.code} {f.message}（{f.anchor}）" for f in card.findings),
    ]
    return "\n".join(lines)


def padded(text: str, width: int) -> str:
    """`text` filled with spaces to `width` terminal columns; a Chinese character takes two."""
    taken = sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)
    return text + " " * max(width - taken, 0)
