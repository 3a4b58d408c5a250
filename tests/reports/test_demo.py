"""The whole job with the real worker: `manage.py demo` in a process of its own."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import openpyxl
import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
STATUSES = [
    *("draft", "awaiting_signature", "submitted", "division_review", "returned"),
    *("awaiting_signature", "submitted", "division_review", "office_review", "approved"),
]


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    out = tmp_path_factory.mktemp("demo")
    done = subprocess.run(
        [sys.executable, "manage.py", "demo", "--json", "--out", str(out)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=180,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def findings(demo: dict[str, Any], scheme: str, number: int) -> list[tuple[str, str | None, str | None]]:
    report = next(report for report in demo["reports"] if report["scheme"] == scheme)
    return [(f["code"], f["stated"], f["computed"]) for f in report["submissions"][number - 1]["findings"]]


def test_demo_goes_the_whole_way_for_each_filing(demo: dict[str, Any]) -> None:
    assert demo["schema"] == 1
    assert [(report["bureau"], report["statuses"]) for report in demo["reports"]] == [
        ("0361001", STATUSES),
        ("0362008", STATUSES),
    ]
    for report in demo["reports"]:
        assert [submission["number"] for submission in report["submissions"]] == [1, 2]
        assert len({submission["digest"] for submission in report["submissions"]}) == 2


def test_demo_finds_what_is_known_to_be_wrong(demo: dict[str, Any]) -> None:
    overall = findings(demo, "overall-yueyanglou-2020", 1)
    project = findings(demo, "project-ziyang-2022", 1)

    assert ("S_DIFF", "2", "0") in overall
    assert ("T_DUP", "98", "99") in overall
    assert ("X_SCORE", "9", "7.23") in project
    assert ("I_MET_CUT", "5", "7") in project
    assert ("T_SUM", "98", "97") in project


def test_demo_corrections_leave_no_warning(demo: dict[str, Any]) -> None:
    for report in demo["reports"]:
        assert {finding["severity"] for finding in report["submissions"][1]["findings"]} == {"information"}


def test_demo_gives_figures_as_strings_and_null(demo: dict[str, Any]) -> None:
    first, second = demo["reports"][0]["submissions"]

    assert (first["self_stated"], first["self_sum"], first["computed_points"]) == ("98", "99", "13")
    assert (first["computed_weight"], first["computed_low"], first["computed_high"]) == ("16", "13", "97")
    assert (first["computed_total"], first["reviewed_total"], first["grade"]) == (None, None, None)
    assert (second["reviewed_total"], second["grade"]) == ("97", "优")


def test_demo_exports_the_year(demo: dict[str, Any]) -> None:
    sheet = openpyxl.load_workbook(demo["export"]).active

    codes = [row[1].value for row in sheet.iter_rows() if str(row[1].value).startswith("036")]
    assert codes == ["0361001", "0362008"]
