"""Figures of a form that a text may repeat, read from data: {"基本支出": "1006.78万元", …} or a list of objects."""

import json
from collections.abc import Iterator
from typing import Any

from scoring.engine.claims.text.figures import Figure, read_figures
from scoring.engine.claims.text.labels import label_of
from scoring.engine.claims.text.prose import Prose
from scoring.engine.claims.text.reading import KnownFigure


class KnownFiguresError(ValueError):
    """The data is no list of figures; the message is Chinese and names the entry."""


def read_known(text: str) -> list[KnownFigure]:
    """The figures of a JSON text.

    Either one object {label: "1006.78万元"}, or a list of objects with `label` and `value` (text or number) and
    optionally `unit`, `year` and `where`. Raises KnownFiguresError for anything else.
    """
    try:
        data = json.loads(text, parse_int=str, parse_float=str, parse_constant=str)
    except (ValueError, RecursionError) as error:
        raise KnownFiguresError("数据文件不是 JSON") from error
    return [_known(entry) for entry in _entries(data)]


def _entries(data: Any) -> Iterator[dict[str, Any]]:
    if isinstance(data, dict):
        yield from ({"label": label, "value": value} for label, value in data.items())
    elif isinstance(data, list) and all(isinstance(entry, dict) for entry in data):
        yield from data
    else:
        raise KnownFiguresError("数据文件应当是一个对象，或由对象组成的列表")


def _known(entry: dict[str, Any]) -> KnownFigure:
    label, value = entry.get("label"), entry.get("value")
    if not isinstance(label, str) or not label.strip() or not isinstance(value, str):
        raise KnownFiguresError(f"每个数据项要有名称（label）和数值（value）：{_shown(entry)}")
    figure = _figure(f"{value}{entry.get('unit') or ''}")
    if figure is None:
        raise KnownFiguresError(f"“{label}”的数值读不出来：{value}")
    year = entry.get("year")
    if year is not None and not str(year).isdigit():
        raise KnownFiguresError(f"“{label}”的年份不是数字：{year}")
    return KnownFigure(
        label=label.strip(),
        value=figure.value,
        unit=figure.unit,
        half=figure.half,
        where=str(entry.get("where") or ""),
        year=int(year) if year is not None else label_of(label).year,
    )


def _figure(text: str) -> Figure | None:
    """The one figure that a text is, whole."""
    figures = list(read_figures(Prose(text.strip()).text))
    alone = len(figures) == 1 and figures[0].start == 0 and figures[0].end == len(text.strip())
    return figures[0] if alone else None


def _shown(entry: dict[str, Any]) -> str:
    return json.dumps(entry, ensure_ascii=False)[:80]
