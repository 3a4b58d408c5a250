"""A score converted from another assessment."""

from decimal import Decimal

import pytest

from scoring.engine.rules.external_convert import ExternalConvert
from tests.scoring.engine.filed import row

RULE = ExternalConvert(kind="external_convert", score_fact="考核得分", max_fact="考核满分", source="综合考核")

SCORED = [
    ("95", "100", "4.75", "考核得分95 ÷ 考核满分100 × 5分，得4.75分。"),
    ("100", "100", "5", "考核得分100 ÷ 考核满分100 × 5分，得满分5分。"),
    ("105", "100", "5", "考核得分105 ÷ 考核满分100 × 5分，得满分5分。"),
    ("0", "100", "0", "考核得分0 ÷ 考核满分100 × 5分，不得分。"),
]
MISSING = [
    ({}, ("考核得分", "考核满分"), "缺少综合考核的数据：考核得分、考核满分。"),
    ({"考核得分": "95"}, ("考核满分",), "缺少综合考核的数据：考核满分。"),
    ({"考核得分": "95", "考核满分": "0"}, ("考核满分",), "缺少综合考核的数据：考核满分。"),
    ({"考核满分": "100"}, ("考核得分",), "缺少综合考核的数据：考核得分。"),
    ({"考核得分": "0", "考核满分": "0"}, ("考核满分",), "缺少综合考核的数据：考核满分。"),
]


@pytest.mark.parametrize(("given", "top", "points", "explanation"), SCORED)
def test_external_convert_scores(given: str, top: str, points: str, explanation: str) -> None:
    outcome = RULE.score(row("5", {"考核得分": given, "考核满分": top}))

    assert (outcome.status, outcome.points, outcome.explanation) == ("scored", Decimal(points), explanation)
    assert outcome.achieved is ("得满分" in explanation)


@pytest.mark.parametrize(("figures", "missing", "explanation"), MISSING)
def test_external_convert_names_what_it_needs(
    figures: dict[str, str], missing: tuple[str, ...], explanation: str
) -> None:
    outcome = RULE.score(row("5", figures))

    assert (outcome.status, outcome.missing, outcome.explanation) == ("needs_data", missing, explanation)


def test_external_convert_wording_and_facts() -> None:
    assert RULE.wording(Decimal(5)) == "按综合考核的得分折算：5分 × 考核得分 ÷ 考核满分。"
    assert RULE.fact_names == ("考核得分", "考核满分")
    assert RULE.problems(Decimal(5)) == []


def test_external_convert_refuses_one_figure_for_both() -> None:
    wrong = RULE.model_copy(update={"max_fact": "考核得分"})

    assert wrong.problems(Decimal(5)) == ["score_fact 和 max_fact 不能是同一个数据项"]
    assert RULE.formula_id == "external_convert"
