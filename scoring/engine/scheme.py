"""A scheme: one published form as data. Facts, tables, lists, sections, indicators with rules, checks, grades.

Everything is validated when a scheme is built: an unknown key, a formula naming an unknown fact or weights that
don't add up never reach a filing. `loading.py` reads the files and names every problem with its line.
"""

from decimal import Decimal
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field

from scoring.engine.form_parts import (
    NUMERIC,
    Block,
    Chart,
    Column,
    Fact,
    Indicator,
    IndicatorList,
    Key,
    Label,
    Name,
    Part,
    RowList,
    Section,
    Setting,
    Severity,
    Table,
    Text,
    Tolerance,
)
from scoring.engine.rules.base import PlainDecimal

__all__ = [
    "NUMERIC",
    "Block",
    "Check",
    "Column",
    "Concept",
    "Fact",
    "Grade",
    "Indicator",
    "IndicatorList",
    "RowList",
    "Scheme",
    "Section",
    "Severity",
    "SignOffSlot",
    "Standards",
    "Totals",
]

# Row key of the line above an open list that adds its rows up.
TOTAL = "total"


class Check(Part):
    """A declared check: `stated` must equal `computed` within `tolerance`."""

    code: Annotated[str, Field(max_length=20)]
    stated: str
    computed: str
    tolerance: Tolerance = Decimal("0.01")
    severity: Severity = "warning"
    touches_score: bool = False
    message: str = ""


class Concept(Part):
    """A figure that the bureau's other reports of the year state too; reports with the same concept are compared.

    `value` is a formula over this form. With `code`, a text fact that holds a classification code, the figure is
    that code's part. With `list` the figures are a column of an open list, one for each code of its `hierarchy`.
    """

    label: Label
    value: str = ""
    code: Name | None = None
    list: Key | None = None
    column: Key | None = None


class ExecutionCap(Part):
    """Below an execution rate of `below` percent the total may not exceed `most`."""

    below: PlainDecimal
    most: PlainDecimal


class Standards(Part):
    """What checks compare with beyond the scoring rules. What a form doesn't know is left out and not checked."""

    level1_weights: dict[str, PlainDecimal] = Field(default_factory=dict)
    most_weight: PlainDecimal | None = Decimal(25)
    over_achievement: PlainDecimal | None = Decimal(130)
    execution: Name | None = None
    sample: Name | None = None
    projects: Name | None = None
    execution_caps: list[ExecutionCap] = Field(default_factory=list)
    execution_gap: PlainDecimal | None = None


class Totals(Part):
    """Where the form states its total. `official` is the self score; `sum` the one under the scored rows."""

    official: Name | None = None
    sum: Name | None = None
    stated: list[Name] = Field(default_factory=list)
    grade: Name | None = None


class Grade(Part):
    """A grade band: `label` from `from_score` upwards; `aliases` are other words for it on this form."""

    from_score: PlainDecimal
    label: Annotated[str, Field(min_length=1, max_length=20)]
    aliases: list[str] = Field(default_factory=list)


class SignOffSlot(Part):
    """A line of the printed form's sign-off chain."""

    role: Literal["filer", "bureau_head", "evaluator_lead", "division_reviewer", "performance_office"]
    label: Label


class Scheme(Part):
    """One version of one form."""

    code: Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$", max_length=80)]
    version: Annotated[int, Field(ge=1, le=999_999)]
    title: Annotated[str, Field(min_length=1, max_length=200)]
    source: str = ""
    scope: Literal["overall", "project"]
    money_unit: Literal["万元", "元"] = "万元"
    scoring: Literal["points", "none"] = "points"
    total_weight: Annotated[PlainDecimal, Field(gt=0, le=9999)] = Decimal(100)
    na_policy: Literal["redistribute", "full", "zero"] = "redistribute"
    choices_recorded: dict[str, Text] = Field(default_factory=dict)
    standards: Standards = Standards()
    concepts: dict[Name, Concept] = Field(default_factory=dict)
    charts: dict[Key, Chart] = Field(default_factory=dict)
    facts: dict[Name, Fact] = Field(default_factory=dict)
    tables: dict[Key, Table] = Field(default_factory=dict)
    lists: dict[Key, RowList] = Field(default_factory=dict)
    indicator_lists: dict[Key, IndicatorList] = Field(default_factory=dict)
    sections: list[Section] = Field(min_length=1)
    indicators: list[Indicator] = Field(default_factory=list)
    levels: dict[str, PlainDecimal] = Field(default_factory=dict)
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
                if block.list and self.lists[block.list].total:
                    for column in self.lists[block.list].sums():
                        places[f"{name}.{TOTAL}.{column}"] = f"{section.key}/{name}/{TOTAL}/{column}"
        return places

    @cached_property
    def paths(self) -> dict[str, tuple[str, ...]]:
        """`places` taken apart: section, then the fact, or table, row and column."""
        return {name: tuple(anchor.split("/")) for name, anchor in self.places.items()}

    @cached_property
    def indicators_by_id(self) -> dict[str, Indicator]:
        return {indicator.id: indicator for indicator in self.indicators}

    def children_of(self, group: str) -> list[Indicator]:
        """Rows that share the weight of `group`, in form order."""
        return self._children.get(group, [])

    @cached_property
    def _children(self) -> dict[str, list[Indicator]]:
        children: dict[str, list[Indicator]] = {}
        for indicator in self.indicators:
            if indicator.group is not None:
                children.setdefault(indicator.group, []).append(indicator)
        return children

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
