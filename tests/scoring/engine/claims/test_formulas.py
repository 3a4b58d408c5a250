import pytest

from scoring.engine.claims.formulas import find
from tests.scoring.engine.claims.said import claims, verdicts

NAMED = "2022年公用经费58717.72元，2021年为553127.18元，同比减少494409.46元，"
CHANGE = "公用经费变动比率=(本年度公用经费总额-上年度公用经费总额)/上年度公用经费总额×100%="


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("在职人员控制率=(在职人员数/编制数)×100%=17/17=100%", [("consistent", "100%", "100%")]),
        ("支出预算完成率=(3524647.79/4306084.38×100%=81.85%。", [("consistent", "81.85%", "81.85%")]),
        ("节支率＝（300000－89842）÷300000×100％＝29.95％", [("inconsistent", "29.95%", "70.05%")]),
        (r"节支率$=(300000-89842)/300000\times100\%=70.05\%$", [("consistent", "70.05%", "70.05%")]),
        ("控制率=(0/0)×100%=0%", [("inconsistent", "0%", "")]),
        ("综合得分率=85/100=85%", [("consistent", "85%", "85%")]),
        ("得分率=12/14×100=86.67%", [("inconsistent", "86.67%", "85.71%")]),
        ("得分为48.5+46.5=95分", [("consistent", "95分", "95分")]),
        ("共需18067×220=397.47万元", [("consistent", "397.47万元", "397.47万元")]),
        ("合计5万元+3000元=5.3万元", [("consistent", "5.3万元", "5.3万元")]),
        (NAMED + CHANGE + "89.38%", [("inconsistent", "89.38%", "-89.38%")]),
        (NAMED + CHANGE + "-89.38%", [("consistent", "-89.38%", "-89.38%")]),
    ],
)
def test_a_formula_is_worked_out(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert verdicts(find, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "完成率=98%",
        "支出预算完成率=(支出预算完成数/支出预算下达数)×100%。",
        "变动比率=(本年公用经费-上年公用经费)/上年公用经费×100%=5%",
        "满意度=满意人数÷调查人数×100%=96%",
        "2022年公用经费5万元，公用经费6万元，上年公用经费4万元，变动率=(公用经费-上年公用经费)/上年公用经费=25%",
        "A=B=C",
        "x=1",
    ],
)
def test_a_formula_without_known_figures_claims_nothing(text: str) -> None:
    assert verdicts(find, text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("节支率=(300000-89842)/300000×100%=29.95%", "(300000-89842)÷300000×100% = 70.0527%，文中写29.95%"),
        ("节支率=(300000-89842)/300000×100%=29.95%", "互补的比率"),
        ("控制率=(0/0)×100%=0%", "分母为0"),
        (NAMED + CHANGE + "89.38%", "漏写了负号"),
        ("执行率=8984.20/300000×100%=29.95%", "小数点"),
    ],
)
def test_the_reason_tells_the_arithmetic_and_the_likely_slip(text: str, words: str) -> None:
    (claim,) = claims(find, text)

    assert words in claim.reason


def test_the_quotation_is_the_formula_and_the_correction_its_result() -> None:
    text = "政府采购节支率=(300000-89842)/300000×100%=29.95%。"

    (claim,) = claims(find, text)

    assert text[claim.start : claim.end] == "(300000-89842)/300000×100%=29.95%"
    assert claim.correction is not None
    assert text[claim.correction.start : claim.correction.end] == "29.95"
    assert claim.correction.text == "70.05"
