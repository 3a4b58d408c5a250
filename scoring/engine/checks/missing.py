"""R_MISSING: required cells that are blank, lists with too few rows."""

from collections.abc import Iterator

from scoring.engine.checks.base import Check, CheckContext
from scoring.engine.results import Finding


def find(check: Check, context: CheckContext) -> Iterator[Finding]:
    """A required cell is blank, or a list has too few rows."""
    for place in context.places:
        if place.spec.required and not (place.text or "").strip():
            yield check.finding(place.anchor, f"{place.label}必须填写。")
    scheme = context.scheme
    for section in scheme.sections:
        for block in section.blocks:
            rows = list(context.content.rows(section.key, block.list or block.indicators or ""))
            least = scheme.lists[block.list].min_rows if block.list else int(bool(block.indicators))
            if len(rows) < least:
                parts = scheme.lists if block.list else scheme.indicator_lists
                name = block.list or block.indicators or ""
                message = f"{parts[name].title}至少填写 {least} 行，现有 {len(rows)} 行。"
                yield check.finding(f"{section.key}/{name}", message)


CHECK = Check("R_MISSING", "必填项未填", "error", find)
