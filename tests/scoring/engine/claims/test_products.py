import pytest

from scoring.engine.claims.products import find
from tests.scoring.engine.claims.said import claims, verdicts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("共有18067人，按220元/人的标准，应资助缴费397.47万元", [("consistent", "397.47万元", "397.47万元")]),
        (
            "共有18067人，按220元/人的标准，应资助缴费379.47万元",
            [("inconsistent", "379.47万元", "397.47万元")],
        ),
        ("60名学生，每人每年补助1500元，共计9万元", [("consistent", "9万元", "9万元")]),
        ("60名学生，按1500元/人·年标准，共计9.5万元", [("inconsistent", "9.5万元", "9.0万元")]),
        ("12户改厕，每户补助2000元，合计24000元", [("consistent", "24000元", "24000元")]),
        ("10名护林员，800元/人/月，全年共计9.6万元", [("consistent", "9.6万元", "9.6万元")]),
        ("约60名学生，按1500元/人标准，共计12万元", [("check", "12万元", "9万元")]),
    ],
)
def test_heads_times_standard_is_the_amount(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert verdicts(find, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "补助标准220元/人",
        "13297人，按220元/人计算，预拨136.78万元",
        "共计397.47万元，补助18067人，标准220元/人",
        "共60人。每人补助1500元，共计9万元",
        "60人，每人补助1500元，共计0.5吨",
        "60户，每人补助1500元，共计9.5万元",
        "60人参加，费用5元/公里，共计9.5万元",
    ],
)
def test_amounts_that_need_not_be_the_product_claim_nothing(text: str) -> None:
    assert verdicts(find, text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("61人，按1500元/人标准，共计4.575万元", "只算了一半"),
        ("61人，按1500元/人标准，共计109.8万元", "12个月"),
        ("共有18067人，按220元/人的标准，应资助379.47万元", "写颠倒了两位数字"),
    ],
)
def test_the_likely_slip_is_told(text: str, words: str) -> None:
    (claim,) = claims(find, text)

    assert words in claim.reason
