"""A scheme: one published form as data. Facts, tables, lists, sections, indicators with rules, checks, grades.

Everything is validated when a scheme is built: an unknown key, a formula naming an unknown fact or weights that
don't add up never reach a filing. `loading.py` reads the files and names every problem with its line.
"""

from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from scoring.engine.rules.registry import Rule

FactType = Literal[
    "money", "count", "number", "percent", "score", "text", "long_text", "date", "choice", "phone"
]
NUMERIC = frozenset({"money", "count", "number", "percent", "score"})
Severity = Literal["error", "warning", "information"]
Setting = Literal["off", "error", "warning", "information"]

KEY = r"^[a-z][a-z0-9_]*$"
NAME = r"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$"

Key = Annotated[str, Field(pattern=KEY)]
Name = Annotated[str, Field(pattern=NAME)]
Text = Annotated[str, BeforeValidator(lambda value: str(value) if isinstance(value, int) else value)]


class Part(BaseModel):
    """Base of every part of a scheme: unknown keys are refused, nothing changes after loading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Fact(Part):
    """A named figure or text of the form. `derived` with `stated` stands beside what the bureau writes."""

    label: str
    type: FactType = "money"
    unit: str = ""
    required: bool = False
    derived: str | None = None
    stated: bool = False
    negative: bool = False
    max_length: int | None = None
    choices: list[str] = Field(default_factory=list)
    help: str = ""
    check: str = "X_PARTS"
    tolerance: Decimal = Decimal("0.01")

    @property
    def is_numeric(self) -> bool:
        return self.type in NUMERIC

    @property
    def has_cell(self) -> bool:
        """Whether the bureau writes something: everything but a purely derived figure."""
        return self.derived is None or self.stated


class Column(Part):
    """A column of a table or list."""

    label: str
    type: FactType = "money"
    required: bool = False
    negative: bool = False
    max_length: int | None = None
    choices: list[str] = Field(default_factory=list)
    help: str = ""


def _label_alone(value: object) -> object:
    return {"label": value} if isinstance(value, str) else value


# A column that has only a label may be written as that label.
ShortColumn = Annotated[Column, BeforeValidator(_label_alone)]


class Table(Part):
    """A fixed grid of cells named `table.row.column`. `derived` gives formulas of cells by `row.column`."""

    title: str
    unit: str = ""
    corner: str = ""
    rows: dict[Key, str]
    columns: dict[Key, ShortColumn]
    derived: dict[str, str] = Field(default_factory=dict)
    absent: list[str] = Field(default_factory=list)
    required: list[str] = Field(default_factory=list)
    negative: list[str] = Field(default_factory=list)
    check: str = "X_PARTS"
    tolerance: Decimal = Decimal("0.01")
    help: str = ""

    def column(self, key: str) -> Column:
        return self.columns[key]

    def cells(self) -> Iterator[tuple[str, str]]:
        """(row, column) of every cell that the form has, row by row."""
        for row in self.rows:
            for column in self.columns:
                if f"{row}.{column}" not in self.absent:
                    yield row, column


class RowList(Part):
    """Open rows with an id each: evaluators, goals."""

    title: str
    columns: dict[Key, Column]
    min_rows: int = 0
    max_rows: int = 60
    help: str = ""


class Level(Part):
    """A first-level group of typed indicators with its weight and the second levels it allows."""

    name: str
    weight: Decimal
    children: list[str] = Field(default_factory=list)


class IndicatorList(Part):
    """Indicator rows typed by the bureau; each is scored by its own target."""

    title: str
    levels: list[Level]
    labels: dict[str, str] = Field(default_factory=dict)
    default_rule: Rule
    max_rows: int = 60
    help: str = ""


class Indicator(Part):
    """A scored row of the scheme itself. Children of a group name it and carry no weight of their own.

    `columns` are the cells that the form has for this row beside the self score.
    """

    id: Key
    level1: str = ""
    level2: str = ""
    name: str
    weight: Decimal | None = None
    group: str | None = None
    rule: Rule | None = None
    columns: tuple[Literal["weight", "target", "actual", "level", "reason"], ...] = ("reason",)
    published_text: str = ""
    help: str = ""


class Block(Part):
    """A part of a page: exactly one of facts, table, list, indicators (typed rows) or answers (scheme's rows)."""

    title: str = ""
    help: str = ""
    facts: list[Name] = Field(default_factory=list)
    answers: list[Key] = Field(default_factory=list)
    table: Key | None = None
    indicators: Key | None = None
    list: Key | None = None

    @property
    def kind(self) -> Literal["facts", "table", "list", "indicators", "answers"]:
        for kind in ("table", "list", "indicators"):
            if getattr(self, kind):
                return kind
        return "answers" if self.answers else "facts"


class Section(Part):
    """One page of the draft."""

    key: Key
    title: str
    help: str = ""
    supplementary: bool = False
    blocks: list[Block]


class Check(Part):
    """A declared check: `stated` must equal `computed` within `tolerance`."""

    code: str
    stated: str
    computed: str
    tolerance: Decimal = Decimal("0.01")
    severity: Severity = "warning"
    touches_score: bool = False
    message: str = ""


class Totals(Part):
    """Where the form states its total. `official` is the self score; `sum` the one under the scored rows."""

    official: Name | None = None
    sum: Name | None = None
    stated: list[Name] = Field(default_factory=list)
    grade: Name | None = None


class Grade(Part):
    """A grade band: `label` from `from_score` upwards; `aliases` are other words for it on this form."""

    from_score: Decimal
    label: str
    aliases: list[str] = Field(default_factory=list)


class SignOffSlot(Part):
    """A line of the printed form's sign-off chain."""

    role: Literal["filer", "bureau_head", "evaluator_lead", "division_reviewer", "performance_office"]
    label: str


class Scheme(Part):
    """One version of one form."""

    code: Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$")]
    version: Annotated[int, Field(ge=1)]
    title: str
    source: str = ""
    scope: Literal["overall", "project"]
    money_unit: Literal["万元", "元"] = "万元"
    scoring: Literal["points", "none"] = "points"
    total_weight: Decimal = Decimal(100)
    na_policy: Literal["redistribute", "full", "zero"] = "redistribute"
    choices_recorded: dict[str, Text] = Field(default_factory=dict)
    facts: dict[Name, Fact] = Field(default_factory=dict)
    tables: dict[Key, Table] = Field(default_factory=dict)
    lists: dict[Key, RowList] = Field(default_factory=dict)
    indicator_lists: dict[Key, IndicatorList] = Field(default_factory=dict)
    sections: list[Section]
    indicators: list[Indicator] = Field(default_factory=list)
    levels: dict[str, Decimal] = Field(default_factory=dict)
    totals: Totals = Totals()
    checks: list[Check] = Field(default_factory=list)
    check_settings: dict[str, Setting] = Field(default_factory=dict)
    grades: list[Grade] = Field(default_factory=list)
    sign_offs: list[SignOffSlot] = Field(default_factory=list)

    @cached_property
    def places(self) -> dict[str, str]:
        """Anchor of every named cell, indicator and list: `staff.quota` → `overview/staff.quota`."""
        places: dict[str, str] = {}
        for section in self.sections:
            for block in section.blocks:
                for fact in block.facts:
                    places[fact] = f"{section.key}/{fact}"
                if block.table and block.table in self.tables:
                    for row, column in self.tables[block.table].cells():
                        places[f"{block.table}.{row}.{column}"] = (
                            f"{section.key}/{block.table}/{row}/{column}"
                        )
                for indicator in block.answers:
                    places[f"answers:{indicator}"] = f"{section.key}/{indicator}"
                if name := block.list or block.indicators:
                    places[f"list:{name}"] = f"{section.key}/{name}"
        return places

    @cached_property
    def indicators_by_id(self) -> dict[str, Indicator]:
        return {indicator.id: indicator for indicator in self.indicators}

    def children_of(self, group: str) -> list[Indicator]:
        """Rows that share the weight of `group`, in form order."""
        return [indicator for indicator in self.indicators if indicator.group == group]

    @property
    def scored_indicators(self) -> list[Indicator]:
        """Rows that carry weight: a group counts, its children don't."""
        return [indicator for indicator in self.indicators if indicator.group is None]

    def anchor(self, name: str) -> str:
        """The anchor of a fact or cell; the name itself where the form has no cell for it."""
        return self.places.get(name, name)

    def section(self, key: str) -> Section:
        """The section with this key. Raises KeyError."""
        for section in self.sections:
            if section.key == key:
                return section
        raise KeyError(key)
