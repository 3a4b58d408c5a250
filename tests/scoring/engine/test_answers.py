import pytest

from scoring.engine.judge import judge


@pytest.mark.parametrize(
    ("target", "actual", "name", "achieved"),
    [
        ("≥10篇", "SCI 6篇、核心期刊5篇", "发表论文", True),
        ("≥12篇", "SCI 6篇、核心期刊5篇", "发表论文", False),
        ("≥100人", "报名120人，实到95人", "培训", None),
        ("≥300人", "报名120人，实到95人", "培训", False),
        ("≤300人", "一线120人，机关95人", "重复投诉", None),
        ("≥3件", "申请5件，授权2件", "授权发明专利", False),
        ("≥15个", "签约18个，开工9个", "引进项目", None),
        ("≥10篇", "SCI 6篇、专著5部", "发表论文", None),
        ("≥100%", "甲60%、乙50%", "办结", False),
        ("≥800户", "812户/2436人", "补贴户数", True),
        ("≥300人", "全年培训5期320人", "培训人数", True),
    ],
)
def test_counts_named_one_by_one(target: str, actual: str, name: str, achieved: bool | None) -> None:
    assert judge(target, actual, name=name).achieved is achieved


@pytest.mark.parametrize(
    ("target", "actual", "achieved"),
    [
        ("12个小区、3860户", "12个小区、3712户", False),
        ("12个小区、3860户", "12个小区、3912户", True),
        ("≥560户1800人", "568户1786人", False),
        ("≥560户1800人", "568户1832人", True),
        ("小（一）型12座、小（二）型86座", "小（一）型12座、小（二）型84座", False),
        ("2所、3所", "新建2所、3所", None),
        ("6月底前50%，年底前100%", "6月底62%，年底100%", True),
        ("6月底前50%，年底前100%", "6月底42%，年底100%", False),
        ("11月底前达到90%", "11月底支付85.3%", False),
        ("11月底前达到90%", "10月底支付95.3%", True),
        ("11月底前达到90%", "10月底支付85.3%", None),
        ("11月底前达到90%", "12月底支付85.3%", False),
        ("11月底前达到90%", "12月底支付95.3%", None),
    ],
)
def test_parts_find_their_answers(target: str, actual: str, achieved: bool | None) -> None:
    assert judge(target, actual).achieved is achieved
