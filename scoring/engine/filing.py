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

    @cached_property
    def facts(self) -> FactBook:
        """The figures that formulas of the form may name, self scores and sums among them."""
        facts = FactBook(self.scheme, self.content)
        rows = filed_rows(self.scheme, self.content, facts)
        own = {f"self.{row.id}": row.given.self_score for row in rows}
        own["self.sum"] = sum((score for score in own.values() if score is not None), Decimal(0))
        own["weight.sum"] = sum((row.given.weight for row in rows), Decimal(0))
        facts.extra.update(own)
        return facts

    @cached_property
    def rows(self) -> list[FiledRow]:
        return filed_rows(self.scheme, self.content, self.facts)
