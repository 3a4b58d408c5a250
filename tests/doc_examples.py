"""The examples of docs/schemes.md: files, pieces that are added to the first file, and what they are tried with."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from scoring.authoring.yaml_text import write_yaml
from scoring.engine.content import Content, read_content
from scoring.engine.loading import load_scheme_text
from scoring.engine.numbers import plain
from scoring.engine.results import ScoredRow
from scoring.engine.scheme import Scheme
from scoring.engine.score import score
from scoring.engine.yaml_lines import read_yaml
from scoring.printing import STATUS

PAGE = Path("docs/schemes.md").read_text(encoding="utf-8")

_EXAMPLE = re.compile(
    r"```yaml(?P<complete> complete)?\n(?P<text>(?:(?!```).*\n)+)```\n"
    r"(?:\n> 评分标准：(?P<wording>.*)\n)?"
    r"(?:\n\| 填写 \| 结果 \| 计算过程 \|\n\|---\|---\|---\|\n(?P<trials>(?:\|.*\n)+))?"
)
_CELL = re.compile(r"`([^`=]+)=([^`]*)`")
_BLOCKS = {
    "facts": "facts",
    "tables": "table",
    "lists": "list",
    "indicator_lists": "indicators",
    "indicators": "answers",
    "charts": "chart",
}
_ANSWER = ("weight", "target", "actual", "level", "self_score")


@dataclass(frozen=True)
class Trial:
    """One line of a table: what is filled in, and what the page says comes out."""

    cells: tuple[tuple[str, str], ...]
    result: str
    explanation: str


@dataclass(frozen=True)
class Example:
    """A fenced piece with what follows it. `line` is where it stands."""

    line: int
    is_complete: bool
    text: str
    wording: str
    trials: tuple[Trial, ...]

    @property
    def data(self) -> dict[str, Any]:
        return dict(read_yaml(self.text).data)

    def __str__(self) -> str:
        return f"line-{self.line}"


@cache
def examples() -> tuple[Example, ...]:
    return tuple(
        Example(
            line=PAGE.count("\n", 0, match.start()) + 1,
            is_complete=bool(match["complete"]),
            text=match["text"],
            wording=match["wording"] or "",
            trials=tuple(map(_trial, (match["trials"] or "").splitlines())),
        )
        for match in _EXAMPLE.finditer(PAGE)
    )


def _trial(line: str) -> Trial:
    cells, result, explanation = (
        cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", line)[1:-1]
    )
    return Trial(tuple(_CELL.findall(cells)), result, explanation)


@cache
def scheme_of(example: Example) -> Scheme:
    """The scheme that an example is, or that the first one becomes with it. Raises SchemeFileError."""
    if example.is_complete:
        return load_scheme_text(example.text)
    data = _added(examples()[0].data, example.data)
    data["sections"] = [*data["sections"], *_remaining(data)]
    if data.get("scoring") != "none":
        data["total_weight"] = _total(data)
    return load_scheme_text(write_yaml(data))


def tried(example: Example, trial: Trial) -> tuple[str, str]:
    """Result and explanation of the example's row for what a trial fills in."""
    form = scheme_of(example)
    row = _row_of(score(_content(form, example, trial), form).rows, example)
    return _result(form, row), row.outcome.explanation


def _result(form: Scheme, row: ScoredRow) -> str:
    """The points, the verdict where a form has none, or why there are none."""
    if row.points is None:
        return STATUS[row.status]
    if form.scoring == "points":
        return f"{plain(row.points)} 分"
    return "已完成" if row.outcome.achieved else "未完成"


def rule_wording(example: Example) -> str:
    """The standard that is generated for the row or the list that the example adds."""
    form, data = scheme_of(example), example.data
    if "indicators" in data:
        indicator = form.indicators_by_id[data["indicators"][0]["id"]]
        return indicator.rule.wording(indicator.weight or Decimal(0)) if indicator.rule else ""
    typed = form.indicator_lists[next(iter(data["indicator_lists"]))]
    return typed.default_rule.wording(typed.levels[0].weight)


def _added(base: Any, piece: Any) -> Any:
    if isinstance(base, Mapping) and isinstance(piece, Mapping):
        return {
            **base,
            **{key: _added(base[key], each) if key in base else each for key, each in piece.items()},
        }
    return [*base, *piece] if isinstance(base, list) and isinstance(piece, list) else piece


def _remaining(data: dict[str, Any]) -> list[dict[str, Any]]:
    """A page for what the pieces add and place nowhere."""
    blocks = [block for section in data["sections"] for block in section["blocks"]]
    left: list[dict[str, Any]] = []
    for kind, key in _BLOCKS.items():
        several = key in ("facts", "answers")
        placed = [name for block in blocks for name in (block.get(key, ()) if several else [block.get(key)])]
        items = data.get(kind, {})
        names = [each["id"] for each in items] if isinstance(items, list) else list(items)
        new = [name for name in names if name not in placed]
        left += ([{key: new}] if new else []) if several else [{key: name} for name in new]
    return [{"key": "examples", "title": "例", "blocks": left}] if left else []


def _total(data: dict[str, Any]) -> Any:
    own = sum(Decimal(each.get("weight", 0)) for each in data["indicators"])
    lists = data["indicator_lists"].values()
    return own + sum(Decimal(level["weight"]) for each in lists for level in each["levels"])


def _content(form: Scheme, example: Example, trial: Trial) -> Content:
    sections: dict[str, Any] = {}
    for name, value in trial.cells:
        section, kind, *path = _place(form, example, name)
        cell = sections.setdefault(section, {}).setdefault(kind, {})
        for step in path[:-1]:
            cell = cell.setdefault(step, {})
        cell[path[-1]] = value
    for section in sections.values():
        if "row" in section:
            row = {"id": "r1", "name": "例", **section.pop("row")}
            section["lists"] = {next(iter(example.data["indicator_lists"])): [row]}
    content = {"year": 2024, "scheme_code": form.code, "scheme_version": form.version}
    return read_content({**content, "sections": sections})


def _place(form: Scheme, example: Example, name: str) -> tuple[str, ...]:
    """Section, kind and path of a cell: a figure by its name, else a cell or question of the example's row."""
    if name in form.places:
        section, *path = form.places[name].split("/")
        return section, "tables" if len(path) == 3 else "facts", *path
    if "indicators" not in example.data:
        key = next(iter(example.data["indicator_lists"]))
        return form.places[f"list:{key}"].split("/")[0], "row", name
    row, _, column = name.rpartition(".")
    row = row or example.data["indicators"][0]["id"]
    section = form.places[f"answers:{row}"].split("/")[0]
    return section, "answers", row, *(() if column in _ANSWER else ("items",)), column


def _row_of(rows: tuple[ScoredRow, ...], example: Example) -> ScoredRow:
    wanted = example.data["indicators"][0]["id"] if "indicators" in example.data else "r1"
    return next(row for row in rows if row.filed.id == wanted)
