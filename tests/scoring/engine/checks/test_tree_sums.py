"""N_SUM: stated sums over coded rows against the rows that they add up."""

import pytest

from scoring.engine.filing import Filing
from tests.scoring.engine.checks.dossiers import Cells, filed, found, only

FORM = """
code: tree
version: 1
title: 部门决算
scope: overall
scoring: none
lists:
  t03:
    title: 支出决算表
    unit: 万元
    hierarchy: {column: code, lengths: [3, 5, 7]}
    total: 合计
    columns: {code: {label: 编码, type: text}, name: {label: 科目, type: text}, sum: 本年支出, rate: {label: 占比, type: percent}}
    max_rows: 400
  plain:
    title: 项目明细
    total: 合计
    columns: {name: {label: 项目, type: text}, spent: 支出}
  free:
    title: 说明
    hierarchy: {column: code, lengths: [3, 5]}
    columns: {code: {label: 编码, type: text}, spent: 支出}
sections:
  - {key: page, title: 页, blocks: [{list: t03}, {list: plain}, {list: free}]}
"""
RIGHT = (("208", "55.11"), ("20805", "54.40"), ("2080505", "40.18"), ("2080506", "14.22"), ("20808", "0.71"))


def coded(*rows: tuple[str, str], total: str | None = None) -> Filing:
    listed: list[Cells] = [
        {"id": f"r{code}{number}", "code": code, "name": "科目", "sum": amount}
        for number, (code, amount) in enumerate(rows)
    ]
    return filed(FORM, lists={"t03": listed}, tables={"t03": {"total": {"sum": total}}})


def test_line_of_totals_is_compared_with_the_highest_level() -> None:
    finding = only("N_SUM", coded(*RIGHT, ("210", "100"), total="165.11"))

    assert (finding.anchor, finding.severity) == ("page/t03/total/sum", "warning")
    assert finding.message == (
        "支出决算表合计“本年支出”填写 165.11，各项之和为 155.11，差 10。可能写错了一位数字。"
    )
    assert (finding.stated, finding.computed, finding.difference) == ("165.11", "155.11", "10")
    assert not finding.touches_score


def test_row_is_compared_with_the_level_below_it_only() -> None:
    finding = only("N_SUM", coded(("208", "60.11"), *RIGHT[1:]))

    assert finding.anchor == "page/t03/r2080/sum"
    assert finding.message.startswith("支出决算表“208 科目”本年支出填写 60.11，各项之和为 55.11，差 5。")


@pytest.mark.parametrize(
    ("stated", "cause"),
    [
        ("14.22", "可能漏加了“2080505 科目”40.18。"),
        ("94.58", "可能重复加了“2080505 科目”40.18。"),
        ("50.00", ""),
    ],
)
def test_part_left_out_or_counted_twice_is_named(stated: str, cause: str) -> None:
    rows = (("20805", stated), ("2080505", "40.18"), ("2080506", "14.22"))

    assert only("N_SUM", coded(*rows)).message.partition("。")[2] == cause


def test_right_sums_draw_nothing() -> None:
    assert found("N_SUM", coded(*RIGHT, total="55.11")) == []


# Up to two cents are rounding; more is said where the printed parts may explain it, in case an item is missing.
@pytest.mark.parametrize(
    ("stated", "parts", "severity"),
    [
        ("827.82", ["100.20"] * 4 + ["427.00"], ""),
        ("827.821", ["100.20"] * 4 + ["427.00"], "information"),
        ("0.04", ["0.01", "0.01"], "warning"),
        ("116.06", ["10"] * 10 + ["16.03"], "information"),
        ("116.09", ["10"] * 10 + ["16.03"], "information"),
        ("116.10", ["10"] * 10 + ["16.03"], "warning"),
        ("0.02", ["0.01", "0.00", "0.00", "0.00", "0.00"], ""),
        ("0.03", ["0.01", "0.00", "0.00", "0.00", "0.00"], "warning"),
    ],
)
def test_rounding_is_told_from_a_missing_item(stated: str, parts: list[str], severity: str) -> None:
    rows = [(f"301{number:02}", part) for number, part in enumerate(parts)]

    severities = [finding.severity for finding in found("N_SUM", coded(("301", stated), *rows))]

    assert severities == ([severity] if severity else [])


def test_tail_is_said_as_a_question() -> None:
    rows = [(f"302{number:02}", "10") for number in range(11)]

    finding = only("N_SUM", coded(("302", "110.03"), *rows))

    assert finding.message.endswith("差 0.03，可能是四舍五入的尾差，也可能漏填了一项，请核对。")


@pytest.mark.parametrize(
    "rows",
    [
        [("208", ""), ("20805", "5")],
        [("208", "5")],
        [("208", "5"), ("20805", "")],
        [("208", "5"), ("21005", "7")],
        [("20", "5"), ("20805", "7")],
        [("208", "5"), ("2080505", "7")],
        [("2080505", "5")],
    ],
)
def test_blank_sums_and_rows_without_parts_draw_nothing(rows: list[tuple[str, str]]) -> None:
    assert found("N_SUM", coded(*rows, total="")) == []


def test_total_without_rows_of_the_highest_level_draws_nothing() -> None:
    assert found("N_SUM", coded(("20805", "5"), total="7")) == []


def test_list_without_codes_adds_up_all_its_rows() -> None:
    rows: list[Cells] = [{"id": "a", "name": "甲", "spent": "5"}, {"id": "b", "name": "乙", "spent": "2.5"}]
    own = filed(FORM, lists={"plain": rows}, tables={"plain": {"total": {"spent": "8"}}})

    assert only("N_SUM", own).anchor == "page/plain/total/spent"


def test_list_without_a_line_of_totals_is_checked_inside() -> None:
    rows: list[Cells] = [{"id": "a", "code": "208", "spent": "5"}, {"id": "b", "code": "20805", "spent": "3"}]

    assert only("N_SUM", filed(FORM, lists={"free": rows})).anchor == "page/free/a/spent"
