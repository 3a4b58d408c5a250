"""Small forms filed side by side: what one report finds in itself and beside the bureau's other reports."""

from typing import Any

from scoring.engine.content import read_content
from scoring.engine.filing import Filing
from scoring.engine.loading import load_scheme_text
from scoring.engine.results import Finding
from scoring.engine.score import ScoreContext, score

Cells = dict[str, str | None]


def filed(
    form: str,
    facts: Cells | None = None,
    *,
    lists: dict[str, list[Cells]] | None = None,
    tables: dict[str, dict[str, Cells]] | None = None,
    answers: dict[str, Any] | None = None,
    title: str = "",
    year: int = 2022,
) -> Filing:
    """One page of a form, filed."""
    scheme = load_scheme_text(form)
    page = {"facts": facts or {}, "tables": tables or {}, "lists": lists or {}, "answers": answers or {}}
    content = {
        "year": year,
        "title": title,
        "scheme_code": scheme.code,
        "scheme_version": scheme.version,
        "sections": {scheme.sections[0].key: page},
    }
    return Filing(scheme, read_content(content))


def found(code: str, own: Filing, *others: Filing) -> list[Finding]:
    """What the check `code` finds in `own` beside the others."""
    card = score(own.content, own.scheme, ScoreContext(others))
    return [finding for finding in card.findings if finding.code == code]


def only(code: str, own: Filing, *others: Filing) -> Finding:
    """The one finding of the check."""
    (finding,) = found(code, own, *others)
    return finding


def row(name: str, weight: str, level1: str = "产出指标", **cells: str) -> Cells:
    """A typed indicator, named by its id."""
    return {
        "id": f"id-{name}",
        "level1": level1,
        "level2": "数量指标",
        "name": name,
        "target": "≥90%",
        "actual": "95%",
        "weight": weight,
        "self_score": weight,
        "reason": "",
        **cells,
    }
