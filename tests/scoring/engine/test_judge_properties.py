"""What holds for every pair: units, spelling and more of the same never turn a verdict round."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.engine.judge import Judgement, judge
from scoring.engine.units import convert
from tests.scoring.engine.test_judge_golden import ROWS
from tests.scoring.engine.test_quantity import WIDE

EXACT = [
    ("万元", "元"),
    ("亿元", "万元"),
    ("亿元", "元"),
    ("万人", "人"),
    ("小时", "分钟"),
    ("天", "小时"),
    ("公顷", "亩"),
    ("公里", "米"),
    ("吨", "斤"),
    ("%", "‰"),
    ("年", "个月"),
]
SIGNS = st.sampled_from(["≥", "≤", ">", "<", "=", ""])
FIGURES = st.decimals(1, 10_000, places=1)
RANK: dict[bool | None, int] = {False: 0, None: 1, True: 2}


def outcome(judgement: Judgement) -> tuple[bool | None, Decimal | None]:
    return judgement.achieved, judgement.ratio


@settings(deadline=None)
@given(SIGNS, FIGURES, FIGURES, st.sampled_from(EXACT))
def test_judge_is_untouched_by_the_unit(
    sign: str, target: Decimal, actual: Decimal, units: tuple[str, str]
) -> None:
    large, small = units
    goal, done = convert(target, large, small), convert(actual, large, small)
    assert goal is not None
    assert done is not None

    same = judge(f"{sign}{target}{large}", f"{actual}{large}")
    finer_actual = judge(f"{sign}{target}{large}", f"{done:f}{small}")
    finer_target = judge(f"{sign}{goal:f}{small}", f"{actual}{large}")
    finer_both = judge(f"{sign}{goal:f}{small}", f"{done:f}{small}")

    assert outcome(same) == outcome(finer_actual) == outcome(finer_target) == outcome(finer_both)


@settings(deadline=None)
@given(st.sampled_from(["≥", "≤", ">", "<", ""]), st.integers(20, 100), st.integers(1, 99))
def test_judge_never_turns_round_on_a_decimal_for_a_percentage(sign: str, target: int, actual: int) -> None:
    written = judge(f"{sign}{target}%", f"{actual}%").achieved
    decimal = judge(f"{sign}{target}%", f"{Decimal(actual) / 100}").achieved

    assert decimal in (written, None)


@settings(deadline=None)
@given(
    st.sampled_from(["≥", ">", ""]), FIGURES, FIGURES, FIGURES, st.sampled_from(["人", "万元", "%", "公里"])
)
def test_judge_is_never_worse_for_more_of_a_floor(
    sign: str, target: Decimal, one: Decimal, other: Decimal, unit: str
) -> None:
    less, more = sorted((one, other))

    low, high = (judge(f"{sign}{target}{unit}", f"{actual}{unit}") for actual in (less, more))

    assert RANK[low.achieved] <= RANK[high.achieved]


@settings(deadline=None)
@given(st.sampled_from(["≤", "<"]), FIGURES, FIGURES, FIGURES, st.sampled_from(["人", "万元", "%", "天"]))
def test_judge_is_never_better_for_more_of_a_ceiling(
    sign: str, target: Decimal, one: Decimal, other: Decimal, unit: str
) -> None:
    less, more = sorted((one, other))

    low, high = (judge(f"{sign}{target}{unit}", f"{actual}{unit}", name="事故") for actual in (less, more))

    assert RANK[low.achieved] >= RANK[high.achieved]


def spread(text: str | None) -> str | None:
    """The cell as an input method in full-width mode types it."""
    if text is None:
        return None
    return text.replace("≥", ">=").replace("≤", "<=").translate(WIDE | {ord("("): "（", ord(")"): "）"})


@pytest.mark.parametrize(
    "row", ROWS[::3], ids=lambda row: f"{row['indicator']} {row['target']} {row['actual']}"
)
def test_judge_reads_wide_and_narrow_alike(row: dict[str, Any]) -> None:
    place = {"level1": row["level1"], "level2": row["level2"], "name": row["indicator"]}

    narrow = judge(row["target"], row["actual"], **place)
    wide = judge(spread(row["target"]), spread(row["actual"]), **place)

    assert (wide.direction, *outcome(wide)) == (narrow.direction, *outcome(narrow))


@pytest.mark.parametrize("text", ["应为" * 400, "1" * 980, "预算" * 490, "12月" * 300, "(" * 900, "①" * 900])
def test_judge_reads_a_stuttering_cell_in_no_time(text: str) -> None:
    for target, actual in ((text, "未超预算"), ("控制在预算内", text), ("≥95%", text), ("12月底前", text)):
        assert judge(target, actual, name=text).reason
