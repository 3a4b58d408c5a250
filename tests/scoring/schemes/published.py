"""The published filings under their shipped schemes, as filed, with cells changed, or corrected."""

import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from scoring.engine.content import read_content
from scoring.engine.filing import Filing
from scoring.engine.loading import load_scheme_text
from scoring.engine.results import Finding, Scorecard, ScoredRow
from scoring.engine.scheme import Scheme
from scoring.engine.score import ScoreContext, score

ROOT = Path(__file__).resolve().parents[3]
EXAMPLE = ROOT / "reports" / "example"
CORRECTIONS = json.loads((EXAMPLE / "corrections.json").read_text(encoding="utf-8"))

Change = tuple[str, str | None]


@cache
def scheme(code: str) -> Scheme:
    return load_scheme_text((ROOT / "scoring" / "schemes" / f"{code}.yaml").read_text(encoding="utf-8"), code)


def filed(name: str, *changes: Change, corrected: bool = False) -> Filing:
    """A filing with cells at `section/part/…` replaced; a row of a list is named by its id."""
    filing = json.loads((EXAMPLE / "filings" / f"{name}.json").read_text(encoding="utf-8"))
    for correction in CORRECTIONS if corrected else []:
        if correction["filing"] == name:
            _put(filing["sections"], correction["path"], correction["value"])
    for path, value in changes:
        _put(filing["sections"], path.split("/"), value)
    form = scheme(filing["scheme"])
    content = {
        "year": filing["year"],
        "title": filing["title"],
        "scheme_code": form.code,
        "scheme_version": form.version,
        "sections": filing["sections"],
    }
    return Filing(form, read_content(content))


def scored(name: str, *changes: Change, corrected: bool = False, beside: Iterable[Filing] = ()) -> Scorecard:
    """The scorecard of a filing, compared with the reports `beside` it."""
    filing = filed(name, *changes, corrected=corrected)
    return score(filing.content, filing.scheme, ScoreContext(tuple(beside)))


def row(card: Scorecard, key: str) -> ScoredRow:
    return next(each for each in card.rows if each.filed.id == key)


def of(card: Scorecard, *severities: str) -> list[Finding]:
    """Findings of these severities, in the order in which they are shown."""
    return [finding for finding in card.findings if finding.severity in severities]


def figures(findings: Iterable[Finding]) -> set[tuple[str, str, str | None, str | None]]:
    """Code, anchor, stated and computed of each finding."""
    return {(each.code, each.anchor, each.stated, each.computed) for each in findings}


def _put(sections: dict[str, Any], path: list[str], value: Any) -> None:
    node: Any = sections
    for key in path[:-1]:
        node = (
            next(each for each in node if each["id"] == key)
            if isinstance(node, list)
            else node.setdefault(key, {})
        )
    node[path[-1]] = value
