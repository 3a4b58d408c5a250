"""What scoring makes of one filing."""

from dataclasses import dataclass
from decimal import Decimal

from scoring.engine.rules.base import Outcome, RowInput, RowStatus
from scoring.engine.rules.registry import Rule
from scoring.engine.scheme import Severity

ENGINE_VERSION = "1.3"


@dataclass(slots=True)
class FiledRow:
    """A scored row as filed. `anchor` is `section/indicator-id`; `columns` the cells that the form has."""

    id: str
    anchor: str
    given: RowInput
    rule: Rule
    columns: tuple[str, ...]
    reason: str = ""
    published_text: str = ""
    typed: bool = False


@dataclass(slots=True)
class ScoredRow:
    """A row with what its rule made of it."""

    filed: FiledRow
    outcome: Outcome

    @property
    def status(self) -> RowStatus:
        return self.outcome.status

    @property
    def points(self) -> Decimal | None:
        return self.outcome.points

    @property
    def weight(self) -> Decimal:
        return self.filed.given.weight

    @property
    def self_score(self) -> Decimal | None:
        return self.filed.given.self_score

    @property
    def is_computed(self) -> bool:
        return self.outcome.status in ("scored", "accepted")

    def at(self, column: str) -> str:
        """Anchor of one of the row's cells."""
        return f"{self.filed.anchor}/{column}"


@dataclass(frozen=True)
class Totals:
    """The scorecard's figures; `total` and `grade` only where every row is scored or accepted."""

    self_stated: Decimal | None
    self_sum: Decimal
    points: Decimal
    weight: Decimal
    low: Decimal
    high: Decimal
    total: Decimal | None
    grade: str


@dataclass(frozen=True, slots=True)
class Quote:
    """The words of a text that a finding is about: code points `start` up to `end` of its cell."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Correction:
    """What to write in a text instead of its code points `start` up to `end`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Finding:
    """One contradiction or gap. `also` are further cells that it touches; figures are printed text.

    A finding about a text has the `quote`, and a `correction` where a computed figure can take a stated one's place.
    """

    code: str
    severity: Severity
    anchor: str
    message: str
    stated: str | None = None
    computed: str | None = None
    difference: str | None = None
    touches_score: bool = False
    also: tuple[str, ...] = ()
    quote: Quote | None = None
    correction: Correction | None = None

    @property
    def key(self) -> str:
        """Names this finding in an explanation."""
        return f"{self.code}@{self.anchor}"

    @property
    def needs_explanation(self) -> bool:
        return self.severity == "warning" and self.touches_score


@dataclass(frozen=True)
class Scorecard:
    """Rows in form order, totals, findings by severity."""

    rows: tuple[ScoredRow, ...]
    totals: Totals
    findings: tuple[Finding, ...]
    engine_version: str = ENGINE_VERSION
