from decimal import Decimal

import pytest

from scoring.engine.compare import Comparison, Interval, compare, interval_of, spoken, unanimous
from scoring.engine.direction import Direction
from scoring.engine.quantity import read_quantity

ONE, TWO = Decimal(1), Decimal(2)


def compared(target: str, actual: str, direction: Direction) -> Comparison:
    return compare(read_quantity(target), read_quantity(actual), direction)


def test_interval_inside_respects_open_ends() -> None:
    assert Interval(ONE, TWO).inside(Interval(ONE, TWO))
    assert Interval(ONE, TWO, low_open=True).inside(Interval(ONE, TWO, low_open=True))
    assert not Interval(ONE, TWO).inside(Interval(ONE, TWO, high_open=True))


def test_interval_apart_respects_open_ends() -> None:
    assert Interval(ONE, ONE).apart(Interval(ONE, TWO, low_open=True))
    assert Interval(TWO, TWO).apart(Interval(ONE, TWO, high_open=True))
    assert not Interval(ONE, ONE).apart(Interval(ONE, TWO))


def test_interval_of_spreads_an_approximation() -> None:
    assert interval_of(read_quantity("约100人")) == Interval(Decimal(95), Decimal(105))


@pytest.mark.parametrize(
    ("target", "actual", "direction", "achieved"),
    [
        (">90%", "90%", "min", False),
        (">90%", ">90%", "min", True),
        (">90%", "≥90%", "min", None),
        ("＜15日", "15日", "max", False),
        ("≥98%", "≥98%", "min", True),
        ("≥98%", "≥95%", "min", None),
        ("≥98%", "<98%", "min", False),
        ("=100%", "≥100%", "equal", None),
        ("=15台", "18台", "equal", False),
        ("220元/人", "220元/人", "equal", True),
        ("220元/人", "250元/人", "equal", None),
        ("约100人", "100人", "min", True),
        ("约100人", "96人", "min", None),
        ("约100人", "90人", "min", None),
        ("约100人", "70人", "min", False),
        ("30天左右", "30天", "max", True),
        ("30天左右", "31天", "max", None),
        ("300-350批次", "320-340批次", "range", True),
        ("300-350批次", "340-360批次", "range", None),
        ("300-350批次", "290批次", "range", False),
        ("6个月", "6个月", "unclear", True),
        ("6个月", "7个月", "unclear", None),
        ("≤5个工作日", "3.2天", "max", True),
        ("≤5个工作日", "8天", "max", None),
        ("≤1个月", "27天", "max", True),
        ("≤1个月", "30天", "max", None),
        ("≥2次/周", "390次", "min", True),
        ("≥1次/周", "48次", "min", False),
        ("52次", "1次/周", "min", True),
        ("≥1次/天", "250次", "min", None),
        ("≥1次/月", "1次", "min", None),
        ("≥4次/月", "3次", "min", False),
        ("≥4次/年", "3次", "min", False),
        ("≥24次", "24场", "min", True),
        ("≥60家", "63户", "min", True),
        ("≥0.2万人", "1900个", "min", False),
        ("≥60家", "63家次", "min", None),
        ("≤5个工作日", "5日内", "max", True),
        ("≤5个工作日", "7日内", "max", None),
        ("≤5个工作日", "约5天", "max", None),
        ("≤50万元", "5000", "max", None),
        ("≥2次/周", "2", "min", True),
        ("≥85%", "0.874", "min", True),
        ("≤1%", "0.06", "max", None),
        ("0.95", "96%", "min", True),
        ("≤320万元", "3185600", "max", True),
        ("5800", "0.58万元", "min", True),
        ("500元/人/月", "6000元/人", "equal", True),
        ("500元/人/年", "500元/人", "equal", True),
        ("100%", "1", "min", None),
        ("0%", "0", "max", True),
        ("≥100人", "120人次", "min", None),
        ("≥95%", "30人", "min", None),
        ("≥5%", "增长5个百分点", "min", None),
        ("≥2次/周", "200人", "min", None),
    ],
)
def test_compare_decides_only_what_the_cells_decide(
    target: str, actual: str, direction: Direction, achieved: bool | None
) -> None:
    found = compared(target, actual, direction)

    assert found.achieved is achieved
    assert found.reason


@pytest.mark.parametrize(
    ("target", "actual", "ratio"),
    [
        ("≥98%", "0.95", Decimal("0.95") * 100 / 98),
        ("≤160万元", "386万元", Decimal(386) / 160),
        ("≥2次/周", "208次", Decimal(2)),
        ("≥95%", "≥95%", Decimal(1)),
        ("≤2天", "≤20天", Decimal(10)),
        ("≥1.5亿元", "14800万元", Decimal("1.48") / Decimal("1.5")),
        ("0", "5", None),
        ("18-22℃", "20℃", None),
        ("≥20℃", "18-22℃", None),
        ("≥100人", "约100人", None),
        ("≥100人", "100次", None),
        ("≤1个月", "27天", None),
    ],
)
def test_compare_gives_actual_over_target(target: str, actual: str, ratio: Decimal | None) -> None:
    direction: Direction = "max" if target.startswith("≤") else "min"

    assert compared(target, actual, direction).ratio == ratio


def test_compare_names_both_units_of_a_mismatch() -> None:
    assert compared("≥100人", "120", "min").achieved is True
    assert "目标为“人”，完成值为“人次”" in compared("≥100人", "120人次", "min").reason


def test_unanimous_needs_every_part_met() -> None:
    assert unanimous([True, True]) is True
    assert unanimous([True, None]) is None
    assert unanimous([None, False]) is False
    assert unanimous([]) is None


def test_spoken_writes_a_quantity_out() -> None:
    assert [spoken(read_quantity(text)) for text in ("≥95%", "18—22℃", "约5人")] == [
        "≥95%",
        "18~22摄氏度",
        "约5人",
    ]
