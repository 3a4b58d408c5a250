"""W_STD: weights of the first levels against the standard."""

from tests.scoring.engine.checks.dossiers import found, only, row
from tests.scoring.engine.checks.weighted import FORM, RIGHT, standards, weighted

STANDARD = standards("level1_weights: {预算执行: 10, 产出指标: 50, 效益指标: 30, 满意度指标: 10}")
# 效益指标40分，满意度放在效益指标之内：表样自己这样定
OWN = STANDARD.replace(
    "{name: 效益指标, weight: 30}, {name: 满意度指标, weight: 10}", "{name: 效益指标, weight: 40}"
)
INCLUDED = (*RIGHT[:-1], row("满意度", "10", "效益指标"))


def test_levels_off_the_standard_are_one_finding_at_the_first_row() -> None:
    finding = only("W_STD", weighted(*INCLUDED, form=OWN))

    assert (finding.anchor, finding.severity) == ("page/id-知晓率/weight", "warning")
    assert finding.message == (
        "一级指标分值与标准不一致：效益指标 40 分（标准 30 分）、满意度指标 0 分（标准 10 分）。"
    )
    assert (finding.stated, finding.computed) == (
        "效益指标 40、满意度指标 0",
        "效益指标 30、满意度指标 10",
    )
    assert not finding.touches_score


def test_rows_off_a_form_by_the_standard_are_said_of_the_level() -> None:
    own = weighted(*INCLUDED, form=STANDARD)

    assert len(found("W_LEVEL", own)) == 2
    assert found("W_STD", own) == []
    assert len(found("W_STD", weighted(*INCLUDED, form=f"{STANDARD}check_settings: {{W_LEVEL: off}}\n"))) == 1


def test_level_that_the_standard_lacks_is_named() -> None:
    finding = only("W_STD", weighted(*RIGHT[:-1], row("创新", "10", "创新指标"), form=STANDARD))

    assert "创新指标 10 分（标准 0 分）" in finding.message


def test_levels_that_have_no_row_are_found_at_the_first_row_of_the_form() -> None:
    form = standards(
        "level1_weights: {预算执行: 10, 产出指标: 50, 效益指标: 30, 满意度指标: 10, 成本指标: 20}"
    )

    assert only("W_STD", weighted(form=form)).anchor == "page/id-参保人数"


def test_levels_by_the_standard_draw_nothing() -> None:
    assert found("W_STD", weighted(form=STANDARD)) == []


def test_form_without_a_standard_is_not_checked() -> None:
    assert found("W_STD", weighted(*INCLUDED, form=FORM)) == []


def test_rows_without_weights_draw_nothing() -> None:
    assert found("W_STD", weighted(row("参保人数", ""), form=STANDARD)) == []


def test_form_without_scores_is_not_checked() -> None:
    form = STANDARD.replace("scope: project", "scope: project\nscoring: none")

    assert found("W_STD", weighted(*INCLUDED, form=form)) == []


def test_form_of_fixed_rows_is_compared_too() -> None:
    fixed = """
code: fixed
version: 1
title: 固定指标
scope: project
total_weight: 20
indicators:
  - {id: people, level1: 产出指标, name: 人数, weight: 20, rule: {kind: by_target}, columns: [target, actual]}
sections: [{key: page, title: 页, blocks: [{answers: [people]}]}]
"""
    form = standards("level1_weights: {产出指标: 50}", fixed)

    finding = only("W_STD", weighted(form=form, total=None))

    assert finding.message == "一级指标分值与标准不一致：产出指标 20 分（标准 50 分）。"
