"""One filing under its form: what the reports of a dossier are to each other."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from scoring.engine.content import Content
from scoring.engine.facts import FactBook
from scoring.engine.results import FiledRow
from scoring.engine.rows import filed_rows
from scoring.engine.scheme import Scheme


@dataclass(frozen=True)
class Filing:
    """A filed content with the scheme it was filed under."""

    scheme: Scheme
    content: Content

    @property
    def title(self) -> str:
        """What people call this report: its own title, else the form's."""
        return self.content.title or self.scheme.title

    @classmethod
    def read_already(
        cls, scheme: Scheme, content: Content, facts: FactBook, rows: list[FiledRow]
    ) -> "Filing":
        """A filing whose figures and rows are at hand, as `read_filing` gives them."""
        filing = cls(scheme, content)
        filing.__dict__["_read"] = facts, rows
        return filing

    @cached_property
    def _read(self) -> tuple[FactBook, list[FiledRow]]:
        return read_filing(self.scheme, self.content)

    @property
    def facts(self) -> FactBook:
        """The figures that formulas of the form may name, self scores and sums among them."""
        return self._read[0]

    @property
    def rows(self) -> list[FiledRow]:
        """Every row that carries weight, in form order."""
        return self._read[1]


def read_filing(scheme: Scheme, content: Content) -> tuple[FactBook, list[FiledRow]]:
    """The figures of a filing, self scores and sums among them, and its rows in form order."""
    facts = FactBook(scheme, content)
    rows = filed_rows(scheme, content, facts)
    own = {f"self.{row.id}": row.given.self_score for row in rows}
    own["self.sum"] = sum((score for score in own.values() if score is not None), Decimal(0))
    own["weight.sum"] = sum((row.given.weight for row in rows), Decimal(0))
    facts.extra.update(own)
    return facts, rows
