"""So much off per violation found."""

from decimal import Decimal
from typing import Any

import pytest

from scoring.engine.rules.violation_deduct import ViolationDeduct
from tests.scoring.engine.filed import row


def rule(**parameters: Any) -> ViolationDeduct:
    given = {"kind": "violation_deduct", "per": 1, "items": ["保存完整", "配置合理"]}
    return ViolationDeduct.model_validate(given | parameters)


FILER = rule(answered_by="filer", unit="个专项", per="0.1", per_mode="share")

SCORED = [
    (rule(), "0", "4", "未发现不符合要求的情况，得满分4分。"),
    (rule(), "3", "1", "不符合要求 3 例，4 − 1 × 3，得1分。"),
    (rule(), "9", "0", "不符合要求 9 例，4 − 1 × 9，不得分。"),
    (FILER, "2", "3.2", "不符合要求 2 个专项，4 − 0.4 × 2，得3.2分。"),
]
OPEN = [
    (rule(), {}, "judgement", "不符合要求的例数由复核人员核实后评分。"),
    (FILER, {}, "needs_data", "请填写不符合要求的数量（个专项），没有的填 0。"),
    (FILER, {"count": "两"}, "needs_data", "请填写不符合要求的数量（个专项），没有的填 0。"),
    (FILER, {"count": "-1"}, "needs_data", "请填写不符合要求的数量（个专项），没有的填 0。"),
    (FILER, {"count": "1.5"}, "needs_data", "请填写不符合要求的数量（个专项），没有的填 0。"),
    (FILER, {"count": "²"}, "needs_data", "请填写不符合要求的数量（个专项），没有的填 0。"),
]


@pytest.mark.parametrize(("given", "count", "points", "explanation"), SCORED)
def test_violation_deduct_scores(given: ViolationDeduct, count: str, points: str, explanation: str) -> None:
    outcome = given.score(row("4", items={"count": count}))

    assert (outcome.status, outcome.points, outcome.explanation) == ("scored", Decimal(points), explanation)
    assert outcome.achieved is (count == "0")


@pytest.mark.parametrize(("given", "items", "status", "explanation"), OPEN)
def test_violation_deduct_waits_for_the_count(
    given: ViolationDeduct, items: dict[str, str], status: str, explanation: str
) -> None:
    outcome = given.score(row("4", items=items))

    assert (outcome.status, outcome.points, outcome.explanation) == (status, None, explanation)


def test_violation_deduct_wording_names_what_is_looked_for() -> None:
    assert rule().wording(Decimal(4)) == "保存完整；配置合理。每出现一例不符合要求的扣1分，扣完为止。"
    assert FILER.wording(Decimal(4)) == "保存完整；配置合理。每出现一个专项不符合要求的扣0.4分，扣完为止。"


def test_violation_deduct_problems() -> None:
    assert rule().problems(Decimal(4)) == []
    assert rule(per=0).problems(Decimal(4)) == ["per 必须大于 0"]


def test_violation_deduct_steps_down_to_nothing() -> None:
    assert rule().reachable(Decimal(4)) == {0, 1, 2, 3, 4}
    assert rule(per=3).reachable(Decimal(4)) == {0, 1, 4}
    assert rule(per="0.25", per_mode="share").reachable(Decimal(6)) == {
        0,
        Decimal("1.5"),
        3,
        Decimal("4.5"),
        6,
    }
    assert rule(per="0.0001").reachable(Decimal(4)) is None
    assert rule(per=0).reachable(Decimal(4)) is None


def test_violation_deduct_names_its_formula() -> None:
    assert (rule().formula_id, FILER.formula_id) == ("violation_deduct/points", "violation_deduct/share")
