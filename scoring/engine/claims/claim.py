"""One claim of a text with what recomputing it gave."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "sum",
    "share",
    "yoy",
    "completion",
    "execution",
    "ratio",
    "formula",
    "product",
    "balance",
    "grade",
    "restated",
    "scale",
    "unit",
]
Verdict = Literal["consistent", "rounding", "inconsistent", "check"]


@dataclass(frozen=True, slots=True)
class Correction:
    """The stated figure's number at `start`–`end` of the text, and what to write there instead."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Claim:
    """`start`–`end` is the quotation in code points of the text `name`; `stated` and `computed` carry their unit.

    `reason` is a Chinese sentence with the arithmetic. `computed` is empty where nothing can be computed (a share of zero).
    `against` is the other place of a figure stated twice: its quotation in this text, `against_name` the text
    or the anchor of the form's cell that it stands in.
    """

    kind: Kind
    verdict: Verdict
    start: int
    end: int
    stated: str
    computed: str
    reason: str
    correction: Correction | None = None
    name: str = ""
    against: tuple[int, int] | None = None
    against_name: str = ""
