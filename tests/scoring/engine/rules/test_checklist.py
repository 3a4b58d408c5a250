"""Points per item that is fulfilled."""

from decimal import Decimal
from typing import Any

import pytest

from scoring.engine.rules.checklist import Checklist
from tests.scoring.engine.filed import row


def checklist(*items: dict[str, Any], **parameters: Any) -> Checklist:
    return Checklist.model_validate({"kind": "checklist", "items": items, **parameters})


EXISTS = {"key": "exists", "text": "有制度", "points": 2}
LAWFUL = {"key": "lawful", "text": "合法", "share": "0.4"}
APPLIED = {"key": "applied", "text": "有效", "points": 1}
PLAIN = checklist(EXISTS, LAWFUL, APPLIED)
GATED = checklist(
    EXISTS | {"gate": True}, {"key": "applied", "text": "有效", "points": 3}, answered_by="reviewer"
)

SCORED = [
    (PLAIN, {"exists": "yes", "lawful": "yes", "applied": "yes"}, "5", "3 项中符合 3 项，得满分5分。"),
    (PLAIN, {"exists": "yes", "lawful": "no", "applied": "yes"}, "3", "3 项中符合 2 项，2 + 1 = 3，得3分。"),
    (PLAIN, {"exists": "no", "lawful": "no", "applied": "no"}, "0", "3 项中符合 0 项，不得分。"),
    (GATED, {"exists": "yes", "applied": "no"}, "2", "2 项中符合 1 项，得2分。"),
    (GATED, {"exists": "no", "applied": "yes"}, "0", "前提项“有制度”不符合，不得分。"),
]
OPEN = [
    (PLAIN, {}, "needs_data", "还有 3 项未勾选：“有制度”、“合法”、“有效”。"),
    (PLAIN, {"exists": "yes", "lawful": "maybe"}, "needs_data", "还有 2 项未勾选：“合法”、“有效”。"),
    (GATED, {}, "judgement", "清单由复核人员逐项核实后评分。"),
    (GATED, {"exists": "no"}, "needs_data", "还有 1 项未勾选：“有效”。"),
]
PROBLEMS = [
    (PLAIN, []),
    (checklist(EXISTS, APPLIED), ["各项分值合计 3 不等于分值 5"]),
    (checklist(EXISTS, EXISTS, APPLIED), ["清单项的 key 重复"]),
    (
        checklist({"key": "a", "text": "甲"}, EXISTS | {"share": "0.1", "points": 5}),
        ["“甲”要写 points 或 share 之一", "“有制度”要写 points 或 share 之一"],
    ),
]


@pytest.mark.parametrize(("rule", "items", "points", "explanation"), SCORED)
def test_checklist_scores(rule: Checklist, items: dict[str, str], points: str, explanation: str) -> None:
    outcome = rule.score(row("5", items=items))

    assert (outcome.status, outcome.points, outcome.explanation) == ("scored", Decimal(points), explanation)
    assert outcome.achieved is ("得满分" in explanation)


@pytest.mark.parametrize(("rule", "items", "status", "explanation"), OPEN)
def test_checklist_waits_for_its_answers(
    rule: Checklist, items: dict[str, str], status: str, explanation: str
) -> None:
    outcome = rule.score(row("5", items=items))

    assert (outcome.status, outcome.points, outcome.explanation) == (status, None, explanation)
    assert (outcome.low, outcome.high) == (0, 5)


@pytest.mark.parametrize(("rule", "problems"), PROBLEMS)
def test_checklist_problems(rule: Checklist, problems: list[str]) -> None:
    assert rule.problems(Decimal(5)) == problems


def test_checklist_wording_lists_the_items() -> None:
    assert PLAIN.wording(Decimal(5)) == "有制度，2分；合法，2分；有效，1分。"


def test_checklist_wording_names_its_gates() -> None:
    assert GATED.wording(Decimal(5)) == "有制度，2分；有效，3分；“有制度”不符合的，不得分。"


SHARES = [
    {"key": f"i{n}", "text": f"第{n}项", "share": share} for n, share in enumerate(["0.2", "0.4", "0.4"])
]


def test_checklist_can_give_only_sums_of_its_items() -> None:
    gated = checklist(SHARES[0] | {"gate": True}, *SHARES[1:])

    assert gated.reachable(Decimal(2)) == {0, Decimal("0.4"), Decimal("1.2"), 2}
    assert checklist(*SHARES).reachable(Decimal(2)) == {
        *(Decimal(each) for each in ("0", "0.4", "0.8", "1.2", "1.6", "2"))
    }


def test_checklist_with_countless_sums_names_none() -> None:
    items = [{"key": f"i{n}", "text": "项", "points": str(Decimal(2**n) / 1000)} for n in range(20)]

    assert checklist(*items).reachable(Decimal(1000)) is None


def test_checklist_names_its_formula() -> None:
    assert (PLAIN.formula_id, GATED.formula_id) == ("checklist", "checklist/gate")
