"""D_CROSS: figures that two reports of a bureau state differently."""

import pytest

from scoring.engine.filing import Filing
from tests.scoring.engine.checks.dossiers import Cells, filed, found, only

ACCOUNTS = """
code: accounts
version: 1
title: 部门决算
scope: overall
scoring: none
tables:
  spending:
    title: 支出
    unit: 万元
    rows: {own: 本单位}
    columns: {basic: 基本支出, project: 项目支出, staff: {label: 在职人数, type: count}}
lists:
  subjects:
    title: 支出决算表
    unit: 万元
    hierarchy: {column: code, lengths: [3, 5, 7]}
    columns: {code: {label: 编码, type: text}, name: {label: 科目, type: text}, budget: 年初预算, spent: 决算数}
    max_rows: 400
sections:
  - {key: accounts, title: 决算, blocks: [{table: spending}, {list: subjects}]}
concepts:
  spending.basic: {label: 基本支出, value: spending.own.basic}
  spending.project: {label: 项目支出, value: spending.own.project}
  staff.actual: {label: 在职人数, value: spending.own.staff}
  subject.spending: {label: 支出决算, list: subjects, column: spent}
"""
OVERALL = """
code: overall
version: 1
title: 部门整体自评表
scope: overall
money_unit: 元
scoring: none
facts:
  basic: {label: 基本支出}
  project: {label: 项目支出}
  staff: {label: 人员, type: count, unit: 人}
sections:
  - {key: page, title: 页, blocks: [facts: [basic, project, staff]]}
concepts:
  spending.basic: {label: 基本支出, value: basic}
  spending.project: {label: 项目支出, value: project}
  staff.actual: {label: 人员, value: staff}
"""
PROJECT = """
code: project
version: 1
title: 项目支出绩效自评表
scope: project
scoring: none
facts:
  code: {label: 功能科目, type: text}
  spent: {label: 执行数}
  transferred: {label: 上级资金}
sections:
  - {key: page, title: 页, blocks: [facts: [code, spent, transferred]]}
concepts:
  subject.spending: {label: 实际支出, value: spent + transferred, code: code}
"""


def accounts(*subjects: Cells, title: str = "2020年部门决算", **cells: str) -> Filing:
    return filed(
        ACCOUNTS, tables={"spending": {"own": dict(cells)}}, lists={"subjects": list(subjects)}, title=title
    )


def overall(form: str = OVERALL, title: str = "整体自评", **cells: str) -> Filing:
    return filed(form, dict(cells), title=title)


def project(title: str, code: str, spent: str, transferred: str | None = None) -> Filing:
    return filed(PROJECT, {"code": code, "spent": spent, "transferred": transferred}, title=title)


def subject(code: str, spent: str, **cells: str) -> Cells:
    return {"id": f"s{code}", "code": code, "name": "科目", "spent": spent, **cells}


def test_difference_is_found_from_both_sides_each_in_its_own_unit() -> None:
    one, other = accounts(basic="1006.78"), overall(basic="9791600")

    here, there = only("D_CROSS", one, other), only("D_CROSS", other, one)

    assert (here.anchor, here.severity) == ("accounts/spending/own/basic", "warning")
    assert here.message == (
        "本表的基本支出 1,006.78万元，与《整体自评》的基本支出 9,791,600元，相差 27.62万元。"
    )
    assert (here.stated, here.computed, here.difference) == ("1006.78", "979.16", "27.62")
    assert not here.touches_score
    assert there.anchor == "page/basic"
    assert there.message == (
        "本表的基本支出 9,791,600元，与《2020年部门决算》的基本支出 1,006.78万元，相差 276,200元。"
    )
    assert (there.stated, there.computed, there.difference) == ("9791600", "10067800", "-276200")


@pytest.mark.parametrize(
    ("here", "there", "differs"),
    [
        ("10276", "102757800", False),
        ("10276", "102755000", False),
        ("10276", "102754999", True),
        ("1006.78", "10067849.99", False),
        ("1006.78", "10067850.01", True),
        ("1006.78", "10067800", False),
    ],
)
def test_half_of_the_last_digit_of_the_coarser_figure_is_rounding(
    here: str, there: str, differs: bool
) -> None:
    one, other = accounts(basic=here), overall(basic=there)

    assert bool(found("D_CROSS", one, other)) is differs
    assert bool(found("D_CROSS", other, one)) is differs


def test_unit_slip_and_power_of_ten_are_told_as_the_likely_cause() -> None:
    here = only("D_CROSS", accounts(basic="1006.78"), overall(basic="1006.78"))
    there = only("D_CROSS", accounts(basic="1006.78"), overall(basic="100678000"))

    assert here.message.endswith("可能把元和万元写混了（相差10,000倍）。")
    assert there.message.endswith("可能点错了小数点（相差10倍）。")


def test_opposite_differences_are_told_as_another_split() -> None:
    one = accounts(basic="1006.78", project="28518.86")
    other = overall(basic="9791600", project="285464800")

    basic, projects = found("D_CROSS", one, other)

    assert basic.message.endswith("。与项目支出的差额相等、方向相反，可能两项之间划分不同。")
    assert projects.message.endswith("。与基本支出的差额相等、方向相反，可能两项之间划分不同。")


def test_opposite_differences_beside_two_reports_are_none() -> None:
    one = accounts(basic="1006.78", project="28518.86")
    others = overall(basic="9791600", title="甲"), overall(project="285464800", title="乙")

    assert not any("划分" in finding.message for finding in found("D_CROSS", one, *others))


def test_all_reports_that_differ_from_a_cell_are_one_finding() -> None:
    others = (
        overall(basic="9791600", title="甲"),
        overall(basic="9791700", title="乙"),
        accounts(basic="1006.78"),
    )

    finding = only("D_CROSS", accounts(basic="1006.78"), *others)

    assert "《甲》的基本支出 9,791,600元，相差 27.62万元；《乙》的基本支出 9,791,700元，相差 27.61万元。" in (
        finding.message
    )
    assert finding.computed == "979.16"


def test_counts_are_compared_as_they_are_and_never_with_money() -> None:
    assert only("D_CROSS", accounts(staff="38"), overall(staff="36")).difference == "2"
    assert found("D_CROSS", accounts(staff="38"), overall(staff="38")) == []

    money = OVERALL.replace("value: staff}", "value: basic}")

    assert found("D_CROSS", accounts(staff="38"), overall(money, basic="36")) == []


@pytest.mark.parametrize(
    "others",
    [
        (),
        (overall(basic="10067800"),),
        (overall(),),
        (overall(OVERALL[: OVERALL.index("concepts:")], basic="1"),),
    ],
)
def test_right_blank_or_unrelated_reports_draw_nothing(others: tuple[Filing, ...]) -> None:
    assert found("D_CROSS", accounts(basic="1006.78"), *others) == []


def test_blank_own_figure_draws_nothing() -> None:
    assert found("D_CROSS", accounts(), overall(basic="1")) == []


def test_division_by_zero_draws_nothing() -> None:
    form = OVERALL.replace("value: basic}", "value: basic / project}")

    assert found("D_CROSS", overall(form, basic="5", project="0"), accounts(basic="1")) == []


def test_figure_of_several_cells_stands_at_the_first_and_names_the_others() -> None:
    form = OVERALL.replace("value: basic}", "value: project + basic}")

    finding = only("D_CROSS", overall(form, basic="5", project="6"), accounts(basic="1"))

    assert (finding.anchor, finding.also) == ("page/basic", ("page/project",))


def test_stated_figure_is_compared_as_it_stands_in_its_cell() -> None:
    form = OVERALL.replace(
        "basic: {label: 基本支出}", "basic: {label: 基本支出, derived: project, stated: true}"
    )

    finding = only("D_CROSS", overall(form, basic="5", project="6"), accounts(basic="0.0006"))

    assert finding.stated == "5"


def test_coded_figures_are_compared_by_code_from_both_sides() -> None:
    book = accounts(subject("210", "5000"), subject("2101202", "23097.62"), subject("2101301", "2930.72"))
    own = project("医疗救助", "2101301 城乡医疗救助", "2000")

    here, there = only("D_CROSS", book, own), only("D_CROSS", own, book)

    assert here.anchor == "accounts/subjects/s2101301/spent"
    assert here.message == (
        "本表的支出决算（2101301） 2,930.72万元，与《医疗救助》的实际支出（2101301） 2,000万元，相差 930.72万元。"
    )
    assert (there.anchor, there.also) == ("page/spent", ("page/transferred",))
    assert (there.stated, there.computed, there.difference) == ("2000", "2930.72", "-930.72")


def test_projects_of_one_code_under_one_form_are_added_up() -> None:
    book = accounts(subject("2101301", "3000"))
    one, other = project("甲", "2101301", "1000"), project("乙", "２１０１３０１", "1500", "200")

    here, there = only("D_CROSS", book, one, other), only("D_CROSS", one, book, other)

    assert here.message == (
        "本表的支出决算（2101301） 3,000万元，与《甲》、《乙》合计的实际支出（2101301） 2,700万元，相差 300万元。"
    )
    assert there.message == (
        "本表的实际支出（2101301） 2,700万元（与《乙》合计），与《2020年部门决算》的支出决算（2101301） 3,000万元，相差 300万元。"
    )
    assert there.also == ("page/transferred",)


def test_projects_that_add_up_draw_nothing() -> None:
    book = accounts(subject("2101301", "2500"))
    one, other = project("甲", "2101301", "1000"), project("乙", "2101301", "1500")

    for own, *others in ((book, one, other), (one, other, book), (other, one, book)):
        assert found("D_CROSS", own, *others) == []


def test_projects_of_one_code_are_not_compared_with_each_other() -> None:
    assert found("D_CROSS", project("甲", "2101301", "1000"), project("乙", "2101301", "1500")) == []


@pytest.mark.parametrize("code", ["", "  ", "医疗救助", "2101399"])
def test_code_that_is_blank_or_elsewhere_draws_nothing(code: str) -> None:
    book, own = accounts(subject("2101301", "2930.72"), subject("", "5")), project("医疗救助", code, "2000")

    assert found("D_CROSS", book, own) == []
    assert found("D_CROSS", own, book) == []


def test_rows_of_one_code_are_one_figure() -> None:
    again = {**subject("2101301", "1000"), "id": "again"}
    book = accounts(subject("2101301", "1000"), again)

    assert found("D_CROSS", book, project("甲", "2101301", "2000")) == []
    assert only("D_CROSS", project("甲", "2101301", "2001"), book).computed == "2000"


def test_selected_row_has_it_in_its_cell_and_several_rows_at_their_list() -> None:
    form = ACCOUNTS.replace("value: spending.own.basic}", '"value": "sum(subjects[level=3].spent)"}')
    one = filed(form, lists={"subjects": [subject("210", "5000")]})
    two = filed(form, lists={"subjects": [subject("210", "5000"), subject("208", "1")]})

    here, there = only("D_CROSS", one, overall(basic="1")), only("D_CROSS", two, overall(basic="1"))

    assert (here.anchor, here.stated) == ("accounts/subjects/s210/spent", "5000")
    assert (there.anchor, there.stated) == ("accounts/subjects", "5001")
    assert "5,001万元" in there.message


def test_figure_made_of_no_cell_stands_at_the_first_page() -> None:
    form = OVERALL.replace("value: staff}", "value: 5 + 0}")

    assert only("D_CROSS", overall(form), accounts(staff="38")).anchor == "page"


def test_long_fractions_are_printed_with_two_decimals() -> None:
    form = OVERALL.replace("value: basic}", "value: basic / 3}")

    assert (
        "本表的基本支出 333.33元" in only("D_CROSS", overall(form, basic="1000"), accounts(basic="1")).message
    )
