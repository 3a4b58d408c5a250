"""W_MIN2: rows that carry too much weight."""

import pytest

from tests.scoring.engine.checks.dossiers import found, only, row
from tests.scoring.engine.checks.weighted import FORM, RIGHT, standards, weighted

OUTPUT, BENEFIT, SATISFACTION = RIGHT[:2], RIGHT[2:4], RIGHT[4]


def test_row_above_the_most_is_found() -> None:
    rows = (row("参保人数", "26"), row("检查次数", "24"), *BENEFIT, SATISFACTION)

    finding = only("W_MIN2", weighted(*rows))

    assert (finding.anchor, finding.severity) == ("page/id-参保人数/weight", "information")
    assert finding.message == "参保人数分值 26，超过单项上限 25 分，建议分解为几项指标。"
    assert (finding.stated, finding.computed, finding.difference) == ("26", "25", "1")


def test_row_that_carries_a_whole_level_is_found() -> None:
    form = FORM.replace("{name: 效益指标, weight: 30}", "{name: 效益指标, weight: 20}").replace(
        "{name: 产出指标, weight: 50}", "{name: 产出指标, weight: 60}"
    )
    rows = (*OUTPUT, row("培训次数", "10"), row("知晓率", "20", "效益指标"), SATISFACTION)

    finding = only("W_MIN2", weighted(*rows, form=form))

    assert finding.message == "知晓率分值 20，是效益指标唯一的计分指标，建议分解为几项指标。"
    assert (finding.stated, finding.computed) == ("20", None)


def test_both_are_one_finding() -> None:
    finding = only("W_MIN2", weighted(*OUTPUT, row("知晓率", "30", "效益指标"), SATISFACTION))

    assert finding.message == (
        "知晓率分值 30，超过单项上限 25 分，是效益指标唯一的计分指标，建议分解为几项指标。"
    )


def test_right_rows_draw_nothing_though_satisfaction_has_one_row() -> None:
    assert found("W_MIN2", weighted()) == []


def test_level_of_more_than_ten_points_should_have_more_rows() -> None:
    rows = (row("参保人数", "11"), row("满意度", "10", "满意度指标"))

    assert only("W_MIN2", weighted(*rows)).anchor == "page/id-参保人数/weight"


def test_rows_without_a_level_carry_none() -> None:
    assert found("W_MIN2", weighted(row("参保人数", "20", ""))) == []


@pytest.mark.parametrize(("most", "count"), [("~", 0), ("30", 1), ("20", 3)])
def test_scheme_sets_the_most(most: str, count: int) -> None:
    rows = (*OUTPUT, row("知晓率", "30", "效益指标"), SATISFACTION)

    assert len(found("W_MIN2", weighted(*rows, form=standards(f"most_weight: {most}")))) == count


def test_rows_of_the_scheme_are_not_the_bureaus_choice() -> None:
    form = FORM.replace("name: 预算执行率, weight: 10", "name: 预算执行率, weight: 40").replace(
        "title: 项目支出绩效自评表", "title: 项目支出绩效自评表\ntotal_weight: 130"
    )

    assert found("W_MIN2", weighted(form=form)) == []
