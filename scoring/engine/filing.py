"""One filing under its form: what the reports of a dossier are to each other."""

from dataclasses import dataclass
from functools import cached_property

from scoring.engine.content import Content
from scoring.engine.facts import FactBook
from scoring.engine.results import FiledRow
from scoring.engine.rows import filed_rows, self_scores
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
        own = self_scores(self.scheme, self.content)
        return FactBook(self.scheme, self.content, {f"self.{key}": score for key, score in own.items()})

    @cached_property
    def rows(self) -> list[FiledRow]:
        return filed_rows(self.scheme, self.content, self.facts)
