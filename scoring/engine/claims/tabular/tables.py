"""Tables that stand in a text: sums by code, line and column, points and their totals, rates of execution."""

from collections.abc import Iterator
from itertools import chain

from scoring.engine.claims.claim import Claim, Verdict
from scoring.engine.claims.tabular.balance_rows import balance_rows
from scoring.engine.claims.tabular.coded_rows import coded_sums
from scoring.engine.claims.tabular.fund_rows import fund_claims
from scoring.engine.claims.tabular.grids import grids
from scoring.engine.claims.tabular.headed_rows import headed_sums
from scoring.engine.claims.tabular.indicator_rows import Count, counts, repeated_counts
from scoring.engine.claims.tabular.ledger_rows import ledger_sums
from scoring.engine.claims.tabular.plain_rows import plain_sums
from scoring.engine.claims.tabular.project_funds import ProjectFunds, project_funds, repeated_funds
from scoring.engine.claims.tabular.score_columns import sheets
from scoring.engine.claims.tabular.score_rows import score_claims
from scoring.engine.claims.tabular.table_sums import TableReading
from scoring.engine.claims.tabular.weight_groups import weight_groups
from scoring.engine.claims.tabular.yearly_rows import yearly_balances
from scoring.engine.claims.text.reading import Reading

_CHECKS = (coded_sums, ledger_sums, headed_sums, plain_sums, balance_rows, yearly_balances)
_POINTS = (score_claims, weight_groups, fund_claims)
_WEIGHT: dict[Verdict, int] = {"inconsistent": 0, "check": 1, "rounding": 2, "consistent": 3}


def find(reading: Reading) -> Iterator[Claim]:
    """The claims of every table, each figure once for each kind."""
    table = TableReading(reading)
    projects: list[ProjectFunds] = []
    counted: list[Count] = []
    for grid in grids(reading):
        points = list(sheets(grid))
        projects += project_funds(grid, points)
        counted += counts(grid)
        kept: dict[tuple[str, int], Claim] = {}
        found = chain(
            *(check(table, grid) for check in _CHECKS), *(check(table, points) for check in _POINTS)
        )
        for claim in found:
            key = (claim.kind, claim.end)
            if key not in kept or _WEIGHT[claim.verdict] < _WEIGHT[kept[key].verdict]:
                kept[key] = claim
        yield from kept.values()
    yield from repeated_funds(reading, projects)
    yield from repeated_counts(reading, counted)
