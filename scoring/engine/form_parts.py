"""What a form is made of: facts, tables, open lists, indicators, charts, and the pages they stand on."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from scoring.engine.rules.base import PlainDecimal
from scoring.engine.rules.registry import Rule

FactType = Literal[
    "money", "count", "number", "percent", "score", "text", "long_text", "date", "choice", "phone"
]
NUMERIC = frozenset({"money", "count", "number", "percent", "score"})
ADDED = frozenset({"money", "count", "number"})
Severity = Literal["error", "warning", "information"]
Setting = Literal["off", "error", "warning", "information"]

KEY = r"^[a-z][a-z0-9_]*$"
NAME = r"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$"

# How long names may be, so that scorecards can store what they are called and where they stand.
Key = Annotated[str, Field(pattern=KEY, max_length=48)]
Name = Annotated[str, Field(pattern=NAME, max_length=120)]
Label = Annotated[str, Field(min_length=1, max_length=500)]
LevelName = Annotated[str, Field(max_length=200)]
Tolerance = Annotated[PlainDecimal, Field(ge=0)]
Length = Annotated[int, Field(ge=1)]
MaxRows = Annotated[int, Field(ge=1, le=5000)]
Text = Annotated[str, BeforeValidator(lambda value: str(value) if isinstance(value, int) else value)]


class Part(BaseModel):
    """Base of every part of a scheme: unknown keys are refused, nothing changes after loading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Fact(Part):
    """A named figure or text of the form. `derived` with `stated` stands beside what the bureau writes."""

    label: Label
    type: FactType = "money"
    unit: str = ""
    required: bool = False
    derived: str | None = None
    stated: bool = False
    negative: bool = False
    max_length: Length | None = None
    choices: list[str] = Field(default_factory=list)
    help: str = ""
    check: str = "X_PARTS"
    tolerance: Tolerance = Decimal("0.01")

    @property
    def is_numeric(self) -> bool:
        return self.type in NUMERIC

    @property
    def has_cell(self) -> bool:
        """Whether the bureau writes something: everything but a purely derived figure."""
        return self.derived is None or self.stated


class Column(Part):
    """A column of a table or list."""

    label: Label
    type: FactType = "money"
    required: bool = False
    negative: bool = False
    max_length: Length | None = None
    choices: list[str] = Field(default_factory=list)
    help: str = ""


def _label_alone(value: object) -> object:
    return {"label": value} if isinstance(value, str) else value


# A column that has only a label may be written as that label.
ShortColumn = Annotated[Column, BeforeValidator(_label_alone)]


class Table(Part):
    """A fixed grid of cells named `table.row.column`. `derived` gives formulas of cells by `row.column`."""

    title: Label
    unit: str = ""
    corner: str = ""
    rows: dict[Key, Label] = Field(min_length=1)
    columns: dict[Key, ShortColumn] = Field(min_length=1)
    derived: dict[str, str] = Field(default_factory=dict)
    absent: list[str] = Field(default_factory=list)
    required: list[str] = Field(default_factory=list)
    negative: list[str] = Field(default_factory=list)
    check: str = "X_PARTS"
    tolerance: Tolerance = Decimal("0.01")
    help: str = ""

    def column(self, key: str) -> Column:
        return self.columns[key]

    def cells(self) -> Iterator[tuple[str, str]]:
        """(row, column) of every cell that the form has, row by row."""
        for row in self.rows:
            for column in self.columns:
                if f"{row}.{column}" not in self.absent:
                    yield row, column


class Hierarchy(Part):
    """The column with the code of a row, and how long a code is on each level: 3, 5, 7 (类、款、项)."""

    column: Key
    lengths: list[Annotated[int, Field(ge=1, le=20)]] = Field(min_length=1)


class RowList(Part):
    """Open rows with an id each: evaluators, goals, the coded rows of the final accounts.

    With a `hierarchy` each row equals the sum of the rows one level below it. `total` is the label of a row above
    all others whose cells are named `list.total.column`. `derived` gives formulas over the other columns of a row.
    """

    title: Label
    unit: str = ""
    columns: dict[Key, ShortColumn] = Field(min_length=1)
    hierarchy: Hierarchy | None = None
    total: str = ""
    derived: dict[Key, str] = Field(default_factory=dict)
    tolerance: Tolerance = Decimal("0.01")
    min_rows: Annotated[int, Field(ge=0)] = 0
    max_rows: MaxRows = 60
    help: str = ""

    def sums(self) -> Iterator[Key]:
        """Columns whose figures add up over the rows."""
        for key, column in self.columns.items():
            if column.type in ADDED:
                yield key


class Level(Part):
    """A first-level group of typed indicators with its weight and the second levels it allows."""

    name: Annotated[LevelName, Field(min_length=1)]
    weight: PlainDecimal = Decimal(0)
    children: list[LevelName] = Field(default_factory=list)


RowColumn = Literal[
    "level1",
    "level2",
    "name",
    "detail",
    "target",
    "actual",
    "weight",
    "self_score",
    "reason",
    "measure",
    "level",
]
ROW_COLUMNS: tuple[RowColumn, ...] = (
    "level1",
    "level2",
    "name",
    "target",
    "actual",
    "weight",
    "self_score",
    "reason",
    "level",
)


class IndicatorList(Part):
    """Indicator rows typed by the bureau; each is scored by its own target. `columns` are the form's cells."""

    title: Label
    levels: list[Level] = Field(min_length=1)
    columns: tuple[RowColumn, ...] = ROW_COLUMNS
    labels: dict[str, str] = Field(default_factory=dict)
    default_rule: Rule
    max_rows: MaxRows = 60
    help: str = ""


class Indicator(Part):
    """A scored row of the scheme itself. Children of a group name it and carry no weight of their own.

    `columns` are the cells that the form has for this row beside the self score.
    """

    id: Key
    level1: LevelName = ""
    level2: LevelName = ""
    name: Label
    weight: PlainDecimal | None = None
    group: str | None = None
    rule: Rule | None = None
    columns: tuple[Literal["weight", "target", "actual", "level", "reason", "measure", "process"], ...] = (
        "reason",
    )
    published_text: str = ""
    help: str = ""


class Bar(Part):
    """One figure of a chart; bars with the same `label` stand beside each other, told apart by `group`."""

    label: Label
    value: str
    group: str = ""


class Chart(Part):
    """A picture drawn from the filed figures: `bar` compares, `pie` shows shares."""

    title: Label
    kind: Literal["bar", "pie"]
    unit: str = ""
    bars: list[Bar] = Field(min_length=1)


class Block(Part):
    """A part of a page: exactly one of facts, table, list, indicators (typed rows), answers (scheme's rows), chart."""

    title: str = ""
    help: str = ""
    facts: list[Name] = Field(default_factory=list)
    answers: list[Key] = Field(default_factory=list)
    table: Key | None = None
    indicators: Key | None = None
    list: Key | None = None
    chart: Key | None = None

    @property
    def kind(self) -> Literal["facts", "table", "list", "indicators", "answers", "chart"]:
        for kind in ("table", "list", "indicators", "chart"):
            if getattr(self, kind):
                return kind
        return "answers" if self.answers else "facts"


class Section(Part):
    """One page of the draft."""

    key: Key
    title: Label
    help: str = ""
    supplementary: bool = False
    blocks: list[Block]
