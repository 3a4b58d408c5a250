"""Rows as bureaus write them, labelled by what a careful reviewer of the finance side would say."""

import json
from pathlib import Path
from typing import Any

import pytest

from scoring.engine.judge import Judgement, judge

ROWS = [
    json.loads(line)
    for line in (Path(__file__).parent / "data" / "judge_golden.jsonl")
    .read_text(encoding="utf-8")
    .splitlines()
]


def judged(row: dict[str, Any]) -> Judgement:
    return judge(
        row["target"], row["actual"], level1=row["level1"], level2=row["level2"], name=row["indicator"]
    )


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['indicator']} {row['target']} {row['actual']}")
def test_judge_is_never_wrong_with_confidence(row: dict[str, Any]) -> None:
    judgement = judged(row)

    assert judgement.achieved in (row["achieved"], None), judgement.reason
    assert judgement.direction == row.get("direction", judgement.direction)


def test_judge_decides_what_is_clear() -> None:
    clear = [row for row in ROWS if row["achieved"] is not None]

    undecided = [row for row in clear if judged(row).achieved is None]

    assert len(clear) > 1000
    assert len(undecided) <= len(clear) // 200
