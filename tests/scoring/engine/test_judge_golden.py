"""Rows as bureaus write them, labelled by what a careful reviewer of the finance side would say."""

import json
from pathlib import Path
from typing import Any

import pytest

from scoring.engine.judge import Judgement, judge


def read_rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


ROWS = read_rows(Path(__file__).parent / "data" / "judge_golden.jsonl")
# Tables written before the judge had seen a row of them; each names its kind of form.
TABLES = sorted((Path(__file__).parents[3] / "benchmarks" / "labels").glob("judge_*.jsonl"))


def judged(row: dict[str, Any]) -> Judgement:
    return judge(
        row["target"], row["actual"], level1=row["level1"], level2=row["level2"], name=row["indicator"]
    )


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_judge_keeps_to_the_labelled_tables(path: Path) -> None:
    rows = read_rows(path)
    clear = [row for row in rows if row["achieved"] is not None]

    wrong = [row for row in rows if judged(row).achieved not in (row["achieved"], None)]
    undecided = [row for row in clear if judged(row).achieved is None]

    assert wrong == []
    assert len(undecided) <= len(clear) // 30


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
