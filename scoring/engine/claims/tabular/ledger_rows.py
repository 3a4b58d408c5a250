"""Tables with numbered lines (行次) side by side: 本年收入合计 and 总计 of 收入支出决算总表 and 财政拨款收入支出决算总表."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from scoring.engine.claims.claim import Claim
from scoring.engine.claims.tabular.balance_rows import balance_claim
from scoring.engine.claims.tabular.grids import Grid, Row
from scoring.engine.claims.tabular.table_sums import Entry, TableReading, entry
from scoring.engine.claims.text.reading import Judged

# Items have Chinese numerals; lines without one are details of the line above, as 一般公共预算财政拨款 is of 年初结转.
_ITEM = re.compile(r"[一二三四五六七八九十]+、")
_YEAR_INCOME, _YEAR_SPENDING = re.compile(r"本年收入合计"), re.compile(r"本年支出合计")
_YEAR_TOTAL = re.compile(r"本年(?:收入|支出)合计")
_TOTAL = re.compile(r"(?:收入|支出)?总计")
_DETAIL = re.compile(r"其中|^(?:一般公共预算|政府性?基金预算|国有资本经营预算)财政拨款$")
# The lines of the account between 本年收入合计 and 总计.
_CARRIED = {
    "income": _YEAR_INCOME,
    "used": re.compile(r"使用(?:非财政拨款|专用)结余"),
    "opening": re.compile(r"年初(?:财政拨款)?结转和结余"),
    "spending": _YEAR_SPENDING,
    "handed": re.compile(r"结余分配"),
    "closing": re.compile(r"年末(?:财政拨款)?结转和结余"),
}
_LEAST_ITEMS = 3


@dataclass(frozen=True, slots=True)
class _Side:
    """One half of the table: the columns of name, line number and figures."""

    name: int
    line: int
    columns: tuple[int, ...]


def ledger_sums(table: TableReading, grid: Grid) -> Iterator[Claim]:
    """Totals of each side, and the totals of both sides against one another."""
    for at, row in enumerate(grid.rows):
        lines = [column for column, cell in enumerate(row.cells) if cell.words == "行次"]
        if lines and at + 1 < len(grid.rows):
            body = _body(grid.rows[at + 1 :])
            sides = _sides(row, lines)
            for side in sides:
                for column in side.columns:
                    yield from _side_sums(table, body, side, column)
            yield from _both_sides(table, body, sides)
            yield from _carried_over(table, body, sides)
            return


def _body(rows: tuple[Row, ...]) -> list[Row]:
    """The rows down to the last 总计."""
    ends = [at for at, row in enumerate(rows) if any(_TOTAL.fullmatch(cell.words) for cell in row.cells)]
    return list(rows[: ends[0] + 1]) if ends else []


def _sides(header: Row, lines: list[int]) -> list[_Side]:
    ends = [*(line - 1 for line in lines[1:]), header.width]
    return [
        _Side(line - 1, line, tuple(range(line + 1, end)))
        for line, end in zip(lines, ends, strict=True)
        if line > 0
    ]


def _side_sums(table: TableReading, body: list[Row], side: _Side, column: int) -> Iterator[Claim]:
    items: list[Entry] = []
    numbers: list[int] = []
    for row in body:
        number, figure = row.figure(side.line), row.figure(column)
        words = row.words(side.name)
        if number is not None:
            numbers.append(int(number.value))
        if figure is None or not words or figure.is_percent:
            continue
        one = entry(row.cells[side.name], figure)
        if _YEAR_TOTAL.fullmatch(words):
            # Without a gap in the line numbers no item is missing.
            yield from _total(table, one, [item for item in items if _ITEM.match(item.name)], numbers)
            items = [one]
        elif _TOTAL.fullmatch(words):
            yield from _total(table, one, items, numbers[-len(items) - 1 :])
        elif not _DETAIL.search(words):
            items.append(one)


def _total(table: TableReading, stated: Entry, items: list[Entry], numbers: list[int]) -> Iterator[Claim]:
    steps = {later - earlier for earlier, later in pairwise(numbers)}
    is_whole = steps == {1} and len(items) >= _LEAST_ITEMS
    claim = table.sum_claim(stated, items, sure=is_whole) if len(items) > 1 else None
    if claim is not None:
        yield claim


def _both_sides(table: TableReading, body: list[Row], sides: list[_Side]) -> Iterator[Claim]:
    """收入总计 is 支出总计."""
    if len(sides) != 2 or not body:
        return
    last = body[-1]
    left, right = (last.figure(side.columns[0]) if side.columns else None for side in sides)
    if left is None or right is None or not _TOTAL.fullmatch(last.words(sides[1].name)):
        return
    stated = entry(last.cells[sides[1].name], right)
    apart = abs(left.value - right.value)
    if not apart:
        judged = Judged("consistent", left.value, f"收入总计{left.told()}与支出总计{right.told()}相等。")
    else:
        verdict = "rounding" if apart <= 4 * right.half and right.places else "inconsistent"
        judged = Judged(
            "rounding" if verdict == "rounding" else "inconsistent",
            left.value,
            f"收入总计{left.told()}与支出总计{right.told()}应当相等，相差{apart:f}。",
        )
    claim = table.claim("balance", stated, judged)
    yield replace(claim, start=min(claim.start, left.start))


def _carried_over(table: TableReading, body: list[Row], sides: list[_Side]) -> Iterator[Claim]:
    """年末结转和结余 is what came in and was there, less what went out."""
    found: dict[str, Entry] = {}
    for row in body:
        for side in sides:
            words, figure = row.words(side.name), row.figure(side.columns[0]) if side.columns else None
            kind = next((kind for kind, pattern in _CARRIED.items() if pattern.fullmatch(words)), None)
            if kind is not None and figure is not None:
                found[kind] = entry(row.cells[side.name], figure)
    if not {"income", "opening", "spending", "closing"} <= set(found):
        return
    plus = [found[kind].figure for kind in ("income", "opening", "used") if kind in found]
    minus = [found[kind].figure for kind in ("spending", "handed") if kind in found]
    yield from balance_claim(table, found["closing"], plus, minus)
