"""The parts of a sheet. Every part knows the id of its element, so that links find it."""

from dataclasses import dataclass

from reports.sheets.marks import CommentLine
from reports.sheets.scores import ScoreLine


@dataclass(frozen=True)
class SheetCell:
    """A cell as filed. `kind` is the cell's type; `derived` the computed figure where it differs from `text`."""

    id: str
    label: str
    text: str
    kind: str = "text"
    unit: str = ""
    derived: str = ""
    severity: str = ""
    comments: tuple[CommentLine, ...] = ()
    changed: bool = False
    exists: bool = True

    @property
    def is_figure(self) -> bool:
        return self.kind in ("money", "count", "number", "percent", "score")

    @property
    def is_long(self) -> bool:
        return self.kind == "long_text"


@dataclass(frozen=True)
class SheetRow:
    """A row of a money table, or of an open list (then without a title)."""

    title: str
    cells: tuple[SheetCell, ...]
    id: str = ""


@dataclass(frozen=True)
class ScoredLine:
    """An indicator row: what was filed beside what was computed. `level_span` counts rows of one second level."""

    id: str
    anchor: str
    level1: str
    level2: str
    name: str
    target: str
    actual: str
    weight: str
    self_score: str
    reason: str
    extras: tuple[str, ...]
    score: ScoreLine | None
    comments: tuple[CommentLine, ...]
    severity: str
    changed: bool
    level_span: int = 0
    is_child: bool = False


@dataclass(frozen=True)
class Block:
    """A part of a page: `kind` is facts, table, list or scores; only that kind's field is filled."""

    kind: str
    id: str
    title: str
    unit: str = ""
    corner: str = ""
    columns: tuple[str, ...] = ()
    cells: tuple[SheetCell, ...] = ()
    rows: tuple[SheetRow, ...] = ()
    lines: tuple[ScoredLine, ...] = ()
    comments: tuple[CommentLine, ...] = ()

    @property
    def shows_targets(self) -> bool:
        """Whether any row has a target or a completed value."""
        return any(line.target or line.actual for line in self.lines)

    @property
    def shows_reviewed(self) -> bool:
        return any(line.score and line.score.reviewed is not None for line in self.lines)


@dataclass(frozen=True)
class Sheet:
    """One page of a filing for reading."""

    key: str
    title: str
    blocks: tuple[Block, ...]
    comments: tuple[CommentLine, ...] = ()
