"""How often the judge is right on labelled rows, and how fast, beside a bare comparison of the first two numbers.

    .venv/bin/python benchmarks/judge.py [--corpus DIRECTORY]

Prints one JSON object per file. DIRECTORY holds `target_pairs_*.jsonl`; without it the project's own tables are used: the
golden cases of the tests, and `labels/judge_*.jsonl`, each a few hundred rows of one kind of form (public services, works
and offices, evaluators' scoring standards, counties and districts, whole forms row by row).
"""

import argparse
import json
import re
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from scoring.engine.judge import judge  # noqa: E402  (the project is not installed, only checked out)

OWN_TABLES = (
    ROOT / "tests" / "scoring" / "engine" / "data" / "judge_golden.jsonl",
    *sorted((ROOT / "benchmarks" / "labels").glob("judge_*.jsonl")),
)
LABELS = {"true": True, "false": False, "unclear": None}
SECONDS = 1.0  # how long each of the two is timed
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


@dataclass(frozen=True)
class Row:
    target: str
    actual: str
    place: dict[str, str]
    achieved: bool | None


Verdict = Callable[[Row], bool | None]


def read_rows(path: Path) -> list[Row]:
    """A labelled table: `achieved` true, false or null in the row, or as a word in its `judgement`."""
    return [_row(json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _row(data: dict[str, Any]) -> Row:
    achieved = LABELS[data["judgement"]["achieved"]] if "judgement" in data else data["achieved"]
    name = data.get("indicator", data.get("level3"))
    place = {"level1": data["level1"] or "", "level2": data["level2"] or "", "name": name or ""}
    return Row(data["target"] or "", data["actual"] or "", place, achieved)


def judged(row: Row) -> bool | None:
    """Never remembered from the round before."""
    return judge.__wrapped__(row.target, row.actual, **row.place).achieved


def naive(row: Row) -> bool | None:
    """The first number of the completed value is at least the first number of the target."""
    target, actual = _NUMBER.search(row.target), _NUMBER.search(row.actual)
    return Decimal(actual[0]) >= Decimal(target[0]) if target and actual else None


def accuracy(rows: list[Row], verdict: Verdict) -> dict[str, Any]:
    """Counts and shares: of the clearly labelled rows right and wrong, of the unclear ones left unclear."""
    clear = [(row, verdict(row)) for row in rows if row.achieved is not None]
    open_rows = [verdict(row) for row in rows if row.achieved is None]
    right = sum(row.achieved is said for row, said in clear)
    silent = sum(said is None for _, said in clear)
    left_open = sum(said is None for said in open_rows)
    return {
        "clear": len(clear),
        "right": right,
        "wrong": len(clear) - right - silent,
        "undecided": silent,
        "unclear": len(open_rows),
        "left_unclear": left_open,
        "right_share": share(right, len(clear)),
        "wrong_share": share(len(clear) - right - silent, len(clear)),
        "left_unclear_share": share(left_open, len(open_rows)),
    }


def share(part: int, whole: int) -> float | None:
    return round(part / whole, 4) if whole else None


def per_second(rows: list[Row], verdict: Verdict) -> float:
    """Verdicts a second over whole rounds of the table, for about SECONDS."""
    done, began = 0, time.perf_counter()
    while (spent := time.perf_counter() - began) < SECONDS:
        for row in rows:
            verdict(row)
        done += len(rows)
    return done / spent


def report(path: Path) -> dict[str, Any]:
    rows = read_rows(path)
    ours, theirs = per_second(rows, judged), per_second(rows, naive)
    return {
        "file": path.name,
        **accuracy(rows, judged),
        "naive": accuracy(rows, naive),
        "judgements_per_second": round(ours),
        "naive_per_second": round(theirs),
        "naive_is_faster_by": round(theirs / ours, 1),
    }


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpus", type=Path, help="directory with target_pairs_*.jsonl")
    corpus = parser.parse_args().corpus
    paths = sorted(corpus.glob("target_pairs_*.jsonl")) if corpus else OWN_TABLES
    if not paths:
        parser.error(f"no target_pairs_*.jsonl in {corpus}")
    for path in paths:
        print(json.dumps(report(path), ensure_ascii=False), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
