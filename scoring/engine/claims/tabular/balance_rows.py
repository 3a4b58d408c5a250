"""Accounts in tables: 原值 less 折旧 is 净值 line by line, 年初结转+收入-支出 is 年末结转 column by column."""

import re
from collections.abc import Iterator
from decimal import Decimal

from scoring.engine.claims.claim import Claim
from scoring.engine.claims.tabular.grids import Grid, Row
from scoring.engine.claims.tabular.table_sums import Entry, TableReading, entry, told
from scoring.engine.claims.text.figures import Figure
from scoring.engine.claims.text.reading import Judged
from scoring.engine.claims.verdicts import sum_verdict
from scoring.engine.likely_causes import likely_cause
from scoring.engine.numbers import plain

_COST = re.compile(r"原值$")
_WORN = re.compile(r"(?:折旧|摊销)$")
_NET = re.compile(r"净值$")
# 公开08表: what each column of the account is called.
_ACCOUNT = {
    "opening": re.compile(r"(?:年初|上年)(?:结转和结余|结转结余|结余|结转)"),
    "income": re.compile(r"本年收入(?:合计)?"),
    "spending": re.compile(r"小计|本年支出(?:合计)?"),
    "closing": re.compile(r"年末(?:结转和结余|结转结余|结余|结转)"),
}
_MOST_HEADERS = 10


def balance_rows(table: TableReading, grid: Grid) -> Iterator[Claim]:
    """The accounts of a table."""
    yield from _net_values(table, grid)
    yield from _left_over(table, grid)


def _net_values(table: TableReading, grid: Grid) -> Iterator[Claim]:
    cost: Row | None = None
    worn: Row | None = None
    for row in grid.rows:
        words = re.sub(r"\([^()]*\)", "", row.words(max(row.first, 0)))
        if _COST.search(words):
            cost, worn = row, None
        elif _WORN.search(words):
            worn = row
        elif _NET.search(words) and cost is not None and worn is not None:
            for column in range(row.width):
                figures = (cost.figure(column), worn.figure(column), row.figure(column))
                yield from _balance(table, row, figures)
            cost = worn = None


def _balance(
    table: TableReading, row: Row, figures: tuple[Figure | None, Figure | None, Figure | None]
) -> Iterator[Claim]:
    cost, worn, net = figures
    if cost is None or worn is None or net is None:
        return
    stated = entry(row.cells[row.first], net)
    # 减：折旧 may be written as a negative figure.
    plus, minus = ([cost], [worn]) if worn.value >= 0 else ([cost, worn], [])
    yield from balance_claim(table, stated, plus, minus)


def _left_over(table: TableReading, grid: Grid) -> Iterator[Claim]:
    columns = _account_columns(grid)
    if len(columns) < len(_ACCOUNT):
        return
    for row in grid.rows:
        figures = {name: row.figure(column) for name, column in columns.items()}
        opening, income, spending, closing = (figures[name] for name in _ACCOUNT)
        if opening is None or income is None or spending is None or closing is None or row.first < 0:
            continue
        if row.figure(row.first) is None or row.words(row.first + 1):
            stated = entry(row.cells[row.first], closing)
            yield from balance_claim(table, stated, [opening, income], [spending])


def _account_columns(grid: Grid) -> dict[str, int]:
    """The columns of an account by the words in the head of the table; fewer than four where it has none."""
    found: dict[str, int] = {}
    for row in grid.rows[:_MOST_HEADERS]:
        for at, cell in enumerate(row.cells):
            for name, pattern in _ACCOUNT.items():
                if pattern.fullmatch(cell.words) and (name not in found or cell.words == "小计"):
                    found[name] = at
    ordered = [found.get(name, -1) for name in _ACCOUNT]
    return found if ordered == sorted(ordered) and len(set(ordered)) == len(_ACCOUNT) else {}


def balance_claim(
    table: TableReading, stated: Entry, plus: list[Figure], minus: list[Figure]
) -> Iterator[Claim]:
    """The claim on a figure that is `plus` less `minus`; none where all are zero."""
    computed = _size(plus) - _size(minus)
    operands = [*plus, *minus]
    if stated.figure.is_percent or not any(figure.value for figure in operands):
        return
    verdict, _ = sum_verdict(stated.figure, computed, operands)
    sum_of = "+".join(_written(figure) for figure in plus)
    sum_of += "".join(f"-{_written(figure)}" for figure in minus) + f" = {plain(computed)}"
    reason = told(sum_of, stated.figure, computed, verdict, likely_cause(stated.value, computed))
    yield table.claim("balance", stated, Judged(verdict, computed, reason))


def _size(figures: list[Figure]) -> Decimal:
    return sum((figure.value for figure in figures), Decimal(0))


def _written(figure: Figure) -> str:
    return f"({plain(figure.value)})" if figure.value < 0 else plain(figure.value)
