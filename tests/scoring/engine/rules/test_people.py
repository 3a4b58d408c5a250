"""Rows that no formula decides."""

from decimal import Decimal

import pytest

from scoring.engine.rules.people import NotApplicable, ReviewerJudgement
from tests.scoring.engine.filed import row


def test_reviewer_judgement_leaves_the_score_to_a_person() -> None:
    rule = ReviewerJudgement(kind="reviewer_judgement")

    outcome = rule.score(row("5", self_score="5"))

    assert (outcome.status, outcome.points, outcome.explanation) == (
        "judgement",
        None,
        "由复核人员评分并说明理由。",
    )
    assert (outcome.low, outcome.high) == (0, 5)
    assert rule.wording(Decimal("2.50")) == "由复核人员在 0 到 2.5 分之间评分并说明理由。"
    assert rule.problems(Decimal(5)) == []


@pytest.mark.parametrize(
    ("reason", "explanation"), [("", "不适用。"), ("没有项目支出", "不适用：没有项目支出。")]
)
def test_not_applicable_says_why(reason: str, explanation: str) -> None:
    rule = NotApplicable(kind="not_applicable", reason=reason)

    outcome = rule.score(row("5", self_score="5"))

    assert (outcome.status, outcome.points, outcome.explanation) == ("not_applicable", None, explanation)
    assert (outcome.low, outcome.high) == (0, 0)
    assert rule.wording(Decimal(5)) == "本项不适用。"


@pytest.mark.parametrize(
    ("policy", "points", "explanation", "wording"),
    [
        ("full", 5, "不适用：未建标准，按方案得满分5分。", "本项不适用，得5分。"),
        ("zero", 0, "不适用：未建标准，按方案不得分。", "本项不适用，不得分。"),
    ],
)
def test_not_applicable_may_say_what_the_row_gets(
    policy: str, points: int, explanation: str, wording: str
) -> None:
    rule = NotApplicable.model_validate({"kind": "not_applicable", "reason": "未建标准", "policy": policy})

    outcome = rule.score(row("5"))

    assert (outcome.status, outcome.points, outcome.explanation) == ("scored", points, explanation)
    assert (rule.wording(Decimal(5)), rule.formula_id) == (wording, f"not_applicable/{policy}")


def test_rules_without_a_formula_are_named_by_their_kind() -> None:
    rules = [NotApplicable(kind="not_applicable"), ReviewerJudgement(kind="reviewer_judgement")]

    assert [rule.formula_id for rule in rules] == ["not_applicable", "reviewer_judgement"]
    assert [rule.reachable(Decimal(5)) for rule in rules] == [None, None]
