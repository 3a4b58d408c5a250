import pytest

from scoring.engine.claims.conversions import find
from tests.scoring.engine.claims.said import verdicts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("参保42.37万人（423730人）。", [("consistent", "42.37万人", "42.37万人")]),
        ("参保42.37万人（424730人）。", [("inconsistent", "42.37万人", "42.47万人")]),
        ("参保423730人（42.37万人）。", [("consistent", "42.37万人", "42.37万人")]),
        ("补助3万元，即30000元。", [("consistent", "3万元", "3万元")]),
        ("面积1.2亩，折合800平方米。", [("consistent", "1.2亩", "1.2亩")]),
        ("补助约30万元（308000元）。", [("rounding", "30万元", "31万元")]),
    ],
)
def test_two_units_of_one_figure_agree(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert verdicts(find, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "补助3万元（省级资金2万元）",
        "补助3万元（30人）",
        "补助3万元、20000元",
        "标准50元/人（0.005万元/人）",
        "共30人（30人）",
    ],
)
def test_figures_of_two_things_claim_nothing(text: str) -> None:
    assert verdicts(find, text) == []
