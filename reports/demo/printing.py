"""The demonstration's result as tables for a terminal."""

from typing import Any

from scoring.printing import SEVERITY, padded

HEADS = ("次", "自评填写", "自评合计", "系统得分", "已核分值", "区间", "系统总分", "复核总分", "等次")
WIDTHS = (4, 10, 10, 10, 10, 16, 10, 10, 6)


def printed_demo(result: dict[str, Any]) -> str:
    """Readable tables of what `run_demo` returned."""
    lines: list[str] = []
    for report in result["reports"]:
        lines += ["", f"{report['bureau']}　{report['scheme']}", "  " + " → ".join(report["statuses"])]
        lines.append("  " + "".join(padded(head, width) for head, width in zip(HEADS, WIDTHS, strict=True)))
        for submission in report["submissions"]:
            cells = _cells(submission)
            lines.append(
                "  " + "".join(padded(cell, width) for cell, width in zip(cells, WIDTHS, strict=True))
            )
        for submission in report["submissions"]:
            lines.append(f"  第 {submission['number']} 次报送的核查问题：")
            lines += [f"    {_finding(finding)}" for finding in submission["findings"]] or ["    无"]
    lines += ["", f"汇总：{result['export']}", f"用时 {result['seconds']} 秒"]
    return "\n".join(lines)


def _cells(submission: dict[str, Any]) -> list[str]:
    span = f"{submission['computed_low']}–{submission['computed_high']}"
    keys = ("self_stated", "self_sum", "computed_points", "computed_weight")
    shown = [str(submission["number"]), *(submission[key] or "—" for key in keys), span]
    return [*shown, *(submission[key] or "—" for key in ("computed_total", "reviewed_total", "grade"))]


def _finding(finding: dict[str, Any]) -> str:
    figures = (
        f"填写 {finding['stated']}，应为 {finding['computed']}" if finding["computed"] is not None else ""
    )
    severity = padded(SEVERITY[finding["severity"]], 8)
    return f"{severity}{padded(finding['code'], 12)}{padded(finding['anchor'], 44)}{figures}"
