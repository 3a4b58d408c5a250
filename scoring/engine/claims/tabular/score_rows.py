"""Tables of points: 总分 is the sum of the rows' 得分, 得分率 is 得分÷分值."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from scoring.engine.claims.claim import Claim
from scoring.engine.claims.tabular.grids import Row
from scoring.engine.claims.tabular.score_columns import Line, Sheet
from scoring.engine.claims.tabular.table_sums import Entry, TableReading, entry, told
from scoring.engine.claims.text.figures import Figure
from scoring.engine.claims.text.reading import Judged
from scoring.engine.claims.verdicts import exactly, rate_verdict
from scoring.engine.numbers import plain

_LEAST_LINES = 3


def score_claims(table: TableReading, points: Iterable[Sheet]) -> Iterator[Claim]:
    """Totals of points and rates of points."""
    for sheet in points:
        yield from _rates(table, sheet)
        if sheet.total is not None and len(sheet.lines) >= _LEAST_LINES:
            yield from _totals(table, sheet, sheet.total)


def _totals(table: TableReading, sheet: Sheet, total: Row) -> Iterator[Claim]:
    weight, score = _of_total(sheet, total)
    name = total.cells[max(total.first, 0)]
    if score is None:
        return
    ways = [sheet.lines, [line for line in sheet.lines if not line.is_fund]]
    whole = next(
        (way for way in ways if weight is not None and _size(_entries(way, "weight")) == weight.value), None
    )
    if whole is not None:
        # The weights add up, so that no row is missing.
        yield from _column(table, entry(name, score), _entries(whole, "score"), "得分")
        if weight is not None:
            yield from _column(table, entry(name, weight), _entries(whole, "weight"), "分值")
        return
    scored = next((way for way in ways if _size(_entries(way, "score")) == score.value), None)
    if scored is not None and not sheet.skipped:
        yield from _column(table, entry(name, score), _entries(scored, "score"), "得分")
        if weight is not None and all(line.weight is not None for line in scored):
            yield from _column(table, entry(name, weight), _entries(scored, "weight"), "分值")


def _column(table: TableReading, stated: Entry, parts: list[Entry], words: str) -> Iterator[Claim]:
    claim = table.sum_claim(stated, parts, sure=True, called=f"{len(parts)}行{words}之和")
    if claim is not None:
        yield claim


def _of_total(sheet: Sheet, total: Row) -> tuple[Figure | None, Figure | None]:
    """Weight and score of the total row: under their columns, or where cells are merged its first two figures."""
    header = sheet.header
    assert header is not None
    if total.width == header.width:
        at = [header.columns.get(kind) for kind in ("weight", "score")]
        weight, score = (None if column is None else _points(total.figure(column)) for column in at)
        if score is not None:
            return weight, score
    figures = [figure for cell in total.cells if (figure := _points(cell.figure))]
    if "weight" not in header.columns:
        return None, figures[0] if len(figures) == 1 else None
    return (figures[0], figures[1]) if len(figures) == 2 else (None, None)


def _points(figure: Figure | None) -> Figure | None:
    return None if figure is None or figure.is_percent else figure


def _entries(lines: list[Line], kind: str) -> list[Entry]:
    found = []
    for line in lines:
        figure = line.weight if kind == "weight" else line.score
        if figure is not None:
            found.append(entry(line.row.cells[line.name], figure))
    return found


def _size(entries: list[Entry]) -> Decimal:
    return sum((one.value for one in entries), Decimal(0))


def _rates(table: TableReading, sheet: Sheet) -> Iterator[Claim]:
    """得分率 of each row and of the total."""
    for line in sheet.all_lines:
        stated = line.figure("score_rate")
        if stated is not None and stated.is_percent and line.weight and line.score and line.weight.value:
            yield _rate(table, line, stated)


def _rate(table: TableReading, line: Line, stated: Figure) -> Claim:
    assert line.weight is not None
    assert line.score is not None
    computed = line.score.value / line.weight.value * 100
    verdict, cause = rate_verdict(stated, computed)
    sum_of = f"{plain(line.score.value)}÷{plain(line.weight.value)}×100% = {exactly(computed)}"
    if verdict == "consistent":
        reason = f"{sum_of}%，与表中一致。"
    else:
        reason = told(sum_of, stated, Decimal(exactly(computed)), verdict, cause)
    one = Entry(line.row.words(line.name), line.row.cells[line.name].start, stated)
    return table.claim("ratio", one, Judged(verdict, computed, reason))
