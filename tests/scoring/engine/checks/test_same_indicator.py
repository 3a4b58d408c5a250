"""D_NAME: one indicator with two completed values in the reports of a bureau."""

import pytest

from scoring.engine.filing import Filing
from tests.scoring.engine.checks.dossiers import filed, found, only, row

PROJECT = """
code: project
version: 1
title: 项目支出绩效自评表
scope: project
total_weight: 60
indicator_lists:
  rows: {title: 指标, levels: [{name: 产出指标, weight: 50}], default_rule: {kind: by_target}}
indicators:
  - {id: quota, level1: 产出指标, level2: 数量指标, name: 在职在编人数, weight: 10, columns: [target, actual],
     rule: {kind: by_target}}
sections:
  - {key: page, title: 页, blocks: [{indicators: rows}, {answers: [quota]}]}
"""
OVERALL = PROJECT.replace("code: project", "code: overall").replace("scope: project", "scope: overall")
STANDARD = {"level2": "成本指标", "target": "550元/人/年"}


def project(name: str, actual: str, quota: str = "", title: str = "居民医保", **cells: str) -> Filing:
    return report(PROJECT, title, name, actual, quota, **cells)


def overall(name: str, actual: str, quota: str = "", title: str = "整体自评", **cells: str) -> Filing:
    return report(OVERALL, title, name, actual, quota, **cells)


def report(form: str, title: str, name: str, actual: str, quota: str, **cells: str) -> Filing:
    rows = [row(name, "50", actual=actual, **cells)]
    return filed(form, lists={"rows": rows}, answers={"quota": {"actual": quota}}, title=title)


def test_same_name_with_two_values_is_found_from_both_sides() -> None:
    one, other = overall("贫困人口参保率", "98%"), project("贫困人口参保率", "100%")

    here, there = only("D_NAME", one, other), only("D_NAME", other, one)

    assert (here.anchor, here.severity, here.stated) == ("page/id-贫困人口参保率/actual", "warning", "98%")
    assert here.message == (
        "“贫困人口参保率”完成值为“98%”，《居民医保》“贫困人口参保率”为“100%”。"
        "同一指标的数应一致，口径或时点不同的请说明。"
    )
    assert not here.touches_score
    assert "《整体自评》“贫困人口参保率”为“98%”" in there.message


def test_same_standard_under_two_names_is_found_from_both_sides() -> None:
    one = overall("城乡居民医疗保险财政配套", "580元/人", **STANDARD)
    other = project("各级财政实际补助标准", "550元/人/年", **STANDARD)

    assert "《居民医保》“各级财政实际补助标准”为“550元/人/年”" in only("D_NAME", one, other).message
    assert "《整体自评》“城乡居民医疗保险财政配套”为“580元/人”" in only("D_NAME", other, one).message


def test_all_reports_that_differ_are_one_finding() -> None:
    others = (
        project("参保率", "96%", title="甲"),
        project("参保率", "97%", title="乙"),
        project("参保率", "95%"),
    )

    message = only("D_NAME", overall("参保率", "95%"), *others).message

    assert "，《甲》“参保率”为“96%”；《乙》“参保率”为“97%”。" in message
    assert "《居民医保》" not in message


def test_twin_that_has_both_keys_is_named_once() -> None:
    one, other = overall("补助标准额", "580元/人", **STANDARD), project("补助标准额", "550元/人", **STANDARD)

    assert only("D_NAME", one, other).message.count("《居民医保》") == 1


@pytest.mark.parametrize(
    ("name", "twin"),
    [
        ("参保率（%）", "参保率"),
        ("参 保 率", "参保率"),
        ("参保率。", "参保率"),
        ("Ａ类人员就诊率", "A类人员就诊率"),
    ],
)
def test_names_are_compared_by_their_letters(name: str, twin: str) -> None:
    assert len(found("D_NAME", overall(name, "95%"), project(twin, "96%"))) == 1


@pytest.mark.parametrize(
    "name", ["服务对象满意度", "资金到位率", "预算执行率", "政策知晓率", "项目完成及时率", "无", "参"]
)
def test_names_that_fit_any_project_are_no_indicator(name: str) -> None:
    assert found("D_NAME", overall(name, "95%"), project(name, "96%")) == []


@pytest.mark.parametrize(
    ("actual", "other", "count"),
    [
        ("42.37万人", "424047人", 1),
        ("42.37万人", "423730人", 0),
        ("42.37万人", "423750人", 0),
        ("42.37万人", "423751人", 1),
        ("424047人", "423730人", 1),
        ("424047", "423730", 1),
        ("424047", "423730人", 0),
        ("95%", "950‰", 0),
        ("≥95%", "98%", 0),
        ("98%", "≥95%", 0),
        ("95%", "=96%", 1),
        ("390余次", "400次", 0),
        ("基本达到95%", "98%", 0),
        ("95%", "未达到98%", 0),
        ("3天", "3.5小时", 1),
        ("5万元", "3人", 0),
        ("", "98%", 0),
        ("完成", "98%", 0),
        ("580元/人/年", "550元/人", 1),
        ("580元", "550元/人", 0),
        ("2次/周", "3次", 0),
    ],
)
def test_only_exact_figures_of_one_unit_that_differ_beyond_rounding(
    actual: str, other: str, count: int
) -> None:
    one, two = overall("参保覆盖指数", actual), project("参保覆盖指数", other)

    assert len(found("D_NAME", one, two)) == count
    assert len(found("D_NAME", two, one)) == count


@pytest.mark.parametrize(
    ("target", "count"),
    [
        ("550元/人/年", 1),
        ("426000人", 1),
        ("42.6万人", 1),
        ("5元/人", 1),
        ("≥95%", 0),
        ("100%", 0),
        ("99.5%", 0),
        ("2次", 0),
        ("100人", 0),
        ("500万元", 0),
        ("2次/周", 0),
        ("显著提升", 0),
        ("100人-350人", 0),
        ("", 0),
    ],
)
def test_target_names_an_indicator_only_if_it_tells(target: str, count: int) -> None:
    unit = "元/人" if "元" in target else "人"
    one = overall("甲项内容", f"580{unit}", level2="成本指标", target=target)
    other = project("乙项内容", f"550{unit}", level2="成本指标", target=target)

    assert len(found("D_NAME", one, other)) == count


def test_same_target_under_another_second_level_is_another_indicator() -> None:
    one = overall("甲项内容", "580元/人", level2="成本指标", target="550元/人/年")
    other = project("乙项内容", "550元/人", level2="数量指标", target="550元/人/年")
    blank = [
        report(form, "甲", name, actual, "", level2="", target="550元/人/年")
        for form, name, actual in ((OVERALL, "甲项内容", "580元/人"), (PROJECT, "乙项内容", "550元/人"))
    ]

    assert found("D_NAME", one, other) == []
    assert found("D_NAME", *blank) == []


def test_projects_have_their_own_quantities_but_one_rate() -> None:
    assert found("D_NAME", project("培训村医", "10人"), project("培训村医", "20人", title="乙")) == []
    assert (
        only("D_NAME", project("参保率", "95%"), project("参保率", "96%", title="乙")).severity
        == "information"
    )
    assert len(found("D_NAME", overall("培训村医", "10人"), project("培训村医", "20人"))) == 1


def test_project_beside_another_and_the_overall_report_is_a_warning() -> None:
    others = (
        project("参保率", "96%", title="乙"),
        overall("参保率", "97%"),
        project("参保率", "98%", title="丙"),
    )

    assert only("D_NAME", project("参保率", "95%"), *others).severity == "warning"


def test_own_rows_of_one_form_differ_from_report_to_report() -> None:
    one, other = project("甲项内容", "", quota="38人"), project("乙项内容", "", quota="36人", title="乙")

    assert found("D_NAME", one, other) == []
    assert len(found("D_NAME", one, overall("丙项内容", "", quota="36人"))) == 1


def test_name_that_a_report_has_twice_names_neither() -> None:
    rows = [row("精神病药物救助", "25"), {**row("精神病药物救助", "25", actual="90%"), "id": "again"}]
    twice = filed(OVERALL, lists={"rows": rows}, title="整体自评")

    assert found("D_NAME", twice, project("精神病药物救助", "96%")) == []
    assert found("D_NAME", project("精神病药物救助", "96%"), twice) == []


def test_one_report_alone_draws_nothing() -> None:
    assert found("D_NAME", overall("参保率", "95%")) == []
    assert found("D_NAME", overall("参保率", "95%"), project("知晓率高低", "96%")) == []
