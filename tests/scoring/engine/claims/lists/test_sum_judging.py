"""How sums are told, and what may have gone wrong with them."""

import pytest

from scoring.engine.claims.lists import sums
from tests.scoring.engine.claims.said import claims

REASONS = [
    ("支出5万元，其中：甲2万元，乙3万元。", "2+3 = 5万元，与文中一致。"),
    ("投入1亿元，其中甲8000万元，乙0.2亿元。", "8000万元+0.2亿元 = 1亿元，与文中一致。"),
    (
        "支出100.00万元，其中：甲33.33万元，乙33.33万元，丙33.33万元。",
        "33.33+33.33+33.33 = 99.99万元，文中写100万元，相差0.01万元，属尾数误差。",
    ),
    (
        "投入1.2亿元，其中甲8000万元，乙4012万元。",
        "8000万元+4012万元 = 1.2012亿元，文中写1.2亿元，相差0.0012亿元，四舍五入后一致。",
    ),
    ("支出57.48万元，其中甲0万元，乙57.48万元；丙0万元。", "0+57.48 = 57.48万元，与文中一致。"),
    # what may have happened
    (
        "省级另拨9.49万元。缴费397.47万元，其中:省级资金136.78万元，县级资金251.20万元。",
        "136.78+251.2 = 387.98万元，文中写397.47万元，相差9.49万元；可能漏列了省级另拨9.49万元。",
    ),
    (
        "支出747.1万元，其中：基本支出255.34万元，项目支出49.176万元。",
        "255.34+49.176 = 304.516万元，文中写747.1万元，相差442.584万元；可能把项目支出49.176万元点错了小数点。",
    ),
    (
        "支出747.1万元，其中：经营支出21.5万元，基本支出255.34万元，项目支出491.76万元。",
        "21.5+255.34+491.76 = 768.6万元，文中写747.1万元，相差21.5万元；可能漏加了经营支出21.5万元。",
    ),
    (
        "支出768.6万元，其中：基本支出747.1万元，项目支出10.75万元。",
        "747.1+10.75 = 757.85万元，文中写768.6万元，相差10.75万元；可能重复计算了项目支出10.75万元。",
    ),
    (
        "支出747.1万元，其中：基本支出255.34万元，项目支出497.16万元。",
        "255.34+497.16 = 752.5万元，文中写747.1万元，相差5.4万元；可能把项目支出497.16万元写颠倒了两位数字。",
    ),
    (
        "基本支出预算321.5万元，其中：工资250.3万元，商品62.2万元。",
        "250.3+62.2 = 312.5万元，文中写321.5万元，相差9万元；可能写颠倒了两位数字。",
    ),
    ("查处245家，其中医院98家、药店146家。", "98+146 = 244家，文中写245家，相差1家；请核对其中各项是否列全。"),
    ("净支出5万元，其中：甲7万元，冲减-2万元。", "7+(-2) = 5万元，与文中一致。"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "reason"), REASONS)
def test_reason_has_the_arithmetic_and_the_likely_cause(text: str, reason: str) -> None:
    assert claims(sums.find, text)[0].reason == reason


def test_long_list_is_told_by_its_ends() -> None:
    items = "，".join(
        f"{name}类费用{number}.5万元" for number, name in enumerate("甲乙丙丁戊己庚辛壬", start=1)
    )

    claim = claims(sums.find, f"公用支出49.5万元，其中：{items}。")[0]

    assert claim.reason == "甲类费用1.5万元至壬类费用9.5万元共9项之和 = 49.5万元，与文中一致。"


def test_claim_quotes_total_and_parts_and_corrects_the_total() -> None:
    text = "2020年救助支出3031.72万元，其中上级资金1707.14万元，区本级资金1970.96万元。"

    claim = claims(sums.find, text)[0]

    assert text[claim.start : claim.end] == text[:-1]
    assert claim.correction
    assert text[claim.correction.start : claim.correction.end] == "3031.72"
    assert claim.correction.text == "3678.10"
