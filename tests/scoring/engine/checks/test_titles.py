"""D_TITLE: titles against the year, the kind of report and the number of projects."""

import pytest

from scoring.engine.filing import Filing
from tests.scoring.engine.checks.dossiers import filed, found, only

OVERALL = """
code: overall
version: 1
title: 部门整体支出绩效自评表
scope: overall
scoring: none
facts:
  year: {label: 评价年度, type: text}
  heading: {label: 报告标题, type: text}
  goal: {label: 年度目标, type: text}
  report: {label: 年度报告标题, type: long_text}
  unit: {label: 单位名称, type: text}
  projects: {label: 开展自评的项目个数, type: count}
sections: [{key: page, title: 页, blocks: [facts: [year, heading, goal, report, unit, projects]]}]
standards: {projects: projects}
"""
PROJECT = """
code: project
version: 1
title: 项目支出绩效自评表
scope: project
scoring: none
facts:
  heading: {label: 表格标题, type: text}
  name: {label: 项目名称, type: text}
sections: [{key: page, title: 页, blocks: [facts: [heading, name]]}]
"""
UNTITLED = (
    OVERALL[: OVERALL.index("  year:")]
    + "  unit: {label: 单位, type: text}\nsections: "
    + ("[{key: page, title: 页, blocks: [facts: [unit]]}]\n")
)


def overall(title: str = "", **cells: str) -> Filing:
    return filed(OVERALL, dict(cells), title=title)


def project(title: str = "", **cells: str) -> Filing:
    return filed(PROJECT, dict(cells), title=title)


def test_another_year_in_a_title_is_found() -> None:
    finding = only("D_TITLE", overall(heading="2021年度部门整体支出绩效自评"))

    assert (finding.anchor, finding.severity) == ("page/heading", "warning")
    assert finding.message == (
        "报告标题“2021年度部门整体支出绩效自评”写的是 2021 年，本次自评的是 2022 年度，请核对。"
    )
    assert (finding.stated, finding.computed) == ("2021", "2022")
    assert not finding.touches_score


@pytest.mark.parametrize(
    "text", ["2021", " 2021 ", "2021年", "2021 年".replace(" ", ""), "二〇二一年度", "2019-2021年"]
)
def test_year_cell_is_read_however_it_is_written(text: str) -> None:
    assert only("D_TITLE", overall(year=text)).anchor == "page/year"


@pytest.mark.parametrize(
    "text",
    [
        "2022",
        "2022年度",
        "2021—2023年",
        "二〇二二年度",
        "2022年度（2021年结转）",
        "川财社〔2018〕19号",
        "第2021号",
        "12021年",
        "部门整体支出",
        "",
    ],
)
def test_the_year_itself_its_range_and_numbers_of_documents_draw_nothing(text: str) -> None:
    assert found("D_TITLE", overall(heading=text)) == []


@pytest.mark.parametrize(
    ("heading", "count"),
    [
        ("2021年度自评（2023年报送）", 1),
        ("2023年报送的2022年度自评", 0),
        ("2020年至2021年", 1),
        ("2021年度-2023年度", 0),
    ],
)
def test_two_years_are_a_span_only_where_they_are_written_as_one(heading: str, count: int) -> None:
    assert len(found("D_TITLE", overall(heading=heading))) == count


def test_project_keeps_the_year_in_which_it_began() -> None:
    assert found("D_TITLE", project(name="2018年老旧小区改造")) == []
    assert found("D_TITLE", project(title="财政代缴2019年个人缴费项目支出绩效评价")) == []
    assert only("D_TITLE", project(heading="2018年自评表")).severity == "warning"


@pytest.mark.parametrize("name", ["2023年老旧小区改造", "2021年度老旧小区改造项目绩效自评表"])
def test_later_year_or_another_year_reported_on_is_a_hint(name: str) -> None:
    assert only("D_TITLE", project(name=name)).severity == "information"
    assert only("D_TITLE", project(title=name)).severity == "information"


@pytest.mark.parametrize("label", ["上年度自评等次", "立项年度", "项目起止年度"])
def test_years_of_something_else_are_no_titles(label: str) -> None:
    form = OVERALL.replace("评价年度", label)

    assert found("D_TITLE", filed(form, {"year": "2020"})) == []


def test_filing_without_a_year_is_not_compared() -> None:
    assert found("D_TITLE", filed(OVERALL, {"year": "2021"}, year=0)) == []


def test_project_about_overall_spending_is_only_a_hint() -> None:
    assert only("D_TITLE", project(name="部门整体支出绩效评价服务")).severity == "information"


@pytest.mark.parametrize("name", ["goal", "report", "unit"])
def test_other_texts_are_no_titles(name: str) -> None:
    assert found("D_TITLE", overall(**{name: "完成2021年项目支出任务"})) == []


def test_title_of_the_report_stands_at_its_first_title_cell() -> None:
    finding = only("D_TITLE", overall(title="2021年度自评"))

    assert (finding.anchor, finding.message[:4]) == ("page/year", "报告名称")


def test_title_of_a_report_without_title_cells_stands_at_its_first_page() -> None:
    assert only("D_TITLE", filed(UNTITLED, title="2021年度自评")).anchor == "page"


def test_title_that_a_cell_repeats_is_told_once() -> None:
    assert len(found("D_TITLE", project(title="2023年老旧小区改造", name="2023年老旧小区改造"))) == 1


def test_form_of_the_other_kind_is_found() -> None:
    finding = only("D_TITLE", project(heading="2022年度部门整体支出绩效自评表"))

    assert finding.anchor == "page/heading"
    assert finding.message == (
        "表格标题“2022年度部门整体支出绩效自评表”写的是“部门整体”，本表是项目支出绩效自评，请核对表名或所用的表。"
    )
    assert (finding.stated, finding.computed) == ("部门整体", "项目支出")
    assert only("D_TITLE", overall(heading="项目支出绩效自评表")).computed == "部门整体支出"


def test_words_of_the_own_kind_draw_nothing() -> None:
    assert found("D_TITLE", project(heading="项目支出绩效自评表")) == []
    assert found("D_TITLE", overall(heading="部门整体支出绩效自评表")) == []
    assert found("D_TITLE", overall(heading="项目支出和部门整体支出绩效自评")) == []


def test_more_projects_filed_than_announced_is_found() -> None:
    finding = only("D_TITLE", overall(projects="1"), project("甲"), project("乙"), overall())

    assert (finding.anchor, finding.severity) == ("page/projects", "warning")
    assert finding.message == ("开展自评的项目个数填写 1 个，本部门的项目支出自评有 2 份：《甲》、《乙》。")
    assert (finding.stated, finding.computed) == ("1", "2")


def test_fewer_projects_than_announced_may_still_come() -> None:
    assert only("D_TITLE", overall(projects="3"), project("甲"), project("乙")).severity == "information"


@pytest.mark.parametrize(
    ("own", "others"),
    [
        (overall(projects="1"), (project("甲"),)),
        (overall(projects="1"), ()),
        (overall(projects="1"), (overall("另一份"),)),
        (overall(), (project("甲"),)),
        (project("甲"), (overall(projects="3"),)),
    ],
)
def test_right_number_blank_number_and_no_projects_draw_nothing(
    own: Filing, others: tuple[Filing, ...]
) -> None:
    assert found("D_TITLE", own, *others) == []


def test_project_that_announces_counts_itself() -> None:
    form = OVERALL.replace("code: overall", "code: both").replace("scope: overall", "scope: project")
    own = filed(form, {"projects": "1"}, title="甲")

    assert found("D_TITLE", own) == []
    assert only("D_TITLE", own, project("乙")).computed == "2"
