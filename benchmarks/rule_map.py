"""Whether our rules give the scores that labelled rows were given by hand: every row the same, or a difference shown.

    .venv/bin/python benchmarks/rule_map.py [--corpus DIRECTORY]

DIRECTORY holds `rule_map_*.jsonl` (kind, parameters in short notation, weight, computed score) and
`target_pairs_*.jsonl` (the cells as filed); without it the project's own table of rules is used. Prints JSON lines:
counts, then every row that needs a look.

same: our score is the label's. reachable: the label doesn't say how the items were answered, and its score is one that
the rule can give. to a person: neither we nor the label score. Anything else is a difference.
"""

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from labels.notation import READERS, TYPED, by_target  # noqa: E402  (only checked out, not installed)
from labels.rows import Figures, Labelled, NotComparableError, labelled_rows, read_lines  # noqa: E402

from scoring.engine.rules.base import Outcome, RowInput, RuleModel  # noqa: E402
from scoring.engine.rules.registry import Rule  # noqa: E402

OWN_TABLE = ROOT / "tests" / "scoring" / "engine" / "data" / "rule_golden.jsonl"
RULES: TypeAdapter[RuleModel] = TypeAdapter(Rule)
EXPECTED = ("same", "reachable", "to a person")


@dataclass(frozen=True)
class Result:
    """One row compared in one way: by the kind that the label names, or by the row's own target."""

    way: str
    verdict: str
    shown: dict[str, Any]


def results_of_labels(rows: list[Labelled]) -> Iterator[Result]:
    """Every row by its kind; rows typed by a bureau by their own target too."""
    for row in rows:
        yield result(row, "by kind", row.data["kind"])
        if row.data["kind"] in TYPED and row.cell("target") and row.is_typed:
            yield result(row, "by target", "by_target")


def result(row: Labelled, way: str, kind: str) -> Result:
    data = row.data
    shown = {key: data[key] for key in ("row", "form", "kind", "params", "computed", "stated", "note")}
    try:
        rule, given = (by_target if kind == "by_target" else READERS[kind])(row)
        model = RULES.validate_python({"kind": kind} | rule)
        if problems := model.problems(row.weight):
            raise NotComparableError("；".join(problems))
    except NotComparableError as reason:
        verdict = "not comparable" if data["computed"] is not None else "to a person"
        return Result(way, verdict, shown | {"reason": str(reason)})
    outcome = model.score(filed(row, given))
    ours = None if outcome.points is None else float(outcome.points)
    shown |= {"ours": ours, "status": outcome.status, "explanation": outcome.explanation}
    return Result(way, verdict_on(row, model, outcome), shown)


def filed(row: Labelled, given: dict[str, Any]) -> RowInput:
    stated = row.data["stated"]
    place = {"level1": row.cell("level1"), "level2": row.cell("level2"), "name": row.data["row"]}
    own = None if stated is None else Decimal(str(stated))
    return RowInput(weight=row.weight, self_score=own, **{"facts": Figures(), **place, **given})


def verdict_on(row: Labelled, model: RuleModel, outcome: Outcome) -> str:
    label = row.data["computed"]
    if listed := re.search(r"可达比例(\[[^\]]*\])", row.data["note"]):
        shares = {Decimal(str(share)) * row.weight for share in json.loads(listed[1])}
        return "reachable" if model.reachable(row.weight) == shares else "differs"
    if label is None:
        return "to a person" if outcome.points is None else "scored here only"
    return "same" if agrees(outcome, label) else "differs"


def agrees(outcome: Outcome, label: float | str) -> bool:
    """The same score; for a band, a score inside it or the band itself."""
    if isinstance(label, str):
        low, high = (Decimal(str(end)) for end in json.loads(label))
        if outcome.points is not None:
            return low <= outcome.points <= high
        return (outcome.low, outcome.high) == (low, high)
    points = Decimal(0) if outcome.status == "not_applicable" else outcome.points
    return points == Decimal(str(label))


def results_of_table(path: Path) -> Iterator[Result]:
    """The project's own table: a rule, a row, and what comes out."""
    for line in read_lines(path):
        row = dict(line["row"])
        facts = Figures({name: Decimal(value) for name, value in row.pop("facts", {}).items()})
        own = row.pop("self_score", None)
        given = RowInput(
            weight=Decimal(row.pop("weight")),
            facts=facts,
            self_score=None if own is None else Decimal(own),
            **row,
        )
        outcome = RULES.validate_python(line["rule"]).score(given)
        points = None if outcome.points is None else str(outcome.points)
        is_same = (outcome.status, points) == (line["status"], line["points"])
        yield Result(line["rule"]["kind"], "same" if is_same else "differs", line | {"ours": points})


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpus", type=Path)
    corpus = parser.parse_args().corpus
    found = list(results_of_labels(list(labelled_rows(corpus))) if corpus else results_of_table(OWN_TABLE))
    counts = Counter(f"{each.way}: {each.verdict}" for each in found)
    print(json.dumps({"rows": len(found), "counts": counts}, ensure_ascii=False))
    for each in found:
        if each.verdict not in EXPECTED:
            print(json.dumps({"way": each.way, "verdict": each.verdict} | each.shown, ensure_ascii=False))
    return 0 if corpus else int(any(each.verdict == "differs" for each in found))


if __name__ == "__main__":
    sys.exit(main())
