"""What every check shares: what it looks at, and how it says what it found."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from scoring.engine.checks.places import Place, doubtful_places
from scoring.engine.claims.checker import check_texts
from scoring.engine.claims.claim import Claim
from scoring.engine.claims.filed import known_figures, narratives
from scoring.engine.content import Content
from scoring.engine.facts import FactBook
from scoring.engine.filing import Filing
from scoring.engine.numbers import plain, round_half_up
from scoring.engine.results import Finding, ScoredRow, Totals
from scoring.engine.scheme import Scheme, Severity


@dataclass(frozen=True)
class CheckContext:
    """A scored filing with everything a check may compare."""

    scheme: Scheme
    content: Content
    facts: FactBook
    rows: tuple[ScoredRow, ...]
    totals: Totals
    dossier: tuple[Filing, ...] = ()

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """The cells that a check of single cells may object to, found once for all of them."""
        return tuple(doubtful_places(self))

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """What the texts claim of figures, each recomputed once for all checks."""
        texts = tuple(narratives(self))
        return tuple(check_texts(texts, tuple(known_figures(self)))) if texts else ()

    @cached_property
    def filing(self) -> Filing:
        """This filing as the other reports of the dossier see it."""
        filed = [row.filed for row in self.rows]
        return Filing.read_already(self.scheme, self.content, self.facts, filed)


@dataclass(frozen=True)
class Check:
    """One registered check. A scheme may switch `code` off or give it another severity."""

    code: str
    title: str
    severity: Severity
    find: Callable[["Check", CheckContext], Iterator[Finding]]
    touches_score: bool = False

    def finding(
        self,
        anchor: str,
        message: str,
        *,
        stated: Decimal | str | None = None,
        computed: Decimal | str | None = None,
        also: tuple[str, ...] = (),
    ) -> Finding:
        """A finding of this check; the difference (stated − computed) follows where both are figures."""
        difference = None
        if isinstance(stated, Decimal) and isinstance(computed, Decimal):
            difference = figure(stated - computed)
        return Finding(
            code=self.code,
            severity=self.severity,
            anchor=anchor,
            message=message,
            stated=figure(stated),
            computed=figure(computed),
            difference=difference,
            touches_score=self.touches_score,
            also=also,
        )


def figure(value: Decimal | str | None) -> str | None:
    """A figure as printed in a finding: at most two decimals, no trailing zeros."""
    return plain(round_half_up(value)) if isinstance(value, Decimal) else value
