"""Tables by budget code."""

import pytest

from scoring.engine.claims.tabular import tables
from tests.scoring.engine.claims.said import claims, verdicts

OK, TAIL, WRONG = "consistent", "rounding", "inconsistent"

SPENDING = """支出决算表
科目编码\t科目名称\t合计\t基本支出\t项目支出
栏次\t\t1\t2\t3
合计\t\t{total}\t62.30\t40.00
208\t社会保障和就业支出\t22.30\t22.30\t0.00
20805\t行政事业单位养老支出\t{pension}\t21.00\t0.00
2080505\t养老保险缴费\t15.50\t15.50\t0.00
2080506\t职业年金缴费\t5.50\t5.50\t0.00
20808\t抚恤\t1.30\t1.30\t0.00
2080801\t死亡抚恤\t1.30\t1.30\t0.00

210\t卫生健康支出\t80.00\t40.00\t40.00
21011\t行政事业单位医疗\t80.00\t40.00\t40.00
2101101\t行政单位医疗\t30.00\t30.00\t0.00
2101102\t事业单位医疗\t50.00\t10.00\t{project}
注：本表反映支出情况。
"""

MISTAKES = [
    ({}, []),
    ({"pension": "21.02"}, [(TAIL, "21.02", "21.00"), (TAIL, "22.30", "22.32")]),
    # a figure disagrees with the codes below, the code above and the row
    ({"pension": "12.00"}, [(WRONG, "12.00", "21.00"), (WRONG, "22.30", "13.30")]),
    ({"total": "102.70"}, [(WRONG, "102.70", "102.30")]),
    ({"project": "44.00"}, [(WRONG, "40.00", "44.00"), (WRONG, "50.00", "54.00")]),
]


@pytest.mark.parametrize(("changes", "expected"), MISTAKES)
def test_codes_are_the_sums_of_their_sub_codes(
    changes: dict[str, str], expected: list[tuple[str, str, str]]
) -> None:
    text = SPENDING.format(**{"total": "102.30", "pension": "21.00", "project": "40.00", **changes})

    assert sorted(found for found in verdicts(tables.find, text) if found[0] != OK) == expected


def test_sums_of_one_part_and_of_zeros_are_no_claims() -> None:
    text = SPENDING.format(total="102.30", pension="21.00", project="40.00")

    told = [text[claim.start : claim.end].partition("\t")[0] for claim in claims(tables.find, text)]

    assert told.count("行政事业单位养老支出") == 2
    assert "抚恤" not in told


SIDES = """人员经费\t\t\t公用经费\t\t
301\t工资福利支出\t{wages}\t302\t商品和服务支出\t116.06
30101\t基本工资\t600.02\t30201\t办公费\t100.03
30102\t津贴补贴\t{allowance}\t30202\t印刷费\t16.00
303\t对个人和家庭的补助\t47.30\t30216\t培训费\t0.00
30305\t生活补助\t0.71\t310\t资本性支出\t7.37
30399\t其他补助\t46.59\t31002\t设备购置\t7.37
人员经费合计\t\t{staff}\t公用经费合计\t\t123.43
"""


def _sides(**changes: str) -> str:
    return SIDES.format(**{"wages": "827.82", "allowance": "227.80", "staff": "875.12", **changes})


def test_codes_side_by_side_are_read_and_a_part_stated_elsewhere_is_named() -> None:
    text = f"一般性支出123.43万元，其中开支培训费0.03万元。\n\n{_sides()}"

    found = claims(tables.find, text)

    assert [(claim.verdict, claim.stated) for claim in found] == [
        (OK, "827.82"),
        (WRONG, "116.06"),
        (OK, "47.30"),
        (OK, "875.12"),
        (OK, "123.43"),
    ]
    assert found[1].reason == (
        "100.03+16 = 116.03，表中写116.06，相差0.03；可能漏填了培训费，文中另处写培训费0.03。"
    )


def test_long_list_of_codes_is_told_by_its_ends() -> None:
    rows = "".join(f"3010{number}\t第{number}类费用\t{number}.5\n" for number in range(1, 8))

    claim = claims(tables.find, f"301\t工资\t31.5\n{rows}")[0]

    assert claim.reason == "第1类费用至第7类费用共7项之和 = 31.5，与表中一致。"


SIDE_MISTAKES = [
    # two last digits are a tail, three are a part
    ({"allowance": "227.78"}, (TAIL, "827.82", "827.80")),
    ({"allowance": "227.77"}, (WRONG, "827.82", "827.79")),
    ({"staff": "857.12"}, (WRONG, "857.12", "875.12")),
]


@pytest.mark.parametrize(("changes", "expected"), SIDE_MISTAKES)
def test_last_digits_of_codes_are_rounding(changes: dict[str, str], expected: tuple[str, str, str]) -> None:
    assert expected in verdicts(tables.find, _sides(**changes))


def test_misread_code_hides_what_a_sum_lacks() -> None:
    text = (
        "208\t社保\t22.30\t10\n20805\t养老\t22.30\t10\n2080505\t保险\t15.50\t6\n2080506\t年金\t5.50\t4\n"
        "2080899\t抚恤\t1.30\t0\n"
    )

    assert verdicts(tables.find, text) == [(OK, "10", "10")]


def test_part_that_is_written_is_not_said_to_be_left_out() -> None:
    text = f"另支出办公费0.03万元。\n\n{_sides()}"

    reasons = [claim.reason for claim in claims(tables.find, text) if claim.verdict == WRONG]

    assert reasons == ["100.03+16 = 116.03，表中写116.06，相差0.03。"]


SILENT = [
    # rows were left out, so that nothing is left to add up
    "301\t工资\t827.82\n30101\t基本工资\t0.00\n30102\t津贴\t0.00\n",
    "301\t工资\t827.82\n30101\t基本工资\t131.56\n30102\t津贴\t195.38\n",
    # a misread code hides whose part it is
    "208\t社保\t22.30\n20805\t养老\t22.30\n2080505\t保险\t15.50\n2080506\t年金\t5.50\n2080899\t抚恤\t1.30\n",
    # no amounts of one kind
    "208\t社保\t22%\n20805\t养老\t21%\n20808\t抚恤\t5%\n",
    "208\t社保\n20805\t养老\n",
    "208\t10\t20\n209\t10\t20\n",
]


@pytest.mark.parametrize("text", SILENT)
def test_tables_with_rows_missing_give_nothing(text: str) -> None:
    assert verdicts(tables.find, text) == []


LAYOUTS = [
    # total at the end, several tables in one, codes and names in one cell
    ("208\t社保\t10.5\n210\t卫生\t20.5\n合计\t\t31.0\n208\t社保\t1.5\n210\t卫生\t2.5\n合计\t\t4.0\n", ["31.0", "4.0"]),
    ("合计\t\t31.0\n208\t社保\t10.5\n210\t卫生\t20.5\n总计\t\t4.0\n208\t社保\t1.5\n210\t卫生\t2.5\n", ["31.0", "4.0"]),
    ("208\t社保\t3.0\n20805\t养老\t1.5\n20808\t抚恤\t1.5\n208\t社保\t5.0\n20805\t养老\t2.5\n20808\t抚恤\t2.5\n", ["3.0", "5.0"]),
    ("(208)社会保障\t31.0\n20805养老\t10.5\n20808抚恤\t20.5\n", ["31.0"]),
    ("\t合计\t31.0\n208\t社保\t10.5\n210\t卫生\t20.5\n", ["31.0"]),
    ("208\t社保\t10.5\t\n20805\t养老\t10.5\n210\t卫生\t20.5\n合计\t\t31.0\n", ["31.0"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "stated"), LAYOUTS)
def test_totals_stand_above_or_below_their_codes(text: str, stated: list[str]) -> None:
    assert verdicts(tables.find, text) == [(OK, one, one) for one in stated]
