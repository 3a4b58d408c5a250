"""N_UNIT: the same figure stated in two units that don't agree when converted."""

import pytest

from tests.scoring.engine.checks.dossiers import Cells, filed, found, only

FORM = """
code: units
version: 1
title: 自评报告
scope: overall
scoring: none
facts:
  bought: {label: 政府采购金额}
  bought.text: {label: 政府采购金额, unit: 元}
  cases: {label: 线上办件量（件）, type: count}
  cases.text: {label: 线上办件量（万件）, type: number}
  again: {label: 线上办件量, type: number, unit: 万件}
  people: {label: 参保人数, type: count, unit: 人}
  visits: {label: 参保人数, type: count, unit: 人次}
  bare: {label: 参保人数, type: count}
  spent: {label: 本年支出}
  spent.text: {label: 本年支出, unit: 元}
  derived: {label: 政府采购金额, unit: 亿元, derived: bought / 10000, stated: true}
sections:
  - key: page
    title: 页
    blocks:
      - facts: [bought, bought.text, cases, cases.text, again, people, visits, bare, spent, spent.text, derived]
"""


def stated(**cells: str) -> Cells:
    return {name.replace("_", "."): text for name, text in cells.items()}


def test_figure_in_two_units() -> None:
    finding = only("N_UNIT", filed(FORM, stated(bought="8.98", bought_text="98842")))

    assert (finding.anchor, finding.severity) == ("page/bought", "warning")
    assert finding.also == ("page/bought.text",)
    assert (finding.stated, finding.computed, finding.difference) == ("8.98", "9.88", "-0.9")
    assert finding.message == (
        "“政府采购金额”写成 8.98万元和 98,842元，后者合 9.8842万元，换算后不一致，请核对数字和单位。"
    )
    assert not finding.touches_score


def test_unit_may_stand_in_the_label() -> None:
    finding = only("N_UNIT", filed(FORM, stated(cases="21665", cases_text="2.1")))

    assert finding.message.startswith("“线上办件量”写成 21,665件和 2.1万件，后者合 21,000件")


def test_every_cell_is_compared_with_the_first() -> None:
    own = filed(FORM, stated(cases="21665", cases_text="2.17", again="2.5"))

    assert only("N_UNIT", own).also == ("page/again",)


# 8.984 is 8.98 or 8.99 as printed; a figure of few digits is compared as coarsely as it is written
@pytest.mark.parametrize(
    ("money", "text", "count"),
    [("8.98", "89842", 0), ("8.99", "89842", 1), ("9", "89842", 0), ("8.98", "90000", 1), ("0", "0", 0)],
)
def test_rounding_of_the_coarser_figure(money: str, text: str, count: int) -> None:
    assert len(found("N_UNIT", filed(FORM, stated(bought=money, bought_text=text)))) == count


def test_decimal_point_is_told_as_such() -> None:
    own = filed(FORM, stated(bought="89.842", bought_text="89842"))

    assert len(found("N_DEC", own)) == 1
    assert found("N_UNIT", own) == []


@pytest.mark.parametrize(
    "cells",
    [
        {"bought": "8.98"},
        {"people": "100", "visits": "300"},
        {"cases_text": "2.17", "again": "2.5"},
        {"people": "100", "bare": "300"},
        {"spent": "8.98", "spent_text": "98842"},  # every table has 本年支出
        {"bought": "8.98", "derived": "5"},  # compared with what it derives from
    ],
)
def test_one_figure_other_kinds_of_units_and_labels_that_say_little(cells: dict[str, str]) -> None:
    assert found("N_UNIT", filed(FORM, stated(**cells))) == []
