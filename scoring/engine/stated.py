"""What a bureau wrote in the figure cells of a form, read page by page in one go."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from scoring.engine.cells import number_or_none
from scoring.engine.content import Content
from scoring.engine.scheme import Scheme

# Column and name of the cells of one row.
_Row = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class _Page:
    """The figure cells of a section: names of facts, and by table and row the cells of tables."""

    key: str
    facts: tuple[str, ...]
    rows: tuple[tuple[str, str, _Row], ...]


def stated_figures(scheme: Scheme, content: Content, names: Iterable[str]) -> dict[str, Decimal | None]:
    """By name what stands in the scheme's figure cells `names`, None where blank or unreadable."""
    figures: dict[str, Decimal | None] = dict.fromkeys(names)
    for page in _pages(scheme, figures):
        filed = content.section(page.key)
        for name in page.facts:
            figures[name] = number_or_none(filed.facts.get(name))
        for table, row, cells in page.rows:
            texts = filed.tables.get(table, {}).get(row, {})
            for column, name in cells:
                figures[name] = number_or_none(texts.get(column))
    return figures


def _pages(scheme: Scheme, names: Iterable[str]) -> tuple[_Page, ...]:
    """Worked out once per scheme."""
    cached: tuple[_Page, ...] | None = scheme.__dict__.get("_figure_pages")
    if cached is None:
        paths = {name: scheme.paths[name] for name in names if name in scheme.paths}
        keys = dict.fromkeys(path[0] for path in paths.values())
        cached = tuple(
            _page(key, {name: path[1:] for name, path in paths.items() if path[0] == key}) for key in keys
        )
        scheme.__dict__["_figure_pages"] = cached
    return cached


def _page(key: str, paths: dict[str, tuple[str, ...]]) -> _Page:
    rows: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for name, path in paths.items():
        if len(path) == 3:
            table, row, column = path
            rows.setdefault((table, row), []).append((column, name))
    facts = tuple(name for name, path in paths.items() if len(path) == 1)
    return _Page(key, facts, tuple((table, row, tuple(cells)) for (table, row), cells in rows.items()))
