"""The whole job with the real worker: `manage.py demo` in a process of its own."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import openpyxl
import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
SUBMITTED = ["draft", "awaiting_signature", "submitted", "division_review"]
APPROVED = ["office_review", "approved"]
STATUSES = {
    1: [*SUBMITTED, *APPROVED],
    2: [*SUBMITTED, "returned", *SUBMITTED[1:], *APPROVED],
}

EXAMPLE = ROOT / "reports" / "example"
NAMES = json.loads((EXAMPLE / "campaign.json").read_text(encoding="utf-8"))["filings"]
FILINGS = [json.loads((EXAMPLE / "filings" / f"{name}.json").read_text(encoding="utf-8")) for name in NAMES]
BUREAUS = [filing["bureau"] for filing in FILINGS]
# Contradictions whose right figure the published filings themselves don't show.
UNDECIDED = {
    ("X_PARTS", "report/spending.basic"),
    ("C_SUM", "report/report.spending"),
    ("N_SUM", "general/general.budget"),
    ("D_CROSS", "statement/staff.change"),
    ("D_CROSS", "report/staff.moved_in"),
}

Found = list[tuple[str, str | None, str | None]]


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    out = tmp_path_factory.mktemp("demo")
    done = subprocess.run(
        [sys.executable, "manage.py", "demo", "--json", "--out", str(out)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def findings(demo: dict[str, Any], scheme: str, number: int = 1) -> Found:
    """(code, stated, computed) of all reports under a scheme, of their first or second submission."""
    reports = [report for report in demo["reports"] if report["scheme"] == scheme]
    assert reports
    given = [s for report in reports for s in report["submissions"] if s["number"] == number]
    return [(f["code"], f["stated"], f["computed"]) for submission in given for f in submission["findings"]]


def test_demo_goes_the_whole_way_for_each_filing(demo: dict[str, Any]) -> None:
    assert demo["schema"] == 1
    assert [report["bureau"] for report in demo["reports"]] == BUREAUS
    for report in demo["reports"]:
        numbers = [submission["number"] for submission in report["submissions"]]
        assert numbers in ([1], [1, 2])
        assert report["statuses"] == STATUSES[len(numbers)]
        assert len({submission["digest"] for submission in report["submissions"]}) == len(numbers)


def test_demo_returns_exactly_what_draws_a_warning(demo: dict[str, Any]) -> None:
    for report in demo["reports"]:
        warned = any(f["severity"] == "warning" for f in report["submissions"][0]["findings"])
        assert (len(report["submissions"]) == 2) == warned


@pytest.mark.parametrize(
    ("scheme", "known"),
    [
        ("overall-yueyanglou-2020", [("S_DIFF", "2", "0"), ("T_DUP", "98", "99")]),
        ("project-ziyang-2022", [("X_SCORE", "9", "7.23"), ("I_MET_CUT", "5", "7"), ("T_SUM", "98", "97")]),
        ("special-wangcheng-2020", [("I_UNMET_FULL", "10", "9.95"), ("D_CROSS", "5800", "23097.62")]),
        ("overall-wangcheng-2020", [("X_RATE", "287", "287.33"), ("D_NAME", "580元/人", None)]),
        ("statement-miyi-2019", [("N_YOY", "-117.17", "-53.95"), ("X_RATE", "-43.88", "-43.48")]),
        ("overall-qingyunpu-2022", [("X_RATE", "86.67", "85.71")]),
    ],
)
def test_demo_finds_what_is_known_to_be_wrong(demo: dict[str, Any], scheme: str, known: Found) -> None:
    found = findings(demo, scheme)

    assert [each for each in known if each not in found] == []


def test_demo_finds_scores_that_no_answer_gives(demo: dict[str, Any]) -> None:
    unreachable = [f for f in findings(demo, "overall-qingyunpu-2022") if f[0] == "I_REACH"]

    assert {"1.6", "0.6"} <= {stated for _, stated, _ in unreachable}


def test_demo_compares_the_reports_of_one_bureau(demo: dict[str, Any]) -> None:
    pairs = {
        frozenset(f[1:])
        for scheme in ("overall-wangcheng-2020", "accounts-wangcheng-2020", "special-wangcheng-2020")
        for f in findings(demo, scheme)
        if f[0] == "D_CROSS"
    }

    assert {frozenset(pair) for pair in (("979.16", "1006.78"), ("5800", "23097.62"))} <= pairs


def test_demo_corrections_leave_no_warning_that_the_filings_can_settle(demo: dict[str, Any]) -> None:
    for report in demo["reports"]:
        last = report["submissions"][-1]["findings"]
        warned = {(f["code"], f["anchor"]) for f in last if f["severity"] != "information"}
        assert warned <= UNDECIDED


def test_demo_gives_figures_as_strings_and_null(demo: dict[str, Any]) -> None:
    report = next(report for report in demo["reports"] if report["scheme"] == "overall-yueyanglou-2020")
    first, second = report["submissions"]

    assert (first["self_stated"], first["self_sum"], first["computed_points"]) == ("98", "99", "13")
    assert (first["computed_weight"], first["computed_low"], first["computed_high"]) == ("16", "13", "97")
    assert (first["computed_total"], first["reviewed_total"], first["grade"]) == (None, None, None)
    assert (second["reviewed_total"], second["grade"]) == ("97", "优")


def test_demo_gives_no_score_where_the_form_has_none(demo: dict[str, Any]) -> None:
    for report in demo["reports"]:
        if report["scheme"] in ("targets-miyi-2019", "statement-miyi-2019", "accounts-wangcheng-2020"):
            last = report["submissions"][-1]
            assert (last["reviewed_total"], last["computed_total"], last["grade"]) == (None, None, None)


def test_demo_exports_the_year(demo: dict[str, Any]) -> None:
    sheet = openpyxl.load_workbook(demo["export"]).active

    codes = [row[1].value for row in sheet.iter_rows() if str(row[1].value).startswith("036")]
    assert sorted(codes) == sorted(BUREAUS)
