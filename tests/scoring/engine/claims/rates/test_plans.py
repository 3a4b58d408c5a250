"""Which role each amount plays: budget, spending, arrival, balance."""

import pytest

from scoring.engine.claims.rates.plans import Plans, name_in, role_of, stage_of
from scoring.engine.claims.text.layout import Layout
from scoring.engine.claims.text.prose import Prose
from scoring.engine.claims.text.reading import Reading

ROLES = [
    ("年初预算为", "plan"),
    ("支出预算为", "plan"),
    ("本年部门预算支出", "plan"),
    ("全年实际下达预算数为", "plan"),
    ("计划投资", "plan"),
    ("一般公共预算支出完成", "done"),
    ("累计完成公共财政预算总收入", "done"),
    ("支出决算为", "done"),
    ("预算执行数", "done"),
    ("政府采购货物实际支出", "done"),
    ("实际到位", "arrived"),
    ("财政拨付资金", "arrived"),
    ("年末结转和结余", "left"),
    ("一般公共预算财政拨款支出", ""),
    ("基本支出", ""),
]


@pytest.mark.parametrize(("head", "role"), ROLES)
def test_the_last_word_decides_the_role(head: str, role: str) -> None:
    assert role_of(head) == role


@pytest.mark.parametrize(
    ("words", "stage"), [("年初", "年初"), ("调整后", "调整"), ("全年", "全年"), ("部门", "")]
)
def test_which_budget_is_meant(words: str, stage: str) -> None:
    assert stage_of(f"{words}预算数") == stage


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("2022 年度区医疗保障局政府采购预算总额", "政府采购"),
        ("政府采购货物支出实际支出", "政府采购货物"),
        ("调整后全年预算支出数为", ""),
        ("“三公”经费预算为", "三公"),
    ],
)
def test_what_an_amount_is_of(head: str, name: str) -> None:
    assert name_in(head) == name


def test_the_parts_of_a_list_have_the_role_of_its_total() -> None:
    text = "部门预算100万元，其中基本支出60万元（人员40万元）；全年支出90万元，其中项目资金30万元，占3%。"
    plans = Plans(Layout(Reading(Prose(text))))

    found = plans.before(len(text), 0, 9)

    assert [(one.figure.value, one.role, one.told, one.listed, one.place) for one in reversed(found)] == [
        (100, "plan", True, False, 1),
        (60, "plan", False, True, 1),
        (40, "plan", False, True, 1),
        (90, "done", False, False, 0),
        (30, "done", False, True, 0),
    ]


def test_how_near_an_amount_stands() -> None:
    text = "预算1元。\n预算2元。预算3元；预算4元，支出"
    plans = Plans(Layout(Reading(Prose(text))))

    assert [one.place for one in plans.before(len(text), 0, 9)] == [0, 1, 2, 3]
    assert len(plans.before(len(text), 0, 2)) == 2
