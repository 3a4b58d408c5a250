"""Rows of published filings with the scores that were worked out for them by hand."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter

from scoring.engine.rules.base import RuleModel
from scoring.engine.rules.registry import Rule
from tests.scoring.engine.filed import row

TABLE = Path(__file__).resolve().parents[1] / "data" / "rule_golden.jsonl"
CASES = [json.loads(line) for line in TABLE.read_text(encoding="utf-8").splitlines()]
RULES: TypeAdapter[RuleModel] = TypeAdapter(Rule)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["row"]["name"])
def test_rules_give_the_scores_worked_out_by_hand(case: dict[str, Any]) -> None:
    filed = dict(case["row"])
    rule = RULES.validate_python(case["rule"])

    outcome = rule.score(row(filed.pop("weight"), filed.pop("facts", {}), **filed))

    assert rule.problems(Decimal(case["row"]["weight"])) == []
    assert outcome.status == case["status"]
    assert outcome.points == (None if case["points"] is None else Decimal(case["points"]))
