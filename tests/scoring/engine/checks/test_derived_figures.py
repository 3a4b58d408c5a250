"""X_PARTS, X_RATE, X_BALANCE: stated figures against what they derive from, with the likely cause."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.engine.checks.cell_causes import cell_cause
from scoring.engine.filing import Filing
from tests.scoring.engine.checks.dossiers import Cells, filed, found, only

FORM = """
code: derived
version: 1
title: 决算说明
scope: overall
scoring: none
facts:
  now: {label: 本年收入, unit: 万元}
  before: {label: 上年收入, unit: 万元}
  change: {label: 增减额, unit: 万元, derived: now - before, stated: true, negative: true}
  growth: {label: 增减率, type: percent, derived: change / before * 100, stated: true, check: X_RATE, negative: true}
  general: {label: 一般公共预算收入, unit: 万元}
  bought: {label: 采购支出, unit: 万元}
  planned: {label: 采购预算, unit: 万元}
  saving: {label: 节支率, type: percent, derived: (planned - bought) / planned * 100, stated: true, check: X_RATE}
  people: {label: 编制人数, type: count, unit: 人, derived: before_people + more, stated: true}
  before_people: {label: 上年人数, type: count, unit: 人}
  more: {label: 增加人数, type: count, unit: 人}
tables:
  balance:
    title: 收支结余
    unit: 万元
    rows: {own: 本单位}
    columns:
      income: 收入合计
      carried: 上年结转
      spent: 支出合计
      current: 当年结余
      all: 累计结余
      staff: {label: 人数, type: count}
    derived:
      own.current: balance.own.income - balance.own.carried - balance.own.spent
      own.all: balance.own.income - balance.own.spent
      own.staff: people + more
    check: X_BALANCE
lists:
  items:
    title: 支出决算
    unit: 万元
    columns:
      name: {label: 科目, type: text}
      budget: 预算数
      spent: 决算数
      left: 结余
      staff: {label: 人数, type: count}
      rate: {label: 完成预算, type: percent}
    derived: {rate: spent / budget * 100, left: budget - spent, staff: budget + spent}
    tolerance: 0.05
sections:
  - key: page
    title: 页
    blocks:
      - {facts: [now, before, change, growth, general, bought, planned, saving, people, before_people, more]}
      - {table: balance}
      - {list: items}
"""
FACTS = [
    "now",
    "before",
    "change",
    "growth",
    "bought",
    "planned",
    "saving",
    "people",
    "before_people",
    "more",
]
COLUMNS = ["income", "carried", "spent", "current", "all", "staff"]
YEARS = {"now": "760.35", "before": "1651.24", "general": "746.35"}


def told(cells: Cells | None = None, **balance: str) -> Filing:
    return filed(FORM, cells, tables={"balance": {"own": dict(balance)}})


def listed(**cells: str) -> Filing:
    return filed(FORM, lists={"items": [{"id": "a", "name": "行政运行", **cells}]})


def test_rate_with_another_base_tells_which() -> None:
    finding = only("X_RATE", told({**YEARS, "now": "1000", "growth": "-65.12"}))

    assert (finding.anchor, finding.severity) == ("page/growth", "warning")
    assert finding.message == (
        "增减率填写 -65.12%，应为 增减额-651.24 ÷ 上年收入1,651.24 = -39.44%。可能误以本年收入1,000为分母。"
    )


@pytest.mark.parametrize(
    ("code", "cells", "cause"),
    [
        ("X_PARTS", {**YEARS, "change": "-904.89"}, "可能把本年收入取成了一般公共预算收入746.35。"),
        ("X_PARTS", {**YEARS, "change": "890.89"}, "可能漏写了负号。"),
        ("N_SIGN", {**YEARS, "growth": "53.95"}, "可能漏写了负号。"),
        ("N_YOY", {**YEARS, "growth": "-185.35"}, "可能把分子和分母写颠倒了。"),
        ("N_YOY", {**YEARS, "growth": "-117.2"}, "可能误以本年收入760.35为分母。"),
        ("N_YOY", {**YEARS, "growth": "-117"}, ""),
        (
            "X_RATE",
            {"bought": "8.98", "planned": "30", "saving": "29.93"},
            "可能填成了与它互补的比率（100% − 70.07%）。",
        ),
        ("N_YOY", {"bought": "31", "planned": "30", "saving": "103.33"}, ""),
        ("X_PARTS", {"before_people": "1053", "more": "120", "people": "1053"}, "可能漏加了增加人数120。"),
        ("X_PARTS", {"before_people": "1053", "more": "120", "people": "1293"}, "可能重复加了增加人数120。"),
        ("X_PARTS", {"before_people": "53", "more": "2", "people": "61"}, ""),
    ],
)
def test_likely_cause_ends_the_message(code: str, cells: Cells, cause: str) -> None:
    message = only(code, told(cells)).message

    assert message.partition("。")[2] == cause


def test_figure_of_a_blank_cell_beside_it_was_put_into_the_wrong_column() -> None:
    own = {"income": "2067.98", "carried": "161.56", "spent": "1555.27"}

    wrong = only("X_BALANCE", told(**own, current="512.71"))
    stated_twice = only("X_BALANCE", told(**own, current="512.71", all="512.71"))

    assert wrong.message == (
        "当年结余填写 512.71万元，应为 收入合计2,067.98 − 上年结转161.56 − 支出合计1,555.27 = 351.15万元。"
        "可能填错了栏，这是累计结余的数。"
    )
    assert "填错了栏" not in stated_twice.message


def test_figures_that_agree_or_are_blank_draw_nothing() -> None:
    own = told(
        {**YEARS, "change": "-890.89", "growth": "-53.95"}, income="5", spent="3", current="2", all="2"
    )

    assert not [finding for code in ("X_PARTS", "X_RATE", "X_BALANCE") for finding in found(code, own)]
    assert found("X_RATE", told({"growth": "5"})) == []
    assert found("X_RATE", told({"growth": "5", "now": "5", "before": "0"})) == []


def test_differences_within_the_tolerance_draw_nothing() -> None:
    assert found("X_PARTS", told({**YEARS, "change": "-890.88"})) == []
    assert found("X_PARTS", listed(budget="10", spent="4", left="6.05")) == []
    assert len(found("X_PARTS", listed(budget="10", spent="4", left="6.051"))) == 1


def test_counts_in_a_table_of_money_have_no_money_unit() -> None:
    own = filed(
        FORM,
        {"before_people": "5", "more": "1"},
        tables={"balance": {"own": {"staff": "9"}}},
        lists={"items": [{"id": "a", "name": "行政运行", "budget": "4", "spent": "1", "staff": "9"}]},
    )

    assert only("X_BALANCE", own).message.startswith("人数填写 9，应为 ")
    assert only("X_PARTS", own).message.startswith("行政运行人数填写 9，应为 ")


def test_rate_in_a_row_of_a_list_is_found_in_its_cell() -> None:
    finding = only("X_RATE", listed(budget="795.78", spent="777.19", rate="79.66"))

    assert (finding.anchor, finding.severity) == ("page/items/a/rate", "warning")
    assert finding.message == (
        "行政运行完成预算填写 79.66%，应为 决算数777.19 ÷ 预算数795.78 = 97.66%。可能写颠倒了两位数字。"
    )
    assert (finding.stated, finding.computed, finding.difference) == ("79.66", "97.66", "-18")


def test_other_figures_of_a_row_are_found_under_another_code() -> None:
    finding = only("X_PARTS", listed(budget="10", spent="4", left="5"))

    assert (finding.anchor, finding.message) == (
        "page/items/a/left",
        "行政运行结余填写 5万元，应为 预算数10 − 决算数4 = 6万元。",
    )
    assert found("X_BALANCE", listed(budget="10", spent="4", left="5")) == []


@pytest.mark.parametrize(
    "cells",
    [
        {"budget": "795.78", "spent": "777.19", "rate": "97.66"},
        {"budget": "795.78", "spent": "777.19", "rate": "97.7"},
        {"budget": "0", "spent": "40.18", "rate": "100"},
        {"budget": "", "spent": "40.18", "rate": "100"},
        {"budget": "5", "spent": "4"},
        {"budget": "五", "spent": "4", "rate": "80"},
    ],
)
def test_rows_that_agree_or_have_no_base_draw_nothing(cells: dict[str, str]) -> None:
    assert found("X_RATE", listed(**cells)) == []


def test_row_whose_rate_is_what_is_left_says_so() -> None:
    message = only("X_RATE", listed(budget="300000", spent="89842", rate="70.05")).message

    assert message.endswith("可能填成了与它互补的比率（100% − 29.95%）。")


def test_rate_of_nothing_asks_which_of_the_two_is_wrong() -> None:
    finding = only("X_RATE", listed(budget="14", spent="14", rate="0"))

    assert finding.message == (
        "行政运行完成预算填写 0%，按 决算数14 ÷ 预算数14 计算为 100%。确为 0% 的，决算数应为 0，请核对。"
    )
    assert (finding.stated, finding.computed) == ("0", "100")


def test_rate_of_nothing_in_a_cell_of_its_own_asks_too() -> None:
    message = only("X_RATE", told({**YEARS, "growth": "0"})).message

    assert message.endswith("计算为 -53.95%。确为 0% 的，增减额应为 0，请核对。")


def test_nothing_of_a_difference_is_told_like_any_figure() -> None:
    assert "，应为 （" in only("X_RATE", told({"bought": "10", "planned": "30", "saving": "0"})).message
    assert "，应为 " in only("X_PARTS", listed(budget="10", spent="4", left="0")).message


CELL = st.sampled_from(
    ["", "0", "-0.01", "1", "99.99", "100", "1651.24", "999999999999999", "0.000001", "五", None]
)


@settings(max_examples=40, deadline=None)
@given(
    facts=st.dictionaries(st.sampled_from(FACTS), CELL),
    balance=st.dictionaries(st.sampled_from(COLUMNS), CELL),
)
def test_any_figures_are_compared(facts: Cells, balance: Cells) -> None:
    own = filed(FORM, facts, tables={"balance": {"own": balance}})

    for code in ("X_PARTS", "X_RATE", "X_BALANCE"):
        assert all(finding.message for finding in found(code, own))


def wide(figures: int, stated: str) -> Filing:
    """A sum of two figures among many of the same kind, the last of which is 1234.56."""
    names = [f"f{number}" for number in range(figures)]
    facts = "".join(f"  {name}: {{label: 数{name}}}\n" for name in names)
    form = (
        "code: wide\nversion: 1\ntitle: 宽表\nscope: overall\nscoring: none\nfacts:\n"
        "  a: {label: 甲}\n  b: {label: 乙}\n"
        f"  sum: {{label: 合计, derived: a + b, stated: true}}\n{facts}"
        f"sections: [{{key: page, title: 页, blocks: [{{facts: [a, b, sum, {', '.join(names)}]}}]}}]\n"
    )
    filled = {name: f"{number + 1}" for number, name in enumerate(names)} | {names[-1]: "1234.56"}
    return filed(form, {"a": "5000", "b": "70000", "sum": stated, **filled})


@pytest.mark.parametrize(("figures", "told"), [(200, True), (201, False)])
def test_cause_is_searched_among_the_first_figures_of_a_form(figures: int, told: bool) -> None:
    message = only("X_PARTS", wide(figures, "71234.56")).message

    assert message.endswith(f"可能把甲取成了数f{figures - 1}1,234.56。") is told


def test_figures_left_over_are_tried_for_the_next_name() -> None:
    assert only("X_PARTS", wide(100, "6234.56")).message.endswith("可能把乙取成了数f991,234.56。")
    assert "可能把" not in only("X_PARTS", wide(101, "6234.56")).message


def test_formula_that_can_not_be_turned_round_is_tried_figure_by_figure() -> None:
    own = told({"bought": "8.98", "planned": "30", "general": "45.14", "saving": "80.11"})

    assert only("X_RATE", own).message.endswith("可能把采购预算取成了一般公共预算收入45.14。")


@pytest.mark.parametrize("name", ["now", "growth", "saving"])
def test_cell_without_two_figures_has_no_cause(name: str) -> None:
    own = told({"now": "5", "before": "4", "saving": "0", "planned": "4", "bought": "3"})

    assert cell_cause(own.facts, name) == ""
