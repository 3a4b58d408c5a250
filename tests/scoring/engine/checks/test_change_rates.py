"""N_YOY, N_SIGN: rates of change that can't be, or that point the other way."""

import pytest

from scoring.engine.filing import Filing
from tests.scoring.engine.checks.dossiers import filed, found, only

FORM = """
code: changes
version: 1
title: 决算说明
scope: overall
scoring: none
facts:
  now: {label: 本年收入}
  before: {label: 上年收入}
  left: {label: 结余, negative: true}
  left_before: {label: 上年结余, negative: true}
  gap: {label: 增减额, derived: now - before, stated: true, negative: true}
  growth: {label: 增长率, type: percent, derived: (now - before) / before * 100, stated: true, check: X_RATE, negative: true}
  from_gap: {label: 变动率, type: percent, derived: gap / before * 100, stated: true, check: X_RATE, negative: true}
  fall: {label: 减少率, type: percent, derived: (before - now) / before * 100, stated: true, check: X_RATE, negative: true}
  left_growth: {label: 结余变动率, type: percent, derived: (left - left_before) / left_before * 100, stated: true,
    check: X_RATE, negative: true}
  share: {label: 占比, type: percent, derived: now / before * 100, stated: true, check: X_RATE, negative: true}
  hidden: {label: 隐藏, type: percent, derived: (now - before) / before * 100}
lists:
  items:
    title: 支出明细
    columns:
      name: {label: 科目, type: text}
      now: 本年
      before: 上年
      left: {label: 结余, negative: true}
      growth: {label: 增长率, type: percent, negative: true}
      left_growth: {label: 结余增长率, type: percent, negative: true}
      times: {label: 增长倍数, type: number, negative: true}
    derived:
      growth: (now - before) / before * 100
      left_growth: (left - before) / before * 100
      times: (now - before) / before * 100
sections:
  - key: page
    title: 页
    blocks:
      - facts: [now, before, left, left_before, gap, growth, from_gap, fall, left_growth, share]
      - {list: items}
"""


def changed(**cells: str) -> Filing:
    return filed(FORM, {"now": "760.35", "before": "1651.24", **cells})


@pytest.mark.parametrize(
    ("name", "stated"), [("growth", "-117.17"), ("fall", "117.17"), ("from_gap", "-117.17")]
)
def test_decrease_of_more_than_everything_is_found(name: str, stated: str) -> None:
    finding = only("N_YOY", changed(**{name: stated}))

    label = {"growth": "增长率", "fall": "减少率", "from_gap": "变动率"}[name]
    due = "53.95" if name == "fall" else "-53.95"
    assert (finding.anchor, finding.severity) == (f"page/{name}", "warning")
    assert (finding.stated, finding.computed) == (stated, due)
    assert finding.message.startswith(f"{label}填写 {stated}%，减少的幅度不可能超过 100%，应为 ")
    assert not finding.touches_score


def test_decrease_of_more_than_everything_is_told_with_its_sum_and_its_cause() -> None:
    assert only("N_YOY", changed(growth="-117.17")).message == (
        "增长率填写 -117.17%，减少的幅度不可能超过 100%，应为 （本年收入760.35 − 上年收入1,651.24） ÷ "
        "上年收入1,651.24 = -53.95%。可能误以本年收入760.35为分母。"
    )


def test_it_is_found_without_the_figures_too() -> None:
    finding = only("N_YOY", filed(FORM, {"growth": "-100.01"}))

    assert (finding.anchor, finding.computed) == ("page/growth", None)
    assert finding.message == "增长率填写 -100.01%，减少的幅度不可能超过 100%，分母应是上年收入。"


def test_increase_stated_as_a_decrease_of_more_than_everything_is_said_once() -> None:
    own = changed(growth="-117.17", now="110", before="100")

    assert len(found("N_YOY", own)) == 1
    assert found("N_SIGN", own) == []


def test_it_says_its_sign_where_the_scheme_leaves_the_other_check_out() -> None:
    own = filed(
        f"{FORM}check_settings: {{N_YOY: off}}\n", {"now": "110", "before": "100", "growth": "-117.17"}
    )

    assert len(found("N_SIGN", own)) == 1


@pytest.mark.parametrize(
    ("cells", "code", "message"),
    [
        (
            {"now": "50", "before": "100", "growth": "-150"},
            "N_YOY",
            "行政运行增长率填写 -150%，减少的幅度不可能超过 100%，应为 （本年50 − 上年100） ÷ 上年100 = -50%。",
        ),
        (
            {"now": "43.77", "before": "100", "growth": "56.23"},
            "N_SIGN",
            (
                "行政运行增长率填写 56.23%，表示增加，按数据是减少，"
                "应为 （本年43.77 − 上年100） ÷ 上年100 = -56.23%。可能漏写了负号。"
            ),
        ),
    ],
)
def test_rows_of_an_open_list(cells: dict[str, str], code: str, message: str) -> None:
    own = filed(FORM, lists={"items": [{"id": "a", "name": "行政运行", **cells}]})

    finding = only(code, own)

    assert (finding.anchor, finding.message) == ("page/items/a/growth", message)
    assert found("X_RATE", own) == []


@pytest.mark.parametrize(
    "cells",
    [
        {"now": "50", "before": "100", "growth": "-50"},
        {"now": "50", "before": "100", "growth": None},
        {"now": "50", "before": "0", "growth": "50"},
        {"left": "-50", "before": "100", "left_growth": "-150"},
        {"left": None, "before": "100", "left_growth": "-150"},
        {"now": "50", "before": "100", "times": "-150"},
    ],
)
def test_rows_in_order_and_figures_that_are_no_percentage(cells: dict[str, str | None]) -> None:
    own = filed(FORM, lists={"items": [{"id": "a", "name": "行政运行", **cells}]})

    assert found("N_YOY", own) == found("N_SIGN", own) == []


@pytest.mark.parametrize(
    "cells",
    [
        {"growth": "-53.95"},
        {"growth": "-100"},
        {"growth": "420.45"},
        {"fall": "100"},
        {"fall": "-420"},
        # a share isn't a change, a balance may be negative
        {"share": "-117.17"},
        {"left_growth": "-117.17"},
        {"left": "-5", "left_before": "10", "left_growth": "-150"},
        {"left": "-15", "left_before": "-10", "left_growth": "-150"},
    ],
)
def test_what_can_be_draws_nothing(cells: dict[str, str]) -> None:
    assert found("N_YOY", changed(**cells)) == []


def test_negative_figures_that_are_filed_and_not_below_zero_are_impossible_too() -> None:
    assert len(found("N_YOY", changed(left="5", left_before="10", left_growth="-150"))) == 1
    assert len(found("N_YOY", changed(left="0", left_before="10", left_growth="-150"))) == 1
    assert len(found("N_YOY", changed(left="0.5", left_before="10", left_growth="-150"))) == 1


@pytest.mark.parametrize(
    ("name", "stated", "said"),
    [
        ("growth", "53.95", "增长率填写 53.95%，表示增加，按数据是减少，应为 "),
        ("growth", "0.5", "增长率填写 0.5%，表示增加，按数据是减少，应为 "),
        ("fall", "-53.95", "减少率填写 -53.95%，表示增加，按数据是减少，应为 "),
    ],
)
def test_rate_that_points_the_other_way_is_found(name: str, stated: str, said: str) -> None:
    finding = only("N_SIGN", changed(**{name: stated}))

    assert (finding.anchor, finding.severity) == (f"page/{name}", "warning")
    assert finding.message.startswith(said)
    assert found("X_RATE", changed(**{name: stated})) == []
    assert finding.stated == stated
    assert not finding.touches_score


def test_it_says_the_sum() -> None:
    finding = only("N_SIGN", changed(growth="89.38", now="58717.72", before="553127.18"))

    assert finding.message.endswith(
        "（本年收入58,717.72 − 上年收入553,127.18） ÷ 上年收入553,127.18 = -89.38%。可能漏写了负号。"
    )
    assert (finding.computed, finding.difference) == ("-89.38", "178.76")


def test_increase_stated_as_a_decrease() -> None:
    finding = only("N_SIGN", changed(growth="-10", now="110", before="100"))

    assert finding.message.startswith("增长率填写 -10%，表示减少，按数据是增加，应为 ")


@pytest.mark.parametrize(
    "cells",
    [
        {"growth": "-53.95"},
        {"growth": "0"},
        {"growth": "0.01", "now": "99.99", "before": "100"},
        {"growth": "5", "now": ""},
        {"growth": "5", "before": "0"},
        {"share": "-46.05"},
    ],
)
def test_right_sign_or_missing_figures_draw_nothing(cells: dict[str, str]) -> None:
    assert found("N_SIGN", changed(**cells)) == []
