import pytest

from scoring.engine.growth import compare_growth
from scoring.engine.quantity import read_quantity


@pytest.mark.parametrize(
    ("target", "actual", "achieved"),
    [
        ("负增长", "下降1.8%", True),
        ("负增长", "零增长", False),
        ("零增长", "较上年减少2.1%", True),
        ("零增长", "与上年持平", True),
        ("零增长", "增长2.1%", False),
        ("零增长", "-3%", True),
        ("零增长", "3%", None),
        ("只减不增", "较上年增加3.6万元", False),
        ("同比不增长", "同比下降", True),
        ("不增加", "增长", False),
        ("只增不减", "增加5人", True),
        ("不减少", "减少5人", False),
        ("正增长", "增长6.2%", True),
        ("稳中有升", "下降1%", False),
        ("零增长", "控制良好", None),
        ("零增长", "≤2%", None),
    ],
)
def test_growth_reads_words_of_no_rise_and_no_fall(target: str, actual: str, achieved: bool | None) -> None:
    found = compare_growth(target, read_quantity(actual))

    assert (found.achieved if found else None) is achieved


def test_growth_leaves_other_targets() -> None:
    assert compare_growth("显著提升", read_quantity("增长5%")) is None
