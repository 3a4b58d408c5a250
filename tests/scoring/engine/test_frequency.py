import pytest

from scoring.engine.quantity import read_quantity


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("每月2次", 2, "次/个月"),
        ("每季度不少于1次", 1, "次/季度"),
        ("每人每年40元", 40, "元/人/年"),
        ("平均每户1.4万元", 1.4, "万元/户"),
        ("每两月1期", 1, "期/2个月"),
        ("每2个月1期", 1, "期/2个月"),
        ("每双周1次", 1, "次/2周"),
        ("每半年1次", 1, "次/半年"),
        ("每15天1次", 1, "次/15天"),
        ("每学期2次", 2, "次/学期"),
        ("每季度更新1次", 1, "次/季度"),
        ("每两个月召开会议1次", 1, "次/2个月"),
        ("半年一次", 1, "次/半年"),
        ("两个月1期", 1, "期/2个月"),
        ("一年2次", 2, "次/年"),
        ("1次/2个月", 1, "次/2个月"),
        ("2次/学期", 2, "次/学期"),
        ("1次/半年", 1, "次/半年"),
        ("每3年1次", 1, "次"),
        ("上半年1次", 1, "次"),
    ],
)
def test_period_beside_a_number_belongs_to_its_unit(text: str, number: float, unit: str) -> None:
    quantity = read_quantity(text)

    assert float(quantity.number or 0) == number
    assert quantity.unit == unit


def test_number_of_a_period_alone_is_a_number() -> None:
    assert read_quantity("每3天").unit == "天"
