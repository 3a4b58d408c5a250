import pytest

from scoring.engine.reference import judge_reference


@pytest.mark.parametrize(
    ("wanted", "said", "achieved"),
    [
        ("不低于全省平均水平", "高于全省平均水平", True),
        ("不低于全省平均水平", "达到全省平均水平", True),
        ("不低于全省平均水平", "与全省平均水平持平", True),
        ("不低于全省平均水平", "低于全省平均水平", False),
        ("高于行业平均水平", "达到行业平均水平", False),
        ("高于行业平均水平", "不低于行业平均水平", None),
        ("不高于市场价", "低于市场价格", True),
        ("不高于市场价格", "与市场价格持平", True),
        ("不高于市场价格", "高于市场价格", False),
        ("达到当地平均水平", "不低于当地平均水平", True),
        ("不低于全省平均水平", "高于全国平均水平", None),
        ("不低于全省平均水平", "较好", None),
        ("达到当地平均水平", "高于当地平均水平", True),
        ("达到当地平均水平", "低于当地平均水平", False),
        ("与市场价格持平", "低于市场价格", None),
        ("与市场价格持平", "与市场价格持平", True),
        ("低于同类产品", "低于同类产品", True),
    ],
)
def test_judge_reference_compares_with_a_named_level(wanted: str, said: str, achieved: bool | None) -> None:
    assert judge_reference(wanted, said) is achieved
