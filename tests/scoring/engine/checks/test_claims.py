"""C_…: what texts claim of figures, against each other and against the form."""

import pytest

from scoring.engine.checks.claims import CHECKS, KINDS, code_of
from scoring.engine.filing import Filing
from scoring.engine.results import Correction, Quote
from tests.scoring.engine.checks.dossiers import filed, found, only

FORM = """
code: overall
version: 1
title: 部门整体支出绩效自评表
scope: overall
money_unit: 万元
scoring: none
facts:
  projects: {label: 项目支出, type: money}
  staff: {label: 编制人数, type: count, unit: 人}
  report: {label: 自评报告, type: long_text}
  results: {label: 取得的成效, type: long_text}
  remark: {label: 备注, type: text}
sections: [{key: page, title: 页, blocks: [facts: [projects, staff, report, results, remark]]}]
"""
FORMULA = "采购节支率=(300000-89842)/300000×100%=29.95%。"


def overall(settings: str = "", **cells: str) -> Filing:
    return filed(FORM + settings, dict(cells))


def test_a_wrong_figure_is_found_with_its_words_and_what_to_write() -> None:
    finding = only("C_FORMULA", overall(report=FORMULA))

    assert (finding.severity, finding.anchor, finding.touches_score) == ("warning", "page/report", False)
    assert (finding.stated, finding.computed) == ("29.95%", "70.05%")
    assert finding.quote == Quote(6, 39)
    assert finding.correction == Correction(33, 38, "70.05")
    assert FORMULA[33:38] == "29.95"


def test_what_agrees_is_not_told() -> None:
    assert found("C_FORMULA", overall(report="控制率=17/17×100%=100%。")) == []


def test_a_question_is_information_and_has_no_correction() -> None:
    finding = only("C_GRADE", overall(report="95分以上为优。总得分92分，评价等级为良。"))

    assert (finding.severity, finding.correction) == ("information", None)


def test_what_cannot_be_computed_has_no_correction() -> None:
    finding = only("C_FORMULA", overall(report="三公经费控制率=(0/0)×100%=0%"))

    assert (finding.computed, finding.correction) == (None, None)


def test_texts_of_one_filing_are_held_against_each_other() -> None:
    finding = only("C_RESTATED", overall(report="全年公用经费58.72万元。", results="全年公用经费58.27万元。"))

    assert (finding.anchor, finding.also) == ("page/results", ("page/report",))
    assert "“自评报告”中“公用经费”为58.72万元" in finding.message


def test_a_text_is_held_against_the_form_in_its_unit() -> None:
    finding = only("C_RESTATED", overall(projects="80", report="本年度项目支出81万元，均已完成。"))

    assert (finding.anchor, finding.also) == ("page/report", ("page/projects",))
    assert (finding.stated, finding.computed) == ("81万元", "80万元")


@pytest.mark.parametrize("text", ["80", "全年5人", "没有数字的一段比较长的文字说明"])
def test_short_cells_and_texts_without_figures_are_no_narratives(text: str) -> None:
    assert found("C_RESTATED", overall(report=text, remark="全年项目支出，项目支出")) == []


def test_a_check_of_texts_can_be_switched_off_and_made_milder() -> None:
    assert found("C_FORMULA", overall("check_settings: {C_FORMULA: off}\n", report=FORMULA)) == []
    mild = only("C_FORMULA", overall("check_settings: {C_FORMULA: information}\n", report=FORMULA))
    assert mild.severity == "information"


def test_every_kind_has_one_check() -> None:
    assert [check.code for check in CHECKS] == [code_of(kind) for kind in KINDS]
    assert code_of("yoy") == "C_YOY"
