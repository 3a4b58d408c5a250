"""What docs/architecture.md lists is what the code has: nothing missing, nothing left over."""

import json
import re
from pathlib import Path

import pytest
from django.core.management import get_commands

from reports import roles, workflow
from scoring.engine.checks.registry import CHECKS
from scoring.management.commands.judge import judged_lines

PAGE = Path("docs/architecture.md").read_text(encoding="utf-8")
README = Path("README.md").read_text(encoding="utf-8")


def codes_under(title: str) -> set[str]:
    """The code in the first cell of each row of the section's tables."""
    section = PAGE.split(f"\n## {title}\n", 1)[1].split("\n## ", 1)[0]
    return set(re.findall(r"^\| `([^`]+)` \|", section, re.M))


@pytest.mark.parametrize(
    ("title", "codes"),
    [
        ("Statuses", set(workflow.ALL)),
        ("Actions", set(workflow.ACTIONS)),
        ("Findings", {check.code for check in CHECKS}),
    ],
)
def test_architecture_lists_every_code(title: str, codes: set[str]) -> None:
    assert codes_under(title) == codes


def test_architecture_tells_severity_and_explanation_of_every_finding() -> None:
    for check in CHECKS:
        row = next(line for line in PAGE.splitlines() if line.startswith(f"| `{check.code}` |"))
        cells = [cell.strip() for cell in row.strip("|").split("|")]
        assert cells[1].split(" (")[0] == check.title
        assert cells[2] == check.severity
        if check.code != "X_DECLARED":
            assert (cells[3] == "yes") == check.touches_score


def test_architecture_names_every_role() -> None:
    assert all(f"`{role}`" in PAGE for role in roles.ALL)


def test_architecture_lists_what_judge_prints() -> None:
    printed = json.loads(next(judged_lines([b'{"target": "24", "actual": "20"}'])))
    rows = PAGE.split("\n## Formats\n", 1)[1].split("\n## ", 1)[0]

    assert {
        key for row in re.findall(r"^\| (`.*?) \|", rows, re.M) for key in re.findall("`(.*?)`", row)
    } == set(printed)


def test_readme_lists_every_environment_variable() -> None:
    sources = "".join(path.read_text(encoding="utf-8") for path in Path("config").glob("*.py"))
    read = set(re.findall(r"""env(?:iron)?\.(?:get|str|bool|int|list|db_url)\(\s*"([A-Z_]+)\"""", sources))
    listed = set(re.findall(r"^\| `([A-Z_]+)` \|", README, re.M))

    assert listed == read


def test_readme_lists_every_command() -> None:
    own = {name for name, app in get_commands().items() if app in ("reports", "scoring")}

    assert set(re.findall(r"^\| `manage\.py (\w+)", README, re.M)) == own


def test_readme_lists_every_benchmark() -> None:
    listed = set(re.findall(r"^\| `(\w+\.py)` \|", README, re.M))

    assert listed == {path.name for path in Path("benchmarks").glob("*.py")}


def test_links_between_the_documents_lead_somewhere() -> None:
    for page in (Path("README.md"), *Path("docs").rglob("*.md")):
        text = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.S)
        files = [link.partition("#")[0] for link in re.findall(r"\]\(([^)]+)\)", text)]
        assert all((page.parent / file).exists() for file in files if file and "://" not in file), page
