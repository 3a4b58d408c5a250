"""元 and 万元 in one formula, and figures that stand under another unit than their own."""

import pytest

from scoring.engine.loading import scheme_problems

FORM = """\
code: units
version: 1
title: 单位
scope: overall
money_unit: 元
total_weight: 10
facts:
  spent: {label: 支出}
  ten: {label: 支出（万元）, unit: 万元}
  heads: {label: 人数, type: count, unit: 人}
  rate: {label: 比率, type: percent}
  same: {label: 同一个数, derived: spent}
  per_head: {label: 人均, unit: 万元/人, derived: ten / heads}
tables:
  funds:
    title: 资金
    unit: 万元
    rows: {all: 合计, own: 自有}
    columns: {paid: 已付, share: {label: 占比, type: percent}}
    derived: {all.paid: funds.own.paid}
lists:
  codes: {title: 科目, unit: 元, hierarchy: {column: code, lengths: [3]}, total: 合计,
          columns: {code: {label: 编码, type: text}, paid: 已付}}
indicators:
  - id: saved
    name: 结余
    weight: 10
    rule: {kind: compare_reference, actual: spent, reference: same, unit: 元,
           cases: [{relation: not_above, text: 不超过, points: 10}]}
sections:
  - key: page
    title: 页
    blocks:
      - {facts: [spent, ten, heads, rate]}
      - {table: funds}
      - {list: codes}
      - {answers: [saved]}
      - {chart: bars}
charts:
  bars: {title: 图, kind: bar, unit: 元, bars: [{label: 支出, value: spent}]}
checks:
  - {code: X_ONE, stated: spent, computed: "codes[all].paid"}
"""


def problems(old: str, new: str) -> list[str]:
    assert old in FORM
    return [str(problem) for problem in scheme_problems(FORM.replace(old, new, 1), "单位.yaml")]


def test_form_in_one_unit_for_each_figure_is_sound() -> None:
    assert scheme_problems(FORM) == ()


BOTH = "金额单位不一致：“spent”是元、“ten”是万元，请先换算"
MIXED = [
    ("derived: spent}", "derived: spent + ten}", 12, BOTH),
    ("derived: spent}", "derived: 'max(spent, ten)'}", 12, BOTH),
    ("derived: spent}", "derived: ten}", 12, "金额单位不一致：“ten”是万元，这里是元"),
    ("all.paid: funds.own.paid", "all.paid: spent", 20, "金额单位不一致：“spent”是元，这里是万元"),
    ("computed: \"codes[all].paid\"", "computed: funds.all.paid", 42,
     "金额单位不一致：“funds.all.paid”是万元、“spent”是元，请先换算"),
    ("stated: spent, computed", "stated: ten, computed", 42,
     "金额单位不一致：“codes[all].paid”是元、“ten”是万元，请先换算"),
    ("stated: spent, computed", "stated: funds.all.paid, computed", 42,
     "金额单位不一致：“codes[all].paid”是元、“funds.all.paid”是万元，请先换算"),
    ("reference: same, unit: 元", "reference: same", 28, "金额单位不一致：“spent”是元，这里是万元"),
    ("reference: same, unit", "reference: ten, unit", 28, "金额单位不一致：“ten”是万元，这里是元"),
    ("value: spent}", "value: ten}", 40, "金额单位不一致：“ten”是万元，这里是元"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "line", "message"), MIXED)
def test_units_of_money_are_not_mixed(old: str, new: str, line: int, message: str) -> None:
    assert f"单位.yaml:{line}: {message}" in problems(old, new)


RATE = "{label: 比率, type: percent}"
OWN_RULE = FORM[FORM.index("{kind: compare") : FORM.index("sections:")].rstrip()
SHARE = "两数之比要写上 * 100 才是百分数"
SHARES = [
    ("derived: spent}", "type: percent, derived: spent / heads}", 12, SHARE),
    ("{all.paid: funds.own.paid}", "{all.share: funds.own.paid / funds.all.paid}", 20, SHARE),
    ("paid: 已付}}", f"paid: 已付, due: 应付, rate: {RATE}}}, derived: {{rate: paid / due}}}}", 23, SHARE),
    (OWN_RULE, "{kind: unit_deduct, value: spent / same, threshold: 100, direction: max, per: 1}", 28, SHARE),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "line", "message"), SHARES)
def test_share_of_one_is_no_percentage(old: str, new: str, line: int, message: str) -> None:
    assert f"单位.yaml:{line}: {message}" in problems(old, new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("derived: spent}", "type: percent, derived: spent / heads * 100}"),
        ("derived: spent}", "type: percent, derived: 100 * spent / heads}"),
        ("derived: spent}", "type: percent, derived: rate / 2}"),
        ("derived: spent}", "type: percent, derived: rate / heads}"),
        ("derived: spent}", "type: percent, derived: rate - 1}"),
        ("derived: spent}", "derived: spent + ten * 10000}"),
        ("derived: spent}", "derived: spent / ten}"),
        ("derived: spent}", "derived: spent if ten > 0 else spent}"),
        ("derived: spent}", "derived: heads + heads, type: count}"),
        ("derived: spent}", "type: percent, derived: rate}"),
        ("stated: spent, computed", "stated: spent / 10000, computed"),
        ("kind: bar, unit: 元", "kind: bar"),
        ("kind: bar, unit: 元", "kind: bar, unit: 个"),
    ],
)
def test_what_may_convert_or_is_no_money_is_left_alone(old: str, new: str) -> None:
    assert problems(old, new) == []


def test_broken_formula_is_said_once() -> None:
    assert problems("derived: spent}", "derived: spent +}") == ["单位.yaml:12: 公式“spent +”不能识别"]
