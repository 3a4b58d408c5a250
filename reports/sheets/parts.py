"""The parts of a sheet. Every part knows the id of its element, so that links find it."""

from dataclasses import dataclass

from reports.charts import Drawing
from reports.sheets.figures import shown_figure
from reports.sheets.marks import CommentLine
from reports.sheets.quotations import Piece
from reports.sheets.scores import ScoreLine


@dataclass(frozen=True)
class SheetCell:
    """A cell as filed. `kind` is the cell's type; `derived` the computed figure where it differs from `text`.

    `pieces` are its text cut where findings quote it, empty where none does.
    """

    id: str
    label: str
    text: str
    kind: str = "text"
    unit: str = ""
    places: int | None = None
    derived: str = ""
    severity: str = ""
    comments: tuple[CommentLine, ...] = ()
    changed: bool = False
    exists: bool = True
    pieces: tuple[Piece, ...] = ()

    @property
    def is_figure(self) -> bool:
        return self.kind in ("money", "count", "number", "percent", "score")

    @property
    def is_long(self) -> bool:
        return self.kind == "long_text"

    @property
    def shown(self) -> str:
        """The text for reading: figures with thousands separators."""
        return shown_figure(self.text, self.places) if self.is_figure else self.text

    @property
    def is_marked(self) -> bool:
        """Whether a finding that asks for something points here."""
        return self.severity in ("error", "warning")


@dataclass(frozen=True)
class SheetRow:
    """A row of a table: `heads` name it (a title, or a code and a name), `cells` are what it says.

    `level` is its depth in a coded table, 1 for the highest; 0 where it has none.
    """

    title: str
    cells: tuple[SheetCell, ...]
    id: str = ""
    heads: tuple[SheetCell, ...] = ()
    level: int = 0
    comments: tuple[CommentLine, ...] = ()
    changed: bool = False


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
    detail: str = ""
    measure: str = ""
    process: str = ""
    process_pieces: tuple[Piece, ...] = ()
    level_span: int = 0
    is_child: bool = False


@dataclass(frozen=True)
class Block:
    """A part of a page: `kind` is facts, table, list, coded, chart or scores; only that kind's field is filled."""

    kind: str
    id: str
    title: str
    unit: str = ""
    corner: str = ""
    heads: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    cells: tuple[SheetCell, ...] = ()
    rows: tuple[SheetRow, ...] = ()
    total: SheetRow | None = None
    lines: tuple[ScoredLine, ...] = ()
    is_scored: bool = True
    drawing: Drawing | None = None
    comments: tuple[CommentLine, ...] = ()

    @property
    def shows_targets(self) -> bool:
        """Whether any row has a target or a completed value."""
        return any(line.target or line.actual for line in self.lines)

    @property
    def shows_reviewed(self) -> bool:
        return any(line.score and line.score.reviewed is not None for line in self.lines)

    @property
    def shows_system(self) -> bool:
        """Whether the rows have been scored or judged."""
        return any(line.score for line in self.lines)

    @property
    def width(self) -> int:
        """How many columns the block's table has."""
        if self.kind != "scores":
            return len(self.heads) + len(self.columns)
        scores = 3 + self.shows_reviewed if self.is_scored else int(self.shows_system)
        return 2 + self.shows_targets + scores


@dataclass(frozen=True)
class Sheet:
    """One page of a filing for reading, with how many warnings and errors were found on it."""

    key: str
    title: str
    blocks: tuple[Block, ...]
    comments: tuple[CommentLine, ...] = ()
    warnings: int = 0
