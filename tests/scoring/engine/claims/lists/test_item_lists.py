"""Totals of lists over several lines."""

import pytest

from scoring.engine.claims.lists import sums
from tests.scoring.engine.claims.said import claims, verdicts

OK, TAIL, WRONG, ASK = "consistent", "rounding", "inconsistent", "check"

BUDGET = """2020年度支出年初预算数为{planned}万元，支出决算数为{done}万元，完成年初预算的120%，其中：

1、社会保障支出（类）养老支出（款）基本养老保险缴费支出（项）

年初预算为50.5万元，支出决算为40.18万元，完成年初预算的79.56%，主要原因是人员减少2人。

2、卫生健康支出（类）医疗（款）行政单位医疗（项）

年初预算为0万元，支出决算为18.92万元，其中：在职人员10.5万元，退休人员8.42万元。

3、住房保障支出（类）住房改革支出（款）住房公积金（项）

年初预算为60万元，支出决算为58.30万元，与上年相比增加1.85万元。

## 六、基本支出
2020年基本支出200万元。
"""

COLUMNS = [
    ("110.5", "117.40", [(OK, "110.5万元"), (OK, "117.40万元")]),
    ("110.5", "117.41", [(OK, "110.5万元"), (TAIL, "117.41万元")]),
    # one column shows that no item is missing
    ("310.5", "117.40", [(WRONG, "310.5万元"), (OK, "117.40万元")]),
    # neither does: more than the total is wrong anyway, less only where it comes near
    ("90.5", "250.40", [(WRONG, "90.5万元")]),
    ("120.4", "250.40", [(ASK, "120.4万元")]),
    ("110.9", "250.40", [(WRONG, "110.9万元")]),
    ("250.5", "250.40", []),
]


@pytest.mark.parametrize(("planned", "done", "expected"), COLUMNS)
def test_items_are_added_up_by_stage(planned: str, done: str, expected: list[tuple[str, str]]) -> None:
    found = sorted(verdicts(sums.find, BUDGET.format(planned=planned, done=done)))

    stated = {f"{planned}万元", f"{done}万元"}
    assert sorted((verdict, one) for verdict, one, _ in found if one in stated) == sorted(expected)


LISTS = [
    # the kinds of numbers
    ("支出5.5万元，其中：\n（1）甲2.5万元；\n（2）乙3万元。\n", [(OK, "5.5万元")]),
    ("支出5.5万元，具体如下：\n①甲2.5万元。\n②乙3万元。\n", [(OK, "5.5万元")]),
    ("三公经费5.5万元，比上年减少32%。其中：\n一、因公出国\n支出0万元。\n二、公务用车\n支出5.5万元。\n", [(OK, "5.5万元")]),
    ("收入3.5万元。支出5.5万元，包括：\n1.甲2.5万元\n2.乙3万元\n（四）结余\n1万元", [(OK, "5.5万元")]),
    # headings that end with an amount
    ("一、中央资金（5.5万元）\n（一）甲2.5万元；\n（二）乙3万元。\n二、省级资金", [(OK, "5.5万元")]),
    ("一、中央资金（5.5万元）\n（一）甲2.5万元；\n（二）乙3.7万元。\n", [(WRONG, "5.5万元")]),
    # paragraphs without numbers, up to a heading
    ("三公预算为2.29万元，其中：\n\n因公出国预算为0万元，持平。\n\n公务接待预算为2.29万元。\n\n（二）说明", [(OK, "2.29万元")]),
    ("公务用车购置及运行费5.5万元，其中：\n购置费0万元。\n运行费3.5万元。\n", [(WRONG, "5.5万元")]),
    # several 项 in one item, a total without a unit
    (
        (
            "支出决算数为26.6，完成预算100%。\n1.社会保障：支出决算为10.5万元；养老（项）支出决算为5.1万元；抚恤（项）1万元。\n"
            "2.卫生健康：支出决算为10万元。\n"
        ),
        [(OK, "26.6万元")],
    ),
    (
        (
            "支出决算数为22.6，完成预算100%。\n1.社会保障：支出决算为10.5万元；养老（项）支出决算为5.1万元；抚恤（项）1万元。\n"
            "2.卫生健康：支出决算为10万元。\n"
        ),
        [(WRONG, "22.6万元")],
    ),
    # of several amounts any may be the total
    ("税收865.4万元，非税279万元。收入项目如下：\n增值税393.9万元。\n所得税471.5万元。\n", [(OK, "865.4万元")]),
    ("税收865.4万元，非税279万元。收入项目如下：\n增值税393.9万元。\n所得税371.5万元。\n", []),
    # lines that are no items of it
    ("支出5.5万元。\n1.甲4.5万元。\n2.乙3万元。\n", []),
    ("支出5.5万元，其中：\n1、甲2.5万元。\n3、丙3万元。\n", []),
    ("支出5.5万元，其中：\n1、甲2.5万元。\n", []),
    ("支出95.5万元，其中：\n1、甲12.5万元。\n2、乙比上年增加3万元。\n", []),
    ("支出约5.5万元，其中：\n1、甲4.5万元。\n2、乙3万元。\n", []),
    ("支出0万元，其中：\n1、甲0万元。\n2、乙0万元。\n", []),
    ("一、支出5.5万元：\n二、收入2.5万元\n三、结余3万元", []),
    ("支出决算数为5.5。\n1.甲支出决算为2.5万元\n2.乙支出决算为3元\n", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_lines_below_a_total_are_its_items(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(verdict, stated) for verdict, stated, _ in verdicts(sums.find, text)] == expected


def test_items_of_one_name_are_told_by_their_number() -> None:
    lines = "".join(f"{number}、年初预算为10.5万元。\n" for number in range(1, 10))

    claim = claims(sums.find, f"年初预算数为90.5万元，其中：\n{lines}")[0]

    assert claim.reason.startswith("9项年初预算之和 = 94.5万元，文中写90.5万元，相差4万元")
