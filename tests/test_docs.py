"""What docs/architecture.md lists is what the code has: nothing missing, nothing left over."""

import re
from pathlib import Path

import pytest

from reports import roles, workflow
from scoring.engine.checks.registry import CHECKS

PAGE = Path("docs/architecture.md").read_text(encoding="utf-8")


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


def test_readme_lists_every_environment_variable() -> None:
    sources = "".join(path.read_text(encoding="utf-8") for path in Path("config").glob("*.py"))
    read = set(re.findall(r"""env(?:iron)?\.(?:get|str|bool|int|list|db_url)\(\s*"([A-Z_]+)\"""", sources))
    listed = set(re.findall(r"^\| `([A-Z_]+)` \|", Path("README.md").read_text(encoding="utf-8"), re.M))

    assert listed == read
