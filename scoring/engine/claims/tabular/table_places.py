"""Where the cells of tables stand: between tabs, one a line, between bars, in HTML."""

import re
from collections.abc import Iterator

# The places of the cells of one row.
Places = list[tuple[int, int]]

# Lines without a tab that may stand inside a cell, and how long such text may be before it is no longer a table.
_MOST_INSIDE = 160
_MOSTLY = 0.7
_CELL_ENDS = re.compile(r"(?:\n[ \r\u3000]*)+\t")
_NOTE = re.compile(r"\s*(?:注[:：]|备注[:：]|说明[:：]|#)")
_RULE = re.compile(r"[\s|:+-]*")
_TAG = re.compile(r"<(/?)(table|tr|td|th)\b([^<>]{0,300})>", re.IGNORECASE)
_SPAN = re.compile(r"colspan\s*=\s*[\"']?(\d{1,2})", re.IGNORECASE)


def tables(source: str) -> Iterator[list[Places]]:
    """The rows of every table of a source."""
    if "\t" in source:
        for start, end in _blocks(source, "\t"):
            yield list(_split(source, start, end))
    if "|" in source:
        for start, end in _blocks(source, "|"):
            yield list(_barred(source, start, end))
    if "<t" in source.lower():
        yield from _html(source)


def _blocks(source: str, mark: str) -> Iterator[tuple[int, int]]:
    """Stretches of lines with the mark, together with the short lines between them."""
    start = end = -1
    at = inside = 0
    for line in source.splitlines(keepends=True):
        if mark in line and not _NOTE.match(line):
            start, end, inside = (at if start < 0 else start), at + len(line.rstrip("\r\n")), 0
        elif start >= 0:
            inside += len(line.strip())
            if inside > _MOST_INSIDE or _NOTE.match(line):
                yield start, end
                start = -1
        at += len(line)
    if start >= 0:
        yield start, end


def _split(source: str, start: int, end: int) -> Iterator[Places]:
    lines = source[start:end].split("\n")
    filled = [line for line in lines if "\t" in line]
    alone = sum(line.startswith("\t") and "\t" not in line[1:] for line in filled)
    yield from _stacked(source, start, end) if alone > _MOSTLY * len(filled) else _tabbed(lines, start)


def _tabbed(lines: list[str], start: int) -> Iterator[Places]:
    """A row on each line."""
    for line in lines:
        if "\t" in line:
            yield _cells(line.rstrip("\r"), "\t", start)
        start += len(line) + 1


def _cells(line: str, mark: str, start: int) -> Places:
    places = []
    for cell in line.split(mark):
        places.append((start, start + len(cell)))
        start += len(cell) + 1
    return places


def _stacked(source: str, start: int, end: int) -> Iterator[Places]:
    """A cell on each line that begins with a tab, an empty line between two rows: as word processors paste them."""
    places: Places = []
    at = start + (1 if source.startswith("\t", start) else 0)
    for stop in _CELL_ENDS.finditer(source, at, end):
        places.append((at, stop.start()))
        at = stop.end()
        if stop[0].count("\n") > 1:
            yield places
            places = []
    yield [*places, (at, end)]


def _barred(source: str, start: int, end: int) -> Iterator[Places]:
    """| a | b |, a row on each line."""
    for line in source[start:end].split("\n"):
        if line.count("|") > 1 and not _RULE.fullmatch(line):
            places = _cells(line.rstrip("\r"), "|", start)
            yield places[
                1 if line.lstrip().startswith("|") else 0 : -1 if line.rstrip().endswith("|") else None
            ]
        start += len(line) + 1


def _html(source: str) -> Iterator[list[Places]]:
    rows: list[Places] = []
    opened, span = -1, 1
    for tag in _TAG.finditer(source):
        closing, name = bool(tag[1]), tag[2].lower()
        if opened >= 0 and rows:
            # A cell ends where it is closed, or where the next one begins.
            rows[-1] += [(opened, tag.start())] + [(tag.start(), tag.start())] * (span - 1)
            opened = -1
        if name == "table":
            if rows:
                yield rows
            rows = []
        elif not closing and name == "tr":
            rows.append([])
        elif not closing and rows:
            found = _SPAN.search(tag[3])
            opened, span = tag.end(), max(1, int(found[1])) if found else 1
    if rows:
        yield rows
