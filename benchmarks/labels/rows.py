"""Labelled rows: what a published standard says in short notation, and the cells that were filed under it."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from scoring.engine.numbers import plain

FIGURE = r"-?\d+(?:\.\d+)?"
# Rows of cells that may lie between two rows of the map: goals and summaries that are not scored.
WINDOW = 20


class NotComparableError(Exception):
    """The label lacks what a rule needs; the message says what."""


@dataclass(frozen=True)
class Figures:
    values: dict[str, Decimal] = field(default_factory=dict)

    def value(self, name: str) -> Decimal | None:
        return self.values.get(name)

    def label(self, name: str) -> str:
        return name

    def written(self, name: str) -> str:
        return f"{name}{plain(self.values[name])}" if name in self.values else f"{name}（空）"


@dataclass(frozen=True)
class Labelled:
    """A row of the map with the cells that belong to it."""

    data: dict[str, Any]
    pair: dict[str, Any]

    @property
    def params(self) -> str:
        return str(self.data["params"])

    @property
    def weight(self) -> Decimal:
        """1 where the form has no scores: the label is a share then."""
        return Decimal(1) if self.data["weight"] is None else Decimal(str(self.data["weight"]))

    @property
    def values(self) -> dict[str, str]:
        """`t=100%,step=1pp` as a mapping."""
        return dict(re.findall(r"(\w+)=([^,;，；]*)", self.params))

    def cell(self, name: str) -> str:
        return str(self.pair.get(name) or "")

    @property
    def is_typed(self) -> bool:
        """Whether the bureau typed the target; an evaluator's table has the scoring standard in its place."""
        return not re.search(r"评分表|评分标准|附件3-2", self.data["form"])

    def read(self, name: str) -> Any:
        return self.pair.get("judgement", {}).get(name)

    def figure(self, name: str) -> Decimal:
        """A figure that the label read from the cells."""
        value = self.read(name)
        if not isinstance(value, int | float):
            raise NotComparableError(f"no {name} in the label")
        return Decimal(str(value))


def labelled_rows(directory: Path) -> Iterator[Labelled]:
    """Every row of `rule_map_*.jsonl` with its cells of `target_pairs_*.jsonl`: both follow the forms row by row."""
    for path in sorted(directory.glob("rule_map_*.jsonl")):
        cells = directory / path.name.replace("rule_map", "target_pairs")
        pairs = read_lines(cells) if cells.is_file() else []
        start = 0
        for data in read_lines(path):
            near = range(start, min(start + WINDOW, len(pairs)))
            found = next((at for at in near if belongs(pairs[at], data)), None)
            start = start if found is None else found + 1
            yield Labelled(data, {} if found is None else pairs[found])


def read_lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def belongs(pair: dict[str, Any], data: dict[str, Any]) -> bool:
    """Whether the cells are those of the row: the name agrees, or the levels where the row has no name."""
    name = re.sub(r"\s|（[^）]*组[^）]*）|\([^)]*\)$", "", data["row"])
    third = re.sub(r"\s|\([^)]*\)$", "", pair["level3"] or "")
    if pair["weight"] != data["weight"]:
        return False
    if third:
        return third.startswith(name) or (name == "预算执行率" and third.startswith("执行率"))
    return pair["level2"] == data["row"] or pair["level1"].startswith(name.removesuffix("率"))
