"""What a bureau filed, as plain typed data: the same shape as the sealed bytes, decimals as strings.

A section holds up to four kinds of things: `facts` by name, `tables` as table → row → column → text, open `lists`
of rows with an id each, and `answers` to the scheme's own indicators by indicator id.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

FORMAT = "jixiao-content/1"

Cells = dict[str, str | None]


class _Frozen(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Answer(_Frozen):
    """What the bureau says to one indicator of the scheme. `items` answers a checklist (key → yes/no) or counts."""

    self_score: str | None = None
    reason: str = ""
    weight: str | None = None
    measure: str = ""
    process: str = ""
    target: str = ""
    actual: str = ""
    level: str = ""
    items: dict[str, str] = Field(default_factory=dict)


class SectionContent(_Frozen):
    """One page of a filing."""

    facts: dict[str, str | None] = Field(default_factory=dict)
    tables: dict[str, dict[str, Cells]] = Field(default_factory=dict)
    lists: dict[str, list[Cells]] = Field(default_factory=dict)
    answers: dict[str, Answer] = Field(default_factory=dict)


EMPTY = SectionContent()
NO_ANSWER = Answer()


class Explanation(_Frozen):
    """A bureau's words on one or several findings, each named `code@anchor`."""

    text: str
    findings: list[str]


class Content(_Frozen):
    """One filing: who, when, under which scheme, and its sections by key."""

    format: str = FORMAT
    bureau_code: str = ""
    bureau_name: str = ""
    year: int
    title: str = ""
    scheme_code: str
    scheme_version: int
    scheme_hash: str = ""
    sections: dict[str, SectionContent] = Field(default_factory=dict)
    explanations: list[Explanation] = Field(default_factory=list)

    def section(self, key: str) -> SectionContent:
        """The section, empty where nothing was filed."""
        return self.sections.get(key, EMPTY)

    def rows(self, section: str, name: str) -> Iterator[Cells]:
        """Rows of an open list, in filed order."""
        yield from self.section(section).lists.get(name, [])


def read_content(raw: Mapping[str, Any]) -> Content:
    """Typed content from decoded JSON. Raises pydantic.ValidationError for anything of another shape."""
    return Content.model_validate(raw)
