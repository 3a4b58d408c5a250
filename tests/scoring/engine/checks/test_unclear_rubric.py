"""I_RUBRIC: a published standard that leaves points open, or grades another figure than its row is named for."""

import pytest

from tests.scoring.engine.checks.rows import found
from tests.scoring.engine.checks.small import FORM

CODE = "I_RUBRIC"
RULE = "{kind: unit_deduct, value: headcount, unit: 人, threshold: 10, direction: max, per: 1}"
BANDS = "{kind: bands, value: headcount, unit: 人, bands: [{low: 10, points: 20}]}"


def form(text: str, name: str = "人员控制", rule: str = RULE) -> str:
    return FORM.replace(f"rule: {RULE}}}", f"rule: {rule},\n     published_text: '{text}'}}").replace(
        "name: 人员控制", f"name: {name}"
    )


def test_standard_without_points() -> None:
    (finding,) = found(CODE, form=form("①资产使用是否规范；②处置是否报批；③其他制度执行情况。"))

    assert (finding.anchor, finding.severity) == ("page/heads", "information")
    assert finding.message == (
        "人员控制的评分标准没有写明怎样给分或扣分，系统按方案设定的办法核分，复核时请确认。"
    )


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("政府采购节支率", "政府采购率为100%得满分，否则不得分。", "按“政府采购率”给分，与指标名称不一致"),
        ("公用经费控制率", "变动比率≤0%得满分，否则每超过5%扣10%权重分。", "按“变动比率”给分"),
        ("财政供养人员控制率", "以100%为标准。在职人员控制率≦100%，计5分。", "按“在职人员控制率”给分"),
        ("在职人员控制率", "在职人员控制率=（在职人员数/编制数）×100%。", "没有写明怎样给分或扣分"),
    ],
)
def test_what_the_standard_lacks(name: str, text: str, said: str) -> None:
    (finding,) = found(CODE, form=form(text, name))

    assert f"{name}的评分标准{said}" in finding.message


def test_highest_band_below_the_weight() -> None:
    text = "利用率在90%(含)~100%得1.5分，80%(含)~90%得1分，80%以下不得分。"

    (finding,) = found(CODE, form=form(text, "资产利用率", BANDS))

    assert "评分标准最高只给 1.5 分，没有写明怎样得满 20 分" in finding.message
    assert found(CODE, form=form(text, "资产利用率")) == []  # points off are no bands


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("“三公经费”控制率", "以100%为标准。三公经费控制率≦100%，计6分；每超过一个百分点扣1分，扣完为止。"),
        ("固定资产利用率", "利用率在90%以上得20分。"),
        ("资产使用", "每低于100%一个百分点扣0.1分，扣完为止。"),
        ("工作完成率", "15篇以上，否则按完成比率得分。"),
        ("制度健全性", "①已制定制度，1分；②得到执行，1分。"),
        ("政府采购率", "政府采购率为100%得满分。"),
        ("支出预算执行率", "支出预算完成率为100%得满分，否则执行率在90%（含）~100%得2分，80%以下不得分。"),
        ("公务接待费变动率", "公务接待费变化率≤0%得满分，否则不得分。"),
        ("资产使用率", "固定资产利用率≥90%得满分，否则不得分。"),
        ("人员控制", "在职人员控制率≤100%得满分，否则不得分。"),
        ("资金执行率", "资金到位率为100%的，预算执行率≥95%得满分，否则不得分。"),
    ],
)
def test_standards_in_order(name: str, text: str) -> None:
    assert found(CODE, form=form(text, name)) == []


@pytest.mark.parametrize("text", ["95%以上计20分；85%以上计3分。", "达到100%得满分，90%以上得1.5分。"])
def test_bands_up_to_the_weight(text: str) -> None:
    assert found(CODE, form=form(text, rule=BANDS)) == []


@pytest.mark.parametrize(
    "rule",
    [
        "{kind: reviewer_judgement}",
        "{kind: external_convert, score_fact: headcount, max_fact: rate, source: 考核}",
    ],
)
def test_rows_that_a_person_scores(rule: str) -> None:
    assert found(CODE, form=form("资产使用是否规范。", rule=rule)) == []


def test_right_filing_and_rows_without_a_published_standard() -> None:
    assert found(CODE) == []
    assert found(CODE, form=form("")) == []
