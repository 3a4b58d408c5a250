"""The example campaign: its filings fit their schemes, show their contradictions, and name nobody."""

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from scoring.engine.content import Content, SectionContent, read_content
from scoring.engine.loading import load_scheme_text
from scoring.engine.results import Scorecard
from scoring.engine.scheme import TOTAL, Scheme, Section
from scoring.engine.score import score

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "reports" / "example"
CAMPAIGN = json.loads((EXAMPLE / "campaign.json").read_text(encoding="utf-8"))
CORRECTIONS = json.loads((EXAMPLE / "corrections.json").read_text(encoding="utf-8"))
FILINGS = sorted((EXAMPLE / "filings").glob("*.json"))
NAMES = [path.stem for path in FILINGS]
OVERALL, PROJECT = "overall-yueyanglou-2020", "project-ziyang-2022"
ROLES = {"filer", "bureau_head", "division_reviewer", "performance_office", "administrator", "auditor"}


def read_filing(name: str, *, corrected: bool = False) -> tuple[Content, Scheme]:
    filing = json.loads((EXAMPLE / "filings" / f"{name}.json").read_text(encoding="utf-8"))
    path = ROOT / "scoring" / "schemes" / f"{filing['scheme']}.yaml"
    scheme = load_scheme_text(path.read_text(encoding="utf-8"))
    for correction in CORRECTIONS if corrected else []:
        if correction["filing"] == name:
            put(filing["sections"], correction["path"], correction["value"])
    content = {
        "year": filing["year"],
        "title": filing["title"],
        "scheme_code": scheme.code,
        "scheme_version": scheme.version,
        "sections": filing["sections"],
    }
    return read_content(content), scheme


def put(sections: dict[str, Any], path: list[str], value: Any) -> None:
    node: Any = sections
    for key in path[:-1]:
        node = (
            next(row for row in node if row["id"] == key)
            if isinstance(node, list)
            else node.setdefault(key, {})
        )
    node[path[-1]] = value


def texts(data: Any) -> Iterator[str]:
    """Every text of a file."""
    for item in data.values() if isinstance(data, dict) else data:
        if isinstance(item, dict | list):
            yield from texts(item)
        elif isinstance(item, str):
            yield item


def score_filing(name: str, *, corrected: bool = False) -> Scorecard:
    return score(*read_filing(name, corrected=corrected))


def columns_of(scheme: Scheme, name: str) -> tuple[str, ...]:
    """The cells of a row of an open list or of typed indicators."""
    return tuple(scheme.lists[name].columns) if name in scheme.lists else scheme.indicator_lists[name].columns


def totals_of(scheme: Scheme, name: str) -> set[tuple[str, str]]:
    """The cells of the line above an open list."""
    spec = scheme.lists[name]
    return {(TOTAL, column) for column in spec.sums()} if spec.total else set()


def unknown_names(filed: SectionContent, section: Section, scheme: Scheme) -> list[str]:
    """What a section holds beyond what its page has cells for."""
    facts = {name for block in section.blocks for name in block.facts}
    answers = {name for block in section.blocks for name in block.answers}
    lists = {name for block in section.blocks for name in (block.list, block.indicators) if name}
    cells = {block.table: set(scheme.tables[block.table].cells()) for block in section.blocks if block.table}
    cells |= {name: totals_of(scheme, name) for name in lists if name in scheme.lists}
    found = [*(filed.facts.keys() - facts), *(filed.answers.keys() - answers), *(filed.lists.keys() - lists)]
    found += filed.tables.keys() - cells.keys()
    for name, rows in filed.lists.items():
        known = {"id", *columns_of(scheme, name)}
        found += [key for row in rows for key in row.keys() - known]
    for name, table in filed.tables.items():
        found += [
            f"{row}.{column}" for row in table for column in table[row] if (row, column) not in cells[name]
        ]
    return found


@pytest.mark.parametrize("name", NAMES)
def test_filings_fit_their_schemes(name: str) -> None:
    content, scheme = read_filing(name, corrected=True)

    unknown = {
        key: unknown_names(filed, scheme.section(key), scheme) for key, filed in content.sections.items()
    }

    assert unknown == {section.key: [] for section in scheme.sections}


@pytest.mark.parametrize("name", NAMES)
def test_rows_have_ids_of_their_own(name: str) -> None:
    content, _ = read_filing(name)

    ids = [row["id"] for filed in content.sections.values() for rows in filed.lists.values() for row in rows]

    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("name", "row", "own", "points"),
    [
        (OVERALL, "staff_control", "5", "5"),
        (OVERALL, "balance_control", "2", "0"),
        (OVERALL, "asset_use", "3", "3"),
        (OVERALL, "satisfaction", "5", "5"),
        (PROJECT, "execution", "9", "7.23"),
        (PROJECT, "i04", "5", "7"),
    ],
)
def test_filings_keep_what_was_filed_and_show_what_is_due(name: str, row: str, own: str, points: str) -> None:
    rows = {each.filed.id: each for each in score_filing(name).rows}

    assert (rows[row].self_score, rows[row].points) == (Decimal(own), Decimal(points))


def test_overall_filing_keeps_its_contradictions() -> None:
    findings = {(finding.code, finding.anchor) for finding in score_filing(OVERALL).findings}

    assert ("T_DUP", "results/conclusion.score") in findings
    assert ("S_DIFF", "scoring/balance_control/self_score") in findings
    assert ("X_BALANCE", "finances/balance/own/current") in findings


def test_project_filing_keeps_its_contradictions() -> None:
    findings = {(finding.code, finding.anchor) for finding in score_filing(PROJECT).findings}

    assert ("T_SUM", "indicators/total") in findings
    assert ("X_SCORE", "funds/execution/self_score") in findings
    assert ("I_MET_CUT", "indicators/i04/self_score") in findings


@pytest.mark.parametrize("name", [OVERALL, PROJECT])
def test_corrections_settle_every_warning(name: str) -> None:
    scorecard = score_filing(name, corrected=True)

    assert [finding for finding in scorecard.findings if finding.severity != "information"] == []


def test_corrections_name_filings_and_cells_that_exist() -> None:
    schemes = {name: read_filing(name)[1] for name in NAMES}

    for correction in CORRECTIONS:
        assert correction.keys() == {"filing", "path", "value"}
        assert schemes[correction["filing"]].section(correction["path"][0])


def test_corrections_bring_the_totals_together() -> None:
    overall = score_filing(OVERALL, corrected=True).totals
    project = score_filing(PROJECT, corrected=True).totals

    assert overall.self_stated == overall.self_sum == 97
    assert project.self_stated == project.self_sum == project.total == Decimal("97.23")


def test_campaign_names_what_it_uses() -> None:
    divisions = {division["code"] for division in CAMPAIGN["divisions"]}
    bureaus = {bureau["code"] for bureau in CAMPAIGN["bureaus"]}

    assert {bureau["division"] for bureau in CAMPAIGN["bureaus"]} <= divisions
    assert all(code.startswith("0") for code in bureaus)
    assert {user["role"] for user in CAMPAIGN["users"]} == ROLES
    assert {user["bureau"] for user in CAMPAIGN["users"] if "bureau" in user} == bureaus
    assert {user["division"] for user in CAMPAIGN["users"] if "division" in user} <= divisions
    assert CAMPAIGN["filings"] == NAMES


@pytest.mark.parametrize("path", FILINGS, ids=lambda path: path.stem)
def test_filings_are_of_a_bureau_of_the_campaign(path: Path) -> None:
    filing = json.loads(path.read_text(encoding="utf-8"))

    assert filing["bureau"] in {bureau["code"] for bureau in CAMPAIGN["bureaus"]}
    assert path.stem.startswith(filing["scheme"])


@pytest.mark.parametrize("name", NAMES)
def test_filings_leave_telephones_blank(name: str) -> None:
    content, scheme = read_filing(name, corrected=True)

    filed = [item for section in content.sections.values() for item in section.facts.items()]

    assert [value for fact, value in filed if scheme.facts[fact].type == "phone" and value] == []


@pytest.mark.parametrize("path", sorted(EXAMPLE.rglob("*.json")), ids=lambda path: path.stem)
def test_example_has_no_telephone_numbers(path: Path) -> None:
    """Figures and codes may have as many digits as a landline; words may not."""
    found = list(texts(json.loads(path.read_text(encoding="utf-8"))))

    assert [text for text in found if re.search(r"(?<!\d)1[3-9]\d{9}(?!\d)", text)] == []
    words = [text for text in found if not re.fullmatch(r"[-\d.]+", text)]
    assert [text for text in words if re.search(r"(?<![\d_.])\d{7,8}(?![\d.元])", text)] == []
