"""What the words before a percentage claim of a budget."""

import pytest

from scoring.engine.claims.rates.completion_words import Stated, stated_beside, stated_by

WORDS = [
    ("完成年初预算的", Stated("done", "年初", is_rate=False, subject="")),
    ("完成预算", Stated("done", "", is_rate=False, subject="")),
    ("支出完成调整预算的", Stated("done", "调整", is_rate=False, subject="支出")),
    ("为全年预算的", Stated("done", "全年", is_rate=False, subject="")),
    ("占年度计划的", Stated("done", "全年", is_rate=False, subject="")),
    ("超出年初预算的", Stated("over", "年初", is_rate=False, subject="")),
    ("低于年初预算", Stated("under", "年初", is_rate=False, subject="")),
    ("预算执行率为", Stated("done", "", is_rate=True, subject="预算")),
    ("支出预算完成率", Stated("done", "", is_rate=True, subject="支出预算")),
    ("全年执行率", Stated("done", "全年", is_rate=True, subject="全年")),
    ("执行率仅", Stated("done", "", is_rate=True, subject="")),
    ("资金到位率达", Stated("arrived", "", is_rate=True, subject="资金")),
    ("结转结余率", Stated("left", "", is_rate=True, subject="")),
    ("政府采购节支率=", Stated("saved", "", is_rate=True, subject="政府采购")),
    ("项目执行率", Stated("done", "", is_rate=True, subject="项目")),
    ("投资完成率", Stated("done", "", is_rate=True, subject="投资")),
    ("项目完成率", None),
    ("完成率", None),
    ("政策宣传普及执行率达到", None),
    ("设备使用率", None),
    ("集中支付率", None),
    ("客户使用率", None),
    ("占本年支出合计的", None),
    ("完成任务后提高", None),
]


@pytest.mark.parametrize(("head", "said"), WORDS)
def test_what_is_claimed(head: str, said: Stated | None) -> None:
    assert stated_by(head) == said


@pytest.mark.parametrize(
    ("head", "plan_head", "said"),
    [
        ("的", "完成年初预算数", Stated("done", "年初", is_rate=False, subject="", beside=True)),
        ("的比例为", "支出为预算", Stated("done", "", is_rate=False, subject="支出", beside=True)),
        ("", "完成年初预算数", None),
        ("的人员占", "完成年初预算数", None),
        ("的", "年初预算数", None),
    ],
)
def test_the_budget_between_the_words_and_the_rate(head: str, plan_head: str, said: Stated | None) -> None:
    assert stated_beside(head, plan_head) == said
