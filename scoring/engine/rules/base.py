"""What every kind of rule shares: what it is given, what it answers, and how wording is generated."""

import re
import unicodedata
from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Annotated, Any, Literal, Protocol

from pydantic import BaseModel, BeforeValidator, ConfigDict
from pydantic_core import PydanticCustomError

from scoring.engine.numbers import plain, round_half_up

RowStatus = Literal["scored", "accepted", "needs_data", "judgement", "not_applicable"]

# What a row may ask for beyond its points; checks and pages read these words.
OVER_TARGET = "over_target"
NEEDS_REASON = "needs_reason"

# The level of a row that the bureau marks as 不适用.
NOT_APPLICABLE = "not_applicable"


_MOST_STEPS = 10_000
_MOST_DIGITS = 40
_DIGITS = re.compile(rf"[-+]?[0-9]{{1,{_MOST_DIGITS}}}(\.[0-9]{{1,{_MOST_DIGITS}}})?")


def _plain_figure(value: Any) -> Any:
    """A figure as it is written: 1e9 and 1_000 look like something else, and 1e999999999 fills the memory."""
    if isinstance(value, str):
        text = unicodedata.normalize("NFKC", value).strip()
        if not _DIGITS.fullmatch(text):
            raise PydanticCustomError("decimal_parsing", "not a plain figure")
        return Decimal(text)
    if isinstance(value, Decimal):
        exponent = value.as_tuple().exponent
        if not isinstance(exponent, int) or exponent < -_MOST_DIGITS or value.adjusted() >= _MOST_DIGITS:
            raise PydanticCustomError("decimal_parsing", "not a plain figure")
    return value


# A figure of a scheme, with at most 40 digits before the point and 40 behind it.
PlainDecimal = Annotated[Decimal, BeforeValidator(_plain_figure)]


def _figure_as_text(value: Any) -> Any:
    is_figure = isinstance(value, int | Decimal) and not isinstance(value, bool)
    return plain(Decimal(value)) if is_figure else value


# A formula over facts; a bare figure is one, too.
Expression = Annotated[str, BeforeValidator(_figure_as_text)]


class Facts(Protocol):
    """The filed figures by name, derived ones computed."""

    def value(self, name: str) -> Decimal | None: ...

    def label(self, name: str) -> str: ...

    def written(self, name: str) -> str: ...


@dataclass(slots=True)
class RowInput:
    """One row as filed. Texts are raw; `children` are the rows of a split group.

    `absent` are the cells that the form doesn't have for this row: nobody can be asked to fill them.
    """

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
    absent: tuple[str, ...] = ()


@dataclass(slots=True)
class Outcome:
    """What a rule makes of a row. `points` only where scored or accepted; `low` and `high` always.

    `missing` names the facts that a needs-data row waits for. `achieved` is the verdict on the target where the
    rule decides it, whoever gives the points. `flags`: OVER_TARGET, NEEDS_REASON.
    """

    status: RowStatus
    points: Decimal | None
    low: Decimal
    high: Decimal
    explanation: str
    missing: tuple[str, ...] = ()
    achieved: bool | None = None
    flags: tuple[str, ...] = ()


class RuleModel(BaseModel, ABC):
    """Base of the parameters of a kind of rule; subclasses carry `kind` and define `score` and `wording`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: str

    @property
    def variant(self) -> tuple[str, ...]:
        """The parameters that change the formula of this kind, as stable machine words."""
        return ()

    @property
    def formula_id(self) -> str:
        """Names the formula really used: rows of one name may be computed differently (`ratio_max/linear`)."""
        return "/".join([self.kind, *self.variant])

    @property
    def cells(self) -> tuple[str, ...]:
        """Cells of the row that the rule reads: target, actual, level."""
        return ()

    @property
    def formula_texts(self) -> tuple[str, ...]:
        """Formulas over facts, checked against the scheme when it loads."""
        return ()

    @property
    def fact_names(self) -> tuple[str, ...]:
        """Facts that are named outside formulas."""
        return ()

    @property
    def needs_own_row(self) -> bool:
        """Whether only a row of the scheme itself has what this kind reads: questions, counts, rows below it."""
        return False

    def problems(self, weight: Decimal) -> list[str]:
        """What is wrong with these parameters for a row of this weight, in Chinese; empty when sound."""
        return []

    def reachable(self, weight: Decimal) -> frozenset[Decimal] | None:
        """Every score that a row of this weight can get, two places; None where any may come out."""
        return None

    @abstractmethod
    def wording(self, weight: Decimal) -> str:
        """The scoring standard in words, generated from the parameters."""

    @abstractmethod
    def score(self, row: RowInput) -> Outcome:
        """Scores one row. Never raises for any filed content."""


def kept(points: Decimal, weight: Decimal) -> Decimal:
    """A score inside 0 … weight, rounded to two places."""
    return round_half_up(max(min(points, weight), Decimal(0)))


def scored(
    points: Decimal,
    row: RowInput,
    explanation: str,
    *,
    achieved: bool | None = None,
    flags: tuple[str, ...] = (),
) -> Outcome:
    """A computed score, kept inside 0 … weight and rounded to two places."""
    given = kept(points, row.weight)
    return Outcome("scored", given, given, given, explanation, achieved=achieved, flags=flags)


def needs_data(row: RowInput, explanation: str, missing: tuple[str, ...] = ()) -> Outcome:
    """Nothing computed until `missing` is filed."""
    return Outcome("needs_data", None, Decimal(0), _most(row), explanation, missing=missing)


def judgement(row: RowInput, explanation: str, *, achieved: bool | None = None) -> Outcome:
    """A person has to score this row; the verdict on its target may be known all the same."""
    return Outcome("judgement", None, Decimal(0), _most(row), explanation, achieved=achieved)


def not_applicable(explanation: str) -> Outcome:
    """The row doesn't count; what its weight does is the scheme's `na_policy`."""
    return Outcome("not_applicable", None, Decimal(0), Decimal(0), explanation)


def _most(row: RowInput) -> Decimal:
    return max(row.weight, Decimal(0))


def steps_down(weight: Decimal, per: Decimal) -> frozenset[Decimal] | None:
    """The weight less any number of times `per`, down to 0; None where that is no shorter than any score."""
    if per <= 0 or weight / per > _MOST_STEPS:
        return None
    count = int(weight / per) + 1
    return frozenset(kept(weight - per * n, weight) for n in range(count + 1))


def points_text(value: Decimal) -> str:
    """A score as written in a sentence: 5分, 7.23分."""
    return f"{plain(value)}分"


def award_text(points: Decimal, weight: Decimal) -> str:
    """得满分5分 / 得4.5分 / 不得分."""
    rounded = kept(points, weight)
    if rounded >= weight:
        return f"得满分{points_text(weight)}"
    return f"得{points_text(rounded)}" if rounded > 0 else "不得分"
