"""Tables of a sheet: the form's own grids, open lists, and open tables of figures."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from reports.anchors import element_id
from reports.sheets.coded import differing, head_columns, level_of
from reports.sheets.figures import column_head
from reports.sheets.parts import Block, SheetCell, SheetRow
from reports.sheets.reading import Reading
from scoring.engine.content import Cells, SectionContent
from scoring.engine.scheme import TOTAL, Column, RowList


def table_block(reading: Reading, section: str, key: str, filed: SectionContent) -> Block:
    """A grid whose rows and columns the form gives."""
    table, place = reading.scheme.tables[key], f"{section}/{key}"
    cells, real = filed.tables.get(key, {}), set(table.cells())
    rows = []
    for row, title in table.rows.items():
        line = (
            reading.cell(
                f"{place}/{row}/{column}",
                spec,
                cells.get(row, {}).get(column),
                name=f"{key}.{row}.{column}",
                unit=table.unit,
            )
            if (row, column) in real
            else SheetCell("", spec.label, "", exists=False)
            for column, spec in table.columns.items()
        )
        rows.append(SheetRow(title, tuple(line)))
    block = Block("table", element_id(place), table.title, table.unit, table.corner, rows=tuple(rows))
    return _headed(reading, block, place, table.columns)


def list_block(reading: Reading, section: str, key: str, filed: SectionContent) -> Block:
    """Open rows of words: goals, evaluators."""
    spec, place = reading.scheme.lists[key], f"{section}/{key}"
    rows = []
    for row in filed.lists.get(key, []):
        base = f"{place}/{row.get('id')}"
        line = (reading.cell(f"{base}/{name}", of, row.get(name)) for name, of in spec.columns.items())
        rows.append(SheetRow("", tuple(line), element_id(base)))
    block = Block("list", element_id(place), spec.title, rows=tuple(rows))
    return _headed(reading, block, place, spec.columns)


def coded_block(reading: Reading, section: str, key: str, filed: SectionContent) -> Block:
    """Open rows of figures under their line of totals."""
    spec, place = reading.scheme.lists[key], f"{section}/{key}"
    heads = head_columns(spec)
    rows = tuple(_coded_row(reading, spec, place, row) for row in filed.lists.get(key, []))
    total = _total_row(reading, spec, place, filed.tables.get(key, {}).get(TOTAL, {})) if spec.total else None
    shown = {c.pk for row in (*rows, *([total] if total else [])) for c in row.comments}
    return Block(
        "coded",
        element_id(place),
        spec.title,
        spec.unit,
        heads=tuple(spec.columns[name].label for name in heads),
        columns=tuple(column_head(column) for name, column in spec.columns.items() if name not in heads),
        rows=rows,
        total=total,
        comments=tuple(c for c in reading.marks.comments_on(place) if c.pk not in shown),
    )


def _coded_row(reading: Reading, spec: RowList, place: str, row: Cells) -> SheetRow:
    base, derived = f"{place}/{row.get('id')}", differing(spec, row)
    cells = {
        name: replace(
            reading.cell(f"{base}/{name}", of, row.get(name), unit=spec.unit), derived=derived.get(name, "")
        )
        for name, of in spec.columns.items()
    }
    heads = head_columns(spec)
    return SheetRow(
        "",
        tuple(cell for name, cell in cells.items() if name not in heads),
        element_id(base),
        heads=tuple(cells[name] for name in heads),
        level=level_of(spec, row),
        comments=tuple(reading.marks.comments_on(base)),
        changed=reading.marks.has_changed(base),
    )


def _total_row(reading: Reading, spec: RowList, place: str, filed: Cells) -> SheetRow:
    base, heads = f"{place}/{TOTAL}", head_columns(spec)
    return SheetRow(
        spec.total,
        tuple(_totals(reading, spec, base, filed, heads)),
        element_id(base),
        comments=tuple(reading.marks.comments_on(base)),
        changed=reading.marks.has_changed(base),
    )


def _totals(
    reading: Reading, spec: RowList, base: str, filed: Cells, heads: list[str]
) -> Iterator[SheetCell]:
    """A cell for every column beside the heads; columns that don't add up have none."""
    key, sums = base.split("/")[1], set(spec.sums())
    for name, of in spec.columns.items():
        if name in sums and name not in heads:
            cell = f"{key}.{TOTAL}.{name}"
            yield reading.cell(f"{base}/{name}", of, filed.get(name), name=cell, unit=spec.unit)
        elif name not in heads:
            yield SheetCell("", of.label, "", exists=False)


def _headed(reading: Reading, block: Block, place: str, columns: Mapping[str, Column]) -> Block:
    """`block` with its column heads, and the comments that no cell of it shows."""
    shown = {comment.pk for row in block.rows for cell in row.cells for comment in cell.comments}
    rest = tuple(comment for comment in reading.marks.comments_on(place) if comment.pk not in shown)
    return replace(block, columns=tuple(column_head(spec) for spec in columns.values()), comments=rest)
