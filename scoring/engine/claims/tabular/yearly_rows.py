"""Accounts of a year under heads of several rows: 收入合计 (其中：上年结转, …), 支出合计, 当年结余, 累计结余."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from scoring.engine.claims.claim import Claim
from scoring.engine.claims.tabular.balance_rows import balance_claim
from scoring.engine.claims.tabular.grids import Cell, Grid, Row
from scoring.engine.claims.tabular.table_sums import TableReading, entry
from scoring.engine.claims.text.figures import Figure

_COLUMNS = {
    "income": re.compile(r"(?:本年)?收入合计|总收入|收入总计"),
    "opening": re.compile(r"(?:上年|年初)(?:结转|结余|结转结余|结转和结余)"),
    "spending": re.compile(r"(?:本年)?支出合计|总支出|支出总计"),
    "year": re.compile(r"(?:当年|本年|年度)结余"),
    "left": re.compile(r"累计结余|年末结余|滚存结余"),
}
_MOST_HEADS = 4

# A figure with the cell that heads its column.
_Headed = tuple[Cell, Figure]


def yearly_balances(table: TableReading, grid: Grid) -> Iterator[Claim]:
    """What is left of the year and of all years, from the totals of income and spending of the same owner."""
    book: dict[str, _Headed] = {}
    heads: list[Row] = []
    for row in grid.rows:
        if not any(cell.figure for cell in row.cells):
            heads.append(row)
            continue
        found = _named(heads, row)
        heads = []
        if "income" in found:
            book = found if _holds_opening(found, row) else {}
        elif "spending" in found and book:
            yield from _left(table, book | found)
            book = {}


def _named(heads: Sequence[Row], row: Row) -> dict[str, _Headed]:
    """The figures of an account by what the columns are called."""
    found: dict[str, _Headed] = {}
    for head, cell in zip(_leaves(heads[-_MOST_HEADS:], row.width), row.cells, strict=False):
        if head is None or cell.figure is None:
            continue
        name = next((name for name, words in _COLUMNS.items() if words.fullmatch(head.words)), None)
        if name is not None:
            found[name] = (head, cell.figure)
    return found


def _leaves(heads: Sequence[Row], width: int) -> list[Cell | None]:
    """The lowest head of each column; empty where the rows of the head don't fit together.

    A cell over several columns has its parts in the row below; the cells beside it stand over empty ones.
    """
    leaves: list[Cell | None] = []
    for row in reversed(heads):
        if not leaves:
            leaves = [cell if cell.words else None for cell in row.cells]
            continue
        split = [at for at, cell in enumerate(leaves) if cell is not None]
        if not split:
            continue
        before, behind = split[0], len(leaves) - 1 - split[-1]
        if row.width < before + behind + 1 or None in leaves[before : len(leaves) - behind]:
            break
        leaves[:before] = [cell if cell.words else None for cell in row.cells[:before]]
        if behind:
            leaves[-behind:] = [cell if cell.words else None for cell in row.cells[-behind:]]
    return leaves if len(leaves) == width else []


def _holds_opening(found: dict[str, _Headed], row: Row) -> bool:
    """Whether the income is told with what was left of the year before in it: all parts add up to it."""
    if "opening" not in found:
        return False
    income = found["income"][1]
    parts = [cell.figure.value for cell in row.cells if cell.figure is not None and cell.figure != income]
    return sum(parts, Decimal(0)) == income.value


def _left(table: TableReading, found: dict[str, _Headed]) -> Iterator[Claim]:
    income, spending, opening = found["income"][1], found["spending"][1], found["opening"][1]
    for name, minus in (("year", [opening, spending]), ("left", [spending])):
        if name not in found:
            continue
        head, stated = found[name]
        for claim in balance_claim(table, entry(head, stated), [income], minus):
            is_left = name == "year" and opening.value and stated.value == income.value - spending.value
            slip = "；可能把累计结余写成了当年结余。" if is_left else "。"
            yield replace(claim, start=stated.start, reason=claim.reason.removesuffix("。") + slip)
