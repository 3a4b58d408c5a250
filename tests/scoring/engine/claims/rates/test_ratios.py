import pytest

from scoring.engine.claims.rates.ratios import find
from tests.scoring.engine.claims.said import claims, verdicts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "医疗总费用7394.64万元，经医保等报销6686.68万元，综合报销比例达89%",
            [("inconsistent", "89%", "90.43%")],
        ),
        (
            "医疗总费用7394.64万元，经医保等报销6686.68万元，综合报销比例达90.43%",
            [("consistent", "90.43%", "90.43%")],
        ),
        ("应检企业总数200家，抽检150家，抽检率75%", [("consistent", "75%", "75%")]),
        ("全部设备40台，在用30台，设备在用率85%", [("inconsistent", "85%", "75%")]),
        ("总费用3亿元，其中报销15000万元，报销比例50%", [("consistent", "50%", "50%")]),
        ("总费用约300万元，报销200万元，报销比例66%", [("rounding", "66%", "66.67%")]),
    ],
)
def test_a_rate_is_held_against_its_two_amounts(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert verdicts(find, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "参保率达98%",
        "总人数300人，参保297人，参保率达98%",
        "总支出300万元，报销200人次，报销比例66%",
        "费用300万元，报销200万元，报销比例80%",
        "总费用300万元。报销200万元，报销比例80%",
        "总费用0万元，报销0万元，报销比例80%",
    ],
)
def test_a_rate_without_two_certain_amounts_claims_nothing(text: str) -> None:
    assert verdicts(find, text) == []


def test_a_rate_turned_over_is_told() -> None:
    (claim,) = claims(find, "总费用300万元，报销240万元，报销比例125.0%")

    assert "把分子和分母写颠倒了" in claim.reason
