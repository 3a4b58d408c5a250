"""Totals behind their parts."""

import pytest

from scoring.engine.claims import sums
from tests.scoring.engine.claims.said import verdicts

OK, WRONG, ASK = "consistent", "inconsistent", "check"

CLOSED = [
    ("收到中央资金200万元、省级资金150万元、市级资金50万元，合计400万元。", [(OK, "400万元", "400万元")]),
    ("本月支付20.5万元，补贴三批，甲120.5万元、乙98.3万元、丙81.2万元，以上三项共计300万元。", [(OK, "300万元", "300万元")]),
    ("由财政资金300万元和自筹资金200万元组成，总投资500万元。", [(OK, "500万元", "500万元")]),
    ("收到中央资金200万元、省级资金150万元、市级资金50万元，合计410万元。", [(WRONG, "410万元", "400万元")]),
    ("收到中央资金200万元、省级资金150万元，合计500万元。", [(ASK, "500万元", "350万元")]),
    (
        "预拨的136.78万元转入账户，县级代缴资金260.69万元转入账户。两级共代缴资金394.47万元。",
        [(WRONG, "394.47万元", "397.47万元")],
    ),
    ("预拨的136.78万元转入账户，县级代缴资金260.69万元转入账户。两级共代缴资金412.95万元。", []),
    ("发放甲约20万元，乙30万元，合计60万元。", []),
    ("支出20万元，合计60万元。", []),
    ("甲20万元，合计20万元，乙30万元，合计30万元。", []),
    ("甲5万元（乙3万元，丙2万元），丁4万元，合计9万元。", [(OK, "5万元", "5万元"), (OK, "9万元", "9万元")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CLOSED)
def test_total_behind_its_parts_is_compared(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert sorted(verdicts(sums.find, text)) == sorted(expected)
