"""What every kind of rule shares: what it is given, what it answers, and how wording is generated."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal, Protocol

from pydantic import BaseModel, ConfigDict

from scoring.engine.numbers import plain, round_half_up

RowStatus = Literal["scored", "accepted", "needs_data", "judgement", "not_applicable"]


class Facts(Protocol):
    """The filed figures by name, derived ones computed."""

    def value(self, name: str) -> Decimal | None: ...

    def label(self, name: str) -> str: ...

    def written(self, name: str) -> str: ...


@dataclass(frozen=True)
class RowInput:
    """One row as filed. Texts are raw; `children` are the rows of a split group."""

    weight: Decimal
    facts: Facts
    id: str = ""
    name: str = ""
    level1: str = ""
    level2: str = ""
    target: str = ""
    actual: str = ""
    level: str = ""
    self_score: Decimal | None = None
    items: Mapping[str, str] = field(default_factory=dict)
    children: tuple["RowInput", ...] = ()


@dataclass(frozen=True)
class Outcome:
    """What a rule makes of a row. `points` only where scored or accepted; `low` and `high` always.

    `missing` names the facts that a needs-data row waits for.
    """

    status: RowStatus
    points: Decimal | None
    low: Decimal
    high: Decimal
    explanation: str
    missing: tuple[str, ...] = ()
    achieved: bool | None = None


class RuleModel(BaseModel, ABC):
    """Base of the parameters of a kind of rule; subclasses carry `kind` and define `score` and `wording`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    @property
    def formula_texts(self) -> tuple[str, ...]:
        """Formulas over facts, checked against the scheme when it loads."""
        return ()

    @property
    def fact_names(self) -> tuple[str, ...]:
        """Facts that are named outside formulas."""
        return ()

    def problems(self, weight: Decimal) -> list[str]:
        """What is wrong with these parameters for a row of this weight, in Chinese; empty when sound."""
        return []

    @abstractmethod
    def wording(self, weight: Decimal) -> str:
        """The scoring standard in words, generated from the parameters."""

    @abstractmethod
    def score(self, row: RowInput) -> Outcome:
        """Scores one row. Never raises for any filed content."""


def scored(points: Decimal, row: RowInput, explanation: str, *, achieved: bool | None = None) -> Outcome:
    """A computed score, kept inside 0 … weight and rounded to two places."""
    kept = round_half_up(min(max(points, Decimal(0)), row.weight))
    return Outcome("scored", kept, kept, kept, explanation, achieved=achieved)


def needs_data(row: RowInput, explanation: str, missing: tuple[str, ...] = ()) -> Outcome:
    """Nothing computed until `missing` is filed."""
    return Outcome("needs_data", None, Decimal(0), row.weight, explanation, missing=missing)


def judgement(row: RowInput, explanation: str) -> Outcome:
    """A person has to score this row."""
    return Outcome("judgement", None, Decimal(0), row.weight, explanation)


def points_text(value: Decimal) -> str:
    """A score as written in a sentence: 5分, 7.23分."""
    return f"{plain(value)}分"


def award_text(points: Decimal, weight: Decimal) -> str:
    """得满分5分 / 得4.5分 / 不得分."""
    rounded = round_half_up(min(max(points, Decimal(0)), weight))
    if rounded >= weight:
        return f"得满分{points_text(weight)}"
    return f"得{points_text(rounded)}" if rounded > 0 else "不得分"
