"""I_ZERODEN: a ratio stated, or full marks claimed for it, although its denominator is zero."""

from typing import Any

import pytest

from tests.scoring.engine.checks.rows import found
from tests.scoring.engine.checks.small import FORM

CODE = "I_ZERODEN"
NOTHING = {"tables/funds/own": {"full": "0", "a": "0", "b": "0", "spent": "6"}}
UNIT_DEDUCT = "{kind: unit_deduct, value: headcount, unit: 人, threshold: 10, direction: max, per: 1}"
RATIO = UNIT_DEDUCT.replace("value: headcount", "value: headcount / funds.own.full * 100")
TABLE_RATE = FORM.replace(
    "derived: {own.full: funds.own.a + funds.own.b}",
    "derived: {own.full: funds.own.a + funds.own.b, own.rate: funds.own.spent / funds.own.full * 100}",
).replace("spent: 执行数}", "spent: 执行数, rate: {label: 执行率, type: percent}}")
LIST_RATE = FORM.replace(
    "\nlists:\n",
    "\nlists:\n  lines: {title: 支出明细, columns: {code: {label: 科目, type: text}, plan: 年初预算数, paid: 决算数,\n"
    "    share: {label: 完成预算, type: percent}}, derived: {share: paid / plan * 100}}\n",
).replace("      - {list: people}\n", "      - {list: people}\n      - {list: lines}\n")


def line(number: int, plan: str | None, share: str | None) -> dict[str, str | None]:
    return {"id": f"l{number}", "code": f"21{number}", "plan": plan, "paid": "5", "share": share}


def test_stated_rate_without_a_denominator() -> None:
    (finding, *_) = found(CODE, {**NOTHING, "facts/rate": "287"})

    assert (finding.anchor, finding.severity, finding.stated) == ("page/rate", "warning", "287")
    assert finding.message == ("执行率填写 287%，但分母（预算数）为 0，这个比率没有意义。请留空或核对分母。")


def test_blank_rate() -> None:
    changes: dict[str, Any] = {**NOTHING, "facts/rate": None, "answers/execution/self_score": "0"}

    assert found(CODE, changes) == []


def test_stated_zero_is_no_rate_either_and_information() -> None:
    (finding,) = found(CODE, {**NOTHING, "facts/rate": "0", "answers/execution/self_score": "0"})

    assert (finding.anchor, finding.severity, finding.stated) == ("page/rate", "information", "0")
    assert finding.message == (
        "执行率填写 0%，但分母（预算数）为 0，没有比率可言，不等于 0。请留空，或说明不适用。"
    )


def test_stated_zeros_are_said_once() -> None:
    changes = {**NOTHING, "facts/rate": "0", "answers/execution/self_score": "0"}
    changes["tables/funds/own"] = {**NOTHING["tables/funds/own"], "rate": "0"}

    (finding,) = found(CODE, changes, TABLE_RATE)

    assert (finding.anchor, finding.also) == ("page/rate", ("page/funds/own/rate",))
    assert finding.message.startswith("执行率、执行率填写 0%，但分母（预算数）为 0")


def test_cell_of_a_table() -> None:
    changes = {**NOTHING, "facts/rate": None, "answers/execution/self_score": "0"}
    changes["tables/funds/own"] = {**NOTHING["tables/funds/own"], "rate": "100"}

    (finding,) = found(CODE, changes, TABLE_RATE)

    assert finding.anchor == "page/funds/own/rate"


def test_figure_that_is_no_percentage_has_the_unit_of_its_table() -> None:
    changes = {**NOTHING, "facts/rate": None, "answers/execution/self_score": "0"}
    changes["tables/funds/own"] = {**NOTHING["tables/funds/own"], "rate": "100"}
    form = TABLE_RATE.replace(
        "rate: {label: 执行率, type: percent}}", "rate: {label: 人均支出, type: money}}"
    )

    assert found(CODE, changes, form)[0].message.startswith("人均支出填写 100万元，但分母（预算数）为 0")


def test_column_of_an_open_list_is_said_once() -> None:
    rows = [
        line(1, "0", "100"),
        line(2, "5", "100"),
        line(3, "0", "0"),
        line(4, None, "100"),
        line(5, "0", "100"),
    ]

    finding, zero = found(CODE, {"lists/lines": rows}, LIST_RATE)

    assert (finding.anchor, finding.also) == ("page/lines/l1/share", ("page/lines/l5/share",))
    assert (zero.anchor, zero.severity, zero.stated) == ("page/lines/l3/share", "information", "0")
    assert zero.message == (
        "支出明细“完成预算”的分母（年初预算数）为 0，却填了 0：213。比率没有意义，请留空或说明不适用。"
    )
    assert (finding.severity, finding.stated) == ("warning", "100")
    assert finding.message == (
        "支出明细“完成预算”的分母（年初预算数）为 0，却填了数：211、215。比率没有意义，请留空或核对分母。"
    )


def test_open_list_in_order() -> None:
    assert found(CODE, {"lists/lines": [line(1, "5", "100"), line(2, "0", None)]}, LIST_RATE) == []


def test_full_marks_for_a_ratio_that_cannot_be_computed() -> None:
    (finding,) = found(CODE, {**NOTHING, "facts/rate": None, "answers/execution/self_score": "10"})

    assert (finding.anchor, finding.stated) == ("page/execution/self_score", "10")
    assert finding.message == (
        "预算执行率的分母（预算数）为 0，比率无法计算，却自评满分 10 分。请补充数据，或说明不适用的理由。"
    )


@pytest.mark.parametrize("own", ["9", None])
def test_lower_score_or_none(own: str | None) -> None:
    assert found(CODE, {**NOTHING, "facts/rate": None, "answers/execution/self_score": own}) == []


def test_scheme_that_says_what_such_a_row_gets() -> None:
    changes = {**NOTHING, "facts/rate": None, "answers/execution/self_score": "0"}
    decided = RATIO.removesuffix("}") + ", zero_denominator: full}"

    assert len(found(CODE, changes, FORM.replace(UNIT_DEDUCT, RATIO))) == 1
    assert found(CODE, changes, FORM.replace(UNIT_DEDUCT, decided)) == []


def test_right_filing_and_blank_denominators() -> None:
    blank = {"full": None, "a": None, "b": None, "spent": "6"}

    assert found(CODE) == []
    assert found(CODE, {"tables/funds/own": blank, "facts/rate": "287"}) == []
