"""N_DEC: the same figure at another decimal place."""

import pytest

from scoring.engine.filing import Filing
from tests.scoring.engine.checks.dossiers import filed, found, only

FORM = """
code: decimals
version: 1
title: 报告
scope: overall
scoring: none
facts:
  overview: {label: 政府采购支出, unit: 元}
  table: {label: 政府采购 支出, unit: 元}
  summary: {label: 政府采购支出}
  people: {label: 政府采购支出, type: count, unit: 人}
  rate: {label: 政府采购支出, type: percent}
sections:
  - {key: page, title: 页, blocks: [facts: [overview, table, summary, people, rate]]}
"""


def stated(**cells: str) -> Filing:
    return filed(FORM, cells)


def test_same_digits_at_another_place_are_found_at_the_first_cell() -> None:
    finding = only("N_DEC", stated(overview="8984.2", table="89842"))

    assert (finding.anchor, finding.severity, finding.also) == ("page/overview", "warning", ("page/table",))
    assert finding.message == ("“政府采购 支出”有两个数：8,984.2元和89,842元，可能点错了小数点（相差10倍）。")
    assert (finding.stated, finding.computed) == ("8984.2", "89842")
    assert not finding.touches_score


def test_three_digits_are_enough() -> None:
    assert len(found("N_DEC", stated(overview="8.98", table="89.8"))) == 1


def test_figures_are_compared_in_one_unit() -> None:
    finding = only("N_DEC", stated(overview="89842", summary="89842"))

    assert finding.message == (
        "“政府采购支出”有两个数：89,842元和89,842万元，可能把元和万元写混了（相差10,000倍）。"
    )


@pytest.mark.parametrize(
    "cells",
    [
        {"overview": "89842", "table": "89842"},
        {"overview": "89842", "summary": "8.9842"},
        # round figures, another sign, other digits, other kinds of figures, powers that nobody slips
        {"overview": "5000", "table": "500"},
        {"overview": "89842", "table": "89843"},
        {"overview": "89842", "people": "898420"},
        {"overview": "89842", "rate": "8984.2"},
        {"overview": "898.42", "table": "89842000"},
        {"overview": "89842"},
        {"overview": "0", "table": "89842"},
    ],
)
def test_other_figures_draw_nothing(cells: dict[str, str]) -> None:
    assert found("N_DEC", stated(**cells)) == []
